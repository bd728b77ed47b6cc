from dataclasses import asdict
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ingest.corpus_checker.known import Known
from nrm.corpus import load_corpus
from nrm.corpus.lines import Entry
from nrm.corpus.records import record_from
from nrm.domain.knowledge import Practice
from nrm.settings import PROJECT_DIR
from ui.practice_views.suggestion import as_yaml, corpus_known, next_id, remarks_on, tidy

CORPUS = load_corpus(PROJECT_DIR / "corpus")
TODAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def known() -> Known:
    return corpus_known(PROJECT_DIR / "corpus", TODAY)


def suggestion(**changes: Any) -> dict[str, Any]:
    """A record that keeps every rule, but for the changes."""
    values = {
        key: list(value) if isinstance(value, tuple) else value for key, value in asdict(CORPUS.practices[0]).items()
    }
    values["pillars"] = [str(pillar) for pillar in values["pillars"]]
    return {**values, "id": "PP-999", **changes}


def test_a_record_that_keeps_every_rule_has_no_remarks(known: Known) -> None:
    assert remarks_on(suggestion(), known) == ()


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("states", ["XX"], "states.yaml"),
        ("url", "javascript:alert(1)", "web address"),
        ("title", "", "empty"),
        ("plain", "She was rescued from the street.", "rescued"),
        ("commitments", ["no-such-duty"], "commitments/"),
        ("checked_on", "2027-01-01", "future"),
        ("checked_on", "", "a date such as"),
        ("asked_as", ["only one"], "3 are expected"),
        ("kind", "servce", "service"),
        ("pillars", ["sociel"], "social_inclusion"),
        ("first_year", "2020", "int is expected"),
        ("id", "PP-001", "stands already"),
    ],
)
def test_what_a_reviewer_would_send_back_is_said_at_its_key(known: Known, key: str, value: object, says: str) -> None:
    remarks = remarks_on(suggestion(**{key: value}), known)

    assert [remark for remark in remarks if remark.key.startswith(key) and says in remark.message]


def test_an_empty_form_gets_remarks_in_the_order_of_the_record(known: Known) -> None:
    empty = {key: [] if isinstance(value, list) else "" for key, value in suggestion().items()}

    remarks = remarks_on({**empty, "first_year": None, "last_year": None, "id": "PP-999"}, known)

    keys = [remark.key.partition(".")[0] for remark in remarks]
    assert {"country", "institution", "title", "summary", "plain", "url"} <= set(keys)
    assert keys == sorted(keys, key=list(suggestion()).index)


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_file_gives_back_what_was_typed_and_nothing_is_taken_for_yaml(title: str, summary: str) -> None:
    values = suggestion(title=title, summary=summary)

    read = yaml.safe_load(as_yaml(values))

    assert read == {key: tidy(value) for key, value in values.items()}
    assert record_from(Practice, Entry("suggestion", 1, read, {})).title == tidy(title)


def test_the_file_has_its_keys_in_the_order_of_the_corpus() -> None:
    assert list(yaml.safe_load(as_yaml(suggestion()))) == list(suggestion())


def test_the_next_id_follows_the_highest() -> None:
    assert next_id(["PP-116", "PP-002", "other"]) == "PP-117"
    assert next_id([]) == "PP-001"
