"""The paper version as a Word file: questions, an empty answer sheet, and the key."""

import io
from collections.abc import Sequence
from typing import Any

from docx import Document

from nrm.quiz.items import QuizItem
from nrm.services.quiz_exports.paper import KEY_TITLE, SHEET_TITLE, TITLE, PaperItem, paper_items

_ANSWER_LINE = "_" * 60


def write_word(items: Sequence[QuizItem]) -> bytes:
    """A ``.docx`` file with real headings, so that a screen reader can move through it."""
    papers = paper_items(items)
    document: Any = Document()
    document.core_properties.title = TITLE
    document.core_properties.author = ""
    document.add_heading(TITLE, level=0)
    for paper in papers:
        _question(document, paper)
    document.add_page_break()
    _sheet(document, papers)
    document.add_page_break()
    document.add_heading(KEY_TITLE, level=1)
    for paper in papers:
        _key(document, paper)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _question(document: Any, paper: PaperItem) -> None:
    document.add_heading(f"Question {paper.number}", level=2)
    document.add_paragraph(paper.stem)
    if paper.instruction:
        document.add_paragraph().add_run(paper.instruction).italic = True
    for place, text in enumerate(paper.left, start=1):
        document.add_paragraph(f"{place}. {text}")
    for letter, text in paper.choices:
        document.add_paragraph(f"{letter}. {text}")
    for _ in range(paper.lines):
        document.add_paragraph(_ANSWER_LINE)


def _sheet(document: Any, papers: Sequence[PaperItem]) -> None:
    document.add_heading(SHEET_TITLE, level=1)
    document.add_paragraph(f"Name: {_ANSWER_LINE}")
    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Question", "Answer"
    for paper in papers:
        table.add_row().cells[0].text = str(paper.number)


def _key(document: Any, paper: PaperItem) -> None:
    document.add_heading(f"Answer {paper.number}", level=2)
    for line in paper.key:
        document.add_paragraph().add_run(line).bold = True
    for line in filter(None, (paper.why, paper.source)):
        document.add_paragraph(line)
