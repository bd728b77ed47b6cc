"""Rows of a table: lines whose words stand in cells that line up over several lines."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.parsers.pdf_lines import Line, shown_text

# A gap wider than this many font sizes parts two cells.
_CELL_GAP = 1.6
_FEWEST_ROWS = 3
_SAME_EDGE = 4.0
CELL_MARK = " | "


def table_rows(lines: Sequence[Line]) -> set[int]:
    """The lines (``id``) that are rows of tables: three or more in a row with a common edge."""
    rows: set[int] = set()
    group: list[Line] = []
    for line in [*lines, None]:
        if line is not None and _cell_starts(line)[1:] and (not group or _lines_up(group[-1], line)):
            group.append(line)
            continue
        if len(group) >= _FEWEST_ROWS:
            rows.update(id(row) for row in group)
        group = [line] if line is not None and _cell_starts(line)[1:] else []
    return rows


def row_text(line: Line) -> str:
    """The words of a row with a bar between its cells."""
    pieces: list[str] = []
    for index, run in enumerate(line.runs):
        if index:
            gap = run.left - line.runs[index - 1].right
            pieces.append(CELL_MARK if gap > _CELL_GAP * run.size else " " if run.space_before else "")
        pieces.append(shown_text(run))
    return "".join(pieces)


def _cell_starts(line: Line) -> list[float]:
    if not line.upright:
        return []
    starts = [line.runs[0].left]
    starts += [
        after.left for before, after in pairwise(line.runs) if after.left - before.right > _CELL_GAP * after.size
    ]
    return starts


def _lines_up(above: Line, below: Line) -> bool:
    """Whether the lines are neighbours with cells at a common edge (left or right)."""
    if above.page != below.page or below.top - above.top > 4 * above.size or below.top <= above.top:
        return False
    edges = _cell_starts(above)[1:] + _cell_ends(above)
    return any(
        abs(edge - other) <= _SAME_EDGE for edge in edges for other in _cell_starts(below)[1:] + _cell_ends(below)
    )


def _cell_ends(line: Line) -> list[float]:
    ends = [before.right for before, after in pairwise(line.runs) if after.left - before.right > _CELL_GAP * after.size]
    return [*ends, line.right]
