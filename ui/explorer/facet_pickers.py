"""The facets of commitments as selections; only values that would leave something are offered."""

from collections.abc import Mapping

import streamlit as st

from nrm.domain.knowledge import Commitment
from nrm.services.explorer.facets import Facet
from ui.explorer import choices
from ui.explorer.resources import Explorer
from ui.wording import commitments_page as words


def pick_facets(found: list[Commitment], tool: Explorer) -> dict[Facet, list[str]]:
    """Each facet's choice; only values that would leave something are offered."""
    keys = {facet: choices.facet_key(facet) for facet in choices.SHOWN_FACETS}
    chosen = {facet: list(st.session_state.get(key) or ()) for facet, key in keys.items()}
    count = sum(map(len, chosen.values()))
    with st.expander(words.NARROWED.format(count=count) if count else words.NARROW, key="commitments_narrow"):
        columns = st.columns(2)
        for number, (facet, key) in enumerate(keys.items()):
            with columns[number % 2]:
                chosen[facet] = _pick_facet(facet, key, tool, tool.facets.counts(facet, found, chosen))
        st.button(words.CLEAR, on_click=clear_facets, disabled=not count, key="commitments_clear")
    return chosen


def _pick_facet(facet: Facet, key: str, tool: Explorer, counts: Mapping[str, int]) -> list[str]:
    """The values of a facet that would leave something, without counts: a choice is kept by its name."""
    names = tool.facets.labels[facet]
    chosen = st.session_state.get(key) or ()
    return st.multiselect(
        words.FACETS[facet.value],
        [value for value in names if counts.get(value) or value in chosen],
        format_func=lambda value: names[value][:1].upper() + names[value][1:],
        key=key,
        placeholder=words.ANY,
        persist_state="page",
    )


def clear_facets() -> None:
    """Choose nothing on any facet."""
    for facet in choices.SHOWN_FACETS:
        st.session_state[choices.facet_key(facet)] = []
