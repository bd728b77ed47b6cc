"""Draw finished pages as a PDF with fpdf2 and the fonts every PDF reader has."""

from collections.abc import Sequence

from fpdf import FPDF

from evaluation.handbook_generator.compose import PlacedHeading
from evaluation.handbook_generator.pages import MARGIN, PAGE_WIDTH, Ink, Sheet
from evaluation.handbook_generator.spec import NOTICE, HandbookSpec

_FONT = "Helvetica"
_SMALL = 8.0


def new_pdf() -> FPDF:
    """An empty document in points; also measures words before anything is drawn."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_title(f"{NOTICE}: placeholder handbook")
    pdf.set_font(_FONT, "", 9.5)
    return pdf


class Measure:
    """Word widths in the document's fonts, remembered."""

    def __init__(self, pdf: FPDF) -> None:
        self._pdf = pdf
        self._known: dict[tuple[str, str, float], float] = {}

    def __call__(self, text: str, weight: str, size: float) -> float:
        key = (text, weight, size)
        if key not in self._known:
            self._pdf.set_font(_FONT, weight, size)
            self._known[key] = self._pdf.get_string_width(_in_latin(text))
        return self._known[key]


def draw(
    pdf: FPDF,
    sheets: Sequence[Sheet],
    headings: Sequence[PlacedHeading],
    labels: Sequence[str],
    spec: HandbookSpec,
) -> bytes:
    """The PDF's bytes."""
    roman = sum(not label.isdigit() for label in labels)
    for sheet, label in zip(sheets, labels, strict=True):
        pdf.add_page()
        if spec.page_labels and sheet.number == 1:
            pdf.set_page_label(label_style="r")
        if spec.page_labels and sheet.number == roman + 1:
            pdf.set_page_label(label_style="D", label_start=1)
        if spec.outline:
            for heading in (one for one in headings if one.page == sheet.number):
                pdf.set_y(heading.y)
                pdf.start_section(heading.text, heading.level - 1)
        _draw_sheet(pdf, sheet, label, spec)
    return bytes(pdf.output())


def _draw_sheet(pdf: FPDF, sheet: Sheet, label: str, spec: HandbookSpec) -> None:
    _words(pdf, Ink(MARGIN, 44.0, NOTICE if sheet.number % 2 == 0 else sheet.head[:80], "", _SMALL))
    for ink in (one for one in sheet.ink if not one.text):
        pdf.set_fill_color(230, 236, 240)
        pdf.rect(ink.x, ink.y, ink.width, ink.height, style="DF")
    words = [one for one in sheet.ink if one.text]
    if spec.interleaved:
        words.sort(key=lambda ink: (round(ink.row or ink.y), ink.x))
    for ink in words:
        _words(pdf, ink)
    foot = PAGE_WIDTH - MARGIN - 20 if sheet.number % 2 else MARGIN
    _words(pdf, Ink(foot, 806.0, label, "", _SMALL))


def _words(pdf: FPDF, ink: Ink) -> None:
    pdf.set_font(_FONT, ink.weight, ink.size)
    pdf.text(ink.x, ink.y, _in_latin(ink.text))


def _in_latin(text: str) -> str:
    """The core fonts have the bullet at another place than Unicode."""
    return text.replace("•", "\x95")
