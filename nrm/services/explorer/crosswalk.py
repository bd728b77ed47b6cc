"""A topic across all instruments: who must do what, how strongly, and where it says so."""

from collections.abc import Iterable
from dataclasses import dataclass

from nrm.domain.knowledge import Commitment, SourceRecord
from nrm.domain.vocabulary import Authority
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.standing import StateStanding, standing_of

_LAW = (Authority.TREATY, Authority.EU_LAW, Authority.CASE_LAW)


@dataclass(frozen=True, slots=True)
class InstrumentDuties:
    """What one instrument says on a topic, strongest first; ``standing`` when a State was chosen."""

    source: SourceRecord
    duties: tuple[Commitment, ...]
    standing: StateStanding | None = None


def crosswalk(topic: str, catalogue: Catalogue, state: str = "") -> tuple[InstrumentDuties, ...]:
    """Each instrument that speaks of a topic, strongest first.

    Law comes before what is only promised, and that before guidance; among equals the instrument with the
    stronger first duty, then one on trafficking, then the stronger authority, then the newer one.
    """
    commitments = (item for item in catalogue.corpus.commitments if topic in item.topics)
    groups = [_group(source, items, catalogue, state) for source, items in by_source(commitments).items()]
    return tuple(sorted(groups, key=_order))


def by_source(commitments: Iterable[Commitment]) -> dict[str, list[Commitment]]:
    """Commitments by instrument, each list strongest first and then in the order of the text."""
    found: dict[str, list[Commitment]] = {}
    for item in commitments:
        found.setdefault(item.source, []).append(item)
    return {source: sorted(items, key=lambda item: item.strength.rank) for source, items in found.items()}


def force_of(source: SourceRecord) -> int:
    """0 for law, 1 for political commitments, 2 for everything that only advises or describes."""
    if source.authority in _LAW:
        return 0
    return 1 if source.authority is Authority.POLITICAL_COMMITMENT else 2


def on_trafficking(source: SourceRecord) -> bool:
    """Whether an instrument is about trafficking itself, by its title."""
    return "traffick" in source.title.casefold()


def _group(slug: str, items: list[Commitment], catalogue: Catalogue, state: str) -> InstrumentDuties:
    standing = standing_of(state, slug, catalogue) if state else None
    return InstrumentDuties(catalogue.sources[slug], tuple(items), standing)


def _order(group: InstrumentDuties) -> tuple[int, int, bool, int, int]:
    source = group.source
    first = group.duties[0].strength.rank
    return force_of(source), first, not on_trafficking(source), source.authority.rank, -source.year
