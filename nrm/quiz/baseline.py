"""Can a set of items be answered from the options alone? Simple guessers must stay near chance."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nrm.quiz.items import ItemType, QuizItem, options_of
from nrm.quiz.likeness import overlap

MARGIN = 0.10
FEWEST_ITEMS = 12
_STANDARD_ERRORS = 1.64

Guesser = Callable[[QuizItem, Sequence[QuizItem]], str]


@dataclass(frozen=True, slots=True)
class GuesserScore:
    """How often a guesser that never reads the question is right; both shares are 0 to 1."""

    guesser: str
    right: float
    chance: float
    items: int

    @property
    def near_chance(self) -> bool:
        """Whether the guesser gains less than the margin, allowing for the size of the set."""
        noise = _STANDARD_ERRORS * math.sqrt(self.chance * (1 - self.chance) / max(self.items, 1))
        return self.items < FEWEST_ITEMS or self.right <= self.chance + MARGIN + noise


def guesser_scores(items: Sequence[QuizItem]) -> tuple[GuesserScore, ...]:
    """The score of every guesser on the items with one right answer."""
    single = [item for item in items if item.type is ItemType.ONE_RIGHT]
    if not single:
        return ()
    chance = sum(1 / len(options_of(item)) for item in single) / len(single)
    return tuple(
        GuesserScore(name, _share_right(guess, single), chance, len(single)) for name, guess in GUESSERS.items()
    )


def true_share(items: Sequence[QuizItem]) -> float | None:
    """Share of the true-or-false items whose key is "True"; None when there are none."""
    keys = [item.keys[0] for item in items if item.type is ItemType.TRUE_FALSE]
    return keys.count("True") / len(keys) if keys else None


def _longest(item: QuizItem, _: Sequence[QuizItem]) -> str:
    return max(options_of(item), key=len)


def _shortest(item: QuizItem, _: Sequence[QuizItem]) -> str:
    return min(options_of(item), key=len)


def _most_like_the_others(item: QuizItem, _: Sequence[QuizItem]) -> str:
    options = options_of(item)
    return max(options, key=lambda one: sum(overlap(one, other) for other in options if other != one))


def _most_often_right(item: QuizItem, others: Sequence[QuizItem]) -> str:
    keys = Counter(other.keys[0] for other in others if other is not item)
    shown = Counter(option for other in others if other is not item for option in options_of(other))
    return max(options_of(item), key=lambda option: (keys[option] + 0.25) / (shown[option] + 1))


GUESSERS: dict[str, Guesser] = {
    "longest answer": _longest,
    "shortest answer": _shortest,
    "most like the others": _most_like_the_others,
    "most often right elsewhere": _most_often_right,
}


def _share_right(guess: Guesser, items: Sequence[QuizItem]) -> float:
    same_rule = {rule: [item for item in items if item.rule == rule] for rule in {item.rule for item in items}}
    return sum(guess(item, same_rule[item.rule]) in item.keys for item in items) / len(items)
