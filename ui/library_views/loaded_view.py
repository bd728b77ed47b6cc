"""What is loaded: each source with its details, to be read or removed."""

from collections.abc import Mapping

import streamlit as st

from nrm.adapters.library_rows import Loaded
from nrm.domain.knowledge import SourceRecord
from nrm.services.library_overview import LibraryOverview
from ui.components.markup import html, paragraph, plain_label
from ui.library_access import settings
from ui.library_views.address import open_place
from ui.library_views.html import details_html
from ui.library_views.tasks import removing
from ui.library_views.work_view import begin
from ui.wording import library_page as words
from ui.wording.labels import AUTHORITIES, KINDS

_SURE = "library_sure"  # the slug whose removal waits for a second word


def loaded_view(overview: LibraryOverview, records: Mapping[str, SourceRecord], busy: bool) -> None:
    """A count, then an expander for each source."""
    count = len(overview.loaded)
    heading = words.COUNT_LOADED_ONE if count == 1 else words.COUNT_LOADED.format(count=count)
    st.html(f'<h2 class="nrm-h2">{html(heading if count else words.NONE_LOADED)}</h2>')
    if not count:
        st.html(paragraph(html(words.NONE_LOADED_TEXT)))
    for loaded in overview.loaded:
        _source_view(loaded, records.get(loaded.source.slug), busy)
    if overview.summaries:
        ours = words.SUMMARIES.format(passages=words.passages_counted(overview.summaries))
        st.html(paragraph(html(ours), "nrm-small"))


def _source_view(loaded: Loaded, record: SourceRecord | None, busy: bool) -> None:
    source = loaded.source
    count = words.passages_counted(loaded.passages)
    kind = " · ".join(dict.fromkeys((KINDS[source.kind], AUTHORITIES[source.authority])))
    with st.expander(f"**{plain_label(source.title)}**  \n{plain_label(f'{kind} · {count} · {loaded.added_on}')}"):
        st.html(details_html(loaded, record))
        if st.session_state.get(_SURE) == source.slug:
            _confirm(source.slug, source.title, busy)
            return
        with st.container(horizontal=True):
            st.button(words.READ, key=f"library_read_{source.slug}", on_click=open_place, args=(source.slug,))
            st.button(
                words.REMOVE, key=f"library_remove_{source.slug}", on_click=_ask, args=(source.slug,), disabled=busy
            )


def _confirm(slug: str, title: str, busy: bool) -> None:
    st.warning(plain_label(words.REMOVE_SURE.format(title=title)))
    with st.container(horizontal=True):
        kept = st.button(words.REMOVE_NO, key=f"library_keep_{slug}", on_click=_ask, args=("",))
        sure = st.button(words.REMOVE_YES, key=f"library_yes_{slug}", on_click=_ask, args=("",), disabled=busy)
    if sure and not kept:
        begin(words.REMOVING.format(title=title), removing(slug, title, settings()))


def _ask(slug: str) -> None:
    st.session_state[_SURE] = slug
