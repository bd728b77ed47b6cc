"""What a file is, by its content."""

import zipfile
from pathlib import Path

import pytest

from ingest.formats import Format, decide_format
from ingest.refusals import Damaged, TooDemanding
from nrm.domain.errors import MissingFile, UnreadableDocument


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.pdf", b"%PDF-1.7\n", Format.PDF),
        ("named-wrongly.txt", b"\n\n%PDF-1.4", Format.PDF),
        ("a.html", b"<p>words</p>", Format.HTML),
        ("no-extension", b"<!DOCTYPE html><html></html>", Format.HTML),
        ("a.md", "# Стаття 13".encode(), Format.MARKDOWN),
        ("a.txt", b"words", Format.TEXT),
        ("wide.txt", "words".encode("utf-16"), Format.TEXT),
    ],
)
def test_content_decides_and_the_extension_only_among_texts(
    tmp_path: Path, name: str, data: bytes, expected: Format
) -> None:
    path = written(tmp_path, name, data)

    assert decide_format(path) is expected


@pytest.mark.parametrize(
    ("part", "expected"), [("word/document.xml", Format.DOCX), ("META-INF/container.xml", Format.EPUB)]
)
def test_archives_are_told_apart_by_what_they_hold(tmp_path: Path, part: str, expected: Format) -> None:
    path = tmp_path / "some.file"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")

    assert decide_format(path) is expected


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("empty.pdf", b"", "empty"),
        ("page.pdf", b"<html>not found</html>", "is not a PDF"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "old or protected Office"),
        ("note.rtf", b"{\\rtf1", "RTF"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "not a document"),
        ("cut.docx", b"PK\x03\x04cut off", "damaged"),
    ],
)
def test_unreadable_files_are_refused_by_name_with_a_remedy(
    tmp_path: Path, name: str, data: bytes, problem: str
) -> None:
    path = written(tmp_path, name, data)

    with pytest.raises(UnreadableDocument) as refusal:
        decide_format(path)

    assert refusal.value.problem.startswith(f"{name}: ")
    assert problem in refusal.value.problem
    assert refusal.value.remedy
    assert str(tmp_path) not in str(refusal.value)


def test_spreadsheet_is_not_taken_for_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "x")

    with pytest.raises(UnreadableDocument, match="other than Word"):
        decide_format(path)


def test_file_above_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = written(tmp_path, "large.txt", b"word " * 300_000)

    with pytest.raises(TooDemanding, match="1 MB is more than the 1 MB"):
        decide_format(path, largest_bytes=1 << 20)


def test_missing_file_is_named_without_its_folder(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match=r"^none\.pdf: "):
        decide_format(tmp_path / "none.pdf")


def test_control_characters_of_a_name_do_not_reach_the_message(tmp_path: Path) -> None:
    path = written(tmp_path, "a\x1b[31m.pdf", b"no pdf")

    with pytest.raises(Damaged) as refusal:
        decide_format(path)

    assert "\x1b" not in str(refusal.value)
