"""The selections that several views share."""

from collections.abc import Sequence

import streamlit as st

from nrm.services.explorer.catalogue import Catalogue
from ui.explorer import choices
from ui.wording import commitments_page as words


def pick_state(catalogue: Catalogue) -> str:
    """The chosen State's code, the same in all views; empty when none is chosen."""
    chosen = st.selectbox(
        words.MY_STATE,
        sorted(catalogue.states, key=lambda code: catalogue.states[code].name),
        format_func=lambda code: catalogue.states[code].name,
        key=choices.STATE,
        index=None,
        placeholder=words.ANY_STATE,
        persist_state="page",
    )
    return chosen or ""


def pick_one(label: str, key: str, values: Sequence[str], names: dict[str, str], placeholder: str = "") -> str:
    """One of some values by name, or nothing."""
    chosen = st.selectbox(
        label,
        values,
        format_func=lambda value: names[value],
        key=key,
        index=None,
        placeholder=placeholder or words.ANY,
        persist_state="page",
    )
    return chosen or ""


def open_record(name: str) -> None:
    """Show one commitment on its own."""
    st.session_state[choices.RECORD] = name


def close_record() -> None:
    """Go back from a commitment to the view it was opened from."""
    st.session_state[choices.RECORD] = ""


def open_topic(topic: str) -> None:
    """Show one topic across all instruments."""
    close_record()
    st.session_state[choices.VIEW] = "topic"
    st.session_state[choices.TOPIC] = topic
