"""How long a question may be, and what a route carries."""

from pathlib import Path

import pytest

from nrm.answering.screen import LONGEST_QUESTION, Screening, screen
from nrm.corpus.safety import SafetyRules, load_safety_rules
from nrm.domain.vocabulary import Outcome

CORPUS = Path(__file__).resolve().parents[3] / "corpus"


@pytest.fixture(scope="module")
def rules() -> SafetyRules:
    return load_safety_rules(CORPUS / "safety")


def test_a_question_of_4000_letters_is_read_and_one_letter_more_is_not(rules: SafetyRules) -> None:
    cry = "Please help me, he has my passport. "

    assert LONGEST_QUESTION == 4000
    assert screen(cry + "x" * (4000 - len(cry)), rules).route is Outcome.PERSON_AT_RISK
    assert screen(cry + "x" * (4001 - len(cry)), rules) == Screening(Outcome.TOO_LONG, "too-long")


def test_a_route_carries_its_rule_and_no_advice_on_a_case(rules: SafetyRules) -> None:
    found = screen("Please help me, he has my passport.", rules)

    assert found.route is Outcome.PERSON_AT_RISK
    assert found.reason
    assert found.case_advice is False


def test_a_plain_question_has_no_route_no_rule_and_no_case(rules: SafetyRules) -> None:
    assert screen("How long is the reflection period?", rules) == Screening(None, "", False)
