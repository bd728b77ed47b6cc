"""What the quiz page looks things up in; built once for all sessions, it holds nothing of any person."""

from dataclasses import dataclass

import streamlit as st

from nrm.adapters.library_store import LibraryStore
from nrm.corpus import Corpus
from nrm.domain.passages import Passage
from nrm.services.quiz import Facts, facts_of
from ui import library_access
from ui.explorer.resources import Explorer, explorer


@dataclass(frozen=True, slots=True)
class Bench:
    """The corpus indexed for quizzes, and the records with their official texts."""

    facts: Facts
    explorer: Explorer


def bench() -> Bench:
    """The look-ups over the corpus and library that are current now."""
    tool = explorer()
    corpus = tool.catalogue.corpus
    return Bench(_facts(corpus, id(corpus)), tool)


@st.cache_resource(max_entries=1, show_spinner=False)
def _facts(_corpus: Corpus, same: int) -> Facts:
    """Indexed anew when ``same`` changes: a new index brings a new corpus."""
    return facts_of(_corpus, LibraryStore(library_access.settings().data_dir))


def library_passage(name: str) -> Passage | None:
    """The passage of the library with this id, if it is there."""
    store = LibraryStore(library_access.settings().data_dir)
    return store.passages_by_id([name]).get(name) if store.exists() else None
