"""Selections of one value by its name."""

from collections.abc import Mapping
from typing import Any

import streamlit as st


def switch(label: str, names: Mapping[str, str], key: str, **options: Any) -> str:
    """One of a few values, side by side; the first until a person chooses.

    :param names: what each value is called, in order.
    :param options: of ``st.segmented_control``, such as how long a choice is kept.
    """
    chosen = st.segmented_control(
        label, list(names), format_func=lambda value: names[value], key=key, required=True, **options
    )
    return str(chosen or next(iter(names)))


def pick_order(label: str, names: Mapping[str, str], key: str) -> str:
    """One of the orders of a list, the first until a person chooses; kept while the page is open."""
    chosen = st.selectbox(label, list(names), format_func=lambda value: names[value], key=key, persist_state="page")
    return str(chosen or next(iter(names)))
