"""The style sheet of the quiz, beside those whose cards it shows."""

from functools import cache
from pathlib import Path

import streamlit as st

from ui.practice_views.look import apply_look as apply_record_looks

_SHEET = Path(__file__).with_name("style.css")


def apply_look() -> None:
    """Add the styles; each run of the page needs it once."""
    apply_record_looks()
    st.html(_style_element())


@cache
def _style_element() -> str:
    return f"<style>{_SHEET.read_text(encoding='utf-8')}</style>"
