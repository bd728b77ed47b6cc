"""The look of the Library page."""

from functools import cache
from pathlib import Path

import streamlit as st

_SHEET = Path(__file__).with_name("style.css")


def apply_look() -> None:
    """Add the style; each run of the page needs it once."""
    st.html(_style_element())


@cache
def _style_element() -> str:
    return f"<style>{_SHEET.read_text(encoding='utf-8')}</style>"
