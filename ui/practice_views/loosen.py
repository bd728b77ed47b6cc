"""What to loosen when no practice fits, each step with what it would give."""

from collections.abc import Mapping, Sequence

import streamlit as st

from nrm.domain.knowledge import Practice
from nrm.services.practice_finding.facets import PracticeFacet
from nrm.services.practice_finding.loosening import Loosening, loosenings
from ui.practice_views import choices
from ui.practice_views.facet_pickers import clear_facet, clear_facets
from ui.practice_views.resources import Desk
from ui.wording import practices_page as words


def show_loosenings(
    found: Sequence[Practice], desk: Desk, chosen: Mapping[PracticeFacet, Sequence[str]], searched: bool
) -> None:
    """A button for each single step that helps; when none does, one that clears everything."""
    practices = list(desk.practices.values())
    st.markdown(words.LOOSEN)
    with st.container(horizontal=True):
        for step in loosenings(desk.table, found if searched else practices, practices, chosen):
            st.button(_label(step), key=f"loosen_{step.facet}", on_click=_loosen, args=(step,))


def _label(step: Loosening) -> str:
    if step.everything:
        return words.LOOSEN_ALL.format(count=step.count)
    if step.facet is None:
        return words.LOOSEN_WORDS.format(count=step.count)
    return words.LOOSEN_FACET.format(facet=words.FACETS[step.facet.value], count=step.count)


def _loosen(step: Loosening) -> None:
    if step.facet:
        clear_facet(step.facet)
    else:
        st.session_state[choices.TEXT] = ""
    if step.everything:
        clear_facets()
