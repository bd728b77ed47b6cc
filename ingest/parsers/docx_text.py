"""The words of a Word paragraph: without deleted text, with marks where notes are referred to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ingest.parsers.docx_numbering import W

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{W}txbxContent"
# Deleted or moved-away text, and the second rendering of drawings for old programs.
_SKIPPED = frozenset({f"{W}del", f"{W}moveFrom", _FALLBACK, _BOX})
_AS_TEXT = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}


@dataclass(slots=True)
class Notes:
    """Footnotes by Word's id, numbered from 1 in the order they are referred to."""

    texts: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def refer(self, note_id: str) -> str:
        """The mark of a note; empty if there is no such note."""
        if note_id not in self.texts:
            return ""
        number = self.numbers.setdefault(note_id, len(self.numbers) + 1)
        return str(number).translate(_SUPERSCRIPTS)

    def text(self, note_id: str) -> str:
        """The note with its mark."""
        return f"{self.refer(note_id)} {self.texts[note_id]}"


def notes_of(root: Any | None) -> Notes:
    """The footnotes of a document's footnote part; none if it has no such part."""
    notes = Notes()
    if root is None:
        return notes
    for note in root.findall(f"{W}footnote"):
        if note.get(f"{W}type") in (None, "normal"):
            notes.texts[note.get(f"{W}id")] = " ".join(text_of(note, Notes())[0].split())
    return notes


def text_of(element: Any, notes: Notes) -> tuple[str, list[str]]:
    """The visible words of an element, and the ids of the notes it refers to."""
    pieces: list[str] = []
    referred: list[str] = []
    for part in _visible(element):
        if part.tag == f"{W}t":
            pieces.append(part.text or "")
        elif part.tag == f"{W}footnoteReference":
            note_id = part.get(f"{W}id", "")
            mark = notes.refer(note_id)
            pieces.append(mark)
            referred += [note_id] if mark else []
        elif part.tag == f"{W}p":
            pieces.append(" ")
        else:
            pieces.append(_AS_TEXT.get(part.tag, ""))
    return " ".join("".join(pieces).split()), referred


def boxes_in(element: Any, notes: Notes) -> Iterator[str]:
    """The paragraphs of text boxes that hang on a paragraph."""
    for box in element.iter(_BOX):
        if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            for paragraph in box.findall(f"{W}p"):
                yield text_of(paragraph, notes)[0]


def _visible(element: Any) -> Iterator[Any]:
    """The element's descendants in order, without what is not shown (depth is bounded by lxml)."""
    for child in element:
        if child.tag in _SKIPPED:
            continue
        yield child
        yield from _visible(child)
