"""Read an EPUB: its chapters in the order of the spine; an own reader, as the usual one is AGPL."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from ingest.blocks import ParsedDocument
from ingest.parsers.archives import opened_archive, read_entry, safe_xml
from ingest.parsers.assemble import DocumentFacts, Draft, assemble
from ingest.parsers.html import html_drafts, html_text
from ingest.parsers.reading import Reading
from ingest.parsers.wire import document_to_json
from ingest.refusals import Damaged, TooDemanding
from nrm.domain.errors import UnreadableDocument

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html")
_MOST_CHAPTERS = 2000


def read_epub(reading: Reading) -> dict[str, Any]:
    """The parsed book as JSON values.

    :raises UnreadableDocument: damaged, too demanding, protected, or without text.
    """
    return document_to_json(parse_epub(reading))


def parse_epub(reading: Reading) -> ParsedDocument:
    """The parsed book; see ``read_epub``."""
    with opened_archive(reading.path, reading.limits) as archive:
        package_name = _package_name(archive)
        package = safe_xml(read_entry(archive, package_name))
        drafts: list[Draft] = []
        characters = 0
        for name in _chapters(package, posixpath.dirname(package_name)):
            chapter = html_drafts(html_text(read_entry(archive, name)))
            characters += sum(len(draft.text) for draft in chapter)
            if characters > reading.limits.characters:
                raise TooDemanding(f"it has more than {reading.limits.characters:,} characters.", "Split it.")
            drafts += chapter
    if not drafts:
        raise UnreadableDocument(_without_text(reading), "Load a copy without protection, or a PDF.")
    return assemble(drafts, DocumentFacts(_metadata(package, "title"), _metadata(package, "language")[:2].lower()))


def _without_text(reading: Reading) -> str:
    with zipfile.ZipFile(reading.path) as archive:
        protected = _ENCRYPTION in archive.namelist()
    return "the book is protected against copying." if protected else "the book has no text."


def _package_name(archive: zipfile.ZipFile) -> str:
    container = safe_xml(read_entry(archive, _CONTAINER))
    name = next((str(root.get("full-path", "")) for root in container.iter("{*}rootfile")), "")
    return _inside("", name)


def _chapters(package: Any, folder: str) -> Iterator[str]:
    """Names of the chapters in reading order, each once, without the table of contents."""
    items = {item.get("id"): item for item in package.iter("{*}item")}
    seen: set[str] = set()
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _PAGES or "nav" in item.get("properties", "").split():
            continue
        name = _inside(folder, item.get("href", ""))
        if name not in seen and len(seen) < _MOST_CHAPTERS:
            seen.add(name)
            yield name


def _inside(folder: str, name: str) -> str:
    """The entry's name in the archive.

    :raises Damaged: if it leads out of the archive.
    """
    path = posixpath.normpath(posixpath.join(folder, unquote(name.split("#")[0])))
    if not name or path.startswith(("/", "..")) or ":" in path:
        raise Damaged("it holds names that lead out of the file.", "Load another copy.")
    return path


def _metadata(package: Any, name: str) -> str:
    found = package.find(f".//{{http://purl.org/dc/elements/1.1/}}{name}")
    return " ".join((found.text or "").split())[:200] if found is not None else ""
