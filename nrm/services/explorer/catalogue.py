"""The corpus with the look-ups that every view of the commitments needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nrm.corpus import Corpus
from nrm.domain.knowledge import Commitment, PartyRow, SourceRecord, State, Topic


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Records by id.

    ``related`` holds what a commitment names and what names it; ``party_rows`` the evidence on each State
    and source.
    """

    corpus: Corpus
    commitments: Mapping[str, Commitment]
    sources: Mapping[str, SourceRecord]
    topics: Mapping[str, Topic]
    states: Mapping[str, State]
    related: Mapping[str, tuple[str, ...]]
    party_rows: Mapping[tuple[str, str], tuple[PartyRow, ...]]

    def source_of(self, commitment: Commitment) -> SourceRecord:
        """The instrument that a commitment stands in."""
        return self.sources[commitment.source]

    def topic_label(self, topic: str) -> str:
        """What a topic is called; its id when the corpus lacks it."""
        return self.topics[topic].label if topic in self.topics else topic


def catalogue_of(corpus: Corpus) -> Catalogue:
    """The look-ups of a corpus; takes a few milliseconds, so make it once."""
    commitments = {item.id: item for item in corpus.commitments}
    return Catalogue(
        corpus=corpus,
        commitments=commitments,
        sources={item.slug: item for item in corpus.sources},
        topics={item.id: item for item in corpus.topics},
        states={item.code: item for item in corpus.states},
        related=_related(commitments),
        party_rows=_party_rows(corpus.parties),
    )


def _related(commitments: Mapping[str, Commitment]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {name: {} for name in commitments}
    for name, commitment in commitments.items():
        for other in commitment.related:
            if other in commitments:
                found[name][other] = None
                found[other][name] = None
    return {name: tuple(others) for name, others in found.items()}


def _party_rows(parties: Iterable[PartyRow]) -> dict[tuple[str, str], tuple[PartyRow, ...]]:
    found: dict[tuple[str, str], list[PartyRow]] = {}
    for row in parties:
        found.setdefault((row.state, row.source), []).append(row)
    return {pair: tuple(rows) for pair, rows in found.items()}
