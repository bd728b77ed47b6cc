"""From loose blocks to a document: every word in exactly one block, white space between them."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.blocks import Block, BlockKind, ParsedDocument
from nrm.domain.passages import Box

_BETWEEN_BLOCKS = "\n\n"
_BETWEEN_ROWS_OF_A_LIST = "\n"


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before it has its place in the text."""

    kind: BlockKind
    text: str
    level: int = 0
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    font_size: float | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a file says of itself."""

    title: str = ""
    language: str = ""
    page_labels: tuple[str, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()


def assemble(drafts: Iterable[Draft], facts: DocumentFacts | None = None) -> ParsedDocument:
    """The document made of these blocks in this order; blocks without words are left out."""
    facts = facts or DocumentFacts()
    pieces: list[str] = []
    blocks: list[Block] = []
    position = 0
    for draft in drafts:
        text = draft.text.strip()
        if not text:
            continue
        between = _between(blocks[-1].kind, draft.kind) if blocks else ""
        start = position + len(between)
        position = start + len(text)
        pieces += (between, text)
        blocks.append(
            Block(draft.kind, start, position, draft.level, draft.page, draft.boxes, draft.font_size, draft.bold)
        )
    return ParsedDocument(
        "".join(pieces),
        tuple(blocks),
        facts.title,
        facts.language,
        facts.page_labels,
        dict(facts.metadata),
        facts.remarks,
    )


def _between(previous: BlockKind, current: BlockKind) -> str:
    both = previous is current is BlockKind.LIST_ITEM
    return _BETWEEN_ROWS_OF_A_LIST if both else _BETWEEN_BLOCKS
