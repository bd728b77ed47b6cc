"""Build a quiz: ask every rule in turn, keep what passes every check, say why there is less."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from nrm.domain.errors import WrongUse
from nrm.domain.vocabulary import Audience, Pillar
from nrm.quiz.catalogue import RULES, Rule
from nrm.quiz.checks import passes
from nrm.quiz.facts import Facts
from nrm.quiz.items import ItemType, Level, QuizItem, folded
from nrm.quiz.wording import is_settled
from nrm.quiz.writing import Scope

MOST_ITEMS = 1_000
MOST_PER_RECORD = 2
_SAME_STEM = ("which_party", "odd_one_out")


@dataclass(frozen=True, slots=True)
class QuizRequest:
    """What a trainer asks for; an empty tuple means everything.

    :raises WrongUse: if the number is not between 1 and 1000.
    """

    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    types: tuple[ItemType, ...] = ()
    levels: tuple[Level, ...] = ()
    audiences: tuple[Audience, ...] = ()
    pillars: tuple[Pillar, ...] = ()
    number: int = 10
    seed: int = 0
    without: frozenset[str] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        if not 1 <= self.number <= MOST_ITEMS:
            raise WrongUse(f"A quiz has 1 to {MOST_ITEMS} items, not {self.number}.", "Choose another number.")


@dataclass(frozen=True, slots=True)
class Quiz:
    """The items built, and why there are fewer than asked for (empty when there are not)."""

    items: tuple[QuizItem, ...]
    reasons: tuple[str, ...] = ()


def build_quiz(facts: Facts, request: QuizRequest) -> Quiz:
    """Items that pass every check, mixed over rules; the same request gives the same quiz.

    :raises WrongUse: if a topic or a source is not in the corpus.
    """
    _check_names(facts, request)
    scope = scope_of(facts, request)
    chosen: list[QuizItem] = []
    for item in _fresh(_in_turn(facts, scope, request)):
        if item.id not in request.without and passes(facts, item):
            chosen.append(item)
        if len(chosen) == request.number:
            return Quiz(tuple(chosen))
    return Quiz(tuple(chosen), tuple(_why_fewer(facts, scope, request, len(chosen))))


def scope_of(facts: Facts, request: QuizRequest) -> Scope:
    """The records that a request allows."""
    topics, audiences, pillars = set(request.topics), set(request.audiences), set(request.pillars)
    readers = not audiences
    return Scope(
        commitments=tuple(
            record
            for record in facts.commitments.values()
            if is_settled(record)
            and _meets(topics, record.topics)
            and _meets(set(request.sources), (record.source,))
            and _meets(audiences, record.audience)
            and _meets(pillars, (record.pillar,))
        ),
        practices=tuple(
            practice
            for practice in facts.practices.values()
            if readers and not request.sources and _meets(topics, practice.themes) and _meets(pillars, practice.pillars)
        ),
        terms=tuple(
            term
            for term in facts.terms.values()
            if readers
            and not pillars
            and _meets(topics, (*term.topics, term.id))
            and _defined_in(request, term.definition_source)
        ),
        sources=tuple(source for source in facts.sources.values() if _meets(set(request.sources), (source.slug,))),
        topics=request.topics,
    )


def rules_for(request: QuizRequest) -> tuple[Rule, ...]:
    """The rules that fit; facts about whole instruments only when nothing narrows the request to topics."""
    narrowed = bool(request.topics or request.audiences or request.pillars)
    return tuple(
        rule
        for rule in RULES
        if (not request.types or rule.type in request.types)
        and (not request.levels or rule.level in request.levels)
        and (rule.about_topics or not narrowed)
    )


def another_item(facts: Facts, request: QuizRequest, shown: Iterable[QuizItem], replaced: QuizItem) -> QuizItem | None:
    """A new item of the replaced one's type for the same request; None when there is none left."""
    without = frozenset(item.id for item in shown) | request.without
    asked = QuizRequest(
        request.topics, request.sources, (replaced.type,), request.levels, request.audiences, request.pillars,
        number=1, seed=request.seed + 1, without=without,
    )  # fmt: skip
    return next(iter(build_quiz(facts, asked).items), None)


def _in_turn(facts: Facts, scope: Scope, request: QuizRequest) -> Iterator[QuizItem]:
    """Items of all rules by turns, each rule as often in a round as its weight."""
    open_rules = [(rule, rule.build(facts, scope, request.seed)) for rule in rules_for(request)]
    while open_rules:
        for rule, items in tuple(open_rules):
            given = list(islice(items, rule.weight))
            yield from given
            if not given:
                open_rules.remove((rule, items))


def _fresh(items: Iterable[QuizItem]) -> Iterator[QuizItem]:
    """Items without repeats; a second one on the same record comes only when the others are used up."""
    seen: set[str] = set()
    used: Counter[str] = Counter()
    later: list[QuizItem] = []
    for item in items:
        records = [name for name in item.rests_on if name != item.citation.source]
        if likeness_mark(item) in seen:
            continue
        seen.add(likeness_mark(item))
        if any(used[name] for name in records):
            later.append(item)
            continue
        used.update(records)
        yield item
    for item in later:
        if all(used[name] < MOST_PER_RECORD for name in item.rests_on if name != item.citation.source):
            used.update(item.rests_on)
            yield item


def likeness_mark(item: QuizItem) -> str:
    """Two items with the same mark are the same question."""
    told_by_stem = item.type in (ItemType.ONE_RIGHT, ItemType.TRUE_FALSE) and item.rule not in _SAME_STEM
    answers = () if told_by_stem else (*item.keys, *(side for pair in item.pairs for side in pair))
    return f"{folded(item.stem)}|{'/'.join(sorted(map(folded, answers)))}"


def _why_fewer(facts: Facts, scope: Scope, request: QuizRequest, built: int) -> Iterator[str]:
    yield f"{built} of {request.number} items could be built."
    found = f"{len(scope.commitments)} commitments, {len(scope.practices)} practices and {len(scope.terms)} terms"
    yield f"The corpus holds {found} for this choice; each is asked about at most twice."
    if not rules_for(request):
        yield "No kind of question fits these types and levels together."
    yield "A question is left out when the corpus cannot show that every wrong answer is wrong."
    if request.topics:
        labels = ", ".join(facts.topic_label(topic) for topic in request.topics)
        yield f"Add a topic beside {labels}, or a type."


def _check_names(facts: Facts, request: QuizRequest) -> None:
    known = {topic for record in facts.commitments.values() for topic in record.topics} | set(facts.topics)
    for topic in set(request.topics) - known:
        raise WrongUse(f"'{topic}' is not a topic of the corpus.", "Use an id from corpus/topics.yaml.")
    for slug in set(request.sources) - set(facts.sources):
        raise WrongUse(f"'{slug}' is not a source of the corpus.", "Use a slug from corpus/sources.")


def _meets(wanted: Iterable[str], held: Iterable[str]) -> bool:
    wanted = set(wanted)
    return not wanted or not wanted.isdisjoint(held)


def _defined_in(request: QuizRequest, definition_source: str) -> bool:
    return not request.sources or definition_source.partition(" ")[0] in request.sources
