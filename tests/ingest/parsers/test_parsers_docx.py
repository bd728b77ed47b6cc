"""Reading Word documents."""

from pathlib import Path

import docx
import pytest
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.blocks import ParsedDocument
from ingest.parsers.docx import parse_docx
from ingest.parsers.list_marks import list_mark
from ingest.parsers.reading import Reading


def read(document: docx.document.Document, folder: Path) -> ParsedDocument:
    path = folder / "made.docx"
    document.save(str(path))
    return parse_docx(Reading(path))


def blocks(document: ParsedDocument) -> list[tuple[str, int, str]]:
    return [(one.kind.value, one.level, document.text[one.start : one.end]) for one in document.blocks]


def test_headings_lists_tables_and_boxes_in_order(tmp_path: Path) -> None:
    made = docx.Document()
    made.core_properties.title = "Artificial guideline"
    made.add_heading("A part", 1)
    made.add_paragraph("Some words.")
    made.add_heading("A smaller part", 2)
    made.add_paragraph("first", style="List Number")
    made.add_paragraph("second", style="List Number")
    made.add_paragraph("dot", style="List Bullet")
    table = made.add_table(2, 2)
    for cell, text in zip(table._cells, ("Name", "Task", "Ann", "writes"), strict=True):
        cell.text = text
    made.add_table(1, 1).cell(0, 0).text = "In a box."

    document = read(made, tmp_path)

    assert blocks(document) == [
        ("heading", 1, "A part"),
        ("paragraph", 0, "Some words."),
        ("heading", 2, "A smaller part"),
        ("paragraph", 0, "1. first"),
        ("paragraph", 0, "2. second"),
        ("list_item", 0, "• dot"),
        ("table", 0, "Name | Task\nAnn | writes"),
        ("aside", 0, "In a box."),
    ]
    assert document.title == "Artificial guideline"


def test_footnote_follows_its_paragraph(tmp_path: Path) -> None:
    made = docx.Document()
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"/>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>An artificial note.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, notes.encode(), made.part.package)
    made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    paragraph = made.add_paragraph("Words with a note")
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'))

    document = read(made, tmp_path)

    assert blocks(document) == [
        ("paragraph", 0, "Words with a note¹"),
        ("footnote", 0, "¹ An artificial note."),
    ]


def test_deleted_words_are_left_out_and_inserted_ones_kept(tmp_path: Path) -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("Kept ")
    for tag, text in (("del", "gone "), ("ins", "new")):
        run = f"<w:{tag} {nsdecls('w')}><w:r><w:t>{text}</w:t></w:r></w:{tag}>"
        paragraph._p.append(parse_xml(run))

    assert read(made, tmp_path).text == "Kept new"


@pytest.mark.parametrize(
    ("number", "style", "mark"),
    [
        (4, "upperRoman", "IV"),
        (27, "lowerLetter", "aa"),
        (3, "russianLower", "в"),
        (7, "decimalZero", "07"),
        (0, "decimal", "0"),
    ],
)
def test_numbers_are_printed_as_word_prints_them(number: int, style: str, mark: str) -> None:
    assert list_mark(number, style) == mark
