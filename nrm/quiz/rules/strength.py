"""How far a provision binds: must, must try, must consider, may."""

import random
from collections import Counter
from collections.abc import Iterator

from nrm.domain.knowledge import Commitment
from nrm.domain.vocabulary import Authority, Strength
from nrm.quiz.balance import Balance
from nrm.quiz.facts import Facts
from nrm.quiz.items import TRUE_FALSE, ItemType, Level, QuizItem
from nrm.quiz.naming import article_of
from nrm.quiz.wording import (
    SHORT_OF_DUTY,
    STRENGTH_PHRASES,
    is_firm_duty,
    is_soft_duty,
    names_a_strength,
)
from nrm.quiz.writing import (
    DISTRACTORS,
    Scope,
    cite_commitment,
    explain,
    in_random_order,
    make_item,
    of_commitment,
    spread_by_length,
)

OBJECTIVE = "Tell a firm duty from a duty to try or to consider, and from an option"
LADDER = (Strength.MUST, Strength.MUST_CONSIDER, Strength.MAY)


def how_strong(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """One provision: how far does it bind States?"""
    records = in_random_order(graded(facts, scope), seed, "how_strong")
    weights = Counter(STRENGTH_PHRASES[record.strength] for record in records)
    balance = Balance(weights, random.Random(f"{seed}/how_strong"))
    for record in balance.in_turn(records, lambda each: STRENGTH_PHRASES[each.strength]):
        key = STRENGTH_PHRASES[record.strength]
        if not balance.may_be_right(key):
            return  # only keys that would be right too often are left
        others = [phrase for strength, phrase in STRENGTH_PHRASES.items() if strength is not record.strength]
        yield make_item(
            "how_strong", ItemType.ONE_RIGHT, Level.UNDERSTAND,
            f"How far does {article_of(record)} of {_instrument(facts, record)} bind States on this point: "
            f"“{record.title}”?",
            cite_commitment(facts, record, record.operative_words),
            keys=(key,), distractors=balance.wrong_beside(key, others, DISTRACTORS),
            explanation=explain_strength(facts, record), objective=OBJECTIVE,
            rests_on=(record.id,), **of_commitment(scope, record),
        )  # fmt: skip


def odd_one_out(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """Three firm duties and one that is less: which is it?"""
    chance = random.Random(f"{seed}/odd_one_out")
    soft = [record for record in graded(facts, scope) if is_soft_duty(record)]
    for record in in_random_order(soft, seed, "odd_one_out"):
        firm = [other.title for other in firm_neighbours(facts, record)]
        wrong = spread_by_length(record.title, firm, chance)
        if len(wrong) == DISTRACTORS:
            yield make_item(
                "odd_one_out", ItemType.ONE_RIGHT, Level.UNDERSTAND,
                f"Three of these are firm duties of States under {_instrument(facts, record)}; "
                f"{SHORT_OF_DUTY[record.strength]}. Which one?",
                cite_commitment(facts, record, record.operative_words),
                keys=(record.title,), distractors=tuple(wrong), explanation=explain_strength(facts, record),
                objective=OBJECTIVE, rests_on=(record.id,), **of_commitment(scope, record),
            )  # fmt: skip


def strength_true_false(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """A provision called a firm duty: is it one?"""
    plainly_soft = [r for r in graded(facts, scope) if is_soft_duty(r) and r.strength in LADDER]
    soft = in_random_order(plainly_soft, seed, "strength_true_false")
    firm = in_random_order([r for r in graded(facts, scope) if is_firm_duty(r)], seed, "strength_true_false")
    for record in (record for pair in zip(soft, firm, strict=False) for record in pair):
        keys, distractors = TRUE_FALSE[:: 1 if is_firm_duty(record) else -1]
        yield make_item(
            "strength_true_false", ItemType.TRUE_FALSE, Level.UNDERSTAND,
            f"True or false: {article_of(record)} of {_instrument(facts, record)} puts a firm duty on States "
            f"on this point: “{record.title}”.",
            cite_commitment(facts, record, record.operative_words),
            keys=(keys,), distractors=(distractors,), explanation=explain_strength(facts, record),
            objective=OBJECTIVE, rests_on=(record.id,), **of_commitment(scope, record),
        )  # fmt: skip


def order_by_strength(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """Three provisions of one instrument, from the firm duty down to the option."""
    records = in_random_order(graded(facts, scope), seed, "order_by_strength")
    for slug in sorted({record.source for record in records}):
        ladder = [[r for r in records if r.source == slug and r.strength is strength] for strength in LADDER]
        for steps in zip(*ladder, strict=False):
            first = steps[0]
            yield make_item(
                "order_by_strength", ItemType.ORDERING, Level.UNDERSTAND,
                f"Put these points of {_instrument(facts, first)} in order of how far they bind States, "
                "the firmest first.",
                cite_commitment(facts, first, first.operative_words),
                keys=tuple(record.title for record in steps),
                explanation=" ".join(explain_strength(facts, record) for record in steps),
                objective=OBJECTIVE, rests_on=tuple(record.id for record in steps),
                **of_commitment(scope, first),
            )  # fmt: skip


def graded(facts: Facts, scope: Scope) -> list[Commitment]:
    """Treaty provisions whose strength is beyond doubt and not told by their title."""
    return [record for record in scope.commitments if is_graded(facts, record)]


def is_graded(facts: Facts, record: Commitment) -> bool:
    """Whether a question on the record's strength has one right answer."""
    source = facts.sources.get(record.source)
    return (
        source is not None
        and source.authority is Authority.TREATY
        and bool(article_of(record))
        and not names_a_strength(record.title)
        and (is_firm_duty(record) or is_soft_duty(record))
    )


def firm_neighbours(facts: Facts, record: Commitment) -> list[Commitment]:
    """Firm duties of the same instrument that are not about the record's own subject."""
    return [
        other
        for other in facts.by_source[record.source]
        if is_firm_duty(other) and is_graded(facts, other) and not facts.are_kin(record, other)
    ]


def _instrument(facts: Facts, record: Commitment) -> str:
    return facts.named(record)


def explain_strength(facts: Facts, record: Commitment) -> str:
    """The operative words, what they mean for the strength, and the rule itself."""
    phrase = STRENGTH_PHRASES[record.strength]
    words = f"{record.title}: the operative words are “{record.operative_words}”."
    return f"{words} How far it binds: {phrase[:1].lower()}{phrase[1:]}. {explain(facts, record)}"
