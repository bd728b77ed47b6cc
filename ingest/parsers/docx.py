"""Read a Word document: headings, paragraphs, lists with their numbers, tables, notes, boxes."""

import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from ingest.blocks import BlockKind, ParsedDocument
from ingest.parsers.archives import check_xml_entries, opened_archive, safe_xml
from ingest.parsers.assemble import DocumentFacts, Draft, assemble
from ingest.parsers.docx_numbering import Numbering, W, numbering_of
from ingest.parsers.docx_text import Notes, boxes_in, notes_of, text_of
from ingest.parsers.pdf_tables import CELL_MARK
from ingest.parsers.reading import Reading
from ingest.parsers.wire import document_to_json
from ingest.refusals import Damaged, TooDemanding
from nrm.domain.errors import UnreadableDocument

_HEADING_STYLE = re.compile(r"^(?:heading|überschrift|titre|titolo|título|заголовок)\s*(\d)$", re.I)
_DEEPEST_TABLE = 5
_FOOTNOTES = "/footnotes"
_NUMBERING = "/numbering"


def read_docx(reading: Reading) -> dict[str, Any]:
    """The parsed document as JSON values.

    :raises UnreadableDocument: damaged, too demanding, or without text.
    """
    return document_to_json(parse_docx(reading))


def parse_docx(reading: Reading) -> ParsedDocument:
    """The parsed document; see ``read_docx``."""
    with opened_archive(reading.path, reading.limits) as archive:
        check_xml_entries(archive)
    try:
        document = docx.Document(str(reading.path))
        drafts = list(_drafts(document))
    except (OpcError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        # python-docx answers a missing or odd part with whatever it stumbles over.
        raise Damaged("the file is damaged inside.", "Save it again with a word processor.") from error
    if not any(draft.text.strip() for draft in drafts):
        raise UnreadableDocument("the document has no text.", "If it holds pictures of pages, load them as PDF.")
    if sum(len(draft.text) for draft in drafts) > reading.limits.characters:
        raise TooDemanding(f"it has more than {reading.limits.characters:,} characters.", "Split the file.")
    return assemble(drafts, _facts(document, drafts))


def _facts(document: Any, drafts: list[Draft]) -> DocumentFacts:
    properties = document.core_properties
    first = next((draft.text for draft in drafts if draft.kind is BlockKind.HEADING), "")
    title = " ".join((properties.title or "").split()) or first
    return DocumentFacts(title[:200], (properties.language or "").split("-")[0].lower()[:3])


def _drafts(document: Any) -> Iterator[Draft]:
    numbering = numbering_of(_related(document, _NUMBERING))
    notes = notes_of(_related(document, _FOOTNOTES))
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            yield from _table(item, notes)
        else:
            yield from _paragraph(item, numbering, notes)


def _related(document: Any, kind: str) -> Any | None:
    """The XML of the part of that kind which belongs to the document, or None."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(kind) and not relation.is_external:
            return safe_xml(relation.target_part.blob)
    return None


def _paragraph(paragraph: Paragraph, numbering: Numbering, notes: Notes) -> Iterator[Draft]:
    text, referred = text_of(paragraph._p, notes)
    level = _heading_level(paragraph)
    place = _list_place(paragraph)
    mark = numbering.mark(*place) if place and text.strip() else ""
    kind = BlockKind.HEADING if level else BlockKind.LIST_ITEM if place else BlockKind.PARAGRAPH
    if kind is BlockKind.LIST_ITEM and mark[:1].isdigit() and place and place[1] == 0:
        # Outermost numbers are paragraph numbers in most decisions and guides.
        kind = BlockKind.PARAGRAPH
    yield Draft(kind, f"{mark} {text}".strip(), level)
    for number in referred:
        yield Draft(BlockKind.FOOTNOTE, notes.text(number))
    for box in boxes_in(paragraph._p, notes):
        yield Draft(BlockKind.ASIDE, box)


def _heading_level(paragraph: Paragraph) -> int:
    """From the outline level of the paragraph or its styles, else from the style's name."""
    own = _outline_level(paragraph._p.pPr)
    style = paragraph.style
    for _ in range(10):
        if own or style is None:
            break
        named = _HEADING_STYLE.match(style.name or "")
        own = int(named.group(1)) if named else _outline_level(style.element.find(f"{W}pPr"))
        own = own or int((style.name or "").lower() == "title")
        style = style.base_style
    return min(own, 6)


def _outline_level(properties: Any | None) -> int:
    """1 to 9, or 0 for text (which Word writes as 9)."""
    found = properties.find(f"{W}outlineLvl") if properties is not None else None
    value = found.get(f"{W}val", "9") if found is not None else "9"
    return int(value) + 1 if value.isdigit() and int(value) < 9 else 0


def _list_place(paragraph: Paragraph) -> tuple[str, int] | None:
    """The list and level a paragraph belongs to, by itself or by its styles."""
    properties = paragraph._p.pPr
    style = paragraph.style
    for _ in range(10):
        number = properties.find(f"{W}numPr") if properties is not None else None
        if number is not None:
            return _place(number)
        if style is None:
            return None
        properties, style = style.element.find(f"{W}pPr"), style.base_style
    return None


def _place(number: Any) -> tuple[str, int] | None:
    list_id, level = number.find(f"{W}numId"), number.find(f"{W}ilvl")
    value = list_id.get(f"{W}val", "0") if list_id is not None else "0"
    depth = level.get(f"{W}val", "0") if level is not None else "0"
    return (value, int(depth)) if value != "0" and depth.isdigit() else None


def _table(table: Table, notes: Notes) -> Iterator[Draft]:
    """A table with one cell is a box around text; others keep their rows."""
    cells = list(table._tbl.iter(f"{W}tc"))
    if len(cells) == 1:
        for paragraph in cells[0].iter(f"{W}p"):
            yield Draft(BlockKind.ASIDE, text_of(paragraph, notes)[0])
        return
    rows = [_row(row, notes) for row in table._tbl.findall(f"{W}tr")]
    yield Draft(BlockKind.TABLE, "\n".join(row for row in rows if row.strip(" |")))
    for cell in cells:
        for number in text_of(cell, notes)[1]:
            yield Draft(BlockKind.FOOTNOTE, notes.text(number))


def _row(row: Any, notes: Notes) -> str:
    cells = [" ".join(text_of(cell, notes)[0].split()) for cell in row.iter(f"{W}tc")]
    return CELL_MARK.join(cells)
