"""The Library page: what is loaded and what is not, adding and removing, and a document with its words marked."""

from collections.abc import Sequence

import streamlit as st

from nrm.domain.errors import StaleIndex
from nrm.domain.knowledge import SourceRecord
from nrm.services.library_overview import LibraryOverview, read_overview
from ui.components.markup import html
from ui.library_access import corpus, settings
from ui.library_views.add_view import add_view
from ui.library_views.address import opened
from ui.library_views.document_view import document_view
from ui.library_views.loaded_view import loaded_view
from ui.library_views.look import apply_look
from ui.library_views.missing_view import handbook_view, missing_view
from ui.library_views.page_password import forget_page_password
from ui.library_views.upkeep_view import upkeep_view
from ui.library_views.work_view import is_busy, work_view
from ui.wording import library_page as words

_WORK_STAYS_IN_SIGHT = "library_work_in_sight"  # the style sheet keeps it there when somebody scrolls


def render() -> None:
    """Show the document that the address names, else the library."""
    apply_look()
    slug, passage = opened()
    if slug or passage:
        document_view(slug, passage)
    else:
        forget_page_password()
        _render_library()


def _render_library() -> None:
    st.html(f"<h1>{html(words.TITLE)}</h1><p>{html(words.INTRODUCTION)}</p>")
    busy = is_busy()
    with st.container(key=_WORK_STAYS_IN_SIGHT):
        work_view()
    records = corpus().sources
    overview = _overview_meanwhile(records, busy)
    if overview is None:
        return
    handbook_view(overview)
    loaded_view(overview, {record.slug: record for record in records}, busy)
    add_view(overview, busy)
    missing_view(overview)
    upkeep_view(busy)


def _overview_meanwhile(records: Sequence[SourceRecord], busy: bool) -> LibraryOverview | None:
    """What the library holds; nothing while the very first work is still making its file."""
    try:
        return read_overview(settings(), records)
    except StaleIndex:
        if busy:
            return None
        raise
