"""The questions and answers of one session: in memory only, at most twenty, gone with the tab."""

from dataclasses import dataclass

import streamlit as st

from nrm.domain.answers import Answer, Filters

MOST_TURNS = 20
_TURNS = "ask_turns"


@dataclass(frozen=True, slots=True)
class Turn:
    """One question with its answer; ``question`` has no personal data that we could find.

    ``masked`` says what was taken out, such as ``2 names``.
    """

    question: str
    masked: str
    filters: Filters
    answer: Answer


def turns() -> tuple[Turn, ...]:
    """The turns so far, oldest first."""
    kept: tuple[Turn, ...] = st.session_state.get(_TURNS, ())
    return kept


def remember(turn: Turn) -> None:
    """Add a turn; the oldest goes when there are too many."""
    st.session_state[_TURNS] = (*turns(), turn)[-MOST_TURNS:]


def forget_all() -> None:
    """Start anew: nothing of the conversation is left."""
    st.session_state[_TURNS] = ()
