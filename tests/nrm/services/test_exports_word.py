import io
import zipfile
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from nrm.services.exports import Brief, Heading, Note, Paragraph, Part, Table, said, write_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTE = Note("Artificial Convention, art. 1. Record reviewed on 2026-01-01.", "https://example.org/a?b=1&c=2")


def parts_of(written: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root_of(written: bytes, part: str) -> Any:
    return etree.fromstring(parts_of(written)[part])


def test_footnotes_are_real_ones_with_text_and_a_link() -> None:
    brief = Brief("A brief", (Paragraph(said("must pay", NOTE)),))

    written = write_word(brief)

    marks = root_of(written, "word/document.xml").iter(f"{W}footnoteReference")
    footnotes = {note.get(f"{W}id"): "".join(note.itertext()) for note in root_of(written, "word/footnotes.xml")}
    assert [footnotes[mark.get(f"{W}id")] for mark in marks] == [f" {NOTE.text} {NOTE.url}"]
    assert b"https://example.org/a?b=1&amp;c=2" in parts_of(written)["word/_rels/footnotes.xml.rels"]
    assert b"footnotes+xml" in parts_of(written)["[Content_Types].xml"]


def test_same_footnote_cited_twice_stands_once_and_the_second_mark_points_to_it() -> None:
    brief = Brief("A brief", (Paragraph(said("first", NOTE)), Paragraph(said("second", NOTE))))

    written = write_word(brief)

    document = root_of(written, "word/document.xml")
    (field,) = document.iter(f"{W}fldSimple")
    (bookmark,) = document.iter(f"{W}bookmarkStart")
    assert len(list(document.iter(f"{W}footnoteReference"))) == 1
    assert bookmark.get(f"{W}name") in field.get(f"{W}instr")
    assert "".join(field.itertext()) == "1"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "example.org"])
def test_address_that_is_not_of_the_web_stays_plain_words(url: str) -> None:
    written = write_word(Brief("A brief", (Paragraph(said("x", Note("Somewhere", url))),)))

    assert not list(root_of(written, "word/footnotes.xml").iter(f"{W}hyperlink"))
    assert url in "".join(root_of(written, "word/footnotes.xml").itertext())


def test_headings_tables_and_quotes_are_what_word_knows_them_as() -> None:
    table = Table(("Instrument", "Where"), ((said("Convention", bold=True), said("art. 1", NOTE)),))
    brief = Brief("A brief", (Heading("Part one", 2), table, Paragraph(said("Words."), quote=True)), landscape=True)

    document = Document(io.BytesIO(write_word(brief)))

    assert [p.style.name for p in document.paragraphs if p.text] == ["Title", "Heading 2", "Intense Quote"]
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["Instrument", "Where"]
    assert document.sections[0].page_width > document.sections[0].page_height
    assert document.core_properties.author == ""


def test_brief_without_notes_has_no_footnotes() -> None:
    assert "word/footnotes.xml" not in parts_of(write_word(Brief("A brief", (Paragraph(said("x")),))))


def test_row_of_another_length_than_the_head_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="as many cells"):
        Table(("one", "two"), ((said("only one"),),))


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_makes_a_file_that_opens(words: str, note: str) -> None:
    brief = Brief(words, (Paragraph((Part(words, notes=(Note(note, "https://example.org"),)),)),))

    assert Document(io.BytesIO(write_word(brief))).paragraphs
