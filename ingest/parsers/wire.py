"""Parsed documents as JSON: what the child process writes and the parent reads."""

from typing import Any

from ingest.blocks import Block, BlockKind, ParsedDocument
from nrm.domain.passages import Box


def document_to_json(document: ParsedDocument) -> dict[str, Any]:
    """The document as plain values."""
    return {
        "text": document.text,
        "blocks": [_block_to_json(block) for block in document.blocks],
        "title": document.title,
        "language": document.language,
        "page_labels": list(document.page_labels),
        "metadata": document.metadata,
        "remarks": list(document.remarks),
    }


def document_from_json(data: dict[str, Any]) -> ParsedDocument:
    """The document that ``document_to_json`` wrote.

    :raises ValueError, KeyError, TypeError: if the data is not such a document.
    """
    return ParsedDocument(
        text=str(data["text"]),
        blocks=tuple(_block_from_json(block) for block in data["blocks"]),
        title=str(data["title"]),
        language=str(data["language"]),
        page_labels=tuple(str(label) for label in data["page_labels"]),
        metadata={str(key): str(value) for key, value in data["metadata"].items()},
        remarks=tuple(str(remark) for remark in data["remarks"]),
    )


def box_to_json(box: Box) -> list[float]:
    """Page, left, top, right, bottom; a tenth of a point is finer than print."""
    return [box.page, *(round(edge, 1) for edge in (box.left, box.top, box.right, box.bottom))]


def box_from_json(data: list[float]) -> Box:
    """The box that ``box_to_json`` wrote."""
    page, left, top, right, bottom = data
    return Box(int(page), float(left), float(top), float(right), float(bottom))


def _block_to_json(block: Block) -> list[Any]:
    boxes = [box_to_json(box) for box in block.boxes]
    return [
        block.kind.value,
        block.start,
        block.end,
        block.level,
        block.page,
        boxes,
        block.font_size,
        block.bold,
    ]


def _block_from_json(data: list[Any]) -> Block:
    kind, start, end, level, page, boxes, font_size, bold = data
    placed = tuple(box_from_json(box) for box in boxes)
    return Block(BlockKind(kind), start, end, level, page, placed, font_size, bool(bold))
