"""A brief as a Word file, with real headings, table heads and footnotes."""

import io
import re
from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from nrm.services.exports.brief import Block, Brief, Cell, Heading, Paragraph, Part, Table
from nrm.services.exports.footnotes import Footnotes

# Characters that XML 1.0 cannot hold; a text that was read from a document may have them.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_TABLE_POINTS = 9


def write_word(brief: Brief) -> bytes:
    """A ``.docx`` file; it does not say who made it, and links only to the sources of its footnotes."""
    document: Any = Document()
    _describe(document, brief)
    footnotes = Footnotes(document)
    document.add_heading(clean(brief.title), level=0)
    for block in brief.blocks:
        _add(document, block, footnotes)
    footnotes.close()
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def clean(text: str) -> str:
    """The text without characters that a Word file cannot hold."""
    return _NOT_XML.sub("", text)


def _describe(document: Any, brief: Brief) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.comments = clean(brief.title), "", ""
    properties.language = brief.language
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), brief.language)
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    if brief.landscape:
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width


def _add(document: Any, block: Block, footnotes: Footnotes) -> None:
    if isinstance(block, Heading):
        document.add_heading(clean(block.text), level=block.level)
    elif isinstance(block, Paragraph):
        style = "Intense Quote" if block.quote else None
        _fill(document.add_paragraph(style=style), block.parts, footnotes)
    else:
        _add_table(document, block, footnotes)


def _fill(paragraph: Any, parts: Iterable[Part], footnotes: Footnotes) -> None:
    for part in parts:
        run = paragraph.add_run(clean(part.text))
        run.bold, run.italic = part.bold or None, part.italic or None
        for note in part.notes:
            footnotes.add(paragraph, clean(note.text), clean(note.url))


def _add_table(document: Any, block: Table, footnotes: Footnotes) -> None:
    table = document.add_table(rows=1, cols=len(block.head))
    table.style = "Table Grid"
    _repeat_on_every_page(table.rows[0])
    for cell, name in zip(table.rows[0].cells, block.head, strict=True):
        _fill_cell(cell, (Part(name, bold=True),), footnotes)
    for row in block.rows:
        for cell, parts in zip(table.add_row().cells, row, strict=True):
            _fill_cell(cell, parts, footnotes)
    document.add_paragraph()


def _fill_cell(cell: Any, parts: Cell, footnotes: Footnotes) -> None:
    paragraph = cell.paragraphs[0]
    _fill(paragraph, parts, footnotes)
    for run in paragraph.runs:
        run.font.size = Pt(_TABLE_POINTS)


def _repeat_on_every_page(row: Any) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
