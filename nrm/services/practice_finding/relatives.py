"""Practices that resemble one: by themes, pillars and target groups, those of other States first."""

from collections import Counter
from collections.abc import Iterable
from math import log

from nrm.domain.knowledge import Practice

_Mark = tuple[str, str]


OTHER_STATES, SAME_STATE = 4, 2


def related_practices(practice: Practice, practices: Iterable[Practice]) -> list[Practice]:
    """The nearest practices that share a theme: up to four of other States, then up to two of the same.

    What few practices have weighs more: two on guardianship are nearer than two on children.
    """
    others = list(practices)
    frequency = Counter(mark for item in others for mark in _marks(item))
    nearness = {item.id: _nearness(practice, item, frequency, len(others)) for item in others}
    kept = [item for item in others if item.id != practice.id and set(item.themes) & set(practice.themes)]
    ordered = sorted(kept, key=lambda item: -nearness[item.id])
    own = [item for item in ordered if _same_place(practice, item)]
    return [*[item for item in ordered if item not in own][:OTHER_STATES], *own[:SAME_STATE]]


def _nearness(one: Practice, other: Practice, frequency: Counter[_Mark], total: int) -> float:
    return sum(log((total + 1) / frequency[mark]) for mark in _marks(one) & _marks(other))


def _marks(item: Practice) -> set[_Mark]:
    return {
        *(("theme", name) for name in item.themes),
        *(("pillar", name.value) for name in item.pillars),
        *(("target", name) for name in item.target_groups),
    }


def _same_place(one: Practice, other: Practice) -> bool:
    return bool(set(one.states) & set(other.states)) or (not one.states and not other.states)
