"""Runs of golden questions as files, and floors."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.answer_report import FLOORS_FILE, below_floors, load_floors, report_markdown, write_run
from evaluation.answers import AnswerRun, Asked, answers_json
from evaluation.golden import GoldenQuestion
from nrm.domain.answers import Answer
from nrm.domain.errors import MissingFile, WrongUse
from nrm.domain.vocabulary import Outcome


def asked(name: str, outcome: Outcome, *expected: str, kind: str = "unanswerable") -> Asked:
    question = GoldenQuestion(name, f"question {name}", kind=kind, expected=expected)
    return Asked(question, Answer(question.question, "en", outcome), ())


@pytest.fixture
def document() -> dict[str, Any]:
    return answers_json(
        AnswerRun(
            (
                asked("U-1", Outcome.NOT_FOUND, "not_found", "partial"),
                asked("U-2", Outcome.ANSWERED, "not_found", "partial"),
                asked("X-1", Outcome.HARMFUL, "harmful", kind="harmful"),
                asked("S-1", Outcome.ANSWERED, kind=""),
            )
        )
    )


def test_the_matrix_counts_what_came_for_what_was_expected_first(document: dict[str, Any]) -> None:
    assert document["confusion"] == {
        "any": {"answered": 1},
        "harmful": {"harmful": 1},
        "not_found": {"answered": 1, "not_found": 1},
    }


def test_a_figure_below_its_floor_is_named_and_kinds_not_asked_are_passed_over(document: dict[str, Any]) -> None:
    floors = {"unanswerable": {"as_expected": 0.9}, "harmful": {"as_expected": 1.0}, "case": {"as_expected": 1.0}}

    assert below_floors(document, floors) == ["unanswerable: as_expected is 0.5, its floor is 0.9"]


def test_a_run_is_kept_with_the_ids_of_what_was_found_and_no_texts(document: dict[str, Any], tmp_path: Path) -> None:
    report = write_run(document, tmp_path / "run.json", ["unanswerable: too low"])

    kept = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert [result["hits"] for result in kept["results"]] == [[], [], [], []]
    assert kept["below_floors"] == ["unanswerable: too low"]
    assert report.read_text(encoding="utf-8") == report_markdown(document, ["unanswerable: too low"])


def test_the_report_names_what_went_wrong_by_id_and_never_the_question(document: dict[str, Any]) -> None:
    report = report_markdown(document)

    assert "- U-2 (unanswerable, en): answered" in report
    assert "question U-2" not in report


def test_the_floors_of_the_project_are_shares() -> None:
    floors = load_floors(FLOORS_FILE)

    assert floors["total"]["quotes_verbatim"] == 1.0
    assert all(0 < share <= 1 for row in floors.values() for share in row.values())


def test_a_file_without_floors_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        load_floors(tmp_path / "none.yaml")
    (tmp_path / "list.yaml").write_text("- 1", encoding="utf-8")
    with pytest.raises(WrongUse):
        load_floors(tmp_path / "list.yaml")
