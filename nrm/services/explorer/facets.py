"""What commitments can be narrowed by, and how many each value would leave."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from nrm.domain.knowledge import Commitment
from nrm.domain.vocabulary import Authority, Strength
from nrm.services.explorer import labels
from nrm.services.explorer.actors import actors_of
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.languages import language_codes
from nrm.services.explorer.narrowing import Narrowing


class Facet(StrEnum):
    """A side from which a commitment can be looked at; the values are names in addresses."""

    TOPIC = "topic"
    AUTHORITY = "authority"
    STRENGTH = "strength"
    INSTRUMENT = "instrument"
    BODY = "body"
    ACTOR = "actor"
    AUDIENCE = "audience"
    PILLAR = "pillar"
    APPLIES_TO = "applies_to"
    YEAR = "year"
    KIND = "kind"
    LANGUAGE = "lang"


Chosen = Mapping[Facet, Sequence[str]]

_Values = Callable[[Commitment, Catalogue], tuple[str, ...]]
_VALUES: Mapping[Facet, _Values] = {
    Facet.TOPIC: lambda item, _: item.topics,
    Facet.AUTHORITY: lambda item, catalogue: (catalogue.source_of(item).authority.value,),
    Facet.STRENGTH: lambda item, _: (item.strength.value,),
    Facet.INSTRUMENT: lambda item, _: (item.source,),
    Facet.BODY: lambda item, catalogue: (catalogue.source_of(item).body,),
    Facet.ACTOR: lambda item, _: actors_of(item.actor),
    Facet.AUDIENCE: lambda item, _: item.audience,
    Facet.PILLAR: lambda item, _: (item.pillar.value,),
    Facet.APPLIES_TO: lambda item, _: (item.applies_to,),
    Facet.YEAR: lambda item, catalogue: (decade_of(catalogue.source_of(item).year),),
    Facet.KIND: lambda item, catalogue: (catalogue.source_of(item).kind.value,),
    Facet.LANGUAGE: lambda item, catalogue: language_codes(catalogue.source_of(item).languages),
}


def decade_of(year: int) -> str:
    """The ten years that a year belongs to, as they are shown: 2005 in "2000–2009"."""
    return f"{year // 10 * 10}–{year // 10 * 10 + 9}"


class FacetTable(Narrowing[Facet, Commitment]):
    """The facet values of every commitment, and what they are called."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(
            catalogue.corpus.commitments, {facet: _within(catalogue, values) for facet, values in _VALUES.items()}
        )
        self.labels = {facet: _labels_in_order(facet, self.values(facet), catalogue) for facet in Facet}


def label_of(facet: Facet, value: str, catalogue: Catalogue) -> str:
    """What people read for a value of a facet."""
    if facet is Facet.TOPIC:
        return catalogue.topic_label(value)
    if facet is Facet.INSTRUMENT:
        return catalogue.sources[value].short_title
    return _LABELS[facet](value) if facet in _LABELS else value


def _within(catalogue: Catalogue, values: _Values) -> Callable[[Commitment], tuple[str, ...]]:
    return lambda item: values(item, catalogue)


def _labels_in_order(facet: Facet, found: Iterable[str], catalogue: Catalogue) -> dict[str, str]:
    named = {value: label_of(facet, value, catalogue) for value in found}
    if facet in _RANKED:
        return {value: named[value] for value in _RANKED[facet] if value in named}
    return dict(sorted(named.items(), key=lambda pair: pair[1].casefold()))


_RANKED: Mapping[Facet, Sequence[str]] = {
    Facet.AUTHORITY: [member.value for member in Authority],
    Facet.STRENGTH: [member.value for member in Strength],
}
_LABELS: Mapping[Facet, Callable[[str], str]] = {
    Facet.AUTHORITY: lambda value: labels.AUTHORITY[Authority(value)],
    Facet.STRENGTH: lambda value: labels.STRENGTH[Strength(value)],
    Facet.AUDIENCE: labels.audience_label,
    Facet.PILLAR: labels.pillar_label,
    Facet.APPLIES_TO: lambda value: labels.APPLIES_TO.get(value, value),
    Facet.KIND: labels.kind_label,
}
