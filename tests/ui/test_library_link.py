from streamlit.testing.v1 import AppTest

TWO_PAGES = """
import streamlit as st

from nrm.domain.answers import Citation
from nrm.domain.passages import Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind
from ui.library_views.address import quote_of, see_in_document

SOURCE = Source("artificial-text", "An artificial text", SourceKind.DOCUMENT, Authority.REFERENCE)
PASSAGE = Passage("artificial-text/2", SOURCE, "The second artificial words.")

def ask():
    see_in_document(Citation(1, PASSAGE, "second artificial", 4), "see")

def library():
    st.write(quote_of(PASSAGE))

pages = [st.Page(ask, default=True), st.Page(library, url_path="library")]
st.navigation(pages, position="hidden").run()
"""


def test_a_citation_leads_to_its_passage_and_brings_the_quote_without_writing_it_into_the_address() -> None:
    page = AppTest.from_string(TWO_PAGES, default_timeout=60).run()

    page.button(key="see").click().run()

    assert not page.exception
    assert page.markdown[0].value == "second artificial"
    assert dict(page.query_params) == {"source": "artificial-text", "passage": "artificial-text/2"}
