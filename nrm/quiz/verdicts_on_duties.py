"""Verdicts on commitments: what the corpus says of one answer, read from the item's own words.

Each takes the facts, the item, the subject (the stem, or the left side of a pair) and the answer,
and says True, False, or None when the corpus shows neither.
"""

from nrm.domain.knowledge import Commitment
from nrm.domain.vocabulary import Strength
from nrm.quiz.facts import Facts
from nrm.quiz.items import QuizItem
from nrm.quiz.naming import with_article
from nrm.quiz.rules import instruments, questions, roles
from nrm.quiz.rules import strength as grades
from nrm.quiz.wording import STRENGTH_PHRASES, is_firm_duty, is_soft_duty, question, sentence


def _commitment(facts: Facts, item: QuizItem) -> Commitment | None:
    return facts.commitments.get(item.citation.record)


def instrument(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether an instrument, the answer, holds the rule that the subject quotes."""
    named = [facts.commitments[name] for name in item.rests_on if name in facts.commitments]
    record = next((each for each in named if each.plain in subject), None)
    slug = facts.slug_of_name.get(answer)
    if record is None or slug is None:
        return None
    return True if slug == record.source else (False if facts.cannot_contain(slug, record) else None)


def instrument_named(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether the instrument that the stem names holds the rule that it quotes."""
    found = [name for name in facts.slug_of_name if f"{with_article(name)} contains this rule" in subject]
    return instrument(facts, item, subject, found[0]) if len(found) == 1 else None


def rule_of(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether the instrument that the stem names holds a rule, told by its words."""
    record = _commitment(facts, item)
    told = [each for each in facts.commitments.values() if sentence(each.plain) == answer]
    if record is None or not told or facts.named(record) not in subject:
        return None
    if any(each.source == record.source for each in told):
        return True
    return False if all(facts.cannot_contain(record.source, each) for each in told) else None


def firm_point(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether a point of the instrument that the stem names, told by its title, is a firm duty."""
    record = _commitment(facts, item)
    if record is None or facts.named(record) not in subject:
        return None
    told = [each for each in facts.by_source[record.source] if each.title == answer]
    return is_firm_duty(told[0]) if len(told) == 1 and grades.is_graded(facts, told[0]) else None


def who_acts(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether a role is the one to act under the rule that the stem quotes."""
    record = _commitment(facts, item)
    role = roles.role_of(record) if record else None
    if record is None or role is None or roles.masked(record, role) not in subject:
        return None
    if answer == role.option:
        return True
    return False if answer in roles.other_roles(record) else None


def article(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether an article, the answer, holds the rule that the stem quotes."""
    record = _commitment(facts, item)
    if record is None or record.plain not in subject:
        return None
    if answer == f"Article {record.article}":
        return True
    return False if answer in instruments.other_articles(facts, record) else None


def strength(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether a phrase says how far the provision binds that the stem names."""
    record = _commitment(facts, item)
    if record is None or f"“{record.title}”" not in subject or not grades.is_graded(facts, record):
        return None
    return answer == STRENGTH_PHRASES[record.strength] if answer in STRENGTH_PHRASES.values() else None


def is_firm(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether the provision that the stem names is a firm duty."""
    record = _commitment(facts, item)
    if record is None or f"“{record.title}”" not in subject or not grades.is_graded(facts, record):
        return None
    return is_firm_duty(record)


def odd_one(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether a point of the instrument is the one that is no firm duty."""
    record = _commitment(facts, item)
    if record is None:
        return None
    named = [other for other in facts.by_source[record.source] if other.title == answer]
    if len(named) != 1 or not grades.is_graded(facts, named[0]):
        return None
    if named[0] == record:
        return is_soft_duty(record) and record.strength is not Strength.MUST
    return False if is_firm_duty(named[0]) else None


def answers(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether a rule answers the question that the stem quotes."""
    record = _commitment(facts, item)
    if record is None or question(record.asked_as[questions.FORMAL]) not in subject:
        return None
    if answer == record.plain:
        return True
    return False if answer in questions.unrelated_rules(facts, record) else None


def rubric(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether a line belongs to the rubric of the case."""
    record = _commitment(facts, item)
    return True if record and answer in questions.rubric(facts, record) else None
