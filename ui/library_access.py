"""The one opened library that all sessions share: corpus, index and rules, nothing of any person."""

import logging
from threading import Lock

import streamlit as st

from nrm.adapters.corpus_cache import cached_corpus
from nrm.adapters.generation_files import GenerationFiles
from nrm.corpus import Corpus
from nrm.domain.errors import IndexMissing, NrmError, StaleIndex
from nrm.domain.vocabulary import SourceKind
from nrm.services.asking import Asker
from nrm.services.searcher import Searcher
from nrm.settings import Settings

_opening = Lock()  # opening takes seconds and a gigabyte at most once at a time


def settings() -> Settings:
    """The settings of this process."""
    return Settings.from_environment()


def searcher() -> Searcher:
    """The search over the library that is current now.

    :raises IndexMissing: when nothing was ingested.
    :raises StaleIndex: when the index fits neither settings nor encoder.
    """
    return asker().searcher


def corpus() -> Corpus:
    """The reviewed records, also when there is no index."""
    try:
        return searcher().corpus
    except (IndexMissing, StaleIndex):
        return _corpus_alone()


def handbook_is_loaded() -> bool:
    """Whether the Handbook itself can be quoted."""
    try:
        return asker().is_loaded(SourceKind.HANDBOOK)
    except (IndexMissing, StaleIndex):
        return False


def warm_up() -> None:
    """Open the library before anybody asks; a library that cannot be opened is told to whoever asks."""
    try:
        corpus()
        searcher().search("reflection period", None, 1)
    except NrmError as error:
        logging.getLogger(__name__).info("The library was not opened: %s", type(error).__name__)


class SharedAsker(Asker):
    """An asker whose library is opened by the first who needs it, once, while others wait.

    An index that cannot be used is tried once: the same one would fail again, and trying takes seconds.
    """

    _unusable: tuple[str, StaleIndex] | None = None  # the generation that failed, and why

    @property
    def searcher(self) -> Searcher:
        """See ``Asker``."""
        with _opening:
            if self._searcher is None:
                self._searcher = self._opened()
            return self._searcher

    def _opened(self) -> Searcher:
        generation = GenerationFiles(self.settings.data_dir).current_name()
        if self._unusable and self._unusable[0] == generation:
            why = self._unusable[1]
            raise StaleIndex(why.problem, why.remedy)
        try:
            opened = Searcher(self.settings)
        except StaleIndex as error:
            self._unusable = (generation, error)
            raise
        _ = opened.corpus, opened.thesaurus  # read here, by one thread
        return opened

    def is_current(self) -> bool:
        """Whether no newer index was built; what has not been opened yet is not old."""
        return self._searcher is None or self._searcher.is_current()


def asker() -> SharedAsker:
    """Answers questions; the safety routes work before (and without) opening the library."""
    return _asker_of(settings())


def _as_key(chosen: Settings) -> str:
    return chosen.model_dump_json()


@st.cache_resource(validate=SharedAsker.is_current, hash_funcs={Settings: _as_key}, max_entries=1, show_spinner=False)
def _asker_of(chosen: Settings) -> SharedAsker:
    return SharedAsker(chosen)


@st.cache_resource(max_entries=1, show_spinner=False)
def _corpus_alone() -> Corpus:
    return cached_corpus(settings().corpus_dir)
