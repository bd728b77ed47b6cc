"""A brief as a value: headings, paragraphs and tables whose parts may carry footnotes."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: what it says and, where there is one, the address that ends it."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words of one look; its notes stand after it."""

    text: str
    bold: bool = False
    italic: bool = False
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the title; ``level`` from 1 to 4."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in a row; ``quote`` sets them apart as somebody else's words."""

    parts: tuple[Part, ...]
    quote: bool = False


Cell: TypeAlias = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a head that is repeated on every page; each row is as long as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.head) for row in self.rows):
            raise ValueError("every row of a table needs as many cells as its head")


Block: TypeAlias = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Brief:
    """A document of a few pages. ``landscape`` for wide tables; ``language`` as a tag such as en-GB."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    language: str = "en-GB"


def said(text: str, *notes: Note, bold: bool = False, italic: bool = False) -> Cell:
    """One part as a cell or as the parts of a paragraph.

    >>> said("must")[0].text
    'must'
    """
    return (Part(text, bold, italic, notes),)
