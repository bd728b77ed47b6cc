"""Two to four practices side by side, field by field."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from nrm.domain.errors import WrongUse
from nrm.domain.knowledge import Practice
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.comparison import FEWEST, MOST
from nrm.services.explorer.labels import pillar_label, where_label
from nrm.services.practice_finding.labels import as_of_label, source_kind_label, word_label

NOT_SAID = "–"


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One field in the practices compared; ``–`` where the source says nothing."""

    label: str
    cells: tuple[str, ...]


def compare_practices(practices: Sequence[Practice], catalogue: Catalogue) -> tuple[ComparedField, ...]:
    """The fields in the order in which people ask: what, for whom, when, how good, who says so.

    :raises WrongUse: unless two to four different practices are given.
    """
    if not FEWEST <= len(practices) <= MOST or len({item.id for item in practices}) != len(practices):
        raise WrongUse("A comparison needs two to four different practices.", "Choose some in the list.")
    fields = _fields(catalogue)
    return tuple(
        ComparedField(label, tuple(value(item) or NOT_SAID for item in practices)) for label, value in fields.items()
    )


def column_heads(practices: Sequence[Practice]) -> tuple[str, ...]:
    """A short head for each practice: its country, with its id where two would be called alike."""
    countries = [item.country for item in practices]
    return tuple(
        f"{item.country} ({item.id})" if countries.count(item.country) > 1 else item.country for item in practices
    )


def _fields(catalogue: Catalogue) -> dict[str, Callable[[Practice], str]]:
    return {
        "Practice": lambda item: item.title,
        "In one sentence": lambda item: item.plain,
        "What was done": lambda item: item.summary,
        "Limits named": lambda item: item.limits,
        "Praise named": lambda item: item.praise,
        "Kind": lambda item: word_label(item.kind),
        "For": lambda item: _listed(word_label(group) for group in item.target_groups),
        "Period": lambda item: item.period,
        "Done by": lambda item: item.institution,
        "Pillars": lambda item: _listed(pillar_label(pillar) for pillar in item.pillars),
        "Themes": lambda item: _listed(word_label(catalogue.topic_label(theme)) for theme in item.themes),
        "Commitments it serves": lambda item: _listed(_served(item, catalogue)),
        "Who says so": lambda item: source_kind_label(item.source_kind),
        "Age of the account": lambda item: f"{as_of_label(item)}; checked on {item.checked_on}",
        "Source": lambda item: item.url,
    }


def _served(item: Practice, catalogue: Catalogue) -> list[str]:
    known = (catalogue.commitments[name] for name in item.commitments if name in catalogue.commitments)
    return [where_label(commitment, catalogue.source_of(commitment)) for commitment in known]


def _listed(names: Iterable[str]) -> str:
    return "; ".join(names)
