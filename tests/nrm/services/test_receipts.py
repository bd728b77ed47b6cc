"""Receipts: an answer can be come to again, or the difference is named."""

import json
from copy import deepcopy
from typing import Any

import pytest

from nrm.domain.answers import Answer, Filters
from nrm.domain.errors import WrongUse
from nrm.domain.vocabulary import Outcome
from nrm.services.asking import Asker
from nrm.services.receipts import read_receipt, receipt_json, receipt_of, replay

FILTERS = Filters(state=("RS",))


@pytest.fixture
def receipt(corpus_asker: Asker) -> dict[str, Any]:
    answer = corpus_asker.ask("How long is the reflection period?", FILTERS)
    return read_receipt(receipt_json(receipt_of(answer, FILTERS, corpus_asker)))


def test_a_receipt_says_what_was_read_and_checked(receipt: dict[str, Any], corpus_asker: Asker) -> None:
    assert receipt["question"] == "How long is the reflection period?"
    assert receipt["filters"] == {"state": ["RS"]}
    assert receipt["outcome"] == "answered"
    assert receipt["library"]["generation"] == corpus_asker.searcher.generation.name
    assert len(receipt["library"]["library"]) == 64
    assert all(len(item["sha256"]) == 64 and item["quote"] for item in receipt["passages"])
    assert all(item["checks"] == {"quote_in_passage": True, "statement_proven": True} for item in receipt["statements"])


def test_the_same_library_gives_the_same_answer(receipt: dict[str, Any], corpus_asker: Asker) -> None:
    result = replay(receipt, corpus_asker)

    assert (result.same, result.differences) == (True, ())


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda r: r["library"].update(library="other"), "library: was other"),
        (lambda r: r["library"].update(encoder="other"), "encoder: was other"),
        (lambda r: r["passages"][0].update(id="gone/1"), "passage gone/1: no longer in the library"),
        (lambda r: r["passages"][0].update(sha256="0"), "its text has changed"),
        (lambda r: r["passages"][0].update(document_sha256="0"), "another version of the document"),
        (lambda r: r["passages"][0].update(quote="Victims get ninety days."), "statement 1: no longer proven"),
        (lambda r: r["statements"][0].update(text="Victims get ninety days."), "statement 1: no longer proven"),
        (lambda r: r["statements"][0].update(citations=[]), "statement 1: no longer proven"),
        (lambda r: r["statements"].pop(), "statements: they read otherwise now"),
        (lambda r: r.update(outcome="not_found"), "outcome: was not_found, is answered"),
        (lambda r: r["passages"].append(r["passages"][0]), "citations: now"),
    ],
)
def test_each_difference_is_named(receipt: dict[str, Any], corpus_asker: Asker, change: Any, named: str) -> None:
    changed = deepcopy(receipt)
    change(changed)

    result = replay(changed, corpus_asker)

    assert not result.same
    assert any(named in line for line in result.differences)


def test_what_a_model_wrote_is_proven_again_but_not_written_again(receipt: dict[str, Any], corpus_asker: Asker) -> None:
    receipt["versions"]["written_by"] = "model m, prompt answer 1"
    receipt["outcome"] = "partial"

    assert replay(receipt, corpus_asker).same


@pytest.mark.parametrize("outcome", [Outcome.PERSON_AT_RISK, Outcome.HARMFUL, Outcome.TOO_LONG])
def test_of_what_was_never_searched_there_is_no_receipt(corpus_asker: Asker, outcome: Outcome) -> None:
    with pytest.raises(WrongUse, match="no receipt") as told:
        receipt_of(Answer("canary", "en", outcome), Filters(), corpus_asker)

    assert "canary" not in str(told.value)


def test_a_masked_question_stays_masked(corpus_asker: Asker) -> None:
    answer = corpus_asker.ask("Her name is Milica Petrovic. How long is the reflection period?")

    assert "Petrovic" not in receipt_json(receipt_of(answer, Filters(), corpus_asker))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": 1}', "[" * 5000],
)  # fmt: skip
def test_a_file_that_is_no_receipt_is_wrong_use(text: str) -> None:
    with pytest.raises(WrongUse):
        read_receipt(text)


@pytest.mark.parametrize(
    "change",
    [
        {"question": 3}, {"filters": []}, {"filters": {"colour": ["red"]}}, {"passages": {}}, {"passages": [1]}, {"passages": [{"id": 1}]},
        {"statements": ["x"]}, {"library": None}, {"format": 99},
    ],
)  # fmt: skip
def test_a_receipt_that_was_tampered_with_is_wrong_use(receipt: dict[str, Any], change: dict[str, Any]) -> None:
    with pytest.raises(WrongUse):
        read_receipt(json.dumps({**receipt, **change}))
