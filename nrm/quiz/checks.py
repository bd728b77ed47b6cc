"""The checks of one item: each says whether it holds, and why."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from nrm.domain.knowledge import Commitment, GlossaryTerm, Practice, SourceRecord
from nrm.quiz import drafted
from nrm.quiz.facts import Facts, commitment_text
from nrm.quiz.giveaways import giveaway
from nrm.quiz.items import ItemType, QuizItem, answers_of, folded
from nrm.quiz.truth import claims_of, in_order, is_right

_CHANGING_RULES = ("which_party", "which_parties", "party_true_false", "which_state", "match_practices")
_UNRULED = ("", drafted.RULE)  # written by a person or a model
_CHANGING_WORDS = re.compile(
    r"\b(currently|today|at present|nowadays|so far|is (not )?a party|are parties)\b", re.IGNORECASE
)
_RESCUE = re.compile(
    r"\b(rescu\w+|raid(s|ed)?|saviou?rs?|helpless|fallen prey|prostitutes?|illegals?)\b", re.IGNORECASE
)


class Result(StrEnum):
    """How a check ended; ``unshown`` means that a person has to look."""

    HOLDS = "holds"
    FAILS = "fails"
    UNSHOWN = "unshown"


@dataclass(frozen=True, slots=True)
class Check:
    """One check of one item and the reason for its result."""

    name: str
    result: Result
    reason: str


def check_item(facts: Facts, item: QuizItem) -> tuple[Check, ...]:
    """Every check of one item, in the order in which the page shows them."""
    return tuple(check(facts, item) for check in CHECKS)


def passes(facts: Facts, item: QuizItem) -> bool:
    """Whether every check of the item holds; stops at the first that does not."""
    return all(check(facts, item).result is Result.HOLDS for check in CHECKS)


def key_is_proven(facts: Facts, item: QuizItem) -> Check:
    """The key follows from the cited record, and the quote stands in it."""
    name = "key proven"
    record = _record(facts, item.citation.record)
    text = _text_of(facts, record) if record else facts.passage_text(item.citation.record)
    if not text:
        return Check(name, Result.UNSHOWN, "The cited text is not in the library; compare with the source yourself.")
    if not item.citation.quote or folded(item.citation.quote) not in folded(text):
        return Check(name, Result.FAILS, "The quote does not stand in the cited record.")
    if item.type is ItemType.ORDERING:
        return _from_truth(name, in_order(facts, item), f"The order is that of the records ({item.citation.label}).")
    verdicts = {is_right(facts, item, subject, answer) for subject, answer, right in claims_of(item) if right}
    truth = False if False in verdicts else (None if None in verdicts else True)
    return _from_truth(name, truth, f"Follows from {item.citation.label}.")


def distractors_are_wrong(facts: Facts, item: QuizItem) -> Check:
    """No other answer is right as well, and the right answer is not among them."""
    name = "one right answer"
    others = [(subject, answer) for subject, answer, right in claims_of(item) if not right]
    if not others:
        return Check(name, Result.HOLDS, "There are no other answers to choose from.")
    verdicts = {answer: is_right(facts, item, subject, answer) for subject, answer in others}
    doubtful = [answer for answer, verdict in verdicts.items() if verdict is not False]
    if not doubtful:
        return Check(name, Result.HOLDS, "The corpus shows every other answer to be wrong.")
    result = Result.FAILS if True in verdicts.values() else Result.UNSHOWN
    return Check(name, result, f"Not shown to be wrong: “{doubtful[0]}”.")


def has_no_giveaway(facts: Facts, item: QuizItem) -> Check:
    """Neither length nor absolute words nor the stem's own words tell the key."""
    name = "no giveaway"
    reason = giveaway(item)
    return Check(name, Result.FAILS if reason else Result.HOLDS, reason or "Length, grammar and wording tell nothing.")


def is_dated(facts: Facts, item: QuizItem) -> Check:
    """A fact that changes carries the date of our data, in the question itself."""
    name = "dated"
    changing = item.rule in _CHANGING_RULES or (item.rule in _UNRULED and _CHANGING_WORDS.search(item.stem))
    if not changing:
        return Check(name, Result.HOLDS, "The fact does not change by itself.")
    dated = bool(item.as_of) and item.as_of in item.stem
    return Check(name, Result.HOLDS if dated else Result.FAILS, f"As of {item.as_of}." if dated else "No as-of date.")


def respects_people(facts: Facts, item: QuizItem) -> Check:
    """The wording avoids what the glossary advises against, unless the item is about that."""
    name = "respectful wording"
    said = " ".join((item.stem, *answers_of(item)))
    if item.rule == "better_avoided":
        said = " ".join((item.stem, *item.distractors))
    for official in (*facts.slug_of_name, *(source.short_title for source in facts.sources.values())):
        said = said.replace(official, "")
    found = _RESCUE.search(said) or facts.avoided_words.search(said)
    reason = f"“{found.group(0)}” is better avoided." if found else "No expression that the glossary advises against."
    return Check(name, Result.FAILS if found else Result.HOLDS, reason)


CHECKS: tuple[Callable[[Facts, QuizItem], Check], ...] = (
    key_is_proven,
    distractors_are_wrong,
    has_no_giveaway,
    is_dated,
    respects_people,
)


def _from_truth(name: str, truth: bool | None, proof: str) -> Check:
    if truth is None:
        return Check(name, Result.UNSHOWN, "The corpus does not show this; compare with the source yourself.")
    return Check(name, Result.HOLDS if truth else Result.FAILS, proof if truth else "The cited record says otherwise.")


_Record = Commitment | GlossaryTerm | Practice | SourceRecord


def _record(facts: Facts, name: str) -> _Record | None:
    found: Iterable[_Record | None] = (
        facts.commitments.get(name),
        facts.terms.get(name),
        facts.practices.get(name),
        facts.sources.get(name),
    )  # fmt: skip
    return next((record for record in found if record), None)


def _text_of(facts: Facts, record: _Record) -> str:
    if isinstance(record, Commitment):
        return f"{commitment_text(record)} {record.operative_words} {record.limits}"
    if isinstance(record, GlossaryTerm):
        return " ".join((record.preferred, record.definition, *(expression for expression, _ in record.avoid)))
    if isinstance(record, Practice):
        return f"{record.plain} {record.summary}"
    lines = [facts.party_line(state.name, record.slug) for state in facts.states.values()]
    return " ".join((record.title, str(record.year), record.body, record.authority, *lines))
