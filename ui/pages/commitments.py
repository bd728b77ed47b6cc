"""The Commitments page: search, a topic across instruments, what binds a State, a map, and comparisons."""

from collections.abc import Callable, Mapping

import streamlit as st

from ui.components.markup import html, plain_label
from ui.explorer import choices, pickers
from ui.explorer.address import opened_address, remember_address
from ui.explorer.compare_view import compare_view
from ui.explorer.crosswalk_view import crosswalk_view
from ui.explorer.look import apply_look
from ui.explorer.record_view import record_view
from ui.explorer.resources import Explorer, explorer
from ui.explorer.search_view import search_view
from ui.explorer.standing_views import map_view, state_view
from ui.wording import commitments_page as words

_VIEWS: Mapping[str, Callable[[Explorer], None]] = {
    "search": search_view,
    "topic": crosswalk_view,
    "state": state_view,
    "map": map_view,
    "compare": compare_view,
}


def render() -> None:
    """Show the page."""
    apply_look()
    st.html(f"<h1>{html(words.TITLE)}</h1><p>{html(words.INTRODUCTION)}</p>")
    tool = explorer()
    _take_address(tool)
    for complaint in st.session_state.get(choices.COMPLAINTS, ()):
        st.warning(plain_label(complaint))
    view = st.segmented_control(
        words.VIEW,
        list(words.VIEWS),
        format_func=lambda name: words.VIEWS[name],
        key=choices.VIEW,
        required=True,
        on_change=_change_view,
        label_visibility="collapsed",
        persist_state="page",
    )
    record = st.session_state.get(choices.RECORD)
    if record:
        record_view(tool, record)
    else:
        _VIEWS[view or "search"](tool)


def _take_address(tool: Explorer) -> None:
    """Set every choice as the address says, when somebody came by an address and not by a choice."""
    address = opened_address(choices.PAGE)
    if address is None:
        return
    values, complaints = choices.choices_of(address, tool.catalogue, tool.facets)
    for key, value in values.items():
        st.session_state[key] = value
    st.session_state[choices.COMPLAINTS] = complaints
    remember_address(choices.PAGE, address)


def _change_view() -> None:
    pickers.close_record()
    st.session_state[choices.COMPLAINTS] = []
