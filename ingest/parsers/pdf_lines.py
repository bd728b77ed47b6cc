"""Lines and runs of a PDF page: the shapes that all later steps work on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from nrm.domain.passages import Box

# What PDFium reports for a hyphen that only the end of the line asked for.
LINE_END_HYPHEN = "\x02"
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one style without a space between them; points from the page's top left.

    ``space_before`` tells whether PDFium saw a space before it; ``raised`` marks a superscript.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    space_before: bool = False
    raised: bool = False


@dataclass(frozen=True)
class Line:
    """Runs on one base line of a page, in reading order; ``column`` counts from 0, -1 spans them.

    ``aside`` is the number of the drawn box it stands in, or -1.
    """

    page: int
    runs: tuple[Run, ...]
    column: int = 0
    aside: int = -1
    upright: bool = True

    @cached_property
    def text(self) -> str:
        """Its words with one space where PDFium saw one; reference numbers as superscripts."""
        pieces: list[str] = []
        for run in self.runs:
            pieces += (" " if run.space_before and pieces else "", shown_text(run))
        return "".join(pieces)

    @cached_property
    def size(self) -> float:
        """The font size of most of its characters."""
        return _most_common([(run.size, len(run.text)) for run in self.runs])

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(run.bold for run in self.runs if not run.raised)

    @cached_property
    def box(self) -> Box:
        """The rectangle around it."""
        return box_around(self.page, self.runs)

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.box.left

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.box.right

    @property
    def top(self) -> float:
        """Its top edge."""
        return self.box.top

    @property
    def bottom(self) -> float:
        """Its bottom edge."""
        return self.box.bottom

    def with_place(self, column: int, aside: int) -> "Line":
        """The same line in that column and box."""
        """The same line in that column and box."""
        if (column, aside) == (self.column, self.aside):
            return self
        return replace(self, column=column, aside=aside)


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page: its number from 1, its size in points, its lines, the boxes drawn on it.

    ``pictures`` tells whether it holds images, which makes an empty page a scan.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rectangles: tuple[Box, ...] = ()
    pictures: bool = False


def shown_text(run: Run) -> str:
    """The run's characters; a raised number as superscript digits."""
    return run.text.translate(_SUPERSCRIPTS) if run.raised else run.text


def box_around(page: int, runs: Sequence[Run]) -> Box:
    """The smallest rectangle around runs of one page."""
    return Box(
        page,
        min(run.left for run in runs),
        min(run.top for run in runs),
        max(run.right for run in runs),
        max(run.bottom for run in runs),
    )


def _most_common(weighted: list[tuple[float, int]]) -> float:
    totals: dict[float, int] = {}
    for value, weight in weighted:
        totals[value] = totals.get(value, 0) + weight
    return max(totals, key=lambda value: totals[value])
