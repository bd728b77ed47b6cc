"""Questions with several right answers: the rules that one instrument holds, and its firm duties."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

from nrm.domain.knowledge import Commitment
from nrm.quiz.facts import Facts
from nrm.quiz.items import ItemType, Level, QuizItem
from nrm.quiz.rules import strength
from nrm.quiz.rules.instruments import OBJECTIVE, tellable
from nrm.quiz.wording import is_firm_duty, is_settled, is_soft_duty, sentence
from nrm.quiz.writing import Scope, cite_commitment, explain, fits_length, in_random_order, make_item, of_commitment

OPTIONS, FEWEST_RIGHT, MOST_RIGHT = 5, 2, 3


def which_rules(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """Five rules: which of them does one instrument hold?"""
    own = tellable(facts, scope)
    everything = [record for record in tellable(facts, _whole(facts, scope)) if is_settled(record)]
    for chance, keys in _groups(own, seed, "which_rules"):
        others = chance.sample(everything, len(everything))
        wrong = _absent(facts, keys, others)
        if len(wrong) == OPTIONS - len(keys):
            yield make_item(
                "which_rules", ItemType.SEVERAL_RIGHT, Level.UNDERSTAND,
                f"Which of these rules stand in {facts.named(keys[0])}? Choose all that apply.",
                cite_commitment(facts, keys[0], keys[0].plain),
                keys=tuple(sentence(record.plain) for record in keys),
                distractors=tuple(sentence(record.plain) for record in wrong),
                explanation=" ".join(explain(facts, record) for record in (*keys, *wrong)), objective=OBJECTIVE,
                rests_on=tuple(record.id for record in keys), **of_commitment(scope, keys[0]),
            )  # fmt: skip


def which_firm(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """Points of one instrument: which are firm duties?"""
    firm = [record for record in strength.graded(facts, scope) if is_firm_duty(record)]
    for chance, keys in _groups(firm, seed, "which_firm"):
        wrong = soft_points(facts, keys[0].source)
        if len(wrong) < FEWEST_RIGHT:
            continue
        shown = chance.sample(wrong, min(OPTIONS - len(keys), len(wrong)))
        yield make_item(
            "which_firm", ItemType.SEVERAL_RIGHT, Level.UNDERSTAND,
            f"Which of these points of {facts.named(keys[0])} are firm duties of States? Choose all that apply.",
            cite_commitment(facts, keys[0], keys[0].operative_words),
            keys=tuple(record.title for record in keys), distractors=tuple(record.title for record in shown),
            explanation=" ".join(strength.explain_strength(facts, record) for record in (*keys, *shown)),
            objective=strength.OBJECTIVE, rests_on=tuple(record.id for record in keys),
            **of_commitment(scope, keys[0]),
        )  # fmt: skip


def soft_points(facts: Facts, slug: str) -> list[Commitment]:
    """The provisions of an instrument that are plainly less than a firm duty."""
    return [
        record for record in facts.by_source.get(slug, ()) if strength.is_graded(facts, record) and is_soft_duty(record)
    ]


def _groups(
    records: Sequence[Commitment], seed: int, rule: str
) -> Iterator[tuple[random.Random, tuple[Commitment, ...]]]:
    """Two or three records of one instrument at a time, one group an instrument a round."""
    by_source: defaultdict[str, list[Commitment]] = defaultdict(list)
    for record in in_random_order(records, seed, rule):
        by_source[record.source].append(record)
    chance = random.Random(f"{seed}/{rule}")
    while by_source:
        for slug in tuple(by_source):
            count = chance.randint(FEWEST_RIGHT, MOST_RIGHT)
            group, by_source[slug] = _alike_in_length(by_source[slug], count)
            if len(group) < FEWEST_RIGHT:
                del by_source[slug]
            else:
                yield chance, group


def _alike_in_length(records: list[Commitment], count: int) -> tuple[tuple[Commitment, ...], list[Commitment]]:
    """The first record with those after it that can stand beside it, and what is left."""
    group = [record for record in records if fits_length(records[0].plain, record.plain)][:count] if records else []
    return tuple(group), [record for record in records if record not in group]


def _absent(facts: Facts, keys: Sequence[Commitment], others: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """Rules that the keys' instrument is shown not to hold, as many as are needed beside the keys."""
    found: list[Commitment] = []
    for other in others:
        if len(found) == OPTIONS - len(keys):
            break
        if fits_length(keys[0].plain, other.plain) and facts.cannot_contain(keys[0].source, other):
            found.append(other)
    return tuple(found)


def _whole(facts: Facts, scope: Scope) -> Scope:
    return Scope(tuple(facts.commitments.values()), scope.practices, scope.terms, scope.sources, scope.topics)
