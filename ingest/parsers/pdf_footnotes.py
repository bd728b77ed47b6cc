"""Footnotes: small print at the foot of a column that starts with a mark."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.parsers.pdf_lines import Line

_SMALLER_THAN_BODY = 0.93
_MARK = re.compile(r"^([⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d{1,3}(?=[\s.)])|\[\d{1,3}\]|[*†‡]{1,3})")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", "[]")


@dataclass(frozen=True, slots=True)
class Footnote:
    """Its mark ("12", "*"; empty for the rest of one from the page before) and its lines."""

    mark: str
    lines: tuple[Line, ...]


def split_footnotes(lines: Sequence[Line], body_size: float) -> tuple[list[Line], list[Footnote]]:
    """The lines of one page without its footnotes, and these in order."""
    columns: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.upright and line.aside < 0:
            columns[line.column].append(line)
    small: list[Line] = []
    for column in columns.values():
        small += _small_print_at_foot(column, body_size)
    notes = {id(line) for line in small}
    kept = [line for line in lines if id(line) not in notes]
    return kept, _grouped([line for line in lines if id(line) in notes])


def anchor(note: Footnote, flow: Sequence[Line]) -> Line | None:
    """The line of this page that refers to the note, else the last line of text."""
    referring = [line for line in flow if note.mark and note.mark in _references(line)]
    if referring:
        return referring[-1]
    return flow[-1] if flow else None


def _small_print_at_foot(column: Sequence[Line], body_size: float) -> list[Line]:
    """The smaller lines below the last line of text, if one of them starts with a mark."""
    below: list[Line] = []
    for line in sorted(column, key=lambda line: -line.top):
        if line.size > _SMALLER_THAN_BODY * body_size:
            break
        below.append(line)
    if len(below) == len(column) or not any(_MARK.match(line.text) for line in below):
        return []
    first_mark = max(place for place, line in enumerate(below) if _MARK.match(line.text))
    same_print = [line for line in below[first_mark + 1 :] if abs(line.size - below[first_mark].size) <= 0.5]
    return below[: first_mark + 1] + same_print


def _grouped(lines: Sequence[Line]) -> list[Footnote]:
    notes: list[Footnote] = []
    for line in lines:
        mark = _MARK.match(line.text)
        if mark or not notes:
            notes.append(Footnote(mark.group(1).translate(_DIGITS) if mark else "", (line,)))
        else:
            notes[-1] = Footnote(notes[-1].mark, (*notes[-1].lines, line))
    return notes


def _references(line: Line) -> list[str]:
    raised = [run.text for run in line.runs if run.raised]
    return raised + re.findall(r"\[(\d{1,3})\]", line.text) + re.findall(r"(?<=\w)([*†‡]{1,3})", line.text)
