"""Which instrument holds a duty, and which article: built from commitments and their kinship."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from nrm.domain.knowledge import Commitment
from nrm.quiz.balance import Balance
from nrm.quiz.facts import Facts
from nrm.quiz.items import TRUE_FALSE, ItemType, Level, QuizItem
from nrm.quiz.naming import article_of, instrument_name, with_article
from nrm.quiz.wording import FORMAL_TOPICS, sentence, stands_alone
from nrm.quiz.writing import (
    DISTRACTORS,
    Scope,
    cite_commitment,
    explain,
    in_random_order,
    make_item,
    mutually,
    of_commitment,
)

_UNTOLD = FORMAL_TOPICS | {"definitions", "purpose"}
_MAKERS = re.compile(r"\b(EU|UN|ILO|OSCE|Council of Europe|European|the Court|the Committee|GRETA|GREVIO)\b")
NEIGHBOURS = 40
OBJECTIVE = "Know which instrument a duty comes from"


def which_instrument(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """A duty in plain words: which of four instruments holds it?"""
    records = in_random_order(tellable(facts, scope), seed, "which_instrument")
    balance = Balance(Counter(_own_name(facts, record) for record in records), _chance(seed, "which_instrument"))
    for record in balance.in_turn(records, lambda each: _own_name(facts, each)):
        key = _own_name(facts, record)
        wrong = balance.wrong_beside(key, _without(facts, record), DISTRACTORS)
        if len(wrong) == DISTRACTORS:
            yield make_item(
                "which_instrument", ItemType.ONE_RIGHT, Level.UNDERSTAND,
                f"Which of these instruments contains this rule? “{record.plain}”",
                cite_commitment(facts, record, record.plain),
                keys=(key,), distractors=wrong, explanation=explain(facts, record),
                objective=OBJECTIVE, rests_on=(record.id,), **of_commitment(scope, record),
            )  # fmt: skip


def instrument_true_false(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """A duty in plain words beside an instrument: does it stand there?"""
    records = in_random_order(tellable(facts, scope), seed, "instrument_true_false")
    balance = Balance(Counter(_own_name(facts, record) for record in records), _chance(seed, "true_false"))
    for place, record in enumerate(records):
        own = _own_name(facts, record)
        wrong = balance.wrong_beside(own, _without(facts, record), 1) if place % 2 == 0 else ()
        holds, named = not wrong, (*wrong, own)[0]
        keys, distractors = TRUE_FALSE[:: 1 if holds else -1]
        yield make_item(
            "instrument_true_false", ItemType.TRUE_FALSE, Level.UNDERSTAND,
            f"True or false: {with_article(named)} contains this rule. “{record.plain}”",
            cite_commitment(facts, record, record.plain),
            keys=(keys,), distractors=(distractors,), explanation=f"It stands in: {explain(facts, record)}",
            objective=OBJECTIVE, rests_on=(record.id,), **of_commitment(scope, record),
        )  # fmt: skip


def which_article(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """A subject within one instrument: which article deals with it?"""
    chance = random.Random(f"{seed}/which_article")
    for record in in_random_order(tellable(facts, scope), seed, "which_article"):
        if not article_of(record) or facts.sources[record.source].text_held != "full":
            continue
        others = other_articles(facts, record)
        if len(others) < DISTRACTORS:
            continue
        wrong = chance.sample(sorted(others), DISTRACTORS)
        yield make_item(
            "which_article", ItemType.ONE_RIGHT, Level.REMEMBER,
            f"Which article of {facts.named(record)} holds this rule? "
            f"“{record.plain}”",
            cite_commitment(facts, record, record.plain),
            keys=(f"Article {record.article}",), distractors=tuple(wrong), explanation=explain(facts, record),
            objective="Find the article in its instrument", rests_on=(record.id,),
            **of_commitment(scope, record),
        )  # fmt: skip


def match_duties(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """Four duties and four instruments, each duty shown to be absent from the other three."""
    records = in_random_order(tellable(facts, scope), seed, "match_duties")
    while len(records) >= DISTRACTORS:
        group = mutually(records[:NEIGHBOURS], lambda one, two: facts.cannot_contain(two.source, one), 4)
        if len(group) < DISTRACTORS:
            records = records[1:]
            continue
        yield _match_item(facts, scope, group)
        records = [record for record in records if record not in group]


def other_articles(facts: Facts, record: Commitment) -> set[str]:
    """The other articles of the instrument of which no commitment is kin to the record."""
    own = {record.article}
    for other in facts.by_source[record.source]:
        if facts.are_kin(record, other):
            own.add(other.article)
    return {
        f"Article {other.article}"
        for other in facts.by_source[record.source]
        if other.article.isdigit() and other.article not in own and article_of(other)
    }


def tellable(facts: Facts, scope: Scope) -> list[Commitment]:
    """Commitments whose plain sentence stands alone, does not name its source and is no formality."""
    return [
        record
        for record in scope.commitments
        if record.source in facts.sources
        and stands_alone(record.plain)
        and _UNTOLD.isdisjoint(record.topics)
        and facts.overlap(record.plain, _family_words(facts, record)) == 0
        and not _MAKERS.search(record.plain)
    ]


def _family_words(facts: Facts, record: Commitment) -> str:
    source = facts.sources[record.source]
    return f"{source.short_title} {source.body}"


def _own_name(facts: Facts, record: Commitment) -> str:
    return instrument_name(facts.sources[record.source])


def _without(facts: Facts, record: Commitment) -> list[str]:
    """Names of the instruments that are shown not to hold the duty."""
    return [instrument_name(source) for slug, source in facts.sources.items() if facts.cannot_contain(slug, record)]


def _chance(seed: int, rule: str) -> random.Random:
    return random.Random(f"{seed}/{rule}")


def _match_item(facts: Facts, scope: Scope, group: Sequence[Commitment]) -> QuizItem:
    pairs = tuple((sentence(record.plain), instrument_name(facts.sources[record.source])) for record in group)
    first = group[0]
    return make_item(
        "match_duties", ItemType.MATCHING, Level.UNDERSTAND,
        "Match each rule with the instrument that contains it.",
        cite_commitment(facts, first, first.plain),
        pairs=pairs, explanation=" ".join(explain(facts, record) for record in group),
        objective=OBJECTIVE, rests_on=tuple(record.id for record in group), **of_commitment(scope, first),
    )  # fmt: skip
