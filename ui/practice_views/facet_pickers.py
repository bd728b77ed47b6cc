"""The facets of practices as selections that say how many each value would leave."""

from collections.abc import Mapping, Sequence

import streamlit as st

from nrm.domain.knowledge import Practice
from nrm.services.practice_finding.facets import PracticeFacet
from ui.practice_views import choices
from ui.practice_views.resources import Desk
from ui.wording import practices_page as words


def pick_facets(found: Sequence[Practice], desk: Desk) -> dict[PracticeFacet, list[str]]:
    """Each facet's choice, in an area that opens."""
    chosen = chosen_facets()
    count = sum(map(len, chosen.values()))
    label = words.NARROWED.format(count=count) if count else words.NARROW
    with st.expander(label, key="practices_narrow"):
        columns = st.columns(2)
        for number, facet in enumerate(PracticeFacet):
            with columns[number % 2]:
                chosen[facet] = _pick(facet, desk, desk.table.counts(facet, found, chosen))
        st.button(words.CLEAR, on_click=clear_facets, disabled=not count, key="practices_clear")
    return chosen


def chosen_facets() -> dict[PracticeFacet, list[str]]:
    """What is chosen now."""
    return {facet: list(st.session_state.get(choices.facet_key(facet)) or ()) for facet in PracticeFacet}


def clear_facets() -> None:
    """Choose nothing on any facet."""
    for facet in PracticeFacet:
        clear_facet(facet)


def clear_facet(facet: PracticeFacet) -> None:
    """Choose nothing on one facet."""
    st.session_state[choices.facet_key(facet)] = []


def _pick(facet: PracticeFacet, desk: Desk, counts: Mapping[str, int]) -> list[str]:
    names = desk.table.labels[facet]
    return st.multiselect(
        words.FACETS[facet.value],
        list(names),
        format_func=lambda value: f"{names[value]} ({counts.get(value, 0)})",
        key=choices.facet_key(facet),
        placeholder=words.ANY,
        persist_state="page",
    )
