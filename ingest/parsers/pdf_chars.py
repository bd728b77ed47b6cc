"""Lines of a page from PDFium's text page: characters, boxes, sizes and weights."""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from ingest.parsers.pdf_letters import letter_at
from ingest.parsers.pdf_lines import Line, Run

_BOLD_FROM_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
# Above this share of the size, a change of base line starts a new line: the first between letters of
# about one size, the second where a superscript may stand.
_NEW_LINE_SHIFT = 0.3
_NEW_LINE_SHIFT_BESIDE_SMALL_PRINT = 0.75
_SAME_SIZE_SHARE = 0.15
# A jump back by more than so many sizes starts a new line too, except from right to left.
_JUMP_BACK_SIZES = 3.0
_RAISED_SHARE_OF_SIZE = 0.78
_RAISED_BY_SHARE_OF_SIZE = 0.2


# The owner of a character as a plain address: thrice as fast as a pointer object for each character.
_owner_of = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


@dataclass(frozen=True, slots=True)
class _Style:
    size: float
    bold: bool
    base_line: float
    upright: bool


@dataclass(slots=True)
class _Open:
    """A run that still grows, in PDF coordinates (upwards)."""

    style: _Style
    text: list[str]
    left: float
    bottom: float
    right: float
    top: float
    space_before: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page and its rotation in degrees, to turn coordinates downwards."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    def turned(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom as seen on the page, in points from its top left corner."""
        if self.rotation == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.rotation == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.rotation == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


def page_lines(number: int, text_page: Any, frame: Frame) -> tuple[Line, ...]:
    """The page's lines in PDFium's reading order."""
    lines = []
    for runs in _run_lines(text_page):
        raised = _raised(runs)
        turned = tuple(_closed(run, frame, index in raised) for index, run in enumerate(runs))
        lines.append(Line(number, turned, upright=runs[0].style.upright))
    return tuple(lines)


def _run_lines(text_page: Any) -> Iterator[list[_Open]]:
    """Open runs, line by line; a line ends where PDFium says so or the base line jumps."""
    line: list[_Open] = []
    space = False
    for character, style, box in _characters(text_page):
        if character == "\n" or (line and style is not None and _jumps(line[-1], style, box)):
            if line:
                yield line
            line, space = [], False
        if style is None:
            space = space or character == " "
        elif character:
            _add(line, character, style, box, space)
            space = False
    if line:
        yield line


def _add(line: list[_Open], character: str, style: _Style, box: Any, space: bool) -> None:
    last = line[-1] if line else None
    if last is None or space or (last.style is not style and last.style != style):
        line.append(_Open(style, [character], box.left, box.bottom, box.right, box.top, space))
        return
    last.text.append(character)
    # Comparisons, as calls of min and max take a tenth of the time a document needs.
    if box.right > last.right:
        last.right = box.right
    if box.left < last.left:
        last.left = box.left
    if not style.upright:
        last.bottom, last.top = min(last.bottom, box.bottom), max(last.top, box.top)


def _characters(text_page: Any) -> Iterator[tuple[str, _Style | None, Any]]:
    """Each character with its style and box; spaces and line ends come with no style."""
    styles: dict[int, _Style] = {}
    style: _Style | None = None
    # Written anew for each character: whoever keeps numbers copies them at once.
    box = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        character = letter_at(text_page, index)
        if character in ("\n", " ", ""):
            yield character, None, None
            continue
        key = _owner_of(text_page, index)
        if key:
            if key not in styles:
                styles[key] = _style(text_page, index)
            style = styles[key]
        elif style is None:
            style = _style(text_page, index)
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        yield character, style, box


def _style(text_page: Any, index: int) -> _Style:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    size = pdfium.FPDFText_GetFontSize(text_page, index) * scale
    upright = abs(matrix.b) <= abs(matrix.a)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    base_line = y.value if upright else x.value
    return _Style(round(size * 2) / 2 or 1.0, _is_bold(text_page, index), round(base_line, 1), upright)


def _is_bold(text_page: Any, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(text_page, index) >= _BOLD_FROM_WEIGHT:
        return True
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(text_page, index, buffer, 128, flags)
    name = buffer.value.decode("utf-8", "replace").lower() if 0 < length <= 128 else ""
    return any(mark in name for mark in _BOLD_NAMES)


def _jumps(before: _Open, after: _Style, box: Any) -> bool:
    if before.style is after and box.left >= before.left:
        return False
    larger = max(before.style.size, after.size)
    if before.style.upright != after.upright:
        return True
    same_size = abs(before.style.size - after.size) <= _SAME_SIZE_SHARE * larger
    shift = abs(before.style.base_line - after.base_line)
    if shift > (_NEW_LINE_SHIFT if same_size else _NEW_LINE_SHIFT_BESIDE_SMALL_PRINT) * larger:
        return True
    back = before.left - box.right if after.upright else 0.0
    return back > _JUMP_BACK_SIZES * larger and unicodedata.bidirectional(before.text[-1]) not in (
        "R",
        "AL",
        "AN",
    )


def _closed(run: _Open, frame: Frame, raised: bool) -> Run:
    left, top, right, bottom = frame.turned(run.left, run.bottom, run.right, run.top)
    text = unicodedata.normalize("NFC", "".join(run.text))
    return Run(text, left, top, right, bottom, run.style.size, run.style.bold, run.space_before, raised)


def _raised(runs: list[_Open]) -> set[int]:
    """The places of small numbers that stand above the line: references to footnotes."""
    main = max(runs, key=lambda run: len(run.text)).style
    return {
        index
        for index, run in enumerate(runs)
        if "".join(run.text).isdigit()
        and run.style.size <= _RAISED_SHARE_OF_SIZE * main.size
        and run.style.base_line - main.base_line >= _RAISED_BY_SHARE_OF_SIZE * main.size
    }
