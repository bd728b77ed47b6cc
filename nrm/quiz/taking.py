"""Take a quiz: mark one answer, add up by topic. Nothing is kept and nothing is sent."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nrm.quiz.items import ItemType, QuizItem, folded

Response = str | Sequence[str] | Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class Mark:
    """How an answer was marked. ``share`` is 0 to 1; None when only a person can mark it."""

    share: float | None
    feedback: str

    @property
    def right(self) -> bool:
        """Whether the whole answer is right."""
        return self.share == 1.0


@dataclass(frozen=True, slots=True)
class TopicScore:
    """Points on one topic; an item that a person has to mark is not counted."""

    topic: str
    points: float
    items: int


def mark(item: QuizItem, response: Response) -> Mark:
    """Mark one answer.

    :param response: the chosen text; a list of texts for *several right* (any order) and *ordering*
        (their order); left to right for *matching*; None when nothing was answered.
    """
    if item.type is ItemType.CASE:
        return Mark(None, item.explanation)
    return Mark(_share(item, response), item.explanation)


def scores_by_topic(items: Sequence[QuizItem], responses: Mapping[str, Response]) -> tuple[TopicScore, ...]:
    """Points by topic, in the order of topics in the quiz; ``responses`` are by item id."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for item in items:
        share = mark(item, responses.get(item.id)).share
        if share is not None:
            found[item.topic].append(share)
    return tuple(TopicScore(topic, sum(shares), len(shares)) for topic, shares in found.items())


def _share(item: QuizItem, response: Response) -> float:
    if isinstance(response, Mapping):
        right = sum(response.get(left) == own for left, own in item.pairs)
        return right / len(item.pairs) if item.pairs else 0.0
    if isinstance(response, str):
        accepted = {folded(key) for key in item.keys}
        return float(folded(response) in accepted and item.type is not ItemType.SEVERAL_RIGHT)
    if response is None:
        return 0.0
    return _list_share(item, list(response))


def _list_share(item: QuizItem, chosen: list[str]) -> float:
    if item.type is ItemType.ORDERING:
        return float(chosen == list(item.keys))
    if item.type is not ItemType.SEVERAL_RIGHT:
        return float(len(chosen) == 1 and chosen[0] in item.keys)
    right, wrong = len(set(chosen) & set(item.keys)), len(set(chosen) - set(item.keys))
    return max(0.0, right / len(item.keys) - wrong / len(item.distractors))
