"""Columns of a page: where they are, which line stands in which, and their reading order.

PDFium gives text in the order of the content stream, which mostly is the reading order. It is kept
unless the columns were drawn interleaved.
"""

from collections.abc import Sequence
from itertools import pairwise

from ingest.parsers.pdf_lines import Line, PdfPage, Run
from ingest.parsers.pdf_rejoin import rejoined

SPANNING = -1
# A gutter is at least this wide (points) and crossed by at most this share of the lines.
_NARROWEST_GUTTER = 7
_CROSSING_SHARE = 0.18
_FEWEST_LINES_A_SIDE = 4
_NARROWEST_COLUMN = 60
# Cells of tables are shorter than lines of prose (characters, mean of a side).
_SHORTEST_PROSE = 16.0
# In a column of prose the middle line is at least so wide, as a share of the widest.
_USUAL_WIDTH_SHARE = 0.7
_TOLERATED_JUMPS_SHARE = 0.08

# Words on both sides of a gutter are at least so far apart (points).
_NARROWEST_GAP = 5.0

# Left edge, emptiest point and right edge of the valley between two columns.
Gutter = tuple[float, float, float]


def in_columns(page: PdfPage) -> list[Line]:
    """The page's lines, split at gutters, numbered by column and in reading order."""
    gutters = _gutters(page)
    if not gutters:
        return rejoined(page.lines)
    split = [piece for line in page.lines for piece in _split(line, gutters)]
    placed = [line.with_place(_column(line, gutters), line.aside) for line in split]
    ranked = _by_bands(placed)
    return rejoined(placed if _is_in_order(placed, ranked) else ranked)


def _gutters(page: PdfPage) -> list[Gutter]:
    lines = [line for line in page.lines if line.upright]
    if len(lines) < _FEWEST_LINES_A_SIDE:
        return []
    covered = _coverage(lines, int(page.width) + 2)
    return [gutter for gutter in _far_apart(_valleys(covered)) if _separates_prose(lines, gutter)][:3]


def _far_apart(valleys: Sequence[Gutter]) -> list[Gutter]:
    """The widest valleys; what is left between two is at least a narrow column, not a bullet."""
    chosen: list[Gutter] = []
    for valley in sorted(valleys, key=lambda valley: valley[0] - valley[2]):
        if all(abs(valley[1] - other[1]) >= _NARROWEST_COLUMN for other in chosen):
            chosen.append(valley)
    return sorted(chosen)


def _coverage(lines: Sequence[Line], width: int) -> list[int]:
    """How many lines have ink over each point of the page's width."""
    steps = [0] * (width + 1)
    for line in lines:
        for left, right in _stretches(line):
            steps[min(max(int(left), 0), width)] += 1
            steps[min(max(int(right) + 1, 0), width)] -= 1
    total = 0
    covered = []
    for step in steps:
        total += step
        covered.append(total)
    return covered


def _stretches(line: Line) -> list[tuple[float, float]]:
    """Runs of the line joined over ordinary word spaces."""
    stretches: list[tuple[float, float]] = []
    for run in sorted(line.runs, key=lambda run: run.left):
        if stretches and run.left - stretches[-1][1] < 0.6 * run.size:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], run.right))
        else:
            stretches.append((run.left, run.right))
    return stretches


def _valleys(covered: Sequence[int]) -> list[Gutter]:
    inked = [index for index, count in enumerate(covered) if count]
    if not inked:
        return []
    first, last = inked[0], inked[-1]
    limit = _CROSSING_SHARE * sorted(covered[first : last + 1])[(last - first) * 3 // 4]
    valleys: list[Gutter] = []
    start = None
    for x in range(first, last + 2):
        low = x <= last and covered[x] <= limit
        if low and start is None:
            start = x
        elif not low and start is not None:
            if x - start >= _NARROWEST_GUTTER and start - first > _NARROWEST_COLUMN < last - x:
                valleys.append((float(start), _emptiest(covered, start, x), float(x)))
            start = None
    return valleys


def _emptiest(covered: Sequence[int], start: int, end: int) -> float:
    """The middle of the emptiest stretch of a valley."""
    lowest = min(covered[start:end])
    empty = [x for x in range(start, end) if covered[x] == lowest]
    return empty[len(empty) // 2] + 0.5


def _separates_prose(lines: Sequence[Line], gutter: Gutter) -> bool:
    """Whether both sides are lines of prose; otherwise the valley is inside a table."""
    pieces = [piece for line in lines for piece in _split(line, [gutter])]
    left = [piece for piece in pieces if piece.right <= gutter[1]]
    right = [piece for piece in pieces if piece.left >= gutter[1]]
    return _is_prose(left) and _is_prose(right)


def _is_prose(lines: Sequence[Line]) -> bool:
    """Many lines, not short, most of them about as wide as the widest."""
    if len(lines) < _FEWEST_LINES_A_SIDE:
        return False
    widths = sorted(line.right - line.left for line in lines)
    usual, widest = widths[len(widths) // 2], widths[len(widths) * 19 // 20]
    characters = sum(len(line.text) for line in lines) / len(lines)
    return characters >= _SHORTEST_PROSE and usual >= _USUAL_WIDTH_SHARE * widest


def _split(line: Line, gutters: Sequence[Gutter]) -> list[Line]:
    """The line cut at gutters that none of its runs cross."""
    if not line.upright:
        return [line]
    pieces: list[list[Run]] = [[]]
    for run in line.runs:
        before = pieces[-1][-1] if pieces[-1] else None
        if before is not None and any(_between(before, run, gutter) for gutter in gutters):
            pieces.append([])
        pieces[-1].append(run)
    if len(pieces) == 1:
        return [line]
    return [Line(line.page, tuple(piece), line.column, line.aside) for piece in pieces]


def _between(one: Run, other: Run, gutter: Gutter) -> bool:
    left, right = (one, other) if one.left <= other.left else (other, one)
    return left.right <= gutter[1] <= right.left and right.left - left.right >= _NARROWEST_GAP


def _column(line: Line, gutters: Sequence[Gutter]) -> int:
    if any(line.left < middle < line.right for _, middle, _ in gutters):
        return SPANNING
    return sum(line.left > middle for _, middle, _ in gutters)


def _by_bands(lines: Sequence[Line]) -> list[Line]:
    """Columns left to right between the lines that span them, top to bottom."""
    spanning = sorted(line.top for line in lines if line.column == SPANNING)

    def place(line: Line) -> tuple[int, int, float]:
        band = 2 * sum(top < line.top for top in spanning)
        return (
            (band if line.column == SPANNING else band + 1 - 2 * (line.top in spanning)),
            line.column,
            line.top,
        )

    return sorted(lines, key=place)


def _is_in_order(lines: Sequence[Line], ranked: Sequence[Line]) -> bool:
    rank = {id(line): place for place, line in enumerate(ranked)}
    places = [rank[id(line)] for line in lines]
    jumps = sum(later < earlier for earlier, later in pairwise(places))
    return jumps <= max(3, _TOLERATED_JUMPS_SHARE * len(lines))
