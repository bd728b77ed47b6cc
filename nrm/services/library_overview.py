"""What the library holds and what it does not hold yet, set against the records of the corpus."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nrm.adapters.library_rows import Loaded
from nrm.adapters.library_store import LibraryStore
from nrm.domain.errors import IndexMissing
from nrm.domain.knowledge import SourceRecord
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import SourceKind, Wording
from nrm.settings import Settings

_OURS = "NRM Guide"  # records of pages that we collected ourselves: there is no document to load


@dataclass(frozen=True, slots=True)
class Missing:
    """An official text that is not loaded.

    ``own_address``: its address names this text alone, so that a download would bring this text. ``ours``
    counts our summaries of it in the library.
    """

    record: SourceRecord
    own_address: bool
    ours: int


@dataclass(frozen=True, slots=True)
class LibraryOverview:
    """``loaded`` are official texts, most binding first; of ``missing`` the Handbook is first.

    ``summaries`` counts the passages that are our own words.
    """

    loaded: tuple[Loaded, ...]
    missing: tuple[Missing, ...]
    summaries: int


@dataclass(frozen=True, slots=True)
class HandbookState:
    """What was recognised in a loaded Handbook: its pages with text and the numbers of its standards, in order."""

    pages: int
    standards: tuple[str, ...]


def handbook_state(passages: Sequence[Passage]) -> HandbookState:
    """The state of a Handbook from its passages in reading order."""
    places = [passage.locator for passage in passages]
    pages = {box.page for place in places for box in place.boxes} | {place.page for place in places if place.page}
    return HandbookState(len(pages), tuple(dict.fromkeys(place.standard for place in places if place.standard)))


def read_overview(settings: Settings, records: Sequence[SourceRecord]) -> LibraryOverview:
    """The library as it stands on disk; where nothing was ingested, everything is missing.

    :raises StaleIndex: if the library file is damaged.
    """
    try:
        sources = LibraryStore(settings.data_dir).sources()
    except IndexMissing:
        sources = []
    return overview(sources, records)


def overview(sources: Sequence[Loaded], records: Sequence[SourceRecord]) -> LibraryOverview:
    """Every official text of ``records`` is either loaded or missing, never both."""
    official = [loaded for loaded in sources if loaded.source.wording is Wording.OFFICIAL]
    ours = {loaded.source.slug: loaded.passages for loaded in sources if loaded.source.wording is Wording.SUMMARY}
    slugs = {loaded.source.slug for loaded in official}
    kinds = {loaded.source.kind for loaded in official}
    shared = Counter(record.url for record in records if record.url)
    missing = [
        Missing(record, record.url.startswith("https://") and shared[record.url] == 1, ours.get(record.slug, 0))
        for record in records
        if record.body != _OURS and record.slug not in slugs and not _is_loaded_handbook(record, kinds)
    ]
    return LibraryOverview(
        tuple(sorted(official, key=_loaded_order)), tuple(sorted(missing, key=_missing_order)), sum(ours.values())
    )


def _is_loaded_handbook(record: SourceRecord, loaded_kinds: set[SourceKind]) -> bool:
    """A Handbook is known by its kind: people keep its file under names of their own."""
    return record.kind is SourceKind.HANDBOOK and SourceKind.HANDBOOK in loaded_kinds


def _loaded_order(loaded: Loaded) -> tuple[bool, int, str]:
    source = loaded.source
    return source.kind is not SourceKind.HANDBOOK, source.authority.rank, source.title.casefold()


def _missing_order(missing: Missing) -> tuple[bool, int, str]:
    record = missing.record
    return record.kind is not SourceKind.HANDBOOK, record.authority.rank, record.title.casefold()
