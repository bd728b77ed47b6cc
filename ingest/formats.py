"""Decide what a file is from its first bytes; its extension only chooses between kinds of text."""

import zipfile
from enum import StrEnum
from pathlib import Path

from ingest.refusals import Damaged, TooDemanding
from nrm.domain.errors import MissingFile, UnreadableDocument

MEBIBYTE = 1 << 20
LARGEST_FILE_BYTES = 200 * MEBIBYTE
_HEAD_BYTES = 4096
# Readers accept some bytes before the header of a PDF, so do we.
_PDF_HEADER_WITHIN = 1024
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS_DOCX = "Save it as .docx or PDF and load that."
_OLD_FORMATS = (
    (b"\xd0\xcf\x11\xe0", "is an old or protected Office file", _SAVE_AS_DOCX),
    (b"{\\rtf", "is an RTF file", _SAVE_AS_DOCX),
)


class Format(StrEnum):
    """The formats that can be read; each has its parser in ``ingest.parsers``."""

    PDF = "pdf"
    DOCX = "docx"
    EPUB = "epub"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


_BY_EXTENSION = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
}
_NEEDS_MAGIC = {".pdf": "PDF", ".docx": "Word", ".epub": "EPUB"}


def decide_format(path: Path, largest_bytes: int = LARGEST_FILE_BYTES) -> Format:
    """The format of a file, by content first.

    :param largest_bytes: files above this are refused unread.
    :raises MissingFile: if there is no such file.
    :raises UnreadableDocument: if it is empty, too large or of a kind that cannot be read; the
        message names the file without its folder, and what to do.
    """
    name = shown_name(path)
    _check_size(path, name, largest_bytes)
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if b"%PDF-" in head[:_PDF_HEADER_WITHIN]:
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        return _archive_format(path, name)
    for magic, problem, remedy in _OLD_FORMATS:
        if head.startswith(magic):
            raise UnreadableDocument(f"{name}: {problem}.", remedy)
    return _text_format(path, name, head)


def shown_name(path: Path) -> str:
    """The file's name without its folder and without control characters, for messages."""
    return "".join(character if character.isprintable() else "?" for character in path.name)[:120]


def _check_size(path: Path, name: str, largest_bytes: int) -> None:
    if not path.is_file():
        raise MissingFile(f"{name}: there is no such file.", "Check the path and try again.")
    size = path.stat().st_size
    if size == 0:
        raise UnreadableDocument(f"{name}: the file is empty.", "Download or export it again.")
    if size > largest_bytes:
        raise TooDemanding(
            f"{name}: {size // MEBIBYTE} MB is more than the {largest_bytes // MEBIBYTE} MB we read.",
            "Split the file, or load a version without pictures.",
        )


def _archive_format(path: Path, name: str) -> Format:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Damaged(f"{name}: the file is damaged.", "Download or export it again.") from error
    if "word/document.xml" in names:
        return Format.DOCX
    if "META-INF/container.xml" in names:
        return Format.EPUB
    raise UnreadableDocument(
        f"{name}: is an archive or an Office file other than Word.",
        "Unpack it, or save the document as PDF or .docx, and load that.",
    )


def _text_format(path: Path, name: str, head: bytes) -> Format:
    extension = path.suffix.lower()
    if extension in _NEEDS_MAGIC:
        raise Damaged(
            f"{name}: is not a {_NEEDS_MAGIC[extension]} file although its name says so.",
            "Download or export it again.",
        )
    if not _looks_like_text(head):
        raise UnreadableDocument(
            f"{name}: is not a document we can read.", "Load PDF, Word (.docx), EPUB, HTML, Markdown or text."
        )
    beginning = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if beginning.startswith((b"<!doctype html", b"<html")):
        return Format.HTML
    return _BY_EXTENSION.get(extension, Format.TEXT)


def _looks_like_text(head: bytes) -> bool:
    """Text has no NUL and hardly any control characters; UTF-16 says so with its mark."""
    if head.startswith(_UTF16_MARKS):
        return True
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in head)
    return b"\x00" not in head and controls <= len(head) // 100
