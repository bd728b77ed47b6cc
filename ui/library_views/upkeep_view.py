"""Building the index anew, and checking the library."""

import streamlit as st

from ui.components.markup import html, paragraph
from ui.library_access import settings
from ui.library_views.tasks import indexing, verifying
from ui.library_views.work_view import begin
from ui.wording import library_page as words


def upkeep_view(busy: bool) -> None:
    """Two buttons with what they do."""
    st.html(f'<h2 class="nrm-h2">{html(words.UPKEEP)}</h2>')
    left, right = st.columns(2)
    with left:
        st.html(paragraph(html(words.VERIFY_TEXT), "nrm-small"))
        verify = st.button(words.VERIFY, key="library_verify", disabled=busy)
    with right:
        st.html(paragraph(html(words.REINDEX_TEXT), "nrm-small"))
        reindex = st.button(words.REINDEX, key="library_reindex", disabled=busy)
    if verify:
        begin(words.VERIFYING, verifying(settings()))
    if reindex:
        begin(words.INDEXING, indexing(settings()))
