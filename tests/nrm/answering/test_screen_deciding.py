"""What decides when rules and examples disagree, on artificial rules and weights."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nrm.answering.screen import EXAMPLES, LONGEST_QUESTION, Screening, by_examples, screen
from nrm.answering.screening.nearness import Nearness
from nrm.corpus.safety import SafetyRules, load_safety_rules
from nrm.corpus.safety_learned import PLACES, Learned
from nrm.domain.vocabulary import Outcome

SIGNS = "  signs_needed: 2\n  signs: [{name: s, weight: 2, when: [%s]}]\n"
RULES = "language: en\nreviewed_on: '2026-11-24'\nwords: {none: [qqq]}\nrules:\n" + "".join(
    f"- id: {name}\n  route: {route}\n  when: [{word}]\n  examples: [artificial]\n" + (SIGNS % word if weighed else "")
    for name, route, word, weighed in [
        ("risk-narrow", "person_at_risk", "owl", False),
        ("risk-weighed", "person_at_risk", "hawk", True),
        ("harm-narrow", "harmful", "crow", False),
        ("harm-weighed", "harmful", "rook", True),
        ("scope", "out_of_scope", "cake", False),
        ("about-case", "case", "wren", False),
    ]
)


def rules(folder: Path, at_risk: float, harmful: float) -> SafetyRules:
    """The rules, with examples to which every text is as near as this."""
    (folder / "en.yaml").write_text(RULES, encoding="utf-8")
    learned = Learned(np.zeros((PLACES, 3), np.float32), (at_risk, harmful), "")
    return replace(load_safety_rules(folder), learned=learned)


RISK, HARM, SCOPE = Outcome.PERSON_AT_RISK, Outcome.HARMFUL, Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("question", "at_risk", "harmful", "decided"),
    [
        ("a robin", -0.5, -0.5, Screening(None)),
        ("a wren", -0.5, -0.5, Screening(None, "", True)),
        ("a wren", 0.5, -0.5, Screening(RISK, EXAMPLES)),
        ("a robin", 0.5, -0.5, Screening(RISK, EXAMPLES)),
        ("a robin", -0.5, 0.5, Screening(HARM, EXAMPLES)),
        ("an owl", -0.5, -0.5, Screening(RISK, "risk-narrow")),
        ("an owl", -3.0, -3.0, Screening(RISK, "risk-narrow")),
        ("a hawk", -0.65, -0.68, Screening(RISK, "risk-weighed")),
        ("a hawk", -0.75, -0.8, Screening(None)),
        ("a crow", -0.95, -0.95, Screening(HARM, "harm-narrow")),
        ("a crow", -1.05, -1.05, Screening(None)),
        ("a rook", -0.45, -0.48, Screening(HARM, "harm-weighed")),
        ("a rook", -0.55, -0.58, Screening(None)),
        ("a hawk", 0.5, 0.7, Screening(RISK, "risk-weighed")),
        ("a hawk", 0.5, 0.9, Screening(RISK, "risk-weighed")),
        ("a hawk", 0.5, 1.5, Screening(HARM, EXAMPLES)),
        ("an owl", 0.5, 1.5, Screening(HARM, EXAMPLES)),
        ("a rook", 0.5, 0.7, Screening(HARM, "harm-weighed")),
        ("a rook", 0.7, 0.5, Screening(RISK, EXAMPLES)),
        ("a rook", 0.9, 0.5, Screening(RISK, EXAMPLES)),
        ("a rook", 0.5, 0.9, Screening(HARM, "harm-weighed")),
        ("a rook", -0.25, -0.65, Screening(HARM, "harm-weighed")),
        ("an owl and a crow", -0.5, -0.5, Screening(RISK, "risk-narrow")),
        ("a cake", -0.5, -0.5, Screening(SCOPE, "scope")),
        ("a cake", 0.9, 0.2, Screening(SCOPE, "scope")),
        ("a cake", 1.1, 0.2, Screening(RISK, EXAMPLES)),
        ("a cake with a wren", -0.5, -0.5, Screening(SCOPE, "scope")),
    ],
)
def test_rules_and_examples_decide_together(
    tmp_path: Path, question: str, at_risk: float, harmful: float, decided: Screening
) -> None:
    assert screen(question, rules(tmp_path, at_risk, harmful)) == decided


def test_a_question_is_read_up_to_the_longest(tmp_path: Path) -> None:
    known = rules(tmp_path, -0.5, -0.5)

    assert screen("x" * LONGEST_QUESTION, known) == Screening(None)
    assert screen("x" * (LONGEST_QUESTION + 1), known) == Screening(Outcome.TOO_LONG, "too-long")


@pytest.mark.parametrize(
    ("at_risk", "harmful", "route"),
    [
        (-0.15, -0.3, RISK),
        (-0.3, 0.15, HARM),
        (0.5, 0.5, RISK),
        (0.5, 1.0, RISK),
        (0.5, 1.2, HARM),
        (-0.2, -0.3, None),
        (-0.3, 0.1, None),
    ],
)
def test_examples_alone_decide_from_near_enough_on(at_risk: float, harmful: float, route: Outcome | None) -> None:
    assert by_examples(Nearness(at_risk, harmful)).route is route
