"""The work that this session has started: its progress, then what came of it."""

import time

import streamlit as st

from ui.components.markup import plain_label
from ui.library_views.work import Locked, Task, Work
from ui.wording import library_page as words

_WORK = "library_work"
_LOOK_EVERY_SECONDS = 1.0


def is_busy() -> bool:
    """Whether work of this session is under way."""
    work = _work()
    return work is not None and work.told is None


def begin(title: str, task: Task) -> None:
    """Start a piece of work and show the page anew; files that wait for a password are not kept any longer."""
    _put_away()
    _start(title, task)


def _start(title: str, task: Task) -> None:
    st.session_state[_WORK] = Work(title, task).start()
    st.rerun()


def work_view() -> None:
    """The progress, or what came of the last work until its reader closes it; nothing when there is none."""
    work = _work()
    if work is None:
        return
    if work.told is None:
        _show_progress()
        return
    for sentence in work.told.good:
        st.success(plain_label(sentence))
    for sentence in work.told.bad:
        st.warning(plain_label(sentence))
    if work.told.locked:
        _ask_password(work.title, work.told.locked)
    st.button(words.DISMISS, key="library_dismiss", on_click=_forget, type="tertiary")


def _ask_password(title: str, locked: Locked) -> None:
    """A form that empties itself when it is sent, so that no password stays."""
    names = ", ".join(locked.names)
    with st.form("library_unlock", clear_on_submit=True):
        password = st.text_input(
            plain_label(words.PASSWORD_OF.format(names=names)), type="password", autocomplete="off",
            help=words.PASSWORD_HELP,
        )  # fmt: skip
        sent = st.form_submit_button(words.UNLOCK)
    if sent and password:
        _start(title, locked.open_with(password))


@st.fragment(run_every=_LOOK_EVERY_SECONDS)
def _show_progress() -> None:
    work = _work()
    if work is None or work.told is not None:
        st.rerun()  # the whole page: what is loaded has changed
        return
    step = work.step
    said = step.said(time.monotonic()) if step else words.STARTING
    st.progress(step.share if step else 0.0, text=plain_label(f"{work.title}. {said}"))
    st.caption(words.MAY_LEAVE)


def _work() -> Work | None:
    found = st.session_state.get(_WORK)
    return found if isinstance(found, Work) else None


def _put_away() -> None:
    work = _work()
    if work is not None and work.told is not None and work.told.locked:
        work.told.locked.forget()


def _forget() -> None:
    _put_away()
    st.session_state.pop(_WORK, None)
