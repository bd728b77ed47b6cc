"""Buttons that loosen an empty list, each with how many records it would leave."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import streamlit as st

from nrm.services.explorer.loosening import Loosening
from ui.wording import loosening as words

Loosen = Callable[[Any], None]


def show_loosenings(steps: Iterable[Loosening[Any]], names: Mapping[str, str], loosen: Loosen) -> None:
    """A button for each single step that helps; when none does, one that clears everything.

    :param names: what each facet is called.
    :param loosen: takes the step; it runs before the page is shown anew.
    """
    st.markdown(words.LOOSEN)
    with st.container(horizontal=True):
        for step in steps:
            st.button(_label(step, names), key=f"loosen_{step.facet}", on_click=loosen, args=(step,))


def _label(step: Loosening[Any], names: Mapping[str, str]) -> str:
    if step.everything:
        return words.ALL.format(count=f"{step.count:,}")
    if step.facet is None:
        return words.WITHOUT_WORDS.format(count=f"{step.count:,}")
    return words.WITHOUT_FACET.format(facet=names[step.facet], count=f"{step.count:,}")
