"""The password of an encrypted document: in the memory of this session while the document is open, nowhere else."""

import streamlit as st

from ui.wording import library_page as words

_PASSWORD = "library_page_password"  # (hash of the document, its password)


def page_password(sha256: str) -> str:
    """The password that was given for this document; empty if none was. That of another document is forgotten."""
    document, password = st.session_state.get(_PASSWORD, ("", ""))
    if document != sha256:
        forget_page_password()
        return ""
    return str(password)


def forget_page_password() -> None:
    """Forget it, because the document is left."""
    st.session_state.pop(_PASSWORD, None)


def ask_page_password(sha256: str, wrong: bool) -> None:
    """A form for the password; the page is drawn anew with it."""
    if wrong:
        st.warning(words.PAGE_PASSWORD_WRONG)
    with st.form("library_page_unlock", clear_on_submit=True):
        password = st.text_input(
            words.PAGE_PASSWORD, type="password", autocomplete="off", help=words.PAGE_PASSWORD_HELP
        )
        sent = st.form_submit_button(words.SHOW_PAGE)
    if sent and password:
        st.session_state[_PASSWORD] = (sha256, password)
        st.rerun()
