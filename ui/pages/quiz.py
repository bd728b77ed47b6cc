"""The Quiz page: make and review, take, print and export."""

import streamlit as st

from ui.components.choosing import switch
from ui.components.markup import html
from ui.quiz import session
from ui.quiz.choices import show_choices
from ui.quiz.desk import Desk
from ui.quiz.drafting_view import show_drafting
from ui.quiz.export_view import export_view, save_button
from ui.quiz.look import apply_look
from ui.quiz.opening import refused_last, show_opening
from ui.quiz.resources import Bench, bench
from ui.quiz.review_view import review_view
from ui.quiz.take_view import take_view
from ui.wording import quiz_page as words


def render() -> None:
    """Show the page."""
    apply_look()
    introduction = "" if session.desk() else f"<p>{html(words.INTRODUCTION)}</p>"
    st.html(f'<div class="nrm-quiz"><h1>{html(words.TITLE)}</h1>{introduction}</div>')
    with st.spinner(words.WAIT):
        tools = bench()
    st.session_state.setdefault(session.VIEW, "make")
    view = switch(words.VIEW, words.VIEWS, session.VIEW, label_visibility="collapsed", persist_state="session")
    desk = session.desk()
    if view == "take":
        take_view(tools, desk)
    elif view == "export":
        export_view(desk)
    else:
        _make_view(tools, desk)


def _make_view(tools: Bench, desk: Desk | None) -> None:
    """The choices first; once there is a quiz they fold, and its questions follow."""
    if desk is None:
        show_choices(tools)
        with st.expander(words.OPEN_AREA, key="quiz_open_area", expanded=refused_last()):
            show_opening()
        show_drafting(tools)
        return
    with st.expander(words.CHOOSE_AGAIN, key="quiz_choose_again", expanded=not desk.items):
        show_choices(tools)
    with st.expander(words.OPEN_AREA, key="quiz_open_area", expanded=refused_last()):
        show_opening()
    show_drafting(tools)
    if desk.items:
        with st.container(horizontal=True, vertical_alignment="center", key="quiz_keep"):
            save_button(desk, "quiz_save")
            st.html(f'<p class="nrm-small">{html(words.NOTHING_KEPT)}</p>')
    review_view(tools, desk)
