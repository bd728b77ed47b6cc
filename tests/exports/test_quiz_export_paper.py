"""The paper versions, read back with python-docx and pypdf."""

import io

import pytest
from docx import Document
from export_items import HOSTILE_TEXTS, one_of_each
from pypdf import PdfReader

from nrm.quiz.items import options_of
from nrm.services.quiz_exports import export_quiz
from nrm.services.quiz_exports.paper import KEY_TITLE, SHEET_TITLE, key_lines, lettered
from nrm.services.quiz_exports.pdf import printable

TEXTS = ("Artificial", "Пострадавшая сторона", "θύμα", "მსხვერპლი", "ضحية", "受害者", "Zażółć gęślą jaźń")


@pytest.mark.parametrize("text", [*TEXTS, *HOSTILE_TEXTS])
def test_word_holds_every_question_choice_and_key_as_text(text: str) -> None:
    quiz = one_of_each(text)

    document = Document(io.BytesIO(export_quiz(quiz, "docx")))

    shown = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for item in quiz:
        assert item.stem in shown
        assert all(f"{letter}. {option}" in shown for letter, option in lettered(item))
        assert all(line in shown for line in key_lines(item))


def test_word_has_headings_an_empty_answer_sheet_and_the_key_after_it() -> None:
    quiz = one_of_each()

    document = Document(io.BytesIO(export_quiz(quiz, "docx")))

    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading 1")]
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert headings == [SHEET_TITLE, KEY_TITLE]
    assert rows[1:] == [[str(number), ""] for number in range(1, len(quiz) + 1)]


@pytest.mark.parametrize("text", TEXTS)
def test_pdf_text_reads_back_or_shows_the_letter_codes(text: str) -> None:
    quiz = one_of_each(text)

    pages = PdfReader(io.BytesIO(export_quiz(quiz, "pdf"))).pages

    shown = squeezed("".join(page.extract_text() for page in pages))
    for item in quiz:
        assert squeezed(printable(item.stem)) in shown
        assert all(squeezed(printable(option)) in shown for option in options_of(item))


def test_pdf_starts_the_answer_sheet_and_the_key_on_new_pages() -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(export_quiz(one_of_each(), "pdf"))).pages]

    sheet = next(number for number, text in enumerate(pages) if text.startswith(SHEET_TITLE))
    key = next(number for number, text in enumerate(pages) if text.startswith(KEY_TITLE))
    assert 0 < sheet < key


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_makes_no_link_script_or_form_in_a_pdf(text: str) -> None:
    data = export_quiz(one_of_each(text), "pdf")

    reader = PdfReader(io.BytesIO(data))

    assert all(page.get("/Annots") is None for page in reader.pages)
    assert "/OpenAction" not in reader.trailer["/Root"] or "/JavaScript" not in data.decode("latin-1")
    assert reader.get_fields() in (None, {})


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_pdf_draws_a_box_beside_every_choice_and_prints_no_letter_codes() -> None:
    quiz = one_of_each()

    pages = PdfReader(io.BytesIO(export_quiz(quiz, "pdf"))).pages

    drawn = b"".join(page.get_contents().get_data() for page in pages)
    choices = sum(len(options_of(item)) for item in quiz)
    assert drawn.count(b" re S") >= choices
    assert not any("[U+" in page.extract_text() for page in pages)


def test_pdf_tears_no_question_apart() -> None:
    quiz = [item for copy in range(9) for item in one_of_each(f"Artificial {copy}")]

    pages = [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(export_quiz(quiz, "pdf"))).pages]

    questions = pages[: next(number for number, text in enumerate(pages) if text.startswith(squeezed(SHEET_TITLE)))]
    assert len(questions) > 2
    for item in quiz:
        texts = [squeezed(text) for text in (item.stem, *options_of(item)) if text not in ("True", "False")]
        assert any(all(text in page for text in texts) for page in questions)
