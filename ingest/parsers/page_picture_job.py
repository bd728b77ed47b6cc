"""In the child: draw a page with marked boxes, or find the boxes of a quote."""

import base64
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageStat

from ingest.parsers.pdf_asides import with_asides
from ingest.parsers.pdf_columns import in_columns
from ingest.parsers.pdf_footnotes import split_footnotes
from ingest.parsers.pdf_headings import body_style
from ingest.parsers.pdf_lines import Line, PdfPage
from ingest.parsers.pdf_pages import opened, read_page
from ingest.parsers.quote_boxes import find_quote
from ingest.parsers.reading import Reading
from ingest.parsers.wire import box_to_json
from ingest.refusals import TooDemanding
from nrm.domain.errors import UnreadableDocument
from nrm.domain.passages import Box

_MARK = (255, 234, 120)
_MARK_EDGE = (120, 90, 0)
_DARK = 110  # mean brightness, of 255
_MOST_PIXELS = 30_000_000
_MARGIN_POINTS = 1.5
_HEAD_SHARE = 0.075


def picture_job(reading: Reading) -> dict[str, Any]:
    """The PNG of ``options["page"]``, ``options["width"]`` pixels wide, with ``options["boxes"]`` marked.

    :raises UnreadableDocument: if there is no such page or it cannot be drawn.
    """
    options = reading.options
    with opened(reading.path, reading.password) as document:
        if not 1 <= options["page"] <= len(document):
            raise UnreadableDocument(f"there is no page {options['page']}.", "Choose another page.")
        page = document[options["page"] - 1]
        width, height = page.get_size()
        scale = options["width"] / max(width, 1.0)
        if width * height * scale * scale > _MOST_PIXELS:
            raise TooDemanding("the page is too large to draw.", "Open the original.")
        picture = page.render(scale=scale).to_pil().convert("RGB")
    picture = _mark(picture, [Box(options["page"], *box) for box in options["boxes"]], scale)
    png = io.BytesIO()
    picture.save(png, "PNG")
    return {"png": base64.b64encode(png.getvalue()).decode(), "width": width, "height": height}


def quote_job(reading: Reading) -> list[list[float]]:
    """The boxes of ``options["quote"]`` on ``options["pages"]``; empty if it is not there."""
    with opened(reading.path, reading.password) as document:
        numbers = [number for number in reading.options["pages"] if 1 <= number <= len(document)]
        pages = [read_page(document, number) for number in numbers]
    for lines in _orders(pages):
        boxes = find_quote(lines, reading.options["quote"])
        if boxes:
            return [box_to_json(box) for box in boxes]
    return []


def _orders(pages: list[PdfPage]) -> Iterator[list[Line]]:
    """The lines as the text was read: notes and boxes after the flow, heads and feet left out; then as drawn.

    Two pages do not show what repeats, so all lines at the very top and bottom are left out first.
    """
    for share in (_HEAD_SHARE, 0.0):
        ordered = [with_asides(page, in_columns(_without_edges(page, share))) for page in pages]
        body_size = body_style([line for lines in ordered for line in lines])[0]
        flow: list[Line] = []
        others: list[Line] = []
        for lines in ordered:
            kept, notes = split_footnotes(lines, body_size)
            flow += [line for line in kept if line.aside < 0]
            others += [line for line in kept if line.aside >= 0]
            others += [line for note in notes for line in note.lines]
        yield flow + others
    yield [line for page in pages for line in page.lines]


def _without_edges(page: PdfPage, share: float) -> PdfPage:
    top, foot = share * page.height, (1 - share) * page.height
    return replace(page, lines=tuple(line for line in page.lines if top <= line.bottom and line.top <= foot))


def _mark(picture: Image.Image, boxes: list[Box], scale: float) -> Image.Image:
    """Colour the paper and not the ink, as a marker pen does: black words stay black."""
    colours = Image.new("RGB", picture.size, "white")
    draw = ImageDraw.Draw(colours)
    places = [tuple(round(edge * scale) for edge in _with_margin(box)) for box in boxes]
    for place in places:
        draw.rectangle(place, fill=_MARK)
    marked = ImageChops.multiply(picture, colours)
    draw = ImageDraw.Draw(marked)
    for left, top, right, bottom in places:
        # The edge below tells marked words apart without seeing the colour, on dark paper too.
        dark = ImageStat.Stat(picture.crop((left, top, right + 1, bottom + 1)).convert("L")).mean[0] < _DARK
        draw.line((left, bottom, right, bottom), fill=_MARK if dark else _MARK_EDGE, width=max(1, round(scale)))
    return marked


def _with_margin(box: Box) -> tuple[float, float, float, float]:
    return box.left - _MARGIN_POINTS, box.top - _MARGIN_POINTS, box.right + _MARGIN_POINTS, box.bottom + _MARGIN_POINTS
