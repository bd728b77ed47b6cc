"""Open a PDF with PDFium and give its pages as lines, rectangles and sizes."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.parsers.pdf_chars import Frame, page_lines
from ingest.parsers.pdf_guard import password_needed
from ingest.parsers.pdf_lines import PdfPage
from ingest.refusals import Damaged
from nrm.domain.passages import Box

# Maps and charts draw thousands of shapes; boxes around text come early and are few.
_MOST_OBJECTS = 3000
_MOST_SEGMENTS = 24
_SMALLEST_BOX = (80.0, 24.0)


@contextmanager
def opened(path: Path, password: str | None) -> Iterator[Any]:
    """The document in PDFium, closed on leaving.

    :raises PasswordNeeded: if it is encrypted and the password is missing or wrong.
    :raises Damaged: if PDFium cannot read it.
    """
    try:
        document = pypdfium2.PdfDocument(path, password=password)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise password_needed(password) from error
        raise Damaged("the file is damaged: no PDF reader can open it.", "Download or export it again.") from error
    try:
        yield document
    finally:
        document.close()


def read_page(document: Any, number: int) -> PdfPage:
    """One page, counted from 1; a page that PDFium cannot load comes back empty."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return PdfPage(number, 0.0, 0.0, ())
    try:
        frame = page_frame(page)
        width, height = page.get_size()
        rectangles, pictures = _drawn(page, number, frame)
        return PdfPage(number, width, height, _lines(page, number, frame), rectangles, pictures)
    finally:
        page.close()


def page_frame(page: Any) -> Frame:
    """The visible part of the page and its rotation."""
    seen = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page.raw, seen)
    return Frame(seen.left, seen.bottom, seen.right, seen.top, page.get_rotation())


def _lines(page: Any, number: int, frame: Frame) -> Any:
    try:
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return ()
    try:
        return page_lines(number, text_page.raw, frame)
    finally:
        text_page.close()


def _drawn(page: Any, number: int, frame: Frame) -> tuple[tuple[Box, ...], bool]:
    """The rectangles drawn on the page that could hold text, and whether there are pictures."""
    boxes: list[Box] = []
    pictures = False
    for index in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, index)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        pictures = pictures or kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
        if kind == pdfium.FPDF_PAGEOBJ_PATH and pdfium.FPDFPath_CountSegments(drawn) <= _MOST_SEGMENTS:
            box = _bounds(drawn, number, frame)
            if box is not None:
                boxes.append(box)
    return tuple(boxes), pictures


def _bounds(drawn: Any, number: int, frame: Frame) -> Box | None:
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(drawn, *edges):
        return None
    box = Box(number, *frame.turned(*(edge.value for edge in edges)))
    wide, high = _SMALLEST_BOX
    return box if box.right - box.left >= wide and box.bottom - box.top >= high else None
