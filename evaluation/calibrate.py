"""Fit the weights of ``nrm.answering.confidence`` on the tuning half and report risk against coverage.

``python -m evaluation.calibrate`` prints, for both halves, how many answerable questions are answered and
unanswerable ones refused; with ``--write`` it also writes the weights to ``nrm/answering/confidence.yaml``. It
needs an index with the official texts loaded (NRM_DATA_DIR).
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.golden import GoldenQuestion, load_questions
from nrm.answering.confidence import WEIGHTS_FILE, Signs, calibration, probability, signs_of
from nrm.domain.answers import Filters
from nrm.services.asking import Asker
from nrm.settings import Settings

QUESTIONS = Path(__file__).parent / "questions"
FILES = ("answers.yaml", "unanswerable.yaml", "legal.yaml", "practices.yaml")
PUBLIC_SETS = Path(__file__).resolve().parents[2] / "shared" / "eval"
_PUBLIC_FILES = (
    "xquad/queries.en.jsonl",
    "clapnq/queries.jsonl",
    "obliqa/queries.jsonl",
    "xquad/queries.de.jsonl",
    "xquad/queries.es.jsonl",
    "xquad/queries.ru.jsonl",
)
_OF_EACH = 60  # questions taken from each public set
_SEARCHED = 24
_NO_ANSWER = frozenset({"unanswerable", "off_topic"})
# Of these kinds the safety screen or the Handbook rule decides, or nothing is known about the right end.
_NOT_CALIBRATED = frozenset({"person_at_risk", "harmful", "out_of_scope", "handbook", "safe_twin"})
_STEPS, _RATE, _DECAY = 20000, 0.3, 0.002
Floats = NDArray[np.float64]
Example = tuple[GoldenQuestion, Signs]


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


def area_under_curve(probabilities: Floats, answerable: Floats) -> float:
    """How often an answerable question has a higher probability than an unanswerable one; ties count half."""
    good, bad = probabilities[answerable > 0], probabilities[answerable == 0]
    above = (good[:, None] > bad[None, :]).sum() + 0.5 * (good[:, None] == bad[None, :]).sum()
    return float(above / (len(good) * len(bad)))


def examples(asker: Asker) -> list[Example]:
    """Every question that is searched, with the signs of its search; off-topic ones come from public sets."""
    golden = [question for name in FILES for question in load_questions(QUESTIONS / name)]
    known = [question for question in golden if question.kind not in _NOT_CALIBRATED]
    return [example for question in (*known, *_off_topic()) if (example := _example(question, asker))]


def _example(question: GoldenQuestion, asker: Asker) -> Example | None:
    inquiry = asker.masked(question.question)
    if inquiry.outcome is not None:
        return None
    ranking = asker.search(inquiry.question, Filters(), _SEARCHED)
    return question, signs_of(ranking, inquiry.describes_case)


def _off_topic() -> Iterable[GoldenQuestion]:
    """Questions about the world at large, in both halves: nothing here answers them."""
    for name in _PUBLIC_FILES:
        for number, line in enumerate(_lines(PUBLIC_SETS / name)):
            yield GoldenQuestion(f"{name}-{number}", line, kind="off_topic", split=("tune", "held_out")[number % 2])


def _lines(file: Path) -> list[str]:
    if not file.is_file():
        return []
    return [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines()[:_OF_EACH]]


def report(half: Sequence[Example], weights: dict[str, float]) -> dict[str, object]:
    """What these weights do on some questions, by kind, at the thresholds of the product."""
    sure = np.array([probability(signs, weights) for _, signs in half])
    answerable = np.array([_has_answer(question) for question, _ in half], dtype=float)
    partial_from, answer_from = calibration().partial_from, calibration().answer_from
    kinds = dict.fromkeys(question.kind for question, _ in half)
    shown = sure >= partial_from
    return {
        "questions": len(half),
        "answered_when_answerable": _share(shown[answerable > 0]),
        "in_full_when_answerable": _share(sure[answerable > 0] >= answer_from),
        "refused_when_unanswerable": _share(~shown[[question.kind == "unanswerable" for question, _ in half]]),
        "refused_when_off_topic": _share(~shown[[question.kind == "off_topic" for question, _ in half]]),
        "auroc": round(area_under_curve(sure, answerable), 3),
        "shown_by_kind": {kind: _share(shown[[question.kind == kind for question, _ in half]]) for kind in kinds},
        "risk_coverage": [
            (round(coverage, 2), round(risk, 3))
            for coverage, risk in risk_coverage(sure, answerable)[:: max(1, len(half) // 20)]
        ],
    }


def _has_answer(question: GoldenQuestion) -> bool:
    return question.kind not in _NO_ANSWER


def _share(values: NDArray[np.bool_]) -> float | None:
    return round(float(values.mean()), 3) if len(values) else None


def write_weights(weights: dict[str, float], file: Path = WEIGHTS_FILE) -> None:
    """Put the weights into the file that answering reads; thresholds and its opening remarks stay.

    :raises ValueError: if the file has no place for weights.
    """
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = lines[: lines.index("weights:") + 1]
    file.write_text("\n".join([*kept, *(f"  {name}: {value}" for name, value in weights.items())]) + "\n", "utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, and print what it does on both halves."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.calibrate")
    parser.add_argument("--write", action="store_true", help="write the weights to nrm/answering/confidence.yaml")
    parser.add_argument("--tune-only", action="store_true", help="leave the held-out half alone")
    chosen = parser.parse_args(arguments)
    known = examples(Asker(Settings.from_environment()))
    halves = {split: [one for one in known if one[0].split == split] for split in ("tune", "held_out")}
    weights = fit([signs for _, signs in halves["tune"]], [_has_answer(question) for question, _ in halves["tune"]])
    if chosen.write:
        write_weights(weights)
    shown = ("tune",) if chosen.tune_only else ("tune", "held_out")
    json.dump({"weights": weights, **{split: report(halves[split], weights) for split in shown}}, sys.stdout, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()

__all__ = ["area_under_curve", "examples", "fit", "main", "report", "risk_coverage", "write_weights"]
