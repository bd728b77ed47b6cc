"""What a trainer asks for, and the records and rules that this allows."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from nrm.domain.errors import WrongUse
from nrm.domain.vocabulary import Audience, Pillar
from nrm.quiz.catalogue import RULES, Rule
from nrm.quiz.facts import Facts
from nrm.quiz.items import ItemType, Level, QuizItem
from nrm.quiz.wording import is_settled
from nrm.quiz.writing import Scope

MOST_ITEMS = 1_000


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


def shares_of(request: QuizRequest) -> dict[str, QuizRequest]:
    """The request cut into parts that get the same number of items: by topic, else by source, else whole."""
    if len(request.topics) > 1:
        return {topic: replace(request, topics=(topic,)) for topic in request.topics}
    if len(request.sources) > 1:
        return {source: replace(request, sources=(source,)) for source in request.sources}
    return {"": request}


def share_of(request: QuizRequest, item: QuizItem) -> str:
    """The part of a request, as named by ``shares_of``, to which an item belongs."""
    if len(request.topics) > 1:
        return item.topic
    return item.citation.source if len(request.sources) > 1 else ""


def check_names(facts: Facts, request: QuizRequest) -> None:
    """Refuse topics and sources that the corpus does not hold.

    :raises WrongUse: naming the first of them.
    """
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
