"""Small operations on TopoJSON: arcs as points, simplified lines, and polygons joined along shared arcs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

Point = tuple[float, float]
Arc = list[Point]
Ring = list[int]


def points_of(topology: dict[str, Any]) -> list[Arc]:
    """Every arc in degrees, from a quantised and delta-coded topology."""
    (east, north), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        arc = []
        for step_x, step_y in deltas:
            x, y = x + step_x, y + step_y
            arc.append((x * east + left, y * north + bottom))
        arcs.append(arc)
    return arcs


def used_arcs(shapes: Iterable[Iterable[Iterable[Ring]]]) -> list[int]:
    """The numbers of the arcs that shapes use, rising, each once."""
    found = (arc for shape in shapes for polygon in shape for ring in polygon for arc in ring)
    return sorted({arc if arc >= 0 else ~arc for arc in found})


def simplified(arc: Sequence[Point], tolerance: float) -> list[list[float]]:
    """The arc without points that lie nearer than ``tolerance`` to the line without them; ends stay.

    The way of Douglas and Peucker; a closed arc is cut at its farthest point first, so that it stays a ring.
    """
    keep = {0, len(arc) - 1}
    waiting = [(0, len(arc) - 1)]
    while waiting:
        start, end = waiting.pop()
        far, distance = _farthest(arc, start, end)
        closed = arc[start] == arc[end]
        if distance > tolerance or (closed and end - start > 2):
            keep.add(far)
            waiting += [(start, far), (far, end)]
    return [[round(arc[place][0], 2), round(arc[place][1], 2)] for place in sorted(keep)]


def merged(polygons: Sequence[list[Ring]], arcs: Sequence[Arc]) -> list[list[Ring]]:
    """The polygons with borders that two of them share taken away; holes must not touch those borders."""
    outer = [arc for polygon in polygons for arc in polygon[0]]
    counted = Counter(outer)
    free = [arc for arc in outer if not counted[~arc]]
    if len(free) == len(outer):
        return list(polygons)
    holes = [ring for polygon in polygons for ring in polygon[1:]]
    rings = _stitched(free, arcs)
    largest = max(rings, key=len)
    return [[largest, *holes], *([ring] for ring in rings if ring is not largest)]


def _farthest(arc: Sequence[Point], start: int, end: int) -> tuple[int, float]:
    """The point between two others that lies farthest from their line; its place and distance."""
    best, distance = start, 0.0
    for place in range(start + 1, end):
        away = _distance(arc[place], arc[start], arc[end])
        if away > distance:
            best, distance = place, away
    return best, distance


def _distance(point: Point, first: Point, last: Point) -> float:
    run, rise = last[0] - first[0], last[1] - first[1]
    length = run * run + rise * rise
    along = ((point[0] - first[0]) * run + (point[1] - first[1]) * rise) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    x, y = first[0] + along * run - point[0], first[1] + along * rise - point[1]
    return float((x * x + y * y) ** 0.5)


def _stitched(free: Sequence[int], arcs: Sequence[Arc]) -> list[Ring]:
    """Rings made of arcs that follow one another."""
    left = {_end(arc, arcs, first=True): arc for arc in free}
    rings = []
    while left:
        ring = [left.pop(next(iter(left)))]
        while (following := left.pop(_end(ring[-1], arcs, first=False), None)) is not None:
            ring.append(following)
        rings.append(ring)
    return rings


def _end(arc: int, arcs: Sequence[Arc], first: bool) -> Point:
    points = arcs[arc if arc >= 0 else ~arc]
    return points[0] if first == (arc >= 0) else points[-1]
