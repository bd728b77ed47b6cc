"""Which lines stand in a box that is drawn around or behind them."""

from collections.abc import Sequence

from ingest.parsers.pdf_lines import Line, PdfPage
from nrm.domain.passages import Box

# A box that holds more of the page than this is its background or frame, not an aside.
_LARGEST_SHARE_OF_LINES = 0.8
_LARGEST_SHARE_OF_PAGE = 0.75
_MOST_ASIDES = 6
_FEWEST_LINES = 2


def with_asides(page: PdfPage, lines: Sequence[Line]) -> list[Line]:
    """The lines, each told the number of the box it stands in (or -1).

    A page with more than six such boxes has a table or a chart, and gets none.
    """
    boxes = _asides(page, lines)
    if len(boxes) > _MOST_ASIDES:
        boxes = []
    return [line.with_place(line.column, _box_of(line, boxes)) for line in lines]


def _asides(page: PdfPage, lines: Sequence[Line]) -> list[Box]:
    largest = _LARGEST_SHARE_OF_PAGE * page.width * page.height
    boxes: list[Box] = []
    for box in sorted(page.rectangles, key=_area, reverse=True):
        inside = sum(_holds(box, line) for line in lines)
        enough = _FEWEST_LINES <= inside <= _LARGEST_SHARE_OF_LINES * len(lines)
        if enough and _area(box) <= largest and not any(_overlap(box, other) for other in boxes):
            boxes.append(box)
    return boxes


def _box_of(line: Line, boxes: Sequence[Box]) -> int:
    return next((number for number, box in enumerate(boxes) if _holds(box, line)), -1)


def _holds(box: Box, line: Line) -> bool:
    middle = (line.top + line.bottom) / 2
    return box.left - 1 <= line.left and line.right <= box.right + 1 and box.top <= middle <= box.bottom


def _overlap(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)
