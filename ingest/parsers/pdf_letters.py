"""One character of PDFium's text page, folded: spaces alike, ligatures apart, no controls."""

import unicodedata
from typing import Any

import pypdfium2.raw as pdfium

from ingest.parsers.pdf_lines import LINE_END_HYPHEN

_SPACES = frozenset(" \t\u00a0\u2002\u2003\u2009\u202f\u3000")
_HYPHENS_OF_PDFIUM = frozenset("\x02\ufffe")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


def letter_at(text_page: Any, index: int) -> str:
    """One character as text: folded spaces, expanded ligatures, no controls; line ends as line feeds."""
    code = pdfium.FPDFText_GetUnicode(text_page, index)
    if code < 128:
        if 33 <= code < 127:
            return chr(code)
        if code == 2:
            return LINE_END_HYPHEN if pdfium.FPDFText_IsHyphen(text_page, index) == 1 else ""
        return "\n" if code in (10, 13) else " " if code in (9, 32) else ""
    if code > 0x10FFFF or 0xDC00 <= code < 0xE000:
        return ""
    if 0xD800 <= code < 0xDC00:
        return _beyond_basic_plane(code, pdfium.FPDFText_GetUnicode(text_page, index + 1))
    character = chr(code)
    if character in _SPACES:
        return " "
    if character in _HYPHENS_OF_PDFIUM or code == 0xAD:
        return LINE_END_HYPHEN
    if unicodedata.category(character) in ("Cc", "Cn"):
        return ""
    return _LIGATURES.get(character, character)


def _beyond_basic_plane(high: int, low: int) -> str:
    """The character that a pair of surrogates stands for; nothing for half a pair."""
    if not 0xDC00 <= low < 0xE000:
        return ""
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
