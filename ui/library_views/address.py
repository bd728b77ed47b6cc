"""Which document and passage is open: in the address, so that a place can be shared; the quote never is."""

import streamlit as st

from nrm.domain.answers import Citation
from nrm.domain.passages import Passage
from ui.components.address import keep_in_address
from ui.wording import library_page as words

_SOURCE, _PASSAGE = "source", "passage"
_QUOTE = "library_quote"  # (id of the passage, words quoted from it)


def opened() -> tuple[str, str]:
    """The slug and the passage id of the address; both may be empty."""
    return st.query_params.get(_SOURCE, ""), st.query_params.get(_PASSAGE, "")


def open_place(slug: str, passage: str = "") -> None:
    """Open a document, at a passage if one is given."""
    keep_in_address(_SOURCE, slug)
    keep_in_address(_PASSAGE, passage)


def quote_of(passage: Passage) -> str:
    """The words that were quoted from this passage where the reader came from; empty if none were."""
    wanted, quote = st.session_state.get(_QUOTE, ("", ""))
    return quote if wanted == passage.id else ""


def see_in_document(citation: Citation, key: str) -> None:
    """A button that opens the cited passage in its document, the quoted words marked; the conversation stays."""
    if st.button(words.SEE_PAGE, key=key):
        passage = citation.passage
        st.session_state[_QUOTE] = (passage.id, citation.quote)
        st.switch_page(
            st.Page(_by_address_only, title=words.TITLE, url_path="library"),
            query_params={_SOURCE: passage.source.slug, _PASSAGE: passage.id},
        )


def _by_address_only() -> None:
    """Streamlit finds a page by its address; ``ui.navigation`` says what runs there."""
