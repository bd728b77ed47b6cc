"""Pictures of PDF pages with words marked, and where a quote stands; drawn in a child process.

PDFium is neither thread-safe nor limited, and pages run in threads: so it never runs in this process.
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.parsers.limits import Limits
from ingest.parsers.wire import box_from_json
from ingest.sandbox import ask_child
from nrm.domain.passages import Box

_DEFAULT_WIDTH_PIXELS = 900
_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as PNG, and its size in points, in which boxes are measured."""

    png: bytes
    width_points: float
    height_points: float


def page_picture(
    path: Path,
    page: int,
    boxes: Sequence[Box] = (),
    width_pixels: int = _DEFAULT_WIDTH_PIXELS,
    password: str | None = None,
) -> PagePicture:
    """The page (from 1) with those of the boxes marked that stand on it.

    :raises UnreadableDocument: if there is no such page or it cannot be drawn within the limits.
    """
    edges = [[box.left, box.top, box.right, box.bottom] for box in boxes if box.page == page]
    options = {"page": page, "boxes": edges, "width": width_pixels}
    answer = ask_child("picture", path, Limits(seconds=_SECONDS), password, options)
    return PagePicture(base64.b64decode(answer["png"]), answer["width"], answer["height"])


def quote_boxes(path: Path, pages: int | Sequence[int], quote: str, password: str | None = None) -> tuple[Box, ...]:
    """The rectangles of a quote on a page or on pages that follow each other, one for each line.

    Case, white space, hyphens and marks may differ. Empty if the quote is not there.

    :raises UnreadableDocument: if the file cannot be read within the limits.
    """
    numbers = [pages] if isinstance(pages, int) else list(pages)
    options = {"pages": numbers, "quote": quote}
    found = ask_child("quote", path, Limits(seconds=_SECONDS), password, options)
    return tuple(box_from_json(box) for box in found)
