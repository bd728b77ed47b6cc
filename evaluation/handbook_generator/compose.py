"""Set the parts of the story on pages and write down what stands where."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from evaluation.handbook_generator.pages import COLUMN_WIDTH, GAP, NOTE, Ink, Press, note_lines
from evaluation.handbook_generator.spec import TruthBlock
from evaluation.handbook_generator.story import Box, Element, Heading, Table, Text
from evaluation.handbook_generator.typeset import SetLine, Style, break_lines

BODY = Style("", 9.5, 12.5)
_BOX_TEXT = Style("", 8.5, 11.0)
_HEADINGS = {1: Style("B", 22.0, 28.0), 2: Style("B", 14.0, 18.0), 3: Style("B", 11.5, 15.0)}
_PADDING = 8.0
_LIST_INDENT = 12.0
_CELLS = (0.0, 110.0, 170.0)


@dataclass(frozen=True, slots=True)
class PlacedHeading:
    """A heading and where it stands, for the outline and the contents."""

    text: str
    level: int
    page: int
    y: float


@dataclass(slots=True)
class Composer:
    """Sets elements one after the other; keeps the heading path and counts footnotes."""

    press: Press
    chance: random.Random
    justified: bool = True
    truth: list[TruthBlock] = field(default_factory=list)
    headings: list[PlacedHeading] = field(default_factory=list)
    path: tuple[Heading, ...] = ()
    notes: int = 0

    def set_until(self, elements: Iterable[Element], last_page: int) -> None:
        """Set elements until the page ``last_page`` is under way in its second column."""
        for element in elements:
            sheet = self.press.sheet if self.press.sheets else None
            if sheet and sheet.number >= last_page and sheet.column == 1 and sheet.y > 400:
                return
            self._set(element)

    def _set(self, element: Element) -> None:
        if isinstance(element, Heading):
            self._heading(element)
        elif isinstance(element, Text):
            self._text(element)
        elif isinstance(element, Box):
            self._box(element)
        else:
            self._table(element)

    def _heading(self, heading: Heading) -> None:
        self.path = (*(above for above in self.path if above.level < heading.level), heading)
        style = _HEADINGS[heading.level]
        wide = COLUMN_WIDTH
        if heading.level == 1:
            self.press.head = heading.text
            self.press.new_page()
            self.justified = not self.justified
            wide = 2 * COLUMN_WIDTH + GAP
        lines = break_lines(heading.text.split(), style, wide, self.press.measure)
        self.press.room_for(len(lines) * style.pitch + 60)
        self.press.sheet.y += 10
        self.headings.append(PlacedHeading(heading.text, heading.level, self.press.sheet.number, self.press.sheet.y))
        for line in lines:
            self.press.set_line(line, style, 0.0, wide, False, {})
        self.press.sheet.y += 6
        if heading.level == 1:
            # Both columns of an opening page begin below its heading.
            self.press.sheet.top = self.press.sheet.y

    def _text(self, text: Text) -> None:
        indent = _LIST_INDENT if text.kind == "list_item" else 0.0
        words = text.words[1:] if indent else text.words
        lines = break_lines(words, BODY, COLUMN_WIDTH - indent, self.press.measure)
        marks: dict[int, str] = {}
        place = len(self.truth)
        for number, line in enumerate(lines):
            following = lines[number + 1].indexes if number + 1 < len(lines) else ()
            referred = [note for note in text.notes if note[0] in line.indexes and note[0] not in following]
            notes = self._number_notes(referred, marks)
            self.press.room_for(BODY.pitch + sum(NOTE.pitch * len(note) + 12 for _, note in notes))
            if number == 0:
                self._note_truth(text.kind, "")
                self._bullet(indent)
            self.press.sheet.notes += notes
            for (mark, _), (_, note) in zip(notes, referred, strict=True):
                self._note_truth("footnote", f"{mark} {' '.join(note)}")
            self.press.set_line(line, BODY, indent, COLUMN_WIDTH - indent, self.justified, marks)
        self.truth[place] = replace(self.truth[place], text=_with_marks(text, marks))
        self.press.sheet.y += 7

    def _number_notes(
        self, referred: Sequence[tuple[int, tuple[str, ...]]], marks: dict[int, str]
    ) -> list[tuple[str, list[SetLine]]]:
        for index, _ in referred:
            self.notes += 1
            marks[index] = str(self.notes)
        return [(marks[index], note_lines(note, self.press.measure)) for index, note in referred]

    def _bullet(self, indent: float) -> None:
        if indent:
            sheet = self.press.sheet
            sheet.ink.append(Ink(sheet.left, sheet.y + BODY.pitch, "•", "", BODY.size))

    def _box(self, box: Box) -> None:
        width = COLUMN_WIDTH - 2 * _PADDING
        title = replace(_BOX_TEXT, weight="B")
        parts = [(title, break_lines(box.title.split(), title, width, self.press.measure))]
        parts += [(_BOX_TEXT, break_lines(words, _BOX_TEXT, width, self.press.measure)) for words in box.paragraphs]
        height = sum(style.pitch * len(lines) + 5 for style, lines in parts) + 2 * _PADDING
        self.press.room_for(height + 20)
        sheet = self.press.sheet
        sheet.y += 4
        sheet.ink.append(Ink(sheet.left, sheet.y, width=COLUMN_WIDTH, height=height))
        sheet.y += _PADDING
        texts = [box.title, *(" ".join(words) for words in box.paragraphs)]
        for text, (style, lines) in zip(texts, parts, strict=True):
            self._note_truth("aside", text)
            for line in lines:
                self.press.set_line(line, style, _PADDING, width, False, {})
            sheet.y += 5
        sheet.y += _PADDING + 8

    def _table(self, table: Table) -> None:
        self.press.room_for(len(table.rows) * BODY.pitch + 20)
        self._note_truth("table", "\n".join(" ".join(row) for row in table.rows))
        for row in table.rows:
            self.press.sheet.y += BODY.pitch
            for cell, offset in zip(row, _CELLS, strict=True):
                left = self.press.sheet.left + offset
                self.press.sheet.ink.append(Ink(left, self.press.sheet.y, cell, "", BODY.size))
        self.press.sheet.y += 12

    def _note_truth(self, kind: str, text: str) -> None:
        standard = next((above.standard for above in reversed(self.path) if above.standard), None)
        path = tuple(above.text for above in self.path)
        sheet = self.press.sheet
        self.truth.append(TruthBlock(kind, text, path, standard, sheet.number, "", sheet.column))


def _with_marks(text: Text, marks: dict[int, str]) -> str:
    """The words with the numbers of their notes right behind them, as they are printed."""
    return " ".join(word + marks.get(index, "") for index, word in enumerate(text.words))
