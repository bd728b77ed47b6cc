"""Printed lines that PDFium broke in two, made whole again."""

from collections.abc import Iterable
from dataclasses import replace

from ingest.parsers.pdf_lines import Line, Run

# Words of one line stand at most so many sizes apart; a wider gap parts cells.
_WIDEST_GAP_SIZES = 1.2
_SPACE_SIZES = 0.12
_SHARED_HEIGHT = 0.5
_RAISED_SHARE_OF_SIZE = 0.78
_RAISED_BY_SIZES = 0.12


def rejoined(lines: Iterable[Line]) -> list[Line]:
    """The lines, with those joined that follow each other on one base line of one column."""
    whole: list[Line] = []
    for line in lines:
        if whole and _continues(whole[-1], line):
            whole[-1] = _joined(whole[-1], line)
        else:
            whole.append(line)
    return whole


def _continues(before: Line, line: Line) -> bool:
    if (before.page, before.column, before.aside) != (line.page, line.column, line.aside):
        return False
    if not (before.upright and line.upright):
        return False
    larger, smaller = max(before.size, line.size), min(before.bottom - before.top, line.bottom - line.top)
    gap = line.left - before.right
    shared = min(before.bottom, line.bottom) - max(before.top, line.top)
    return -0.3 * larger <= gap <= _WIDEST_GAP_SIZES * larger and shared >= _SHARED_HEIGHT * smaller


def _joined(before: Line, line: Line) -> Line:
    first = line.runs[0]
    spaced = first.space_before or first.left - before.right > _SPACE_SIZES * first.size
    runs = (*before.runs, replace(first, space_before=spaced), *line.runs[1:])
    main = max(runs, key=lambda run: len(run.text))
    return replace(before, runs=tuple(_marked(run, main) for run in runs))


def _marked(run: Run, main: Run) -> Run:
    small = run.size <= _RAISED_SHARE_OF_SIZE * main.size and run.text.isdigit()
    above = main.bottom - run.bottom >= _RAISED_BY_SIZES * main.size
    return replace(run, raised=True) if small and above else run
