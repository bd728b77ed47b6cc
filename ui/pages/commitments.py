"""The Commitments page: search, a topic across instruments, what binds a State, a map, and comparisons."""

from collections.abc import Callable, Mapping

import streamlit as st

from ui.components.markup import html
from ui.explorer import choices
from ui.explorer.compare_view import compare_view
from ui.explorer.crosswalk_view import crosswalk_view
from ui.explorer.frame import RECORD_VIEW, Frame, open_frame
from ui.explorer.look import apply_look
from ui.explorer.record_view import record_view
from ui.explorer.resources import Explorer, explorer
from ui.explorer.search_view import search_view
from ui.explorer.standing_views import map_view, state_view
from ui.wording import commitments_page as words

_FRAME = Frame(choices.PAGE, choices.VIEW, choices.RECORD, choices.COMPLAINTS, words.VIEW, words.VIEWS)
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
    view = open_frame(_FRAME, lambda address: choices.choices_of(address, tool.catalogue, tool.facets))
    if view == RECORD_VIEW:
        record_view(tool, st.session_state[choices.RECORD])
    else:
        _VIEWS[view](tool)
