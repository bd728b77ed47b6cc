"""The official words of a commitment, when its source is loaded."""

from nrm.adapters.library_store import LibraryStore
from nrm.domain.errors import IndexMissing
from nrm.domain.knowledge import Commitment
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Wording
from nrm.retrieval.pinpoints import passages_of_pinpoint


class OfficialTexts:
    """Official passages by commitment; reads a source once and keeps it. Safe to share between threads."""

    def __init__(self, store: LibraryStore) -> None:
        self._store = store
        self._by_source: dict[str, list[Passage]] = {}

    def is_loaded(self, source: str) -> bool:
        """Whether the official text of a source is in the library."""
        return bool(self._passages(source))

    def of(self, commitment: Commitment) -> tuple[Passage, ...]:
        """The passages that the commitment's pinpoint means; empty when they are not in the library."""
        if not commitment.article:
            return ()
        return passages_of_pinpoint(commitment.article, commitment.paragraphs, self._passages(commitment.source))

    def _passages(self, source: str) -> list[Passage]:
        if source not in self._by_source:
            try:
                self._by_source[source] = self._store.passages(source, Wording.OFFICIAL)
            except IndexMissing:
                return []
        return self._by_source[source]
