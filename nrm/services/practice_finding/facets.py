"""What practices can be narrowed by, and how many each value would leave."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from nrm.corpus import Corpus
from nrm.domain.knowledge import Practice
from nrm.domain.vocabulary import Pillar
from nrm.services.explorer.labels import pillar_label
from nrm.services.explorer.narrowing import Narrowing
from nrm.services.practice_finding.labels import (
    NO_YEAR,
    REGION,
    period_label,
    source_kind_label,
    spans_of,
    word_label,
)


class PracticeFacet(StrEnum):
    """A side from which a practice can be looked at; the values are names in addresses."""

    STATE = "state"
    PILLAR = "pillar"
    THEME = "theme"
    TARGET = "target"
    KIND = "kind"
    SOURCE_KIND = "source_kind"
    PERIOD = "period"


Chosen = Mapping[PracticeFacet, Sequence[str]]

_VALUES: Mapping[PracticeFacet, Callable[[Practice], tuple[str, ...]]] = {
    PracticeFacet.STATE: lambda item: item.states or (REGION,),
    PracticeFacet.PILLAR: lambda item: tuple(pillar.value for pillar in item.pillars),
    PracticeFacet.THEME: lambda item: item.themes,
    PracticeFacet.TARGET: lambda item: item.target_groups,
    PracticeFacet.KIND: lambda item: (item.kind,),
    PracticeFacet.SOURCE_KIND: lambda item: (item.source_kind,),
    PracticeFacet.PERIOD: spans_of,
}


class PracticeTable(Narrowing[PracticeFacet, Practice]):
    """The facet values of every practice, and what they are called."""

    def __init__(self, corpus: Corpus) -> None:
        super().__init__(corpus.practices, _VALUES)
        self.labels = {facet: _labels_in_order(facet, self.values(facet), corpus) for facet in PracticeFacet}


def _labels_in_order(facet: PracticeFacet, values: Iterable[str], corpus: Corpus) -> dict[str, str]:
    named = {value: _label_of(facet, value, corpus) for value in values}
    if facet is PracticeFacet.PILLAR:
        return {pillar.value: named[pillar.value] for pillar in Pillar if pillar.value in named}
    if facet is PracticeFacet.PERIOD:
        return dict(sorted(named.items(), key=lambda pair: (pair[0] == NO_YEAR, pair[0][-4:])))
    return dict(sorted(named.items(), key=lambda pair: (pair[0] == REGION, pair[1].casefold())))


def _label_of(facet: PracticeFacet, value: str, corpus: Corpus) -> str:
    if facet is PracticeFacet.STATE:
        return {item.code: item.name for item in corpus.states}.get(value) or word_label(value)
    if facet is PracticeFacet.THEME:
        return word_label({item.id: item.label for item in corpus.topics}.get(value, value))
    return _LABELS[facet](value)


_LABELS: Mapping[PracticeFacet, Callable[[str], str]] = {
    PracticeFacet.PILLAR: pillar_label,
    PracticeFacet.TARGET: word_label,
    PracticeFacet.KIND: word_label,
    PracticeFacet.SOURCE_KIND: source_kind_label,
    PracticeFacet.PERIOD: period_label,
}
