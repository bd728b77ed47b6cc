"""What the views look things up in; built once for all sessions, it holds nothing of any person."""

from dataclasses import dataclass

import streamlit as st

from nrm.adapters.library_store import LibraryStore
from nrm.corpus import Corpus
from nrm.domain.errors import IndexMissing, StaleIndex
from nrm.services.explorer.articles import OfficialTexts
from nrm.services.explorer.catalogue import Catalogue, catalogue_of
from nrm.services.explorer.facets import FacetTable
from nrm.services.explorer.finding import CommitmentFinder
from nrm.services.searcher import Searcher
from ui import library_access


@dataclass(frozen=True, slots=True)
class Explorer:
    """``by_meaning`` is false where there is no index and words alone are compared."""

    catalogue: Catalogue
    facets: FacetTable
    finder: CommitmentFinder
    official: OfficialTexts
    by_meaning: bool


def explorer() -> Explorer:
    """The look-ups over the corpus and library that are current now."""
    corpus = library_access.corpus()
    try:
        searcher: Searcher | None = library_access.searcher()
    except (IndexMissing, StaleIndex):
        searcher = None
    return _built(corpus, searcher, (id(corpus), id(searcher)))


@st.cache_resource(max_entries=1, show_spinner=False)
def _built(_corpus: Corpus, _searcher: Searcher | None, same: tuple[int, int]) -> Explorer:
    """Built anew when ``same`` changes: a new index brings a new searcher and corpus."""
    catalogue = catalogue_of(_corpus)
    store = _searcher.store if _searcher else LibraryStore(library_access.settings().data_dir)
    return Explorer(
        catalogue,
        FacetTable(catalogue),
        CommitmentFinder(catalogue, _searcher),
        OfficialTexts(store),
        _searcher is not None,
    )
