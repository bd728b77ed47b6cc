"""Fit the weights of ``nrm.answering.confidence`` on the tuning half and report risk against coverage.

``python -m evaluation.calibrate`` prints the table of weights and, for both halves, how many
answerable questions are answered and unanswerable ones refused. It needs an index with the official
texts loaded (NRM_DATA_DIR).
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.golden import GoldenQuestion, load_questions
from nrm.answering.confidence import ANSWER_FROM, PARTIAL_FROM, Signs, probability, signs_of
from nrm.domain.answers import Filters
from nrm.services.asking import Asker
from nrm.settings import Settings

QUESTIONS = Path(__file__).parent / "questions"
PUBLIC_SETS = Path(__file__).resolve().parents[2] / "shared" / "eval"
_OFF_TOPIC = 60  # questions taken from each public set
_ANSWERABLE = frozenset({"answerable", "case", "false_premise", "conflict"})
_STEPS, _RATE, _DECAY = 20000, 0.3, 0.002
Floats = NDArray[np.float64]


def fit(signs: Sequence[Signs], answerable: Sequence[bool]) -> dict[str, float]:
    """Weights of a logistic regression; both classes weigh the same, however many there are of each."""
    inputs = np.array([(1.0, *astuple(one)) for one in signs])
    labels = np.array(answerable, dtype=float)
    balance = np.where(labels > 0, 0.5 / labels.mean(), 0.5 / (1 - labels.mean()))
    weights = np.zeros(inputs.shape[1])
    for _ in range(_STEPS):
        predicted = 1 / (1 + np.exp(-inputs @ weights))
        gradient = inputs.T @ (balance * (predicted - labels)) / len(labels)
        weights -= _RATE * (gradient + _DECAY * weights)
    return dict(zip(("bias", *Signs.__dataclass_fields__), (round(float(value), 3) for value in weights), strict=True))


def risk_coverage(probabilities: Floats, answerable: Floats) -> list[tuple[float, float]]:
    """Pairs of coverage (share of questions answered) and risk (share of those that have no answer)."""
    order = np.argsort(-probabilities, kind="stable")
    wrong = np.cumsum(1 - answerable[order])
    counts = np.arange(1, len(order) + 1)
    return [(float(count / len(order)), float(bad / count)) for count, bad in zip(counts, wrong, strict=True)]


def examples(asker: Asker) -> list[tuple[GoldenQuestion, Signs]]:
    """Every golden question that is searched, with the signs of its search."""
    found = []
    for question in load_questions(QUESTIONS / "answers.yaml"):
        if question.kind in _ANSWERABLE or question.kind == "unanswerable":
            inquiry = asker.masked(question.question)
            if inquiry.outcome is None:
                found.append((question, signs_of(asker.search(inquiry.question, Filters(), 24))))
    return found + _off_topic(asker)


def _off_topic(asker: Asker) -> list[tuple[GoldenQuestion, Signs]]:
    """Questions about the world at large, from public sets, in both halves: nothing here answers them."""
    found = []
    for number, line in enumerate(_lines(PUBLIC_SETS)):
        question = GoldenQuestion(f"X-{number}", line, kind="off_topic", split=("tune", "held_out")[number % 2])
        inquiry = asker.masked(question.question)
        if inquiry.outcome is None:
            found.append((question, signs_of(asker.search(inquiry.question, Filters(), 24))))
    return found


def _lines(folder: Path) -> list[str]:
    files = (folder / "xquad" / "queries.en.jsonl", folder / "clapnq" / "queries.jsonl")
    return [
        json.loads(line)["text"]
        for file in files
        if file.is_file()
        for line in file.read_text(encoding="utf-8").splitlines()[:_OFF_TOPIC]
    ]


def main() -> None:
    """Fit, and print what it does on both halves."""
    known = examples(Asker(Settings.from_environment()))
    tuned = [(question, signs) for question, signs in known if question.split == "tune"]
    weights = fit([signs for _, signs in tuned], [question.kind in _ANSWERABLE for question, _ in tuned])
    report: dict[str, object] = {"weights": weights}
    for split in ("tune", "held_out"):
        half = [(question, signs) for question, signs in known if question.split == split]
        answerable = np.array([question.kind in _ANSWERABLE for question, _ in half], dtype=float)
        sure = np.array([probability(signs, weights) for _, signs in half])
        report[split] = {
            "answered_when_answerable": round(float((sure[answerable > 0] >= PARTIAL_FROM).mean()), 3),
            "refused_when_not": round(float((sure[answerable == 0] < PARTIAL_FROM).mean()), 3),
            "in_full": round(float((sure[answerable > 0] >= ANSWER_FROM).mean()), 3),
            "risk_coverage": [
                (round(coverage, 2), round(risk, 3))
                for coverage, risk in risk_coverage(sure, answerable)[:: max(1, len(half) // 20)]
            ],
        }
    json.dump(report, sys.stdout, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()

__all__ = ["examples", "fit", "main", "risk_coverage"]
