"""Read Markdown and plain text files: find the encoding, then parse."""

import codecs
from typing import Any

from ingest.parsers.markdown import parse_markdown
from ingest.parsers.plain import parse_plain
from ingest.parsers.reading import Reading
from ingest.parsers.wire import document_to_json
from ingest.refusals import TooDemanding

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CYRILLIC_SHARE = 0.3


def read_markdown(reading: Reading) -> dict[str, Any]:
    """The parsed Markdown file as JSON values."""
    return document_to_json(parse_markdown(file_text(reading)))


def read_plain(reading: Reading) -> dict[str, Any]:
    """The parsed text file as JSON values."""
    return document_to_json(parse_plain(file_text(reading)))


def file_text(reading: Reading) -> str:
    """The text of a file.

    :raises TooDemanding: if it has more characters than the limits grant.
    """
    text = decoded(reading.path.read_bytes())
    if len(text) > reading.limits.characters:
        raise TooDemanding(f"it has more than {reading.limits.characters:,} characters.", "Split the file.")
    return text


def decoded(data: bytes) -> str:
    """The bytes as text: by byte order mark, as UTF-8, else as Windows Cyrillic or Western.

    Old Cyrillic files consist mostly of bytes above 127; in Western ones they are few.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        high = sum(byte > 127 for byte in data)
        return data.decode("cp1251" if high > _CYRILLIC_SHARE * len(data) else "cp1252", "replace")
