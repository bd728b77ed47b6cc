"""The paper version as a PDF, with a font that has Latin, Greek and Cyrillic.

Scripts beyond that (Georgian, Armenian, Arabic, Chinese) need the Word version: a PDF must carry
its font. A letter that the font lacks is printed as its code, such as ``[U+10D0]``, never dropped.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import cast

import fontpkg_noto_sans
from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.enums import MethodReturnValue

from nrm.quiz.items import QuizItem
from nrm.services.quiz_exports.paper import KEY_TITLE, SHEET_TITLE, TITLE, PaperItem, paper_items

FONT = "NotoSans"
TEXT_POINTS, SMALL_POINTS, HEADING_POINTS = 10.5, 8.5, 16
_ROW_MILLIMETRES = 8
_INDENT_MILLIMETRES = 8
_BOX_MILLIMETRES = 3
_LINE_MILLIMETRES = TEXT_POINTS * 0.48
_SHEET_COLUMNS = 4


def write_pdf(items: Sequence[QuizItem]) -> bytes:
    """A PDF with the questions, an empty answer sheet and the key, each from a new page."""
    papers = paper_items(items)
    document = _document()
    _heading(document, TITLE)
    for paper in papers:
        _question(document, paper)
    document.add_page()
    _sheet(document, papers)
    document.add_page()
    _heading(document, KEY_TITLE)
    for paper in papers:
        _key(document, paper)
    return bytes(document.output())


def printable(text: str) -> str:
    """The text with letters that the font lacks written as their codes."""
    known = _letters()
    return "".join(letter if letter == "\n" or ord(letter) in known else f"[U+{ord(letter):04X}]" for letter in text)


def _document() -> FPDF:
    document = FPDF(format="A4")
    document.add_font(FONT, fname=_font_path())
    document.set_title(TITLE)
    document.set_lang("en")
    document.set_auto_page_break(True, margin=18)
    document.add_page()
    return document


def _question(document: FPDF, paper: PaperItem) -> None:
    document.ln(3)
    height = _question_height(document, paper)
    if height < document.eph and document.will_page_break(height):
        document.add_page()
    _write(document, f"{paper.number}. {paper.stem}")
    if paper.instruction:
        _write(document, paper.instruction, SMALL_POINTS)
    for place, text in enumerate(paper.left, start=1):
        _write(document, f"{place}. {text}", indent=_INDENT_MILLIMETRES)
    for letter, text in paper.choices:
        _choice(document, f"{letter}. {text}")
    for _ in range(paper.lines):
        document.ln(_ROW_MILLIMETRES)
        document.line(document.l_margin, document.get_y(), document.w - document.r_margin, document.get_y())


def _question_height(document: FPDF, paper: PaperItem) -> float:
    """Millimetres that a question takes; what fits on a page is not torn apart."""
    texts = (f"{paper.number}. {paper.stem}", paper.instruction, *paper.left, *(text for _, text in paper.choices))
    document.set_font(FONT, size=TEXT_POINTS)
    width = document.epw - _INDENT_MILLIMETRES - 3 * _BOX_MILLIMETRES
    height = paper.lines * float(_ROW_MILLIMETRES)
    for text in filter(None, texts):
        shown = printable(text)
        taken = document.multi_cell(width, _LINE_MILLIMETRES, shown, dry_run=True, output=MethodReturnValue.HEIGHT)
        height += cast("float", taken)  # the library types every kind of output in one
    return height


def _choice(document: FPDF, text: str) -> None:
    """A box to tick, drawn because the font has no sign for it, and the choice beside it."""
    if document.will_page_break(_LINE_MILLIMETRES):
        document.add_page()
    top = document.get_y() + (_LINE_MILLIMETRES - _BOX_MILLIMETRES) / 2
    document.rect(document.l_margin + _INDENT_MILLIMETRES, top, _BOX_MILLIMETRES, _BOX_MILLIMETRES)
    _write(document, text, indent=_INDENT_MILLIMETRES + _BOX_MILLIMETRES + 1)


def _sheet(document: FPDF, papers: Sequence[PaperItem]) -> None:
    _heading(document, SHEET_TITLE)
    _write(document, "Name: " + "_" * 50)
    document.ln(4)
    document.set_font(FONT, size=TEXT_POINTS)
    width = document.epw / _SHEET_COLUMNS
    for place, paper in enumerate(papers, start=1):
        ends_row = place % _SHEET_COLUMNS == 0 or place == len(papers)
        document.cell(
            width, _ROW_MILLIMETRES, f"{paper.number}. ", border=1,
            new_x="LMARGIN" if ends_row else "RIGHT", new_y="NEXT" if ends_row else "TOP",
        )  # fmt: skip


def _key(document: FPDF, paper: PaperItem) -> None:
    document.ln(2)
    _write(document, f"{paper.number}. " + "\n".join(paper.key))
    for text in filter(None, (paper.why, paper.source)):
        _write(document, text, SMALL_POINTS, indent=_INDENT_MILLIMETRES)


def _heading(document: FPDF, text: str) -> None:
    _write(document, text, HEADING_POINTS)


def _write(document: FPDF, text: str, points: float = TEXT_POINTS, indent: float = 0) -> None:
    document.set_font(FONT, size=points)
    document.set_x(document.l_margin + indent)
    document.multi_cell(0, points * 0.48, printable(text), align="L", new_x="LMARGIN", new_y="NEXT")


def _font_path() -> Path:
    return next((Path(fontpkg_noto_sans.ROOT) / "files").glob("NotoSans[[]*.ttf"))


@cache
def _letters() -> frozenset[int]:
    with TTFont(_font_path(), lazy=True) as font:
        return frozenset(font.getBestCmap())
