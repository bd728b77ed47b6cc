"""What the views look practices up in; built once for all sessions, it holds nothing of any person."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from nrm.domain.knowledge import Practice
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.practice_finding.facets import PracticeTable
from nrm.services.practice_finding.finding import PracticeFinder
from nrm.services.searcher import Searcher
from ui import library_access
from ui.explorer.resources import explorer


@dataclass(frozen=True, slots=True)
class Desk:
    """``by_meaning`` is false where there is no index and words alone are compared."""

    catalogue: Catalogue
    practices: Mapping[str, Practice]
    table: PracticeTable
    finder: PracticeFinder
    by_meaning: bool


def desk() -> Desk:
    """The look-ups over the corpus and library that are current now."""
    tool = explorer()
    searcher = library_access.searcher() if tool.by_meaning else None
    return _built(tool.catalogue, searcher, (id(tool.catalogue), id(searcher)))


@st.cache_resource(max_entries=1, show_spinner=False)
def _built(_catalogue: Catalogue, _searcher: Searcher | None, same: tuple[int, int]) -> Desk:
    """Built anew when ``same`` changes: a new index brings a new searcher and corpus."""
    corpus = _catalogue.corpus
    return Desk(
        _catalogue,
        {item.id: item for item in corpus.practices},
        PracticeTable(corpus),
        PracticeFinder(corpus, _searcher),
        _searcher is not None,
    )
