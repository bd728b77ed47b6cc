"""The trainer's list: a few questions at a time, each to approve, reject, edit, exchange or drop."""

from dataclasses import replace
from math import ceil

import streamlit as st

from nrm.quiz.items import ItemState, QuizItem
from nrm.services.quiz import QuizRequest, regenerate
from ui.components.markup import html, items
from ui.quiz import session
from ui.quiz.desk import (
    EVERY_STATE,
    Desk,
    exchanged,
    in_state,
    judged,
    number_of,
    with_last_put_back,
    without,
)
from ui.quiz.edit_form import edit_form
from ui.quiz.item_html import item_card
from ui.quiz.opening import told_html
from ui.quiz.passage_html import passage_html, topic_name
from ui.quiz.resources import Bench
from ui.quiz.set_checks import set_checks_html
from ui.wording import quiz_page as words

PER_PAGE = 5


def review_view(bench: Bench, desk: Desk) -> None:
    """The heading with its counts, the questions of one page, and what can be done with each."""
    st.html(f'<h2 class="nrm-h2" id="quiz-list">{html(heading_of(desk))}</h2>{told_html()}')
    if desk.reasons:
        st.html(_reasons_html(desk))
    _show_dropped(desk)
    if not desk.items:
        return
    shown = _page_of(desk)
    for item in shown:
        _show_item(bench, desk, item)
    _show_foot(shown)
    st.html(set_checks_html(desk.items))


def heading_of(desk: Desk) -> str:
    """How many questions there are, and how many in each state."""
    count = len(desk.items)
    if not count:
        return words.COUNT_NONE if desk.dropped else words.NO_ITEMS
    states = [
        words.OF_STATE[state].format(count=number) for state in ItemState if (number := len(in_state(desk, state)))
    ]
    total = words.COUNT_ONE if count == 1 else words.COUNT.format(count=count)
    return f"{total}: {', '.join(states)}"


def _reasons_html(desk: Desk) -> str:
    heading = f"<p><strong>{html(words.FEWER)}</strong></p>"
    return f'<div class="nrm-notes">{heading}{items(desk.reasons)}</div>'


def _show_dropped(desk: Desk) -> None:
    if not desk.dropped:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="quiz_dropped"):
        st.html(f'<p class="nrm-small">{html(words.DROPPED.format(count=len(desk.dropped)))}</p>')
        st.button(
            words.PUT_BACK,
            key="quiz_put_back",
            type="tertiary",
            on_click=session.change,
            args=(with_last_put_back,),
        )


def _page_of(desk: Desk) -> tuple[QuizItem, ...]:
    """The questions to show now, under the choice of state and page."""
    st.session_state.setdefault(session.STATE_SHOWN, EVERY_STATE)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", key="quiz_bar"):
        state = st.segmented_control(
            words.SHOW,
            [EVERY_STATE, *map(str, ItemState)],
            format_func=lambda name: words.STATES[ItemState(name)] if name else words.SHOW_ALL,
            key=session.STATE_SHOWN,
            required=True,
            persist_state="session",
        )
        found = in_state(desk, state or EVERY_STATE)
        number = _pick_page(max(1, ceil(len(found) / PER_PAGE)), state or EVERY_STATE)
    first = (number - 1) * PER_PAGE
    last = min(first + PER_PAGE, len(found))
    said = words.PAGE_OF.format(first=first + 1, last=last, count=len(found)) if found else words.NONE_SHOWN
    st.html(f'<p class="nrm-small">{html(said)}</p>')
    return found[first:last]


def _pick_page(pages: int, state: str) -> int:
    """The page shown; where the list got shorter, its last one."""
    number = min(session.page_number(), pages)
    if pages > 1:
        key = f"quiz_pages_{session.makings()}_{state}_{pages}"
        number = st.pagination(pages, default=number, key=key, width=280)
    session.show_page(number)
    return number


def _show_item(bench: Bench, desk: Desk, item: QuizItem) -> None:
    key, number = session.key_of(item.id), number_of(desk, item.id)
    with st.container(border=True, key=f"quiz_item_{key}"):
        if st.session_state.get(session.EDITED) == item.id:
            edit_form(item, number, key)
            return
        topic = topic_name(bench.facts, item.topic)
        passage = passage_html(item.citation, bench)
        st.html(item_card(item, number, session.checks(bench, item), topic, passage))
        _show_actions(bench, desk, item, key)


def _show_actions(bench: Bench, desk: Desk, item: QuizItem, key: str) -> None:
    with st.container(horizontal=True, key=f"quiz_actions_{key}"):
        if item.state is ItemState.DRAFT:
            _judge_button(words.APPROVE, item, ItemState.APPROVED, key)
            _judge_button(words.REJECT, item, ItemState.REJECTED, key)
        else:
            _judge_button(words.TO_DRAFT, item, ItemState.DRAFT, key)
        st.button(words.EDIT, key=f"quiz_edit_{key}", on_click=_open_edit, args=(item.id,))
        if st.button(words.REGENERATE, key=f"quiz_other_{key}"):
            _exchange(bench, desk, item)
        st.button(
            words.DROP,
            key=f"quiz_drop_{key}",
            on_click=session.change,
            args=(lambda current: without(current, item.id),),
        )


def _judge_button(label: str, item: QuizItem, state: ItemState, key: str) -> None:
    st.button(
        label,
        key=f"quiz_{state}_{key}",
        on_click=session.change,
        args=(lambda current: judged(current, frozenset({item.id}), state),),
    )


def _show_foot(shown: tuple[QuizItem, ...]) -> None:
    drafts = frozenset(item.id for item in shown if item.state is ItemState.DRAFT)
    with st.container(horizontal=True, vertical_alignment="center", key="quiz_foot"):
        st.button(
            words.APPROVE_PAGE.format(count=len(drafts)),
            key="quiz_approve_page",
            disabled=not drafts,
            on_click=session.change,
            args=(lambda current: judged(current, drafts, ItemState.APPROVED),),
        )
        st.html(f'<p><a href="#quiz-list" target="_self">{html(words.TO_LIST_START)}</a></p>')


def _exchange(bench: Bench, desk: Desk, item: QuizItem) -> None:
    with st.spinner(words.FINDING):
        new = regenerate(bench.facts, request_for(desk, item, bench), desk.quiz, item)
    if new is None:
        session.tell(words.NO_OTHER)
    else:
        session.keep(exchanged(desk, item.id, new))
        session.tell(words.EXCHANGED.format(number=number_of(desk, item.id)))
    st.rerun()


def request_for(desk: Desk, item: QuizItem, bench: Bench) -> QuizRequest:
    """What another question is asked for with: as the quiz was, or, of a file, the item's own topic."""
    request = desk.request
    if desk.from_file and item.topic in bench.facts.topics:
        request = replace(request, topics=(item.topic,))
    return replace(request, without=request.without | desk.gone)


def _open_edit(name: str) -> None:
    st.session_state[session.EDITED] = name
