"""The Practices page: browse, a record, where practices come from, a comparison, and a suggestion."""

from collections.abc import Callable, Mapping

import streamlit as st

from ui.components.markup import html
from ui.explorer.frame import RECORD_VIEW, Frame, open_frame
from ui.practice_views import choices
from ui.practice_views.browse_view import browse_view
from ui.practice_views.compare_view import compare_view
from ui.practice_views.look import apply_look
from ui.practice_views.origins_view import origins_view
from ui.practice_views.record_view import record_view
from ui.practice_views.resources import Desk, desk
from ui.practice_views.suggest_view import suggest_view
from ui.wording import practices_page as words

_FRAME = Frame(choices.PAGE, choices.VIEW, choices.RECORD, choices.COMPLAINTS, words.VIEW, words.VIEWS)
_VIEWS: Mapping[str, Callable[[Desk], None]] = {
    "browse": browse_view,
    "map": origins_view,
    "compare": compare_view,
    "suggest": suggest_view,
}


def render() -> None:
    """Show the page."""
    apply_look()
    scope = "".join(f"<p>{html(line)}</p>" for line in words.SCOPE)
    st.html(
        f'<div class="nrm-wide"><h1>{html(words.TITLE)}</h1><p>{html(words.INTRODUCTION)}</p></div>'
        f'<div class="nrm-scope" role="note">{scope}</div>'
    )
    opened = desk()
    view = open_frame(_FRAME, lambda address: choices.choices_of(address, opened))
    if view == RECORD_VIEW:
        record_view(opened, st.session_state[choices.RECORD])
    else:
        _VIEWS[view](opened)
