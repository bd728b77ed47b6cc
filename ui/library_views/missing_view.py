"""What is not loaded, and how to get it."""

import streamlit as st

from nrm.domain.vocabulary import SourceKind
from nrm.services.library_overview import LibraryOverview
from ui.components.markup import html, paragraph
from ui.library_access import settings
from ui.library_views.html import handbook_html, missing_html
from ui.wording import library_page as words


def handbook_view(overview: LibraryOverview) -> None:
    """A note about the Handbook as long as it is missing."""
    for missing in overview.missing:
        if missing.record.kind is SourceKind.HANDBOOK:
            st.html(handbook_html(missing))


def missing_view(overview: LibraryOverview) -> None:
    """Every other official text of our records that is not loaded."""
    fetching = words.FETCH_ON if settings().allow_downloads else words.FETCH_OFF
    st.html(
        f'<h2 class="nrm-h2">{html(words.MISSING)}</h2>'
        + paragraph(html(words.MISSING_TEXT.format(which=words.WHICH)))
        + paragraph(html(fetching), "nrm-small")
        + missing_html(overview.missing)
    )
