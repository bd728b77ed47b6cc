"""What the corpus says of one answer to one item: right, wrong, or not shown.

The verdicts read the item's words and look them up anew; they share no state with the builders,
so that a mistake in a builder shows as a failed check.
"""

from collections.abc import Iterator
from itertools import pairwise

from nrm.quiz.facts import Facts
from nrm.quiz.items import ItemType, QuizItem
from nrm.quiz.rules import strength
from nrm.quiz.verdicts import VERDICTS


def claims_of(item: QuizItem) -> Iterator[tuple[str, str, bool]]:
    """Every (subject, answer, should it be right) that the item asserts."""
    for key in item.keys:
        yield item.stem, key, True
    for distractor in item.distractors:
        yield item.stem, distractor, False
    for left, own in item.pairs:
        yield from ((left, right, right == own) for _, right in item.pairs)


def is_right(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether the corpus shows the answer right (True) or wrong (False); None when it shows neither."""
    verdict = VERDICTS.get(item.rule)
    if verdict is None:
        return None
    if item.type is ItemType.TRUE_FALSE:
        holds = verdict(facts, item, subject, "")
        return holds if answer == "True" or holds is None else not holds
    return verdict(facts, item, subject, answer)


def in_order(facts: Facts, item: QuizItem) -> bool | None:
    """Whether the steps of an ordering item stand in the order that the corpus gives them."""
    if item.rule == "order_by_year":
        years = {source.short_title: source.year for source in facts.sources.values()}
        values = [years.get(step, 0) for step in item.keys]
    elif item.rule == "order_by_strength":
        records = [facts.commitments.get(name) for name in item.rests_on]
        graded = [r for r in records if r and strength.is_graded(facts, r)]
        if [record.title for record in graded] != list(item.keys):
            return None
        values = [record.strength.rank for record in graded]
    else:
        return None
    return all(one < two for one, two in pairwise(values))
