"""Open ZIP-based documents within limits: number of entries, sizes, ratio, names, no entities."""

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from ingest.parsers.limits import Limits
from ingest.refusals import Damaged, TooDemanding
from nrm.domain.errors import UnreadableDocument

_MOST_ENTRIES = 5000
# XML packs well, but text that packs better than this was made to.
_LARGEST_RATIO = 200
_RATIO_MATTERS_ABOVE = 5 << 20
_LARGEST_XML = 60 << 20
_XML_NAMES = (".xml", ".rels", ".opf", ".xhtml", ".html", ".htm", ".ncx")
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_REMEDY = "It may be made to do harm. Save it again with a word processor, or load another copy."


@contextmanager
def opened_archive(path: Path, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """The archive, after its table of contents has been checked; nothing is ever written to disk.

    :raises TooDemanding: too many entries, too large or too tightly packed.
    :raises UnreadableDocument: if entries are encrypted; no password of theirs is asked for.
    :raises Damaged: bad names, links, or not an archive; also if reading an entry fails later.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check(archive.infolist(), limits)
            yield archive
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise Damaged("the file is damaged inside.", "Download or export it again.") from error


def read_entry(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one entry, at most as many as its table of contents says.

    :raises TooDemanding: if it is XML larger than a document can be.
    :raises Damaged: if there is no such entry, or it declares XML entities.
    """
    try:
        entry = archive.getinfo(name)
    except KeyError as error:
        raise Damaged("a part of the file is missing.", "Download or export it again.") from error
    if entry.file_size > _LARGEST_XML:
        raise TooDemanding("a part of the file is too large.", _REMEDY)
    data = archive.read(entry)
    refuse_entities(data)
    return data


def refuse_entities(data: bytes) -> None:
    """:raises Damaged: if the data declares XML entities, in any of the usual encodings."""
    if _ENTITY.search(data) or (b"\x00" in data[:200] and _ENTITY.search(data.replace(b"\x00", b""))):
        raise Damaged("the file declares XML entities, which documents do not need.", _REMEDY)


def check_xml_entries(archive: zipfile.ZipFile) -> None:
    """Read every XML entry once, so that a library which reads them next meets no surprise.

    :raises UnreadableDocument: as ``read_entry`` says.
    """
    for entry in archive.infolist():
        if entry.filename.lower().endswith(_XML_NAMES):
            read_entry(archive, entry.filename)


def safe_xml(data: bytes) -> etree._Element:
    """The root of an XML part: no entities, no DTD, no network.

    :raises Damaged: if it is not well-formed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Damaged("a part of the file is not well-formed.", "Download or export it again.") from error


def _check(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > _MOST_ENTRIES:
        raise TooDemanding(f"it holds {len(entries):,} parts; documents have a few hundred.", _REMEDY)
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise TooDemanding("it unpacks to far more than its size.", _REMEDY)
    for entry in entries:
        _check_entry(entry)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & 0x1:
        raise UnreadableDocument("the file is encrypted.", "Save a copy without a password and load that.")
    if _is_unsafe_name(entry.filename) or stat.S_ISLNK(entry.external_attr >> 16):
        raise Damaged("it holds names that lead out of the file.", _REMEDY)
    packed = max(entry.compress_size, 1)
    if entry.file_size > _RATIO_MATTERS_ABOVE and entry.file_size / packed > _LARGEST_RATIO:
        raise TooDemanding("it unpacks to far more than its size.", _REMEDY)


def _is_unsafe_name(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\x00" in name
