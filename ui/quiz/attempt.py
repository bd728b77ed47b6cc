"""Somebody takes the quiz: which question is open, what was answered. Every step gives a new attempt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from nrm.quiz.items import ItemType, QuizItem
from nrm.quiz.taking import Mark, Response, TopicScore, mark, scores_by_topic


@dataclass(frozen=True, slots=True)
class Attempt:
    """``responses`` are by item id, None when skipped; ``checked``: the open question was answered."""

    items: tuple[QuizItem, ...]
    place: int = 0
    checked: bool = False
    responses: Mapping[str, Response] = field(default_factory=dict)
    ended: bool = False

    @property
    def item(self) -> QuizItem:
        """The open question."""
        return self.items[self.place]

    @property
    def is_last(self) -> bool:
        """Whether no question follows."""
        return self.place + 1 >= len(self.items)

    @property
    def seen(self) -> tuple[QuizItem, ...]:
        """The questions that were answered or skipped."""
        return tuple(item for item in self.items if item.id in self.responses)


def answered(attempt: Attempt, response: Response) -> Attempt:
    """The attempt with the open question answered, or skipped with None."""
    responses = {**attempt.responses, attempt.item.id: response}
    return replace(attempt, responses=responses, checked=True)


def next_question(attempt: Attempt) -> Attempt:
    """The next question opened; after the last one the attempt is ended."""
    if attempt.is_last:
        return ended(attempt)
    return replace(attempt, place=attempt.place + 1, checked=False)


def ended(attempt: Attempt) -> Attempt:
    """The attempt ended where it stands."""
    return replace(attempt, ended=True)


def is_empty(item: QuizItem, response: Response) -> bool:
    """Whether nothing was answered, or, where several choices are needed, not all of them."""
    if isinstance(response, Mapping):
        return any(not response.get(left) for left, _ in item.pairs)
    if isinstance(response, str):
        return not response.strip()
    if response is None:
        return True
    if item.type is ItemType.ORDERING:
        return len(response) < len(item.keys)
    return not response


def marks(attempt: Attempt) -> tuple[tuple[QuizItem, Mark], ...]:
    """Each question seen with its mark."""
    return tuple((item, mark(item, attempt.responses[item.id])) for item in attempt.seen)


def scores(attempt: Attempt) -> tuple[TopicScore, ...]:
    """Points by topic over the questions seen."""
    return scores_by_topic(attempt.seen, attempt.responses)


def points_text(points: float) -> str:
    """Points with at most one decimal.

    >>> points_text(2.0), points_text(1.25)
    ('2', '1.2')
    """
    return f"{points:.1f}".removesuffix(".0")
