"""The style sheet of these views, beside the one of the explorer whose tables they use."""

from functools import cache
from pathlib import Path

import streamlit as st

from ui.explorer.look import apply_look as apply_explorer_look

_SHEET = Path(__file__).with_name("style.css")


def apply_look() -> None:
    """Add both styles; each run of a page needs it once."""
    apply_explorer_look()
    st.html(_style_element())


@cache
def _style_element() -> str:
    return f"<style>{_SHEET.read_text(encoding='utf-8')}</style>"
