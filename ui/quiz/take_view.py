"""Take the quiz: one question at a time, feedback with the passage, and the score by topic at the end."""

from collections.abc import Callable

import streamlit as st

from nrm.quiz.items import ItemType
from nrm.quiz.taking import Response
from ui.components.markup import html
from ui.explorer.html import details
from ui.quiz import session
from ui.quiz.answer_inputs import answer_fields
from ui.quiz.attempt import Attempt, answered, ended, is_empty, next_question
from ui.quiz.desk import Desk
from ui.quiz.feedback_html import answers_list_html, feedback_html, given_html, score_html
from ui.quiz.passage_html import passage_details
from ui.quiz.pick import pick_items
from ui.quiz.resources import Bench
from ui.wording import quiz_page as words
from ui.wording import quiz_taking as taking

_WARNED = "quiz_warned"


def take_view(bench: Bench, desk: Desk | None) -> None:
    """The start, the open question, or the score."""
    attempt: Attempt | None = st.session_state.get(session.ATTEMPT)
    if attempt is None:
        _show_start(desk)
    elif attempt.ended:
        _show_score(bench, attempt)
    else:
        _show_question(bench, attempt)


def _show_start(desk: Desk | None) -> None:
    if desk is None or not desk.items:
        st.info(words.NO_QUIZ)
        return
    chosen = pick_items(desk)
    if not chosen:
        st.info(words.NOTHING_USABLE)
        return
    count = words.COUNT_ONE if len(chosen) == 1 else words.COUNT.format(count=len(chosen))
    st.html(
        f'<h2 class="nrm-h2">{html(count)}</h2><p>{html(taking.TAKE_NOTE)}</p>'
        f'<p class="nrm-small">{html(taking.TAKE_KEYS)}</p>'
    )
    st.button(taking.START, type="primary", key="quiz_start", on_click=_keep, args=(Attempt(chosen),))


def _show_question(bench: Bench, attempt: Attempt) -> None:
    item, key = attempt.item, f"{attempt.place}_{session.key_of(attempt.item.id)}"
    st.html(_question_html(attempt))
    response = attempt.responses.get(item.id)
    if attempt.checked:
        st.html(f"<div>{given_html(item, response)}</div>")
    else:
        response = answer_fields(item, key)
    warning = st.empty()
    _show_buttons(attempt, response)
    if st.session_state.pop(_WARNED, False) and is_empty(item, response) and not attempt.checked:
        warning.html(f'<p class="nrm-small" role="alert">{html(taking.CHOOSE_FIRST)}</p>')
    said = feedback_html(item, response) if attempt.checked else ""
    st.html(f'<div role="status">{said}</div>')  # always there, so that screen readers announce what comes in
    if attempt.checked:
        st.html(passage_details(item, bench))


def _question_html(attempt: Attempt) -> str:
    number, count = attempt.place + 1, len(attempt.items)
    share = round(100 * number / count)
    return (
        f'<p class="nrm-small">{html(taking.PROGRESS.format(number=number, count=count))}</p>'
        f'<div class="nrm-bar" aria-hidden="true"><span style="width:{share}%"></span></div>'
        f'<div role="status"><h2 class="nrm-question">{html(attempt.item.stem)}</h2></div>'
    )


def _show_buttons(attempt: Attempt, response: Response) -> None:
    """One button goes on, under one key: it keeps the focus when its words change."""
    with st.container(horizontal=True, key="quiz_take_buttons"):
        st.button(_step_label(attempt), key="quiz_step", type="primary", on_click=_step, args=(attempt, response))
        if not attempt.checked:
            st.button(taking.SKIP, key="quiz_skip", on_click=_change, args=(_skipped,))
        st.button(taking.STOP, key="quiz_stop", type="tertiary", on_click=_change, args=(ended,))


def _step_label(attempt: Attempt) -> str:
    if attempt.checked:
        return taking.TO_SCORE if attempt.is_last else taking.NEXT
    return taking.CHECK_CASE if attempt.item.type is ItemType.CASE else taking.CHECK


def _step(attempt: Attempt, response: Response) -> None:
    if attempt.checked:
        _keep(next_question(attempt))
    elif is_empty(attempt.item, response):
        st.session_state[_WARNED] = True
    else:
        _keep(answered(attempt, response))


def _skipped(attempt: Attempt) -> Attempt:
    return answered(attempt, None)


def _show_score(bench: Bench, attempt: Attempt) -> None:
    st.html(score_html(attempt, bench.facts))
    if attempt.seen:
        st.html(f'<div class="nrm-fold">{details(taking.LOOK_AGAIN, answers_list_html(attempt))}</div>')
    st.button(taking.AGAIN, key="quiz_again", type="primary", on_click=forget_attempt)


def forget_attempt() -> None:
    """Nothing of what was answered is left."""
    st.session_state[session.ATTEMPT] = None


def _keep(attempt: Attempt) -> None:
    st.session_state[session.ATTEMPT] = attempt


def _change(step: Callable[[Attempt], Attempt]) -> None:
    current: Attempt | None = st.session_state.get(session.ATTEMPT)
    if current is not None:
        _keep(step(current))
