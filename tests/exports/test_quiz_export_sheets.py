"""CSV and the Kahoot sheet, read back with the standard library and openpyxl."""

import csv
import io
from dataclasses import replace

import pytest
from export_items import HOSTILE_TEXTS, QUIZZES, one_of_each
from hypothesis import given, settings
from openpyxl import load_workbook

from nrm.domain.errors import WrongUse
from nrm.quiz.items import ItemType, QuizItem, options_of
from nrm.services.quiz_exports import export_quiz, left_out

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@settings(max_examples=80, deadline=None)
@given(QUIZZES)
def test_what_goes_into_csv_comes_out_and_no_cell_is_a_formula(quiz: list[QuizItem]) -> None:
    rows = list(csv.DictReader(io.StringIO(export_quiz(quiz, "csv").decode("utf-8-sig"), newline="")))

    for item, row in zip(quiz, rows, strict=True):
        options = [f"{left} = {right}" for left, right in item.pairs] or list(options_of(item))
        assert holds(row["question"], item.stem)
        assert all(holds(row[f"option {place}"], text) for place, text in enumerate(options, start=1))
    assert not any(value.lstrip(" ").startswith(FORMULA_STARTS) for row in rows for value in row.values())


def test_kahoot_has_its_questions_where_its_own_template_has_them() -> None:
    quiz = one_of_each()

    rows = kahoot_rows(export_quiz(quiz, "kahoot"))

    assert str(rows[7][1]).startswith("Question - max 120")
    assert [row[1] for row in rows[8:]] == [item.stem for item in quiz[:3]]
    for item, row in zip(quiz[:3], rows[8:], strict=True):
        answers = [answer for answer in row[2:6] if answer]
        right = [answers[int(place) - 1] for place in str(row[7]).split(",")]
        assert tuple(answers) == options_of(item)
        assert set(right) == set(item.keys)


def test_kahoot_leaves_out_long_texts_instead_of_cutting_them() -> None:
    fitting, long_stem, long_choice = (replace(one_of_each()[0], id=name) for name in ("a", "b", "c"))
    long_stem = replace(long_stem, stem="x" * 121)
    long_choice = replace(long_choice, keys=("y" * 76,))

    reasons = dict(left_out([fitting, long_stem, long_choice], "kahoot"))

    assert set(reasons) == {"b", "c"}
    assert "120" in reasons["b"]
    assert "75" in reasons["c"]


def test_a_quiz_of_which_nothing_fits_is_refused_with_the_way_out() -> None:
    cases = [item for item in one_of_each() if item.type is ItemType.CASE]

    with pytest.raises(WrongUse, match="None of these items fits Kahoot"):
        export_quiz(cases, "kahoot")


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_no_cell_of_a_sheet_is_a_formula(text: str) -> None:
    book = load_workbook(io.BytesIO(export_quiz(one_of_each(text), "kahoot")))

    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]

    assert all(cell.data_type != "f" for cell in cells)
    assert not any(str(cell.value).startswith(FORMULA_STARTS) for cell in cells)


def kahoot_rows(data: bytes) -> list[tuple[object, ...]]:
    return list(load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True))


def holds(cell: str, text: str) -> bool:
    """Whether a cell holds a text, with the apostrophe that keeps a formula from being one."""
    return cell in (text, f"'{text}")
