"""A question edited in its place: its texts as fields; what could not be asked is refused with the reason."""

from collections.abc import Iterable
from typing import Any

import streamlit as st

from nrm.domain.errors import WrongUse
from nrm.quiz.editing import edited
from nrm.quiz.items import GAP, TRUE_FALSE, ItemType, QuizItem
from nrm.quiz.saving import LONGEST_TEXT, MOST_ANSWERS, item_from_dict, item_to_dict
from ui.components.markup import html, plain_label
from ui.quiz import session
from ui.quiz.desk import exchanged
from ui.wording import quiz_page as words

_KEY_LABELS = {
    ItemType.SEVERAL_RIGHT: words.KEYS,
    ItemType.ORDERING: words.KEYS_ORDERED,
    ItemType.CLOZE: words.KEYS_CLOZE,
    ItemType.CASE: words.KEYS_CASE,
}
_LINE_PIXELS = 34
_MOST_CHARACTERS = LONGEST_TEXT * MOST_ANSWERS  # of one field; each text is measured when it is saved


def edit_form(item: QuizItem, number: int, key: str) -> None:
    """The form in the place of the question."""
    st.html(f'<h3 class="nrm-h3">{html(words.QUESTION.format(number=number))}</h3>')
    with st.form(f"quiz_form_{key}", border=False, enter_to_submit=False):
        changes = {"stem": _area(_stem_label(item), item.stem, key, "stem", 3), **_answer_fields(item, key)}
        changes["explanation"] = _area(words.EXPLANATION, item.explanation, key, "explanation", 4)
        st.html(f'<p class="nrm-small">{html(words.EDIT_NOTE)}</p>')
        refusal = st.empty()
        with st.container(horizontal=True):
            saved = st.form_submit_button(words.SAVE, type="primary", key=f"quiz_save_{key}")
            given_up = st.form_submit_button(words.CANCEL, key=f"quiz_cancel_{key}")
    if given_up:
        _close()
    if saved:
        try:
            new = changed(item, changes)
        except WrongUse as reason:
            refusal.error(plain_label(str(reason)))
            return
        session.change(lambda desk: exchanged(desk, item.id, new))
        _close()


def changed(item: QuizItem, changes: dict[str, Any]) -> QuizItem:
    """The edited item; the same item when nothing differs.

    :raises WrongUse: if it could not be asked, or a saved file could not hold it.
    """
    different = {name: value for name, value in changes.items() if value != getattr(item, name)}
    if not different:
        return item
    new = edited(item, **different)
    try:
        item_from_dict(item_to_dict(new))
    except ValueError as reason:
        raise WrongUse(f"This question cannot be kept: {reason}.", "Shorten it and save again.") from reason
    return new


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that say something, without the space around them."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _stem_label(item: QuizItem) -> str:
    return words.STEM_CLOZE.format(gap=plain_label(GAP)) if item.type is ItemType.CLOZE else words.STEM


def _answer_fields(item: QuizItem, key: str) -> dict[str, Any]:
    if item.type is ItemType.MATCHING:
        return {"pairs": _pair_fields(item, key)}
    if item.type is ItemType.TRUE_FALSE:
        right = st.radio(words.KEY, TRUE_FALSE, TRUE_FALSE.index(item.keys[0]), key=f"quiz_key_{key}", horizontal=True)
        return {"keys": (right,), "distractors": tuple(text for text in TRUE_FALSE if text != right)}
    if item.type is ItemType.ONE_RIGHT:
        keys = lines_of(_area(words.KEY, _one_a_line(item.keys), key, "keys", 2))
        return {"keys": (" ".join(keys),), "distractors": _wrong_answers(item, key)}
    fields = {"keys": lines_of(_area(_KEY_LABELS[item.type], _one_a_line(item.keys), key, "keys", 4))}
    if item.type is ItemType.SEVERAL_RIGHT:
        fields["distractors"] = _wrong_answers(item, key)
    return fields


def _wrong_answers(item: QuizItem, key: str) -> tuple[str, ...]:
    return lines_of(_area(words.DISTRACTORS, _one_a_line(item.distractors), key, "distractors", 5))


def _pair_fields(item: QuizItem, key: str) -> tuple[tuple[str, str], ...]:
    pairs = []
    for number, (left, right) in enumerate(item.pairs, start=1):
        columns = st.columns(2)
        with columns[0]:
            new_left = _area(words.LEFT.format(number=number), left, key, f"left_{number}", 2)
        with columns[1]:
            new_right = _area(words.RIGHT_SIDE, right, key, f"right_{number}", 2)
        pairs.append((new_left.strip(), new_right.strip()))
    st.html(f'<p class="nrm-small">{html(words.PAIRS_HINT)}</p>')
    return tuple(pair for pair in pairs if any(pair))


def _area(label: str, text: str, key: str, name: str, lines: int) -> str:
    return (
        st.text_area(label, text, height=lines * _LINE_PIXELS, max_chars=_MOST_CHARACTERS, key=f"quiz_{name}_{key}")
        or ""
    )


def _one_a_line(texts: Iterable[str]) -> str:
    return "\n".join(" ".join(text.split()) for text in texts)


def _close() -> None:
    st.session_state[session.EDITED] = ""
    st.rerun()
