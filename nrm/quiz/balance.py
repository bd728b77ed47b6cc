"""Keep answers that come back in many items from being right, or wrong, so often that this tells them."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

WRONG_FOR_ONE_RIGHT = 3
_FIRST_ONES = 3  # wrong showings that an answer may owe; so its first item never waits
_NEVER_RIGHT = 0.3  # weight of a wrong answer that no item of the scope has as its key
Record = TypeVar("Record")


class Balance:
    """Counts how often each answer was right and wrong in the items of one rule.

    :param weights: how many records have each answer as their key.
    """

    def __init__(self, weights: Mapping[str, int], chance: random.Random) -> None:
        self._weights, self._chance = weights, chance
        self._right: Counter[str] = Counter()
        self._wrong: Counter[str] = Counter()

    def wrong_beside(self, key: str, names: Sequence[str], count: int) -> tuple[str, ...]:
        """The wrong answers that are most behind, counted with their key; fewer when there are not enough."""
        order = self._chance.sample(sorted(names), len(names))
        chosen = tuple(sorted(order, key=self._shown_share)[:count])
        if len(chosen) == count:
            self._right[key] += 1
            self._wrong.update(chosen)
        return chosen

    def may_be_right(self, key: str) -> bool:
        """Whether an answer was wrong often enough to be right once more."""
        return WRONG_FOR_ONE_RIGHT * self._right[key] <= self._wrong[key] + _FIRST_ONES

    def in_turn(self, records: Sequence[Record], key_of: Callable[[Record], str]) -> Iterator[Record]:
        """The records in their order, except that one whose key was right too often waits."""
        waiting = list(records)
        while waiting:
            place = next((n for n, each in enumerate(waiting) if self.may_be_right(key_of(each))), 0)
            yield waiting.pop(place)

    def _shown_share(self, name: str) -> float:
        return self._wrong[name] / (WRONG_FOR_ONE_RIGHT * (self._weights.get(name, 0) or _NEVER_RIGHT))
