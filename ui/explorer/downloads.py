"""The same two files for every view: a table for spreadsheets and a brief for Word."""

from collections.abc import Callable

import streamlit as st

from nrm.services.explorer.sheets import Sheet
from nrm.services.exports import Brief, write_csv, write_word

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def offer_downloads(name: str, sheet: Callable[[], Sheet], brief: Callable[[], Brief]) -> None:
    """Two buttons; a file is made only when its button is pressed.

    :param name: of the files, without ending.
    """
    with st.container(horizontal=True):
        st.download_button(
            "Word brief",
            lambda: write_word(brief()),
            f"{name}.docx",
            _WORD,
            key=f"{name}.docx",
            on_click="ignore",
        )
        st.download_button(
            "CSV table",
            lambda: write_csv(*sheet()),
            f"{name}.csv",
            "text/csv",
            key=f"{name}.csv",
            on_click="ignore",
        )
