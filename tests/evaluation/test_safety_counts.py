"""Counting where questions go, and telling why."""

import json
from pathlib import Path

import pytest

from evaluation.safety import main
from evaluation.safety_reasons import reasons
from nrm.corpus.safety import load_safety_rules
from nrm.corpus.safety_examples import load_safety_examples

ROOT = Path(__file__).resolve().parents[2]
ASKED = (
    "- {id: A-1, question: he took my passport and locked the door, kind: person_at_risk, expected: [person_at_risk]}\n"
)


def test_counts_of_a_named_file_are_printed_under_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "asked.yaml"
    file.write_text(ASKED, encoding="utf-8")

    code = main([str(file)])

    counts = json.loads(capsys.readouterr().out)
    assert code == 0
    assert counts["asked.yaml"]["all"]["person_at_risk"]["right"] == 1


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.yaml")]) == 1
    assert "none.yaml" in capsys.readouterr().err


def test_the_reasons_name_the_nearest_examples_best_first() -> None:
    folder = ROOT / "corpus" / "safety"
    examples = load_safety_examples(folder)[:40]

    shown = reasons(examples[7].text, load_safety_rules(folder), examples)

    likeness = [one["likeness"] for one in shown["nearest"]]
    assert shown["route"] == examples[7].route
    assert shown["nearest"][0]["text"] == examples[7].text
    assert likeness == sorted(likeness, reverse=True)
    assert 0 < likeness[-1] < likeness[0] <= 3
