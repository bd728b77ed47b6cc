"""Deal items: rules take turns, what was asked for gets even shares, and nothing comes twice."""

import sys
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nrm.quiz.catalogue import Rule
from nrm.quiz.facts import Facts
from nrm.quiz.items import ItemType, QuizItem, folded
from nrm.quiz.request import QuizRequest, rules_for, scope_of, shares_of

MOST_PER_RECORD = 2
_SAME_STEM = ("which_party", "odd_one_out")
_SPANNING = (ItemType.MATCHING, ItemType.ORDERING)  # one such item may need records of several parts


@dataclass(frozen=True, slots=True)
class Stream:
    """The items of one rule, by the part of the request that they come from."""

    rule: Rule
    by_share: dict[str, Iterator[QuizItem]]


def open_streams(facts: Facts, request: QuizRequest) -> list[Stream]:
    """Every fitting rule at its start."""
    parts = {name: scope_of(facts, part) for name, part in shares_of(request).items()}
    whole = {"": scope_of(facts, request)}
    return [
        Stream(
            rule,
            {
                name: rule.build(facts, scope, request.seed)
                for name, scope in (whole if rule.type in _SPANNING else parts).items()
            },
        )
        for rule in rules_for(request)
    ]


Share = Callable[[QuizItem], str]


def in_turn(streams: Sequence[Stream], share: Share, served: Mapping[str, int], most: int) -> Iterator[QuizItem]:
    """Items of all rules by turns, each rule as often in a round as its weight.

    Within a rule the part that was ``served`` least comes first, and none gets more than ``most`` before
    the others are used up; the caller counts while it takes.
    """
    waiting, limit = list(streams), most
    while waiting:
        given = 0
        for stream in waiting:
            for _ in range(stream.rule.weight):
                item = _next(stream, served, limit)
                if item is None:
                    break
                given += 1
                if served.get(share(item), 0) < limit:  # one that spans parts may belong to a full one
                    yield item
        waiting = [stream for stream in waiting if stream.by_share]
        if not given:
            limit = sys.maxsize


def _next(stream: Stream, served: Mapping[str, int], limit: int) -> QuizItem | None:
    """The next item of the part served least; a part without more items is closed."""
    while open_parts := [name for name in stream.by_share if served.get(name, 0) < limit]:
        name = min(open_parts, key=lambda share: served.get(share, 0))
        item = next(stream.by_share[name], None)
        if item is not None:
            return item
        del stream.by_share[name]
    return None


def fresh(items: Iterable[QuizItem], share: Share, served: Mapping[str, int]) -> Iterator[QuizItem]:
    """Items without repeats; a second one on the same record comes only when the others are used up."""
    seen: set[str] = set()
    used: Counter[str] = Counter()
    later: defaultdict[str, deque[QuizItem]] = defaultdict(deque)
    for item in items:
        if likeness_mark(item) in seen:
            continue
        seen.add(likeness_mark(item))
        if any(used[name] for name in _records(item)):
            later[share(item)].append(item)
            continue
        used.update(_records(item))
        yield item
    while later:
        name = min(later, key=lambda each: served.get(each, 0))
        item = later[name].popleft()
        if not later[name]:
            del later[name]
        if all(used[name] < MOST_PER_RECORD for name in _records(item)):
            used.update(_records(item))
            yield item


def likeness_mark(item: QuizItem) -> str:
    """Two items with the same mark are the same question."""
    told_by_stem = item.type in (ItemType.ONE_RIGHT, ItemType.TRUE_FALSE) and item.rule not in _SAME_STEM
    answers = () if told_by_stem else (*item.keys, *(side for pair in item.pairs for side in pair))
    return f"{folded(item.stem)}|{'/'.join(sorted(map(folded, answers)))}"


def _records(item: QuizItem) -> list[str]:
    """The records an item rests on; an instrument as a whole may be asked about more often."""
    return [name for name in item.rests_on if name != item.citation.source]
