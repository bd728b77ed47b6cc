"""Open a quiz that was saved as a file; a file that is none is refused with the reason."""

import streamlit as st

from nrm.domain.errors import UnreadableDocument
from nrm.quiz.saving import MOST_BYTES, reopen_quiz
from ui.components.markup import html, plain_label
from ui.quiz import session
from ui.quiz.desk import Desk
from ui.wording import quiz_page as words

_MEGABYTES = MOST_BYTES // 1_000_000
_REFUSED = "quiz_refused"
_UPLOADS = "quiz_uploads"


def show_opening() -> None:
    """A place to put the file, and why the last one was refused."""
    key = f"quiz_file_{st.session_state.get(_UPLOADS, 0)}"
    st.file_uploader(
        words.OPEN_LABEL.format(megabytes=_MEGABYTES),
        type=["json"],
        max_upload_size=_MEGABYTES,
        key=key,
        on_change=_open,
        args=(key,),
    )
    refused = st.session_state.get(_REFUSED)
    if refused:
        st.error(plain_label(refused))


def refused_last() -> bool:
    """Whether the last file was refused, so that its area stays open."""
    return bool(st.session_state.get(_REFUSED))


def opened_message(count: int) -> str:
    """What is said after a file was opened."""
    if not count:
        return words.OPENED_EMPTY
    return words.OPENED_ONE if count == 1 else words.OPENED.format(count=count)


def _open(key: str) -> None:
    """Put the quiz of the uploaded file on the desk, and the place for files back to empty."""
    upload = st.session_state.get(key)
    if upload is None:
        return
    st.session_state[_UPLOADS] = st.session_state.get(_UPLOADS, 0) + 1
    try:
        items = reopen_quiz(upload.getvalue())
    except UnreadableDocument as reason:
        st.session_state[_REFUSED] = str(reason)
        return
    st.session_state[_REFUSED] = ""
    session.start_with(Desk(items, from_file=True))
    session.tell(opened_message(len(items)))


def told_html() -> str:
    """What was told last, once, in a region that screen readers announce."""
    message = st.session_state.pop(session.TOLD, "")
    return f'<p class="nrm-small" role="status">{html(message)}</p>'
