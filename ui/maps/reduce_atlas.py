"""Makes ``states-50m.json`` and ``neighbours-50m.json``, cut out of a world atlas.

Input is ``countries-50m.json`` of the npm package world-atlas 2.0.2, Natural Earth 1:50m (public domain):
``python -m ui.maps.reduce_atlas countries-50m.json corpus/states.yaml``. Natural Earth draws who holds a
territory; this map follows the United Nations instead where the two differ for a participating State, so
Crimea is drawn with Ukraine, the north of Cyprus with Cyprus, and Åland with Finland.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from nrm.corpus.lines import read_entries
from ui.maps.topology import Arc, merged, points_of, simplified, used_arcs

FOLDER = Path(__file__).parent
CRIMEA = (32.0, 44.0, 37.0, 46.3)  # west, south, east, north
SOUTHERN_EDGE_DEGREES = 24.0  # overseas parts south of it are left out of the picture
SMALLEST_ISLAND_SQUARE_DEGREES = 0.12
TOLERANCE_DEGREES = 0.06
_NAMES = {
    "BA": "Bosnia and Herz.", "GB": "United Kingdom", "US": "United States of America", "VA": "Vatican",
    "MK": "Macedonia", "TR": "Turkey", "RU": "Russia", "CZ": "Czechia", "MD": "Moldova", "KG": "Kyrgyzstan",
}  # fmt: skip
_MERGED = {"CY": "N. Cyprus", "FI": "Åland"}
_NEIGHBOURS = (
    "Mexico", "Greenland", "Faeroe Is.", "Morocco", "Algeria", "Tunisia", "Libya", "Egypt", "Israel",
    "Palestine", "Lebanon", "Syria", "Jordan", "Iraq", "Iran", "Saudi Arabia", "Afghanistan", "Pakistan",
    "India", "Nepal", "China", "North Korea", "South Korea", "Japan", "Kosovo", "Isle of Man", "Kuwait",
)  # fmt: skip

Polygon = list[list[int]]
Bounds = tuple[float, float, float, float]


def main() -> None:
    """Write the reduced atlas beside this module: one file for the States, one for what lies around them."""
    atlas = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    _, states = read_entries(Path(sys.argv[2]), "states.yaml")
    names = {entry.values["code"]: entry.values["name"] for entry in states}
    for name, topology in zip(("states", "neighbours"), reduced(atlas, names), strict=True):
        words = json.dumps(topology, separators=(",", ":"))
        (FOLDER / f"{name}-50m.json").write_text(words + "\n", encoding="utf-8")


def reduced(atlas: dict[str, Any], states: dict[str, str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A topology of the States, with their code and name, and one of their neighbours, without."""
    arcs = points_of(atlas)
    by_name = {item["properties"]["name"]: item for item in atlas["objects"]["countries"]["geometries"]}
    own = {code: _polygons(by_name[_atlas_name(code, name, by_name)]) for code, name in states.items()}
    _follow_united_nations(own, by_name, arcs)
    shapes = {code: list(_shown(polygons, arcs)) for code, polygons in own.items()}
    named = [(shape, {"code": code, "name": states[code]}) for code, shape in shapes.items()]
    around = [(list(_shown(_polygons(by_name[name]), arcs)), {"name": name}) for name in _NEIGHBOURS]
    return _topology("states", named, arcs), _topology("neighbours", around, arcs)


def _topology(name: str, shapes: list[tuple[list[Polygon], dict[str, str]]], arcs: list[Arc]) -> dict[str, Any]:
    kept = used_arcs(shape for shape, _ in shapes)
    number = {old: new for new, old in enumerate(kept)}
    geometries = [_geometry(shape, number, properties) for shape, properties in shapes]
    return {
        "type": "Topology",
        "comment": "Natural Earth 1:50m, public domain, by way of world-atlas 2.0.2; see reduce_atlas.py",
        "objects": {name: {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": [simplified(arcs[old], TOLERANCE_DEGREES) for old in kept],
    }


def bounds_of(ring: Iterable[int], arcs: list[Arc]) -> Bounds:
    """West, south, east and north of a ring."""
    points = [point for arc in ring for point in arcs[arc if arc >= 0 else ~arc]]
    longitudes, latitudes = [point[0] for point in points], [point[1] for point in points]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def _atlas_name(code: str, name: str, known: dict[str, Any]) -> str:
    return name if name in known else _NAMES[code]


def _polygons(geometry: dict[str, Any]) -> list[Polygon]:
    arcs = geometry["arcs"]
    return arcs if geometry["type"] == "MultiPolygon" else [arcs]


def _follow_united_nations(own: dict[str, list[Polygon]], atlas: dict[str, Any], arcs: list[Arc]) -> None:
    crimea = [polygon for polygon in own["RU"] if _inside(bounds_of(polygon[0], arcs), CRIMEA)]
    own["RU"] = [polygon for polygon in own["RU"] if polygon not in crimea]
    own["UA"] = merged([*own["UA"], *crimea], arcs)
    for code, name in _MERGED.items():
        own[code] = merged([*own[code], *_polygons(atlas[name])], arcs)


def _inside(inner: Bounds, outer: Bounds) -> bool:
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _shown(polygons: list[Polygon], arcs: list[Arc]) -> Iterator[Polygon]:
    """The largest polygon, and others that are neither far south nor too small to be seen."""
    sizes = [_size(bounds_of(polygon[0], arcs)) for polygon in polygons]
    for polygon, size in zip(polygons, sizes, strict=True):
        north = bounds_of(polygon[0], arcs)[3]
        if size == max(sizes) or (size >= SMALLEST_ISLAND_SQUARE_DEGREES and north > SOUTHERN_EDGE_DEGREES):
            yield polygon


def _size(bounds: Bounds) -> float:
    return (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])


def _geometry(shape: list[Polygon], number: dict[int, int], properties: dict[str, str]) -> dict[str, Any]:
    arcs = [[[_renumbered(arc, number) for arc in ring] for ring in polygon] for polygon in shape]
    return {"type": "MultiPolygon", "arcs": arcs, "properties": properties}


def _renumbered(arc: int, number: dict[int, int]) -> int:
    return number[arc] if arc >= 0 else ~number[~arc]


if __name__ == "__main__":
    main()
