"""The Practices page: browse, a record, where practices come from, a comparison, and a suggestion."""

from collections.abc import Callable, Mapping

import streamlit as st

from ui.components.markup import html, plain_label
from ui.explorer.address import opened_address, remember_address
from ui.practice_views import choices
from ui.practice_views.browse_view import browse_view
from ui.practice_views.compare_view import compare_view
from ui.practice_views.look import apply_look
from ui.practice_views.origins_view import origins_view
from ui.practice_views.record_view import record_view
from ui.practice_views.resources import Desk, desk
from ui.practice_views.suggest_view import suggest_view
from ui.wording import practices_page as words

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
    _take_address(opened)
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
        record_view(opened, record)
    else:
        _VIEWS[view or "browse"](opened)


def _take_address(opened: Desk) -> None:
    """Set every choice as the address says, when somebody came by an address and not by a choice."""
    address = opened_address(choices.PAGE)
    if address is None:
        return
    values, complaints = choices.choices_of(address, opened)
    st.session_state.update(values)
    st.session_state[choices.COMPLAINTS] = complaints
    remember_address(choices.PAGE, address)


def _change_view() -> None:
    choices.close_record()
    st.session_state[choices.COMPLAINTS] = []
