"""What the page keeps while the session lasts: the desk and the checks made. Nothing outlives it."""

import hashlib
from collections.abc import Callable

import streamlit as st

from nrm.quiz.items import QuizItem
from nrm.services.quiz import Check, checks_of
from ui.quiz.desk import Desk
from ui.quiz.resources import Bench

VIEW = "quiz_view"
STATE_SHOWN = "quiz_state_shown"
EDITED = "quiz_edited"
TOLD = "quiz_told"
ATTEMPT = "quiz_attempt"
_DESK = "quiz_desk"
_CHECKS = "quiz_checks"
_PAGE_NUMBER = "quiz_page"
_STARTS = "quiz_starts"


def desk() -> Desk | None:
    """The quiz on the desk; None before one was made or opened."""
    found: Desk | None = st.session_state.get(_DESK)
    return found


def keep(changed: Desk) -> None:
    """Put the changed quiz on the desk."""
    st.session_state[_DESK] = changed


def start_with(new: Desk) -> None:
    """Put another quiz on the desk, shown from its first page; an attempt at the old one is over."""
    keep(new)
    st.session_state[_CHECKS] = {}
    st.session_state[_STARTS] = makings() + 1
    show_page(1)
    st.session_state[STATE_SHOWN] = ""
    st.session_state[EDITED] = ""
    st.session_state[ATTEMPT] = None


def change(step: Callable[[Desk], Desk]) -> None:
    """Take one step with the quiz on the desk."""
    current = desk()
    if current:
        keep(step(current))


def tell(message: str) -> None:
    """Say something once, at the top of the next run."""
    st.session_state[TOLD] = message


def checks(bench: Bench, item: QuizItem) -> tuple[Check, ...]:
    """The checks of an item, each made once in a session and for the words as they stand."""
    made: dict[QuizItem, tuple[Check, ...]] = st.session_state.setdefault(_CHECKS, {})
    if item not in made:
        made[item] = checks_of(bench.facts, item)
    return made[item]


def makings() -> int:
    """How many quizzes were made or opened so far; as a seed, the same choices give other questions."""
    number: int = st.session_state.get(_STARTS, 0)
    return number


def page_number() -> int:
    """The page of the list that was shown last, from 1."""
    number: int = st.session_state.get(_PAGE_NUMBER, 1)
    return number


def show_page(number: int) -> None:
    """Remember which page of the list is shown."""
    st.session_state[_PAGE_NUMBER] = number


def key_of(name: str) -> str:
    """A short key for the widgets of an item; an id from a file may hold anything."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
