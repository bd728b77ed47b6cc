"""Moodle XML, read back with readers from PyPI and as plain XML."""

import html

import pytest
from export_items import HOSTILE_TEXTS, QUIZZES, one_of_each
from hypothesis import given, settings
from lxml import etree
from lxml import html as lxml_html

from nrm.quiz.items import ItemType, QuizItem, options_of
from nrm.services.quiz_exports import export_quiz
from nrm.services.quiz_exports.moodle import places

moodle_xml_parser = pytest.importorskip("moodle_xml_parser.parser", reason="moodle-xml-parser is not installed")
KINDS = {
    ItemType.TRUE_FALSE: "truefalse",
    ItemType.MATCHING: "matching",
    ItemType.ORDERING: "matching",
    ItemType.CLOZE: "shortanswer",
    ItemType.CASE: "essay",
}


@settings(max_examples=60, deadline=None)
@given(QUIZZES)
def test_what_goes_into_moodle_xml_comes_out(quiz: list[QuizItem]) -> None:
    root = etree.fromstring(export_quiz(quiz, "moodle"))
    questions = [question for question in root if question.get("type") != "category"]

    assert [question.findtext("name/text") for question in questions] == [item.id for item in quiz]
    for item, question in zip(quiz, questions, strict=True):
        assert question.get("type") == KINDS.get(item.type, "multichoice")
        assert text_of(question.findtext("questiontext/text")) == item.stem
        assert answers_in(question) == answers_meant(item)


def test_another_reader_finds_the_same_choices_and_scores() -> None:
    quiz = [item for item in one_of_each("<b>Artificial</b> & more") if item.type is ItemType.ONE_RIGHT]

    (question,) = moodle_xml_parser.parse_string(export_quiz(quiz, "moodle").decode())["multichoice"]

    scores = {html.unescape(option.answer): option.score_fraction for option in question.options}
    assert scores == {option: 100 if option in quiz[0].keys else 0 for option in options_of(quiz[0])}
    assert question.single


def test_points_for_several_right_answers_add_up_to_the_whole() -> None:
    quiz = [item for item in one_of_each() if item.type is ItemType.SEVERAL_RIGHT]

    (question,) = moodle_xml_parser.parse_string(export_quiz(quiz, "moodle").decode())["multichoice"]

    assert sum(option.score_fraction for option in question.options if option.score_fraction > 0) == 100
    assert not question.single


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_is_never_markup_in_moodle(text: str) -> None:
    root = etree.fromstring(export_quiz(one_of_each(text), "moodle"))

    for part in root.iterfind(".//*[@format='html']/text"):
        fragment = lxml_html.fragment_fromstring(part.text or "", create_parent="div")
        assert {child.tag for child in fragment.iterdescendants()} <= {"br"}


def answers_in(question: etree._Element) -> object:
    if question.get("type") == "matching":
        return [(text_of(sub.findtext("text")), sub.findtext("answer/text")) for sub in question.iter("subquestion")]
    if question.get("type") == "essay":
        return text_of(question.findtext("graderinfo/text"))
    read = html.unescape if question.get("type") == "shortanswer" else text_of  # its answers are plain text
    return [
        (read(answer.findtext("text") or ""), float(answer.get("fraction", "0")) > 0)
        for answer in question.iter("answer")
    ]


def answers_meant(item: QuizItem) -> object:
    if item.type in (ItemType.MATCHING, ItemType.ORDERING):
        return list(item.pairs) or places(item)
    if item.type is ItemType.CASE:
        return "\n".join(item.keys)
    if item.type is ItemType.TRUE_FALSE:
        return [("true", True), ("false", False)]
    if item.type is ItemType.CLOZE:
        return [(html.unescape(key.replace("*", "\\*")), True) for key in item.keys]
    return [(option, option in item.keys) for option in options_of(item)]


def text_of(markup: str | None) -> str:
    return html.unescape((markup or "").replace("<br>", "\n"))
