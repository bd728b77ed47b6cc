"""Moodle XML: every type has a home in a plain Moodle, without plug-ins.

Ordering becomes matching (step and place), a cloze a short answer, a case an essay whose
rubric is shown to the person who marks it.
"""

from collections.abc import Sequence
from typing import Any

from lxml import etree

from nrm.quiz.items import ItemType, QuizItem, options_of, shuffled
from nrm.services.quiz_exports.markup import as_html, element, feedback_html, xml_bytes

CATEGORY = "$course$/top/NRM Guide"
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def write_moodle(items: Sequence[QuizItem]) -> bytes:
    """A question bank file: Moodle, Question bank, Import, Moodle XML format."""
    quiz = etree.Element("quiz")
    category = element(quiz, "question", type="category")
    element(element(category, "category"), "text", CATEGORY)
    for item in items:
        _WRITERS[item.type](_question(quiz, item), item)
    return xml_bytes(quiz)


def places(item: QuizItem) -> list[tuple[str, str]]:
    """The steps of an ordering item with the words for their places, in mixed order."""
    place_of = dict(zip(item.keys, ordinals(len(item.keys)), strict=True))
    return [(step, place_of[step]) for step in shuffled(list(item.keys), item.id)]


def ordinals(number: int) -> list[str]:
    """``first``, ``second``, ... and ``number 11`` from eleven on."""
    return [PLACES[place] if place < len(PLACES) else f"number {place + 1}" for place in range(number)]


def _question(quiz: Any, item: QuizItem) -> Any:
    kinds = {
        ItemType.TRUE_FALSE: "truefalse",
        ItemType.MATCHING: "matching",
        ItemType.ORDERING: "matching",
        ItemType.CLOZE: "shortanswer",
        ItemType.CASE: "essay",
    }
    question = element(quiz, "question", type=kinds.get(item.type, "multichoice"))
    element(element(question, "name"), "text", item.id)
    _html(question, "questiontext", as_html(item.stem))
    _html(question, "generalfeedback", feedback_html(item))
    element(question, "defaultgrade", "1.0")
    element(question, "penalty", "0.3333333")
    element(question, "hidden", "0")
    element(question, "idnumber", item.id)
    tags = element(question, "tags")
    for tag in filter(None, (item.topic, str(item.level), item.citation.source)):
        element(element(tags, "tag"), "text", tag)
    return question


def _choices(question: Any, item: QuizItem) -> None:
    single = item.type is ItemType.ONE_RIGHT
    element(question, "single", "true" if single else "false")
    element(question, "shuffleanswers", "true")
    element(question, "answernumbering", "abc")
    right, wrong = 100 / len(item.keys), 0 if single else -100 / len(item.distractors)
    for option in options_of(item):
        _answer(question, as_html(option), right if option in item.keys else wrong)


def _true_false(question: Any, item: QuizItem) -> None:
    for option in options_of(item):
        _answer(question, option.lower(), 100 if option in item.keys else 0, "moodle_auto_format")


def _matching(question: Any, item: QuizItem) -> None:
    element(question, "shuffleanswers", "true")
    for left, right in item.pairs or places(item):
        subquestion = _html(question, "subquestion", as_html(left))
        element(element(subquestion, "answer"), "text", right)


def _short_answer(question: Any, item: QuizItem) -> None:
    element(question, "usecase", "0")
    for key in item.keys:
        _answer(question, key.replace("*", "\\*"), 100, "moodle_auto_format")


def _essay(question: Any, item: QuizItem) -> None:
    element(question, "responseformat", "editor")
    element(question, "responserequired", "1")
    element(question, "responsefieldlines", "10")
    element(question, "attachments", "0")
    _html(question, "graderinfo", "<br>".join(as_html(line) for line in item.keys))


def _answer(question: Any, text: str, fraction: float, text_format: str = "html") -> None:
    answer = element(question, "answer", fraction=f"{fraction:.7g}", format=text_format)
    element(answer, "text", text)
    _html(answer, "feedback", "")


def _html(parent: Any, name: str, text: str) -> Any:
    part = element(parent, name, format="html")
    element(part, "text", text)
    return part


_WRITERS = {
    ItemType.ONE_RIGHT: _choices,
    ItemType.SEVERAL_RIGHT: _choices,
    ItemType.TRUE_FALSE: _true_false,
    ItemType.MATCHING: _matching,
    ItemType.ORDERING: _matching,
    ItemType.CLOZE: _short_answer,
    ItemType.CASE: _essay,
}
