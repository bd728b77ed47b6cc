"""Pages of originals as pictures with words marked; PDFium draws them in a child process."""

import base64
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from ingest.parsers.page_picture import page_picture, quote_boxes
from nrm.domain.passages import Box, Passage
from ui.components.markup import html

_PDF_MARK, _MARK_WITHIN_BYTES = b"%PDF-", 1024
_WIDTH_PIXELS = 1100  # sharp in its column on a desk, and small enough to send


def is_pdf(original: Path) -> bool:
    """Whether a file is a PDF; no file is none."""
    if not original.is_file():
        return False
    with original.open("rb") as file:
        return _PDF_MARK in file.read(_MARK_WITHIN_BYTES + len(_PDF_MARK))


def pages_of(passage: Passage) -> tuple[int, ...]:
    """The physical pages of a passage, from 1, in order."""
    place = passage.locator
    pages = {box.page for box in place.boxes} | ({place.page} if place.page is not None else set())
    return tuple(sorted(pages))


def places(
    original: Path, pages: tuple[int, ...], boxes: tuple[Box, ...], quote: str, password: str = ""
) -> tuple[tuple[Box, ...], bool]:
    """Where to mark, and whether that is the quote; where the quote is not found, it is the whole passage.

    :raises PasswordNeeded: if the file is encrypted and the password is missing or wrong.
    :raises UnreadableDocument: if the file cannot be read within the limits.
    """
    if password:  # nothing of a protected file stays in a cache that all sessions share
        return _places(original, pages, boxes, quote, password)
    return _cached_places(original, pages, boxes, quote)


def page_png(original: Path, page: int, boxes: tuple[Box, ...], password: str = "") -> bytes:
    """One page as PNG.

    :raises UnreadableDocument: if it cannot be drawn within the limits; see ``places``.
    """
    if password:
        return page_picture(original, page, boxes, _WIDTH_PIXELS, password).png
    return _cached_png(original, page, boxes)


def _places(
    original: Path, pages: tuple[int, ...], boxes: tuple[Box, ...], quote: str, password: str | None
) -> tuple[tuple[Box, ...], bool]:
    found = quote_boxes(original, pages, quote, password) if quote else ()
    return (found, True) if found else (boxes, False)


@st.cache_data(max_entries=200, show_spinner=False)
def _cached_places(
    original: Path, pages: tuple[int, ...], boxes: tuple[Box, ...], quote: str
) -> tuple[tuple[Box, ...], bool]:
    return _places(original, pages, boxes, quote, None)


@st.cache_data(max_entries=60, show_spinner=False)
def _cached_png(original: Path, page: int, boxes: tuple[Box, ...]) -> bytes:
    return page_picture(original, page, boxes, _WIDTH_PIXELS).png


def picture_html(png: bytes, alternative: str, caption: str) -> str:
    """A picture that is part of the page, so that it has no address of its own."""
    data = base64.b64encode(png).decode("ascii")
    return (
        f'<figure class="nrm-page"><img alt="{html(alternative)}" src="data:image/png;base64,{data}">'
        f"<figcaption>{html(caption)}</figcaption></figure>"
    )


def page_name(page: int, labels: Sequence[str]) -> str:
    """What is printed on a page, with its place in the file when that differs.

    >>> page_name(3, ("i", "ii", "1"))
    '1 (3 in the file)'
    """
    label = labels[page - 1] if 0 < page <= len(labels) else ""
    return f"{label} ({page} in the file)" if label and label != str(page) else str(page)
