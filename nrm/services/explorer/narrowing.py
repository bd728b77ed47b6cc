"""Narrowing records by their facets, for commitments and practices alike."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Side = TypeVar("Side")  # a facet
Record = TypeVar("Record", bound=_Named)


class Narrowing(Generic[Side, Record]):
    """Which records have which value on which side, read once, so that narrowing is as fast as typing."""

    def __init__(self, records: Iterable[Record], sides: Mapping[Side, Callable[[Record], Iterable[str]]]) -> None:
        self._having: dict[Side, dict[str, set[str]]] = {side: {} for side in sides}
        for record in records:
            for side, values in sides.items():
                for value in values(record):
                    self._having[side].setdefault(value, set()).add(record.id)

    def values(self, side: Side) -> tuple[str, ...]:
        """Every value that a record has on a side, in the order of the records."""
        return tuple(self._having[side])

    def matching(self, records: Iterable[Record], chosen: Mapping[Side, Sequence[str]]) -> list[Record]:
        """The records that have, for each side chosen, one of its values; their order is kept."""
        groups = [self._with_any(side, values) for side, values in chosen.items() if values]
        return [record for record in records if all(record.id in group for group in groups)]

    def counts(self, side: Side, records: Iterable[Record], chosen: Mapping[Side, Sequence[str]]) -> Counter[str]:
        """How many records each value would leave, given what is chosen on the other sides."""
        left = {record.id for record in self.matching(records, without(chosen, side))}
        counted = {value: len(left & having) for value, having in self._having[side].items()}
        return Counter({value: count for value, count in counted.items() if count})

    def _with_any(self, side: Side, values: Iterable[str]) -> set[str]:
        return set[str]().union(*(self._having[side].get(value, ()) for value in values))


def without(chosen: Mapping[Side, Sequence[str]], side: Side) -> dict[Side, Sequence[str]]:
    """What is chosen on the other sides."""
    return {name: values for name, values in chosen.items() if name != side}
