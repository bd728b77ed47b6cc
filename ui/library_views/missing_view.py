"""What is not loaded, and how to get it."""

import streamlit as st

from nrm.adapters.library_store import LibraryStore
from nrm.domain.vocabulary import SourceKind, Wording
from nrm.services.library_overview import HandbookState, LibraryOverview, handbook_state
from ui.components.markup import html, paragraph
from ui.library_access import settings
from ui.library_views.html import handbook_html, handbook_state_html, missing_html
from ui.wording import library_page as words


def handbook_view(overview: LibraryOverview) -> None:
    """How to get the Handbook as long as it is missing, else what was recognised in it."""
    for missing in overview.missing:
        if missing.record.kind is SourceKind.HANDBOOK:
            st.html(handbook_html(missing))
    for loaded in overview.loaded:
        if loaded.source.kind is SourceKind.HANDBOOK:
            st.html(handbook_state_html(loaded, _state(loaded.source.slug, loaded.source.sha256)))


@st.cache_data(max_entries=4, show_spinner=False)
def _state(slug: str, sha256: str) -> HandbookState:
    """Read anew when another file takes its place."""
    return handbook_state(LibraryStore(settings().data_dir).passages(slug, Wording.OFFICIAL))


def missing_view(overview: LibraryOverview) -> None:
    """Every other official text of our records that is not loaded."""
    fetching = words.FETCH_ON if settings().allow_downloads else words.FETCH_OFF
    st.html(
        f'<h2 class="nrm-h2">{html(words.MISSING)}</h2>'
        + paragraph(html(words.MISSING_TEXT.format(which=words.WHICH)))
        + paragraph(html(fetching), "nrm-small")
        + missing_html(overview.missing)
    )
