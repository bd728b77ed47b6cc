"""The look of all pages, from one style sheet, and of views, each from the sheet in its folder."""

from functools import cache
from pathlib import Path

import streamlit as st

_SHEET = "style.css"


def apply_style() -> None:
    """Put the style sheet of all pages on this page; each run of a page needs it once."""
    apply_sheet_beside(__file__)


def apply_sheet_beside(module: str) -> None:
    """Put the style sheet that lies beside a module's file on this page; each run of a page needs it once."""
    st.html(_style_element(Path(module).with_name(_SHEET)))


@cache
def _style_element(sheet: Path) -> str:
    return f"<style>{sheet.read_text(encoding='utf-8')}</style>"
