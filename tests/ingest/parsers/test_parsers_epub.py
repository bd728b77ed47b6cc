"""Reading EPUB books."""

import zipfile
from pathlib import Path

import pytest

from ingest.parsers.epub import parse_epub
from ingest.parsers.reading import Reading
from ingest.refusals import Damaged
from nrm.domain.errors import UnreadableDocument

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/p.opf"/></rootfiles></container>'
)


def package(*chapters: str) -> str:
    items = "".join(
        f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="i{number}"/>' for number in range(len(chapters)))
    return (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Artificial book</dc:title><dc:language>uk-UA</dc:language></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )


def book(folder: Path, parts: dict[str, str]) -> Reading:
    path = folder / "made.epub"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        for name, text in parts.items():
            archive.writestr(name, text)
    return Reading(path)


def test_chapters_come_in_the_order_of_the_spine(tmp_path: Path) -> None:
    reading = book(
        tmp_path,
        {
            "OPS/a b.xhtml": "<html><body><h2>Two</h2><p>second words</p></body></html>",
            "OPS/z.xhtml": "<html><body><h2>One</h2><p>first words</p></body></html>",
            "OPS/p.opf": package("z.xhtml", "a%20b.xhtml"),
        },
    )

    document = parse_epub(reading)

    assert document.text == "One\n\nfirst words\n\nTwo\n\nsecond words"
    assert (document.title, document.language) == ("Artificial book", "uk")


def test_chapter_outside_of_the_book_is_refused(tmp_path: Path) -> None:
    reading = book(tmp_path, {"OPS/p.opf": package("../../etc/hostname")})

    with pytest.raises(Damaged, match="lead out"):
        parse_epub(reading)


def test_protected_book_says_so(tmp_path: Path) -> None:
    reading = book(tmp_path, {"OPS/p.opf": package(), "META-INF/encryption.xml": "<encryption/>"})

    with pytest.raises(UnreadableDocument, match="protected against copying"):
        parse_epub(reading)
