"""GIFT, read back with gift-pegjs."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from export_items import HOSTILE_TEXTS, QUIZZES, one_of_each
from hypothesis import HealthCheck, Phase, given, settings

from nrm.quiz.items import ItemType, QuizItem, options_of
from nrm.services.quiz_exports import export_quiz
from nrm.services.quiz_exports.gift import ARROW, NO_WEIGHT
from nrm.services.quiz_exports.moodle import places

Reader = Callable[[bytes], list[dict[str, Any]]]
KINDS = {
    ItemType.ONE_RIGHT: "MC",
    ItemType.SEVERAL_RIGHT: "MC",
    ItemType.TRUE_FALSE: "TF",
    ItemType.MATCHING: "Matching",
    ItemType.ORDERING: "Matching",
    ItemType.CLOZE: "Short",
    ItemType.CASE: "Essay",
}


# One node process for each example: few examples, and no minutes of shrinking.
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
@given(quiz=QUIZZES)
def test_what_goes_into_gift_comes_out_of_another_reader(read_gift: Reader, quiz: list[QuizItem]) -> None:
    questions = read_gift(export_quiz(quiz, "gift"))

    assert [question["type"] for question in questions] == [KINDS[item.type] for item in quiz]
    for item, question in zip(quiz, questions, strict=True):
        assert question["title"] == item.id
        assert question["stem"]["format"] == "plain"
        assert same(question["stem"]["text"], item.stem)
        assert answers_read(item, question) == answers_meant(item)


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_stays_text_in_gift(read_gift: Reader, text: str) -> None:
    quiz = one_of_each(text)

    questions = read_gift(export_quiz(quiz, "gift"))

    assert len(questions) == len(quiz)
    assert all(same(question["stem"]["text"], item.stem) for item, question in zip(quiz, questions, strict=True))


def test_several_right_answers_share_the_points_and_wrong_ones_cost(read_gift: Reader) -> None:
    several = [item for item in one_of_each() if item.type is ItemType.SEVERAL_RIGHT]

    (question,) = read_gift(export_quiz(several, "gift"))

    weights = {choice["text"]["text"]: float(choice["weight"]) for choice in question["choices"]}
    assert weights == {"Artificial A": 50, "Artificial B": 50, "Artificial C": -50, "Artificial D": -50}


def same(read: str, meant: str) -> bool:
    """Whether two texts agree, but for white space, which readers trim."""
    return read.split() == meant.split()


def answers_read(item: QuizItem, question: dict[str, Any]) -> object:
    if item.type is ItemType.TRUE_FALSE:
        return question["isTrue"]
    if item.type is ItemType.CASE:
        return ()
    if KINDS[item.type] == "Matching":
        pairs = question["matchPairs"]
        return sorted((plain(pair["subquestion"]["text"]), plain(decoded(pair["subanswer"]))) for pair in pairs)
    choices = question["choices"]
    right = [choice for choice in choices if choice["isCorrect"] or float(choice["weight"] or 0) > 0]
    return {plain(choice["text"]["text"]) for choice in choices}, {plain(choice["text"]["text"]) for choice in right}


def answers_meant(item: QuizItem) -> object:
    if item.type is ItemType.TRUE_FALSE:
        return item.keys == ("True",)
    if item.type is ItemType.CASE:
        return ()
    if KINDS[item.type] == "Matching":
        pairs = item.pairs or places(item)
        return sorted((meant(left), meant(right)) for left, right in pairs)
    return {meant(option) for option in options_of(item) or item.keys}, {meant(key) for key in item.keys}


def decoded(text: str) -> str:
    """The text without the marks that gift-pegjs 1.0.2 leaves for escapes in the right side of a pair."""
    return re.sub(r"&&(\d{3});", lambda found: chr(int(found[1])), text.replace("&&010", "\n"))


def meant(text: str) -> str:
    return plain(text.replace("->", ARROW))


def plain(text: str) -> str:
    return " ".join(text.replace(NO_WEIGHT, "").split())
