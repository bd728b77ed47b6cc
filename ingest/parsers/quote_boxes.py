"""Where a quote stands on a page: its letters found among the page's, its rectangles line by line."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.parsers.pdf_lines import Line, Run
from nrm.domain.passages import Box


@dataclass(frozen=True, slots=True)
class _Letter:
    """One folded letter, and the share of its run's width where it stands."""

    line: int
    run: Run
    start: float
    end: float


def find_quote(lines: Sequence[Line], quote: str) -> tuple[Box, ...]:
    """The rectangles of the quote in these lines (of one or several pages), one for each line.

    Letters and digits are compared, whatever their case, so hyphens, spaces and quotation marks may
    differ. Empty if not found.
    """
    wanted = _folded(quote)
    letters = [letter for index, line in enumerate(lines) for letter in _letters(index, line)]
    text = "".join(folded for folded, _ in letters)
    start = text.find(wanted) if wanted else -1
    if start < 0:
        return ()
    found = [letter for _, letter in letters[start : start + len(wanted)]]
    return tuple(
        _box(lines[number].page, list(stretch)) for number, stretch in groupby(found, key=lambda letter: letter.line)
    )


def _letters(index: int, line: Line) -> list[tuple[str, _Letter]]:
    letters = []
    for run in line.runs:
        for place, character in enumerate(run.text):
            where = _Letter(index, run, place / len(run.text), (place + 1) / len(run.text))
            letters += [(folded, where) for folded in _folded(character)]
    return letters


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def _box(page: int, letters: Sequence[_Letter]) -> Box:
    edges = [
        (_at(letter.run, letter.start), letter.run.top, _at(letter.run, letter.end), letter.run.bottom)
        for letter in letters
    ]
    lefts, tops, rights, bottoms = zip(*edges, strict=True)
    return Box(page, min(lefts), min(tops), max(rights), max(bottoms))


def _at(run: Run, share: float) -> float:
    return run.left + share * (run.right - run.left)
