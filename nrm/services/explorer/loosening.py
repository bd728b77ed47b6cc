"""What to loosen when nothing is left of a list: how many records each step would give."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from nrm.services.explorer.narrowing import Narrowing, Record, Side, without


@dataclass(frozen=True, slots=True)
class Loosening(Generic[Side]):
    """A step that gives results: taking away one facet, the words (``facet`` is None), or ``everything``."""

    facet: Side | None
    count: int
    everything: bool = False


def loosenings(
    table: Narrowing[Side, Record],
    found: Sequence[Record],
    records: Sequence[Record],
    chosen: Mapping[Side, Sequence[str]],
) -> tuple[Loosening[Side], ...]:
    """Single steps that give results, the smallest change (fewest results) first; else clearing everything.

    :param found: what the words alone find; all records when there are no words.
    :param records: all records.
    """
    steps = [
        Loosening(facet, len(table.matching(found, without(chosen, facet))))
        for facet, values in chosen.items()
        if values
    ]
    if len(found) < len(records):
        steps.append(Loosening(None, len(table.matching(records, chosen))))
    helpful = sorted((step for step in steps if step.count), key=lambda step: step.count)
    return tuple(helpful) or (Loosening(None, len(records), everything=True),)
