"""How each type of question is answered: fields that a keyboard reaches, and the answer they give."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from nrm.quiz.items import ItemType, QuizItem, options_of
from nrm.quiz.taking import Response
from ui.components.markup import html, plain_label
from ui.wording import quiz_taking as taking

_LONGEST_ANSWER = 4_000


def answer_fields(item: QuizItem, key: str) -> Response:
    """The fields of one question, and what is answered so far."""
    response: Response = _FIELDS[item.type](item, key)
    return response


def _one(item: QuizItem, key: str) -> Response:
    chosen: str | None = st.radio(
        taking.YOUR_ANSWER,
        options_of(item),
        index=None,
        format_func=plain_label,
        key=f"quiz_take_{key}",
        label_visibility="collapsed",
    )
    return chosen


def _several(item: QuizItem, key: str) -> Response:
    _hint(taking.CHOOSE_SEVERAL)
    return [
        option
        for number, option in enumerate(options_of(item))
        if st.checkbox(plain_label(option), key=f"quiz_take_{key}_{number}")
    ]


def _matching(item: QuizItem, key: str) -> Response:
    _hint(taking.CHOOSE_PARTNER)
    found: dict[str, str] = {}
    for number, (left, _) in enumerate(item.pairs):
        found[left] = _choice(plain_label(left), item, f"{key}_{number}")
    return found


def _ordering(item: QuizItem, key: str) -> Response:
    _hint(taking.CHOOSE_ORDER)
    chosen = [
        _choice(taking.PLACE.format(number=number), item, f"{key}_{number}") for number in range(1, len(item.keys) + 1)
    ]
    return [step for step in chosen if step]


def _cloze(item: QuizItem, key: str) -> Response:
    return st.text_input(
        taking.GAP_ANSWER,
        key=f"quiz_take_{key}",
        max_chars=_LONGEST_ANSWER,
        autocomplete="off",
    )


def _case(item: QuizItem, key: str) -> Response:
    return st.text_area(taking.CASE_ANSWER, key=f"quiz_take_{key}", max_chars=_LONGEST_ANSWER, height=180)


def _choice(label: str, item: QuizItem, key: str) -> str:
    chosen: str | None = st.selectbox(
        label,
        options_of(item),
        index=None,
        key=f"quiz_take_{key}",
        placeholder=taking.CHOOSE_ONE,
    )
    return chosen or ""


def _hint(text: str) -> None:
    st.html(f'<p class="nrm-small">{html(text)}</p>')


_FIELDS: Mapping[ItemType, Callable[[QuizItem, str], Any]] = {
    ItemType.ONE_RIGHT: _one,
    ItemType.TRUE_FALSE: _one,
    ItemType.SEVERAL_RIGHT: _several,
    ItemType.MATCHING: _matching,
    ItemType.ORDERING: _ordering,
    ItemType.CLOZE: _cloze,
    ItemType.CASE: _case,
}
