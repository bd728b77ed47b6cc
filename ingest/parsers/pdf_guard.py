"""Refuse PDF bombs and ask for passwords before PDFium, which has no limits of its own, sees the file.

Two looks: every deflated stream of the raw file is unpacked up to a cap and thrown away; then pypdf,
which decrypts and limits its output, unpacks what the pages draw.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError, LimitReachedError, PyPdfError
from pypdf.generic import StreamObject

from ingest.parsers.limits import Limits
from ingest.refusals import PasswordNeeded, TooDemanding

# What pypdf lets through on files that break the rules; none of it says more than "broken here".
PYPDF_TROUBLE = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY_BYTES = 1024
_DEEPEST_FORM = 6
# A page that draws more forms than this is checked no further: time is limited anyway.
_MOST_FORMS = 5000
_BOMB_REMEDY = "It may be damaged or made to do harm. Print it to a new PDF and load that."


def refuse_bombs(data: bytes, limits: Limits) -> None:
    """Unpack every deflated stream but pictures, each and all together up to a cap.

    :raises TooDemanding: if a stream, or all of them, unpack to more than the limits.
    """
    total = 0
    for compressed in _deflated_streams(data):
        size = _unpacked_size(compressed, limits.page_unpacked_bytes)
        total += size
        if size > limits.page_unpacked_bytes or total > limits.unpacked_bytes:
            raise _bomb(limits)


def open_with_pypdf(path: Path, password: str | None) -> PdfReader | None:
    """A decrypted reader, or None where pypdf cannot read the file (PDFium may still).

    :raises PasswordNeeded: if the file is encrypted and the password is missing or wrong.
    """
    try:
        reader = PdfReader(path, strict=False)
        if reader.is_encrypted and not reader.decrypt(password or ""):
            raise password_needed(password)
        len(reader.pages)
    except FileNotDecryptedError as error:
        raise password_needed(password) from error
    except PYPDF_TROUBLE:
        return None
    return reader


def password_needed(password: str | None) -> PasswordNeeded:
    """The refusal that fits: no password was given, or a wrong one."""
    if password:
        return PasswordNeeded("the password does not open this file.", "Try again, or load a copy without one.")
    return PasswordNeeded("the file is encrypted.", "Give its password (it is not stored), or load a copy without one.")


def refuse_heavy_pages(reader: PdfReader, limits: Limits) -> None:
    """Unpack what each page draws, with its forms, up to the limits.

    :raises TooDemanding: if a page, or all together, unpack to more than the limits.
    """
    seen: set[int] = set()
    total = 0
    for number in range(len(reader.pages)):
        try:
            size = sum(len(stream.get_data()) for stream in _drawn_streams(reader.pages[number], seen))
        except LimitReachedError as error:
            raise _bomb(limits) from error
        except PYPDF_TROUBLE:
            continue
        total += size
        if size > limits.page_unpacked_bytes or total > limits.unpacked_bytes:
            raise _bomb(limits)


def _bomb(limits: Limits) -> TooDemanding:
    megabytes = limits.page_unpacked_bytes >> 20
    return TooDemanding(f"it unpacks to far more than its size (a page of over {megabytes} MB).", _BOMB_REMEDY)


def _deflated_streams(data: bytes) -> Iterator[memoryview]:
    view = memoryview(data)
    for match in _STREAM.finditer(data):
        start = match.end()
        dictionary = data[max(0, match.start() - _DICTIONARY_BYTES) : match.start()].rpartition(b" obj")[2]
        if b"/Image" not in dictionary and data[start : start + 1] in (b"\x78", b"\x48", b"\x68", b"\x58"):
            yield view[start:]


def _unpacked_size(compressed: memoryview, cap: int) -> int:
    """How much the stream unpacks to, twice if what comes out is deflated again; at most cap + 1."""
    piece = _unpack(compressed, cap + 1)
    if len(piece) <= cap and piece[:1] == b"\x78":
        return max(len(piece), len(_unpack(memoryview(piece), cap + 1)))
    return len(piece)


def _unpack(compressed: memoryview, cap: int) -> bytes:
    unpacker = zlib.decompressobj()
    pieces: list[bytes] = []
    size = 0
    step = 1 << 16
    for start in range(0, len(compressed), step):
        try:
            pieces.append(unpacker.decompress(compressed[start : start + step], cap - size))
        except zlib.error:
            break
        size += len(pieces[-1])
        if unpacker.eof or size >= cap:
            break
    return b"".join(pieces)


def _drawn_streams(page: Any, seen: set[int]) -> Iterator[StreamObject]:
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    for part in contents if isinstance(contents, list) else [contents]:
        stream = part.get_object() if part is not None else None
        if isinstance(stream, StreamObject):
            yield stream
    yield from _forms(page.get("/Resources"), seen, _DEEPEST_FORM)


def _forms(resources: Any, seen: set[int], depth: int) -> Iterator[StreamObject]:
    resources = resources.get_object() if resources is not None else None
    drawn = resources.get("/XObject") if isinstance(resources, dict) else None
    drawn = drawn.get_object() if drawn is not None else None
    if not isinstance(drawn, dict) or depth == 0:
        return
    for reference in drawn.values():
        form = reference.get_object()
        if id(form) in seen or len(seen) > _MOST_FORMS or not isinstance(form, StreamObject):
            continue
        seen.add(id(form))
        if form.get("/Subtype") == "/Form":
            yield form
            yield from _forms(form.get("/Resources"), seen, depth - 1)
