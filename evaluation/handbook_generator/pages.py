"""Pages that fill up column by column, with footnotes at their foot and what was put where."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from evaluation.handbook_generator.typeset import SetLine, Style, Width, break_lines

PAGE_WIDTH, PAGE_HEIGHT = 595.0, 842.0
MARGIN, TOP, BOTTOM = 56.0, 84.0, 770.0
GAP = 22.0
COLUMN_WIDTH = (PAGE_WIDTH - 2 * MARGIN - GAP) / 2
NOTE = Style("", 7.5, 9.0)
_SPACE_ABOVE_NOTES = 10.0


@dataclass(frozen=True, slots=True)
class Ink:
    """Something drawn: words at the left end of a base line, or a rectangle (``text`` empty).

    ``row`` is the base line of the row that a raised mark belongs to.
    """

    x: float
    y: float
    text: str = ""
    weight: str = ""
    size: float = 0.0
    width: float = 0.0
    height: float = 0.0
    row: float = 0.0


@dataclass(slots=True)
class Sheet:
    """A page under way: what is drawn, its running head, and where the column stands."""

    number: int
    head: str
    ink: list[Ink] = field(default_factory=list)
    column: int = 0
    y: float = TOP
    top: float = TOP
    notes: list[tuple[str, list[SetLine]]] = field(default_factory=list)

    @property
    def left(self) -> float:
        """The left edge of the current column."""
        return MARGIN + self.column * (COLUMN_WIDTH + GAP)

    @property
    def floor(self) -> float:
        """How far down text may go above the column's footnotes."""
        lines = sum(len(note) for _, note in self.notes)
        return BOTTOM - (lines * NOTE.pitch + _SPACE_ABOVE_NOTES if lines else 0.0)


@dataclass(slots=True)
class Press:
    """Fills pages; ``measure`` gives the width of words in points."""

    measure: Width
    sheets: list[Sheet] = field(default_factory=list)
    head: str = ""

    @property
    def sheet(self) -> Sheet:
        """The page under way."""
        return self.sheets[-1]

    def new_page(self) -> None:
        """Begin a page."""
        if self.sheets:
            self._set_notes()
        self.sheets.append(Sheet(len(self.sheets) + 1, self.head))

    def next_column(self) -> None:
        """Go on in the next column or page."""
        if self.sheet.column == 0:
            self._set_notes()
            self.sheet.column, self.sheet.y = 1, self.sheet.top
        else:
            self.new_page()

    def finish(self) -> None:
        """Set what is left for the last page."""
        self._set_notes()

    def room_for(self, height: float) -> None:
        """Make sure that so much fits below, in this column or the next."""
        if self.sheet.y + height > self.sheet.floor:
            self.next_column()

    def set_line(
        self, line: SetLine, style: Style, indent: float, width: float, justified: bool, marks: dict[int, str]
    ) -> None:
        """Draw one line, word by word, with raised marks after the words that refer to notes."""
        gap = self.measure(" ", style.weight, style.size)
        widths = [self.measure(word, style.weight, style.size) for word in line.words]
        if justified and not line.last and len(widths) > 1:
            gap = min((width - sum(widths)) / (len(widths) - 1), 3 * gap)
        self.sheet.y += style.pitch
        x = self.sheet.left + indent
        for word, index, wide in zip(line.words, line.indexes, widths, strict=True):
            self.sheet.ink.append(Ink(x, self.sheet.y, word, style.weight, style.size))
            if index in marks and not word.endswith("-"):
                above = self.sheet.y - 0.38 * style.size
                raised = Ink(x + wide, above, marks[index], "", 0.6 * style.size, row=self.sheet.y)
                self.sheet.ink.append(raised)
                x += self.measure(marks[index], "", 0.6 * style.size)
            x += wide + gap

    def _set_notes(self) -> None:
        sheet = self.sheet
        lines = sum(len(note) for _, note in sheet.notes)
        y = BOTTOM - lines * NOTE.pitch
        for mark, note in sheet.notes:
            for place, line in enumerate(note):
                y += NOTE.pitch
                if place == 0:
                    sheet.ink.append(Ink(sheet.left, y - 2.5, mark, "", 0.65 * NOTE.size, row=y))
                sheet.ink.append(Ink(sheet.left + 10, y, " ".join(line.words), "", NOTE.size))
        sheet.notes = []


def note_lines(words: Sequence[str], measure: Width) -> list[SetLine]:
    """A footnote in lines of a column."""
    return break_lines(words, NOTE, COLUMN_WIDTH - 10, measure)
