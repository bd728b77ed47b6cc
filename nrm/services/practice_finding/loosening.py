"""What to loosen when nothing is left: how many practices each step would give."""

from collections.abc import Sequence
from dataclasses import dataclass

from nrm.domain.knowledge import Practice
from nrm.services.practice_finding.facets import Chosen, PracticeFacet, PracticeTable, without


@dataclass(frozen=True, slots=True)
class Loosening:
    """A step that gives results: taking away one facet, the words (``facet`` is None), or ``everything``."""

    facet: PracticeFacet | None
    count: int
    everything: bool = False


def loosenings(
    table: PracticeTable, found: Sequence[Practice], practices: Sequence[Practice], chosen: Chosen
) -> tuple[Loosening, ...]:
    """Single steps that give results, the smallest change (fewest results) first; else clearing everything.

    :param found: what the words alone find; all practices when there are no words.
    :param practices: all practices.
    """
    steps = [
        Loosening(facet, len(table.matching(found, without(chosen, facet))))
        for facet, values in chosen.items()
        if values
    ]
    if len(found) < len(practices):
        steps.append(Loosening(None, len(table.matching(practices, chosen))))
    helpful = sorted((step for step in steps if step.count), key=lambda step: step.count)
    return tuple(helpful) or (Loosening(None, len(practices), everything=True),)
