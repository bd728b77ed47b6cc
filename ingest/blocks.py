"""What every parser returns: the text of a document and the blocks it is made of.

The text is the whole parsed document; blocks are spans of it, in reading order, that do not
overlap. What stands between blocks is white space only, so every word is in exactly one block.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from nrm.domain.passages import Box

# of a document's metadata: the numbers of the pages that hold pictures and no text
PICTURES_ONLY = "pictures_only"


class BlockKind(StrEnum):
    """What a block is; ``ASIDE`` is a box or sidebar; running heads and feet are left out."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    FOOTNOTE = "footnote"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Block:
    """A span ``start``..``end`` of the document's text; ``level`` counts headings from 1."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    font_size: float | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """The text of a document, its blocks, and what the file says of itself.

    ``page_labels`` gives the printed label of each physical page, counted from 1 at index 0;
    ``metadata`` is the front matter or the file's own properties; ``remarks`` are for a person
    ("2 of 14 pages have no text").
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    language: str = ""
    page_labels: tuple[str, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
