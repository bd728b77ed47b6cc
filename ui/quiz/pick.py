"""Which questions of the desk are taken or printed: all but the rejected, or the approved alone."""

import streamlit as st

from nrm.quiz.items import ItemState, QuizItem
from ui.components.markup import html
from ui.quiz.desk import Desk, in_state, usable
from ui.wording import quiz_page as words

_WHICH = "quiz_which"


def pick_items(desk: Desk) -> tuple[QuizItem, ...]:
    """The questions chosen; the choice is offered when approved and other questions stand side by side."""
    every, approved = usable(desk), in_state(desk, ItemState.APPROVED)
    if not approved or len(approved) == len(every):
        return every
    labels = {
        "all": words.WHICH_ALL.format(count=len(every)),
        "approved": words.WHICH_APPROVED.format(count=len(approved)),
    }
    chosen = st.radio(
        words.WHICH,
        list(labels),
        format_func=lambda name: labels[name],
        key=_WHICH,
        horizontal=True,
        persist_state="session",
    )
    return approved if chosen == "approved" else every


def show_drafts_inside(chosen: tuple[QuizItem, ...]) -> None:
    """Say how many of the chosen questions nobody has approved."""
    drafts = sum(item.state is ItemState.DRAFT for item in chosen)
    if drafts:
        said = words.DRAFTS_INSIDE.format(count=drafts, all=len(chosen))
        st.html(f'<p class="nrm-small">{html(said)}</p>')
