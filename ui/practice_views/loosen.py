"""What to loosen when no practice fits."""

from collections.abc import Mapping, Sequence

import streamlit as st

from nrm.domain.knowledge import Practice
from nrm.services.explorer.loosening import Loosening, loosenings
from nrm.services.practice_finding.facets import PracticeFacet
from ui.explorer.loosen import show_loosenings
from ui.practice_views import choices
from ui.practice_views.facet_pickers import clear_facet, clear_facets
from ui.practice_views.resources import Desk
from ui.wording import practices_page as words


def show_practice_loosenings(
    found: Sequence[Practice], desk: Desk, chosen: Mapping[PracticeFacet, Sequence[str]], searched: bool
) -> None:
    """A button for each single step that helps; when none does, one that clears everything."""
    practices = list(desk.practices.values())
    steps = loosenings(desk.table, found if searched else practices, practices, chosen)
    show_loosenings(steps, words.FACETS, _loosen)


def _loosen(step: Loosening[PracticeFacet]) -> None:
    if step.facet:
        clear_facet(step.facet)
    else:
        st.session_state[choices.TEXT] = ""
    if step.everything:
        clear_facets()
