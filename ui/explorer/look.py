"""The look of the views: their style sheet, and small print."""

from functools import cache
from pathlib import Path

import streamlit as st

from ui.components.markup import html

_SHEET = Path(__file__).with_name("style.css")


def apply_look() -> None:
    """Add the style; each run of a page needs it once."""
    st.html(_style_element())


def show_small(words: str) -> None:
    """A line of small print; Streamlit's own caption is too pale to read."""
    st.html(f'<p class="nrm-small">{html(words)}</p>')


@cache
def _style_element() -> str:
    return f"<style>{_SHEET.read_text(encoding='utf-8')}</style>"
