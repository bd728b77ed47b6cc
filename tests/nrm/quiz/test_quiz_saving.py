"""Save and reopen: what a stranger puts in the file cannot get through."""

import json
from typing import Any

import pytest

from nrm.domain.errors import UnreadableDocument
from nrm.quiz.build import Quiz
from nrm.quiz.items import ItemCitation, ItemType, QuizItem
from nrm.quiz.saving import LONGEST_TEXT, MOST_BYTES, item_to_dict, reopen_quiz, save_quiz

ITEM = QuizItem(
    id="a",
    type=ItemType.ONE_RIGHT,
    stem="Которая? <script>",
    citation=ItemCitation("r", "s", "An artificial source", "art. 1", "https://example.org/x", "An artificial rule."),
    keys=("x",),
    distractors=("y", "z"),
)


def test_a_saved_quiz_reopens_as_it_was(mixed: Quiz) -> None:
    assert reopen_quiz(save_quiz(mixed.items)) == mixed.items


def test_text_that_looks_like_markup_survives_as_text() -> None:
    assert reopen_quiz(save_quiz([ITEM])) == (ITEM,)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"stem": "x" * (LONGEST_TEXT + 1)}, "at most"),
        ({"stem": 7}, "a text of at most"),
        ({"stem": "\u0007"}, "control characters"),
        ({"keys": "x"}, "a list of at most"),
        ({"keys": ["x"] * 99}, "a list of at most"),
        ({"keys": [["x"]]}, "a text of at most"),
        ({"keys": ["y"]}, "two answers are the same"),
        ({"type": "essay"}, "essay"),
        ({"pillar": "cellar"}, "cellar"),
        ({"pairs": [["one"]]}, "two sides"),
        ({"surprise": 1}, "'surprise' is unknown"),
        ({"citation": {}}, "is missing"),
    ],
)
def test_an_item_that_breaks_a_rule_is_refused_by_its_number(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=f"item 1.*{reason}"):
        reopen_quiz(document([{**item_to_dict(ITEM), **changes}]))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "https://x.org/ <b>", "file:///etc"])
def test_an_address_that_is_not_a_web_address_is_refused(address: str) -> None:
    plain = item_to_dict(ITEM)
    plain["citation"] = {**plain["citation"], "url": address}

    with pytest.raises(UnreadableDocument, match="not a web address"):
        reopen_quiz(document([plain]))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"[]",
        b"[" * 100_000,
        b'{"format": "nrm-quiz", "version": 99, "items": []}',
        b'{"format": "nrm-quiz", "version": 1, "items": 5}',
        b" " * (MOST_BYTES + 1),
    ],
)
def test_a_file_that_is_no_quiz_is_refused_with_the_next_step(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"Open the file as it was saved"):
        reopen_quiz(data)


def test_two_items_with_one_id_are_refused() -> None:
    with pytest.raises(UnreadableDocument, match="same id"):
        reopen_quiz(document([item_to_dict(ITEM), item_to_dict(ITEM)]))


def document(items: list[dict[str, Any]]) -> bytes:
    return json.dumps({"format": "nrm-quiz", "version": 1, "items": items}).encode()
