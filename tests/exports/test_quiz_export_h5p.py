"""H5P question sets, checked by the validator of h5p-server."""

import html
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from export_items import HOSTILE_TEXTS, QUIZZES, one_of_each
from hypothesis import assume, given, settings
from lxml import html as lxml_html

from nrm.quiz.items import ItemType, QuizItem, options_of
from nrm.services.quiz_exports import export_quiz, left_out


def test_the_validator_of_h5p_server_accepts_a_set(h5p_verdict: Callable[[Path], str], tmp_path: Path) -> None:
    unpack(export_quiz(one_of_each('<b>Жертва</b> "quoted"'), "h5p"), tmp_path)

    assert h5p_verdict(tmp_path) == "valid"


def test_the_validator_would_refuse_a_set_without_its_main_library(
    h5p_verdict: Callable[[Path], str], tmp_path: Path
) -> None:
    unpack(export_quiz(one_of_each(), "h5p"), tmp_path)
    head = json.loads((tmp_path / "h5p.json").read_text())
    del head["mainLibrary"]
    (tmp_path / "h5p.json").write_text(json.dumps(head))

    assert "invalid-h5p-json" in h5p_verdict(tmp_path)


@settings(max_examples=60, deadline=None)
@given(QUIZZES)
def test_choices_and_keys_come_back_from_a_set(quiz: list[QuizItem]) -> None:
    single = [item for item in quiz if item.type in (ItemType.ONE_RIGHT, ItemType.SEVERAL_RIGHT)]
    assume(single)

    questions = content_of(export_quiz(single, "h5p"))["questions"]

    for item, question in zip(single, questions, strict=True):
        answers = [(text_of(answer["text"]), answer["correct"]) for answer in question["params"]["answers"]]
        assert answers == [(option, option in item.keys) for option in options_of(item)]
        assert text_of(question["params"]["question"]) == item.stem


def test_a_matching_item_becomes_one_question_for_each_pair() -> None:
    matching = [item for item in one_of_each() if item.type is ItemType.MATCHING]

    questions = content_of(export_quiz(matching, "h5p"))["questions"]

    assert len(questions) == len(matching[0].pairs)


def test_what_a_set_cannot_hold_is_named_with_the_reason() -> None:
    assert [name for name, _ in left_out(one_of_each(), "h5p")] == ["ordering-1", "case-1"]


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_is_never_markup_in_a_set(text: str) -> None:
    content = content_of(export_quiz(one_of_each(text), "h5p"))

    for value in strings_in(content):
        fragment = lxml_html.fragment_fromstring(value, create_parent="div")
        assert {child.tag for child in fragment.iterdescendants()} <= {"br", "p", "div"}


def unpack(data: bytes, folder: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        package.extractall(folder)


def content_of(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content: dict[str, Any] = json.loads(package.read("content/content.json"))
        return content


def strings_in(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for child in children for text in strings_in(child)]


def text_of(markup: str) -> str:
    bare = markup.removeprefix("<p>").removesuffix("</p>").removeprefix("<div>").removesuffix("</div>")
    return html.unescape(bare.replace("<br>", "\n"))
