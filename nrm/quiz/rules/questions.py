"""Questions as colleagues ask them: which rule answers, and what would you say?"""

import random
import re
from collections.abc import Iterator

from nrm.domain.knowledge import Commitment
from nrm.quiz.facts import Facts
from nrm.quiz.items import ItemType, Level, QuizItem
from nrm.quiz.naming import instrument_name, names_in_words, with_article
from nrm.quiz.rules.instruments import tellable
from nrm.quiz.wording import (
    STRENGTH_PHRASES,
    is_firm_duty,
    is_settled,
    is_soft_duty,
    leans_on_what_was_said,
    question,
    sentence,
    stands_alone,
)
from nrm.quiz.writing import (
    DISTRACTORS,
    Scope,
    cite_commitment,
    explain,
    fits_length,
    in_random_order,
    make_item,
    of_commitment,
    spread_by_length,
)

FORMAL, SPOKEN = 1, 2
# Tuned by reading: from here on, another article of the instrument may answer too.
RIVAL = 0.1
_SLANG = re.compile(r"\b(cops?|guys?|dudes?|gonna|junkie|hookers?|illegals?|kit|kids?|boss(es)?)\b", re.IGNORECASE)
# How a question begins that a colleague would put; "Family had her sterilised?" is a remark.
_ASKS = re.compile(
    r"^(can|could|may|must|do|does|is|are|what|who|whose|how|when|where|which|should|will|would|why|if|has|have|"
    r"i|i'm|i've|my|our|we)\b",
    re.IGNORECASE,
)


def which_rule_answers(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """A colleague's question and four rules of one instrument: which one answers it?"""
    chance = random.Random(f"{seed}/which_rule_answers")
    for record in in_random_order(_asked(facts, scope), seed, "which_rule_answers"):
        wrong = spread_by_length(record.plain, unrelated_rules(facts, record), chance)
        if len(wrong) == DISTRACTORS:
            yield make_item(
                "which_rule_answers", ItemType.ONE_RIGHT, Level.APPLY,
                f"A colleague asks: “{question(record.asked_as[FORMAL])}” "
                f"Which rule of {facts.named(record)} answers this?",
                cite_commitment(facts, record, record.plain),
                keys=(record.plain,), distractors=tuple(wrong), explanation=explain(facts, record),
                objective="Find the rule that answers a question from practice",
                rests_on=(record.id,), **of_commitment(scope, record),
            )  # fmt: skip


def short_case(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """A question in spoken words, answered in a few sentences and marked by a rubric."""
    for record in in_random_order(_asked(facts, scope), seed, "short_case"):
        if _can_be_heard(record) and not has_rival(facts, record, record.asked_as[SPOKEN]):
            yield make_item(
                "short_case", ItemType.CASE, Level.APPLY,
                f"A colleague asks you: “{question(record.asked_as[SPOKEN])}” Answer in three to five "
                f"sentences on the basis of {facts.named(record)}: {_asked_for(record)}.",
                cite_commitment(facts, record, record.plain),
                keys=tuple(rubric(facts, record)), explanation=explain(facts, record),
                objective="Answer a question from practice and say what the answer rests on",
                rests_on=(record.id,), **of_commitment(scope, record),
            )  # fmt: skip


def rubric(facts: Facts, record: Commitment) -> list[str]:
    """What a good answer holds, line by line."""
    name = instrument_name(facts.sources[record.source])
    lines = [
        f"Rests on {with_article(name)}, {record.pinpoint}.",
        f"Gets the substance right: {record.summary}",
    ]
    if is_firm_duty(record) or is_soft_duty(record):
        lines.append(f"Says how far it binds States. {STRENGTH_PHRASES[record.strength]}.")
    if record.limits:
        lines.append(f"Names the limits: {record.limits}")
    return [sentence(line) for line in lines]


def has_rival(facts: Facts, record: Commitment, asked: str) -> bool:
    """Whether another article of the instrument might answer the question as well."""
    scores = facts.likeness.nearest(asked)
    return any(
        scores.get(other.id, 0.0) >= RIVAL and other.article != record.article
        for other in facts.by_source[record.source]
    )


def unrelated_rules(facts: Facts, record: Commitment) -> list[str]:
    """Plain sentences of the same instrument that do not touch what is asked."""
    touching = facts.kin_of_text(record.asked_as[FORMAL], record)
    return [
        other.plain
        for other in facts.by_source[record.source]
        if other.id not in touching
        and record.id not in other.related
        and other.article != record.article
        and is_settled(other)
        and stands_alone(other.plain)
        and fits_length(record.plain, other.plain)
    ]


def _can_be_heard(record: Commitment) -> bool:
    spoken = record.asked_as[SPOKEN] if len(record.asked_as) > SPOKEN else ""
    return bool(_ASKS.match(spoken)) and not _SLANG.search(spoken) and not leans_on_what_was_said(spoken)


def _asked_for(record: Commitment) -> str:
    graded = is_firm_duty(record) or is_soft_duty(record)
    parts = [
        "what it lays down",
        "where",
        "how far it binds" * graded,
        "what limits it has" * bool(record.limits),
    ]
    return f"say {names_in_words([part for part in parts if part])}"


def _asked(facts: Facts, scope: Scope) -> list[Commitment]:
    return [record for record in tellable(facts, scope) if len(record.asked_as) > FORMAL]
