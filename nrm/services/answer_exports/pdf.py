"""A brief as a PDF, in a font that has Latin, Greek and Cyrillic; footnotes stand at the end, numbered."""

import re
from pathlib import Path

import fontpkg_noto_sans
from fpdf import FPDF, FontFace

from nrm.services.exports import Block, Brief, Cell, Heading, Note, Paragraph, Table
from nrm.services.quiz_exports.pdf import FONT, printable

TEXT_POINTS, SMALL_POINTS, TITLE_POINTS = 10.5, 8.5, 16.0
_HEADING_POINTS = {1: 14.0, 2: 12.0, 3: 11.0, 4: 10.5}
_QUOTE_INDENT_MILLIMETRES = 6
_LINE_HEIGHT = 0.48  # millimetres a point
_HEAD_GREY = 230
_NARROWEST_LETTERS, _WIDEST_LETTERS = 10, 40
_EMPTY_LINES = re.compile(r"\n{2,}")
_WEB = ("https://", "http://")


def write_pdf(brief: Brief) -> bytes:
    """A PDF file; it does not say who made it."""
    document = new_document(brief.title, brief.language, landscape=brief.landscape)
    write_line(document, brief.title, TITLE_POINTS)
    notes: dict[Note, int] = {}
    for block in brief.blocks:
        document.ln(2)
        _write_block(document, block, notes)
    if notes:
        document.ln(4)
        write_line(document, "Notes", _HEADING_POINTS[2])
    for note, number in notes.items():
        link = note.url if note.url.startswith(_WEB) else ""
        write_line(document, f"{number}. {note.text} {note.url}".rstrip(), SMALL_POINTS, link=link)
    return bytes(document.output())


def new_document(title: str, language: str = "en", landscape: bool = False, margin: float = 18) -> FPDF:
    """An empty A4 page with the font loaded."""
    document = FPDF(orientation="landscape" if landscape else "portrait", format="A4")
    document.add_font(FONT, fname=_font_path())
    document.set_title(printable(title))
    document.set_lang(language)
    document.set_auto_page_break(True, margin=margin)
    document.add_page()
    return document


def write_line(document: FPDF, text: str, points: float = TEXT_POINTS, indent: float = 0, link: str = "") -> None:
    """A paragraph across the page; ``indent`` in millimetres."""
    document.set_font(FONT, size=points)
    document.set_x(document.l_margin + indent)
    document.multi_cell(0, points * _LINE_HEIGHT, printable(text), align="L", new_x="LMARGIN", new_y="NEXT", link=link)


def _write_block(document: FPDF, block: Block, notes: dict[Note, int]) -> None:
    if isinstance(block, Heading):
        write_line(document, block.text, _HEADING_POINTS[block.level])
    elif isinstance(block, Paragraph):
        write_line(document, _text(block.parts, notes), indent=_QUOTE_INDENT_MILLIMETRES * block.quote)
    else:
        _write_table(document, block, notes)


def _write_table(document: FPDF, table: Table, notes: dict[Note, int]) -> None:
    document.set_font(FONT, size=SMALL_POINTS)
    rows = [list(table.head), *([_text(cell, notes) for cell in row] for row in table.rows)]
    head_style = FontFace(emphasis="", fill_color=_HEAD_GREY)  # the font has no bold face
    with document.table(
        text_align="LEFT",
        line_height=SMALL_POINTS * _LINE_HEIGHT + 0.5,
        headings_style=head_style,
        col_widths=_widths(rows),
    ) as drawn:
        for cells in rows:
            row = drawn.row()
            for text in cells:
                row.cell(printable(text))


def _widths(rows: list[list[str]]) -> tuple[int, ...]:
    """Widths in proportion to the longest text of each column, within limits."""
    longest = (max(len(text) for text in column) for column in zip(*rows, strict=True))
    return tuple(min(max(length, _NARROWEST_LETTERS), _WIDEST_LETTERS) for length in longest)


def _text(parts: Cell, notes: dict[Note, int]) -> str:
    return "".join(
        _EMPTY_LINES.sub("\n", part.text) + "".join(f" [{_number(note, notes)}]" for note in part.notes)
        for part in parts
    )


def _number(note: Note, notes: dict[Note, int]) -> int:
    return notes.setdefault(note, len(notes) + 1)


def _font_path() -> Path:
    return next((Path(fontpkg_noto_sans.ROOT) / "files").glob("NotoSans[[]*.ttf"))
