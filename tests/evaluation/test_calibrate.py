"""Fitting when to answer, on signs alone."""

from pathlib import Path

import numpy as np
import pytest

from evaluation.calibrate import area_under_curve, fit, risk_coverage, write_weights
from nrm.answering.confidence import WEIGHTS_FILE, Signs, probability

GOOD, BAD = Signs(meaning=0.7, known=1.0), Signs(meaning=0.6, known=1.0, fact=1.0)


def test_a_sign_that_only_unanswerable_questions_have_gets_a_negative_weight() -> None:
    weights = fit([GOOD, GOOD, BAD, BAD], [True, True, False, False])

    assert weights["fact"] < -1
    assert probability(BAD, weights) < 0.5 < probability(GOOD, weights)


def test_the_area_is_the_share_of_pairs_in_the_right_order_and_ties_count_half() -> None:
    assert area_under_curve(np.array([0.9, 0.8, 0.1]), np.array([1.0, 1.0, 0.0])) == 1.0
    assert area_under_curve(np.array([0.5, 0.5]), np.array([1.0, 0.0])) == 0.5


def test_risk_rises_when_a_question_without_answer_is_answered() -> None:
    assert risk_coverage(np.array([0.9, 0.1]), np.array([1.0, 0.0])) == [(0.5, 0.0), (1.0, 0.5)]


def test_weights_are_written_below_thresholds_and_remarks(tmp_path: Path) -> None:
    file = tmp_path / "confidence.yaml"
    file.write_text(WEIGHTS_FILE.read_text(encoding="utf-8"), encoding="utf-8")

    write_weights({"bias": -1.0, "meaning": 2.5}, file)

    written, before = (path.read_text(encoding="utf-8") for path in (file, WEIGHTS_FILE))
    assert written.partition("weights:")[0] == before.partition("weights:")[0]
    assert written.endswith("weights:\n  bias: -1.0\n  meaning: 2.5\n")


def test_a_file_without_weights_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "confidence.yaml"
    file.write_text("partial_from: 0.5\n", encoding="utf-8")

    with pytest.raises(ValueError, match="weights"):
        write_weights({"bias": 0.0}, file)
