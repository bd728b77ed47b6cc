"""Gaps to fill: a number in our summary, or the verb on which the strength of a duty hangs."""

import re
from collections.abc import Iterator

from nrm.domain.knowledge import Commitment
from nrm.quiz.facts import Facts
from nrm.quiz.items import GAP, ItemType, Level, QuizItem
from nrm.quiz.naming import article_of
from nrm.quiz.wording import FORMAL_TOPICS, is_soft_duty, stands_alone
from nrm.quiz.writing import Scope, cite_commitment, explain, in_random_order, make_item, of_commitment

_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
)
_UNIT = "days?|months?|years?|hours?|weeks?|per cent"
_NUMBER = re.compile(rf"\b(\d+|{'|'.join(_NUMBERS)})\b(?=(?: |-)(?:consecutive )?(?:{_UNIT})\b|s\b)", re.IGNORECASE)
_EITHER = re.compile(rf"\b(\d+|{'|'.join(_NUMBERS)}) (or|to|and) (\d+|{'|'.join(_NUMBERS)})\b", re.IGNORECASE)
_VERB = re.compile(r"\bshall (endeavour|consider)\b")
LONGEST = 320


def number_gap(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """A period or an age in a rule: which number?"""
    for record in in_random_order(scope.commitments, seed, "number_gap"):
        text = _one_number(record)
        if record.source not in facts.sources or not FORMAL_TOPICS.isdisjoint(record.topics) or not text:
            continue
        found = _NUMBER.search(text)
        if found:
            yield make_item(
                "number_gap", ItemType.CLOZE, Level.REMEMBER,
                f"Which number is missing in this rule of {facts.named(record)}, "
                f"{record.pinpoint}? “{text[: found.start(1)]}{GAP}{text[found.end(1) :]}”",
                cite_commitment(facts, record, text), keys=number_forms(found.group(1)),
                explanation=explain(facts, record), objective="Know the figures that a rule sets",
                rests_on=(record.id,), **of_commitment(scope, record),
            )  # fmt: skip


def verb_gap(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """The operative words of an article: which verb is missing?"""
    for record in in_random_order(scope.commitments, seed, "verb_gap"):
        found = _VERB.search(record.operative_words)
        known = record.source in facts.sources and FORMAL_TOPICS.isdisjoint(record.topics)
        if not found or not known or not article_of(record) or not is_soft_duty(record):
            continue
        words = record.operative_words
        yield make_item(
            "verb_gap", ItemType.CLOZE, Level.UNDERSTAND,
            f"Complete the operative words of {article_of(record)} of "
            f"{facts.named(record)} (“{record.title}”) with the verb that "
            f"says how far they bind: “{words[: found.start(1)]}{GAP}{words[found.end(1) :]}”",
            cite_commitment(facts, record, words), keys=verb_forms(found.group(1)),
            explanation=explain(facts, record), objective="Read the strength of a duty in its verb",
            rests_on=(record.id,), **of_commitment(scope, record),
        )  # fmt: skip


def number_forms(number: str) -> tuple[str, ...]:
    """The number in figures and, up to eighteen, in words; as written first."""
    low = number.casefold()
    if is_number(low):
        return low, str(_NUMBERS.index(low) + 1)
    return (low, _NUMBERS[int(low) - 1]) if 0 < int(low) <= len(_NUMBERS) else (low,)


def is_number(word: str) -> bool:
    """Whether the word is a number written in letters, up to eighteen."""
    return word.casefold() in _NUMBERS


def verb_forms(verb: str) -> tuple[str, ...]:
    """The verb in British and American spelling."""
    return tuple(dict.fromkeys((verb, verb.replace("avour", "avor"))))


def _one_number(record: Commitment) -> str:
    """The first of plain sentence and summary that holds exactly one number, and stands alone; else ""."""
    for text in (record.plain, *re.split(r"(?<=\.) ", record.summary)):
        clear = stands_alone(text) and len(text) <= LONGEST
        clear = clear and text[0].isupper() and not _EITHER.search(text)
        if clear and len(_NUMBER.findall(text)) == 1 and len(re.findall(r"\d+", text)) <= 1:
            return text
    return ""
