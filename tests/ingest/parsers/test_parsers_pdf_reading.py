"""Reading PDFs: order, headings, paragraphs, notes, boxes, tables, scripts."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from fpdf import FPDF

from ingest.blocks import BlockKind, ParsedDocument
from ingest.parsers.pdf import parse_pdf
from ingest.parsers.reading import Reading

NewPdf = Callable[[], FPDF]


def read(pdf: FPDF, folder: Path) -> ParsedDocument:
    path = folder / "made.pdf"
    pdf.output(str(path))
    return parse_pdf(Reading(path))


def texts(document: ParsedDocument, *kinds: BlockKind) -> list[str]:
    return [document.text[one.start : one.end] for one in document.blocks if not kinds or one.kind in kinds]


def lines(pdf: FPDF, x: float, y: float, *words: str, size: float = 10, style: str = "") -> None:
    pdf.set_font("Helvetica", style=style, size=size)
    for number, line in enumerate(words):
        pdf.text(x, y + number * 1.25 * size, line)


LEFT = ("left lorem ipsum dolor sit amet consectetur", "left adipiscing elit sed do eiusmod tempor") * 3
RIGHT = ("right incididunt ut labore et dolore magna", "right aliqua ut enim ad minim veniam quis") * 3


def test_columns_are_read_one_after_the_other(tmp_path: Path, new_pdf: NewPdf) -> None:
    pdf = new_pdf()
    lines(pdf, 50, 100, *LEFT)
    lines(pdf, 310, 100, *RIGHT)

    document = read(pdf, tmp_path)

    assert document.text.rindex("left") < document.text.index("right")


def test_columns_drawn_row_by_row_are_read_one_after_the_other(tmp_path: Path, new_pdf: NewPdf) -> None:
    pdf = new_pdf()
    for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        pdf.text(50, 100 + 12.5 * number, left)
        pdf.text(310, 100 + 12.5 * number, right)

    document = read(pdf, tmp_path)

    assert document.text.rindex("left") < document.text.index("right")


def test_word_broken_at_a_line_end_is_mended(tmp_path: Path, new_pdf: NewPdf) -> None:
    pdf = new_pdf()
    lines(pdf, 50, 100, "Every artificial docu-", "ment has an end.")

    assert read(pdf, tmp_path).text == "Every artificial document has an end."


def test_larger_and_bold_lines_are_headings_by_rank(tmp_path: Path, new_pdf: NewPdf) -> None:
    pdf = new_pdf()
    body = ("lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod.",) * 6
    lines(pdf, 50, 80, "An artificial title", size=20, style="B")
    lines(pdf, 50, 130, "A chapter in two", "lines of heading", size=14, style="B")
    lines(pdf, 50, 180, *body)
    lines(pdf, 50, 280, "A bold subheading", style="B")
    lines(pdf, 50, 300, *body)

    document = read(pdf, tmp_path)

    headings = [(one.level, document.text[one.start : one.end]) for one in document.blocks if one.level]
    assert headings == [
        (1, "An artificial title"),
        (2, "A chapter in two lines of heading"),
        (3, "A bold subheading"),
    ]
    assert document.title == "An artificial title"


def test_bold_beginning_of_a_sentence_is_no_heading(tmp_path: Path, new_pdf: NewPdf) -> None:
    pdf = new_pdf()
    lines(pdf, 50, 100, "Bold words that begin a sentence which goes", style="B")
    lines(pdf, 50, 112.5, "on in lighter print.", *["lorem ipsum dolor sit amet."] * 6)

    assert texts(read(pdf, tmp_path), BlockKind.HEADING) == []


def test_list_items_and_lettered_points_are_told_apart(tmp_path: Path, new_pdf: NewPdf) -> None:
    pdf = new_pdf()
    lines(pdf, 50, 100, "The artificial list holds:")
    for number, item in enumerate(("\x95 a first item that is", "(a) a point;", "(b) another point.")):
        pdf.text(60, 120 + 14 * number, item)

    items = texts(read(pdf, tmp_path), BlockKind.LIST_ITEM)

    assert items == ["• a first item that is", "(a) a point;", "(b) another point."]


def test_footnote_follows_its_paragraph_and_its_mark_is_raised(tmp_path: Path, new_pdf: NewPdf) -> None:
    pdf = new_pdf()
    pdf.text(50, 100, "A first paragraph with a note")
    width = pdf.get_string_width("A first paragraph with a note")
    lines(pdf, 50 + width, 96, "7", size=6)
    lines(pdf, 50, 140, *["A second paragraph that follows."] * 3)
    lines(pdf, 50, 757, "7", size=5)
    lines(pdf, 58, 760, "The words of an artificial note.", size=7)

    document = read(pdf, tmp_path)

    assert texts(document)[:2] == ["A first paragraph with a note⁷", "⁷ The words of an artificial note."]
    assert document.blocks[1].kind is BlockKind.FOOTNOTE


def test_text_in_a_drawn_box_is_an_aside(tmp_path: Path, new_pdf: NewPdf) -> None:
    pdf = new_pdf()
    lines(pdf, 50, 100, *["A paragraph outside of the box."] * 4)
    pdf.rect(45, 200, 300, 60)
    lines(pdf, 55, 215, "Words in a box that stand", "on two lines of it.")
    lines(pdf, 50, 300, *["A paragraph below the box."] * 4)

    assert texts(read(pdf, tmp_path), BlockKind.ASIDE) == ["Words in a box that stand on two lines of it."]


def test_table_keeps_its_rows_and_cells(tmp_path: Path, new_pdf: NewPdf) -> None:
    pdf = new_pdf()
    for number, row in enumerate((("Name", "Task"), ("Ann", "writes"), ("Bob", "reads"))):
        pdf.text(50, 100 + 14 * number, row[0])
        pdf.text(200, 100 + 14 * number, row[1])

    assert texts(read(pdf, tmp_path), BlockKind.TABLE) == ["Name | Task\nAnn | writes\nBob | reads"]


def test_running_heads_and_page_numbers_are_left_out_and_become_labels(tmp_path: Path, new_pdf: NewPdf) -> None:
    pdf = new_pdf()
    for page in range(4):
        if page:
            pdf.add_page()
        lines(pdf, 50, 40, "ARTIFICIAL RUNNING HEAD", size=8)
        lines(pdf, 50, 100, f"Only page {'abcd'[page]} holds these words.")
        lines(pdf, 290, 810, str(page + 33), size=8)

    document = read(pdf, tmp_path)

    assert "HEAD" not in document.text
    assert "34" not in document.text
    assert document.page_labels == ("33", "34", "35", "36")


def test_paragraph_goes_on_over_the_page(tmp_path: Path, new_pdf: NewPdf) -> None:
    pdf = new_pdf()
    lines(pdf, 50, 740, "A paragraph of artificial words that", "does not end at the foot of its")
    pdf.add_page()
    lines(pdf, 50, 100, "page but on the next one.")

    document = read(pdf, tmp_path)

    assert len(document.blocks) == 1
    assert [box.page for box in document.blocks[0].boxes] == [1, 2]


@pytest.mark.parametrize(
    "sentence",
    ["Жертва имеет право на помощь и защиту", "Право на період для роздумів", "Το θύμα έχει δικαίωμα"],
)
def test_cyrillic_and_greek_words_are_kept_apart(
    tmp_path: Path, new_pdf: NewPdf, font_of_all_letters: Path, sentence: str
) -> None:
    letters = sentence.translate(str.maketrans("άέήίόύώ", "αεηιουω"))
    pdf = new_pdf()
    pdf.add_font("Boxes", fname=str(font_of_all_letters))
    pdf.set_font("Boxes", size=10)
    pdf.text(50, 100, letters)

    assert read(pdf, tmp_path).text == letters


def test_hebrew_is_read_in_logical_order(shared_pdfs: Path) -> None:
    document = parse_pdf(Reading(shared_pdfs / "nonlatin" / "pdf.js__issue11656.pdf"))

    assert document.text.startswith("שלום עולם")


def test_pages_without_text_are_remarked_upon(tmp_path: Path, new_pdf: NewPdf) -> None:
    pdf = new_pdf()
    pdf.text(50, 100, "Words on the first page.")
    pdf.add_page()

    assert read(pdf, tmp_path).remarks[0].startswith("1 of 2 pages have no text")


def test_every_word_is_in_exactly_one_block(parsed_handbook: ParsedDocument) -> None:
    document = parsed_handbook

    between = [document.text[one.end : other.start] for one, other in pairwise(document.blocks)]
    assert all(not gap.strip() for gap in between)
    assert document.blocks[0].start == 0
    assert document.blocks[-1].end == len(document.text)
    assert all(one.end <= other.start for one, other in pairwise(document.blocks))


def test_boxes_lie_on_the_page(parsed_handbook: ParsedDocument) -> None:
    document = parsed_handbook

    boxes = [box for block in document.blocks for box in block.boxes]
    assert all(0 <= box.left < box.right <= 595 and 0 <= box.top < box.bottom <= 842 for box in boxes)
