"""Build a quiz: ask every rule in turn, keep what passes every check, say why there is less."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil

from nrm.quiz.checks import passes
from nrm.quiz.dealing import fresh, in_turn, open_streams
from nrm.quiz.facts import Facts
from nrm.quiz.items import QuizItem
from nrm.quiz.request import QuizRequest, check_names, rules_for, scope_of, share_of, shares_of


@dataclass(frozen=True, slots=True)
class Quiz:
    """The items built, and why there are fewer than asked for (empty when there are not)."""

    items: tuple[QuizItem, ...]
    reasons: tuple[str, ...] = ()


def build_quiz(facts: Facts, request: QuizRequest) -> Quiz:
    """Items that pass every check, mixed over rules; the same request gives the same quiz.

    Where several topics, or several sources, are asked for, each gets the same number of items as far
    as its records reach.

    :raises WrongUse: if a topic or a source is not in the corpus.
    """
    check_names(facts, request)
    chosen: list[QuizItem] = []
    served: Counter[str] = Counter()
    even_share = ceil(request.number / len(shares_of(request)))

    def share(item: QuizItem) -> str:
        return share_of(request, item)

    items = in_turn(open_streams(facts, request), share, served, even_share)
    for item in fresh(items, share, served):
        if item.id not in request.without and passes(facts, item):
            chosen.append(item)
            served[share(item)] += 1
        if len(chosen) == request.number:
            return Quiz(tuple(chosen))
    return Quiz(tuple(chosen), tuple(_why_fewer(facts, request, len(chosen))))


def another_item(facts: Facts, request: QuizRequest, shown: Iterable[QuizItem], replaced: QuizItem) -> QuizItem | None:
    """A new item of the replaced one's type, of its part of the request first; None when none is left."""
    without = frozenset(item.id for item in shown) | request.without
    asked = replace(request, types=(replaced.type,), number=1, seed=request.seed + 1, without=without)
    own_part = shares_of(asked).get(share_of(asked, replaced), asked)
    return next(iter(build_quiz(facts, own_part).items or build_quiz(facts, asked).items), None)


def _why_fewer(facts: Facts, request: QuizRequest, built: int) -> Iterator[str]:
    scope = scope_of(facts, request)
    yield f"{built} of {request.number} items could be built."
    found = f"{len(scope.commitments)} commitments, {len(scope.practices)} practices and {len(scope.terms)} terms"
    yield f"The corpus holds {found} for this choice; each is asked about at most twice."
    if not rules_for(request):
        yield "No kind of question fits these types and levels together."
    yield "A question is left out when the corpus cannot show that every wrong answer is wrong."
    if request.topics:
        labels = ", ".join(facts.topic_label(topic) for topic in request.topics)
        yield f"Add a topic beside {labels}, or a type."
