"""The look of the views: their style sheet, and small print."""

import streamlit as st

from ui.components.markup import html
from ui.components.style import apply_sheet_beside


def apply_look() -> None:
    """Add the style; each run of a page needs it once."""
    apply_sheet_beside(__file__)


def show_small(words: str) -> None:
    """A line of small print; Streamlit's own caption is too pale to read."""
    st.html(f'<p class="nrm-small">{html(words)}</p>')
