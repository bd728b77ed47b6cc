"""Each rule, with records that break it and records that just do not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.corpus_checker import RULES

CASES = yaml.safe_load((Path(__file__).parent / "artificial" / "rule_cases.yaml").read_text(encoding="utf-8"))
NINE_COPIED = "Here each party shall give shelter to every person who is here."


def name(case: dict[str, Any]) -> str:
    return f"{case['rule']}: {case['change']}"


@pytest.mark.parametrize("case", CASES["bad"], ids=name)
def test_a_record_that_breaks_a_rule_is_found_at_the_line_of_the_key(
    small_corpus: Callable[..., Any], case: dict[str, Any]
) -> None:
    corpus = small_corpus({case["change"]: case["to"]})

    found = [corpus.line(finding) for finding in corpus.check() if finding.rule == case["rule"]]

    assert any(case["line"] in line for line in found), found


@pytest.mark.parametrize("case", CASES["good"], ids=name)
def test_a_record_that_just_keeps_a_rule_is_not_found(small_corpus: Callable[..., Any], case: dict[str, Any]) -> None:
    corpus = small_corpus({case["change"]: case["to"]})

    assert [str(finding) for finding in corpus.check()] == []


def test_the_artificial_corpus_keeps_every_rule(small_corpus: Callable[..., Any]) -> None:
    assert small_corpus().check() == ()


@pytest.mark.parametrize("kind", ["good", "bad"])
def test_every_rule_of_the_table_has_a_good_and_a_bad_record(kind: str) -> None:
    assert {rule.name for rule in RULES} <= {case["rule"] for case in CASES[kind]}


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("full/commitments/0/topics/0", "shelters", "nearest: shelter), or add it there with a definition."),
        ("full/commitments/0/audience/0", "polices", "nearest: police"),
        ("full/commitments/0/strength", "must_consder", "nearest: must_consider"),
        ("full/commitments/0/topic", [], "nearest: topics"),
        ("full/source", "treatys", "nearest: treaty"),
        ("practices/0/states/0", "AAA", "nearest: AA"),
    ],
)
def test_a_name_that_is_not_known_is_answered_with_the_nearest(
    small_corpus: Callable[..., Any], path: str, value: Any, message: str
) -> None:
    found = small_corpus({path: value}).check()

    assert any(message in finding.message for finding in found)


def test_a_finding_prints_as_file_line_rule_message(small_corpus: Callable[..., Any]) -> None:
    found = small_corpus({"topics/0/definition": ""}).check()

    assert [str(item) for item in found] == ["corpus/topics.yaml:3: empty-definition: the definition is empty."]


def test_all_findings_are_reported_sorted_by_file_and_line(small_corpus: Callable[..., Any]) -> None:
    changes = {
        "topics/0/definition": "",
        "full/commitments/1/plain": "",
        "full/commitments/0/pinpoint": "art. 9",
    }

    found = small_corpus(changes).check()

    assert [(item.file, item.rule) for item in found] == [
        ("corpus/commitments/treaty.yaml", "pinpoint-differs"),
        ("corpus/commitments/treaty.yaml", "empty-value"),
        ("corpus/topics.yaml", "empty-definition"),
    ]


def test_the_words_of_a_copied_run_are_shown_with_their_number(small_corpus: Callable[..., Any]) -> None:
    found = small_corpus({"full/commitments/0/summary": NINE_COPIED}).check()

    assert [item.message for item in found] == [
        "9 words in a row as in the text (at most 8): 'each party shall give shelter to every person who'."
    ]


def test_the_articles_of_a_bound_protocol_are_compared_with_the_protocol(
    small_corpus: Callable[..., Any],
) -> None:
    changes = {
        "full/commitments/0/article": "OP 1",
        "full/commitments/0/pinpoint": "Optional Protocol, art. 1",
        "full/commitments/0/operative_words": "may write to the Committee",
    }

    assert small_corpus(changes).check() == ()
