"""Pictures of pages, and where a quote stands."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image

from ingest.parsers.page_picture import page_picture, quote_boxes
from nrm.domain.errors import UnreadableDocument
from nrm.domain.passages import Box


@pytest.fixture
def page(tmp_path: Path, new_pdf: Callable[[], FPDF]) -> Path:
    pdf = new_pdf()
    pdf.text(50, 100, "The artificial words of a first line and an unfin-")
    pdf.text(50, 113, "ished word that ends on the second.")
    path = tmp_path / "page.pdf"
    pdf.output(str(path))
    return path


def test_quote_over_two_lines_has_a_box_on_each(page: Path) -> None:
    boxes = quote_boxes(page, 1, "an unfinished word")

    assert [box.page for box in boxes] == [1, 1]
    assert boxes[0].left > 150 and boxes[1].left == pytest.approx(50, abs=2)
    assert 88 < boxes[0].top < 100 < boxes[0].bottom < 106


def test_quote_that_is_not_there_has_no_box(page: Path) -> None:
    assert quote_boxes(page, [1, 2], "other words") == ()


def test_marked_words_are_coloured_and_others_are_not(page: Path) -> None:
    picture = page_picture(page, 1, [Box(1, 50, 90, 100, 104), Box(2, 300, 300, 400, 400)], width_pixels=595)

    image = Image.open(io.BytesIO(picture.png)).convert("RGB")
    assert image.width == 595
    assert image.getpixel((52, 91)) != (255, 255, 255)
    assert image.getpixel((350, 350)) == (255, 255, 255)
    assert (round(picture.width_points), round(picture.height_points)) == (595, 842)


def test_the_ink_of_marked_words_stays_as_dark_as_it_was(page: Path) -> None:
    plain = Image.open(io.BytesIO(page_picture(page, 1, width_pixels=1200).png)).convert("L")
    marked = Image.open(io.BytesIO(page_picture(page, 1, [Box(1, 50, 90, 300, 104)], 1200).png)).convert("L")
    before, after = (image.crop((110, 184, 590, 206)).tobytes() for image in (plain, marked))

    assert min(after) == min(before) < 20
    assert max(after) < 235 < max(before)


def test_page_that_does_not_exist_is_refused(page: Path) -> None:
    with pytest.raises(UnreadableDocument, match="no page 9"):
        page_picture(page, 9)
