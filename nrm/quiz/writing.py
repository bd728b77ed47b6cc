"""What every builder does: cite a record, choose wrong answers, put an item together."""

import hashlib
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from nrm.domain.knowledge import Commitment, GlossaryTerm, Practice, SourceRecord
from nrm.quiz.facts import Facts
from nrm.quiz.items import ItemCitation, ItemType, Level, QuizItem, clean_text
from nrm.quiz.naming import instrument_name

DISTRACTORS = 3
# Wrong answers are drawn from this many that are closest to the key in length.
CLOSEST_LENGTHS = 12
Chosen = TypeVar("Chosen")


@dataclass(frozen=True, slots=True)
class Scope:
    """The records a quiz may draw on; ``general`` when no topic, audience or pillar narrows it."""

    commitments: tuple[Commitment, ...]
    practices: tuple[Practice, ...]
    terms: tuple[GlossaryTerm, ...]
    sources: tuple[SourceRecord, ...]
    topics: tuple[str, ...] = ()

    def topic_of(self, topics: Sequence[str]) -> str:
        """The topic to file an item under: a requested one if the record has it, else its first."""
        return next((topic for topic in topics if topic in self.topics), topics[0] if topics else "")


def cite_commitment(facts: Facts, record: Commitment, quote: str) -> ItemCitation:
    """A citation of one commitment in its instrument."""
    source = facts.sources[record.source]
    pinpoint = record.pinpoint if record.pinpoint.startswith("art") else f"({record.pinpoint})"
    return ItemCitation(record.id, source.slug, instrument_name(source), pinpoint, source.url, quote)


def cite_source(source: SourceRecord, quote: str) -> ItemCitation:
    """A citation of what the corpus says of an instrument as a whole."""
    return ItemCitation(source.slug, source.slug, instrument_name(source), source.citation, source.url, quote)


def cite_practice(practice: Practice, quote: str) -> ItemCitation:
    """A citation of a practice record."""
    return ItemCitation(practice.id, practice.id, practice.title, practice.country, practice.url, quote)


def cite_term(facts: Facts, term: GlossaryTerm, quote: str) -> ItemCitation:
    """A citation of a glossary entry, with the instrument that its definition follows."""
    slug, _, pinpoint = term.definition_source.partition(" ")
    source = facts.sources.get(slug)
    title = f"Glossary: {term.preferred}" + (f", after {instrument_name(source)}" if source else "")
    url, named = (source.url, source.slug) if source else ("", "glossary")
    return ItemCitation(term.id, named, title, pinpoint if source else "", url, quote)


def of_commitment(scope: Scope, record: Commitment) -> dict[str, Any]:
    """The fields that an item takes over from its commitment."""
    return {
        "topic": scope.topic_of(record.topics),
        "pillar": record.pillar,
        "audience": record.audience,
    }


def make_item(rule: str, kind: ItemType, level: Level, stem: str, citation: ItemCitation, **fields: Any) -> QuizItem:
    """A draft item whose id depends on its content, so that the same item keeps its id."""
    answers = [*fields.get("keys", ()), *fields.get("distractors", ()), *map(str, fields.get("pairs", ()))]
    digest = hashlib.sha256("\x1f".join([rule, stem, *answers]).encode()).hexdigest()[:12]
    fields["explanation"] = clean_text(fields.get("explanation", ""))
    return QuizItem(id=f"{rule}-{digest}", type=kind, level=level, stem=stem, citation=citation, rule=rule, **fields)


def explain(facts: Facts, record: Commitment) -> str:
    """Where the duty stands, what it says and what limits it."""
    name = instrument_name(facts.sources[record.source])
    limits = f" Limits: {record.limits}" if record.limits else ""
    return f"{name}, {record.pinpoint}: {record.summary}{limits}"


def spread_by_length(key: str, pool: Sequence[str], source: random.Random, count: int = DISTRACTORS) -> list[str]:
    """``count`` texts among those closest to the key in length, so that length says nothing.

    How many of them are shorter than the key is drawn by chance; fewer come back when the pool
    is small. The pool's order does not matter, except for ties.
    """
    ranked = sorted(set(pool) - {key}, key=lambda text: (abs(len(text) - len(key)), text))[:CLOSEST_LENGTHS]
    shorter = [text for text in ranked if len(text) < len(key)]
    longer = [text for text in ranked if len(text) >= len(key)]
    wanted = source.randint(0, count)
    few = max(min(wanted, len(shorter)), count - len(longer))
    if few > len(shorter):
        return source.sample(ranked, min(count, len(ranked)))
    return source.sample(shorter, few) + source.sample(longer, min(count - few, len(longer)))


def fits_length(key: str, text: str) -> bool:
    """Whether two options can stand side by side without one standing out."""
    return 0.6 <= len(text) / max(len(key), 1) <= 1.7


def mutually(items: Sequence[Chosen], apart: Callable[[Chosen, Chosen], bool], count: int) -> list[Chosen]:
    """The first ``count`` items, in order, of which every two are ``apart``; may be fewer."""
    chosen: list[Chosen] = []
    for item in items:
        if all(apart(item, other) and apart(other, item) for other in chosen):
            chosen.append(item)
        if len(chosen) == count:
            break
    return chosen


def in_random_order(items: Sequence[Chosen], seed: int, rule: str) -> list[Chosen]:
    """The items in an order that depends on the seed and the rule alone."""
    order = list(items)
    random.Random(f"{seed}/{rule}").shuffle(order)
    return order


def shown_date(vintage: str) -> str:
    """The latest date of a vintage remark, as ``2022-08-25`` or ``2022``; "" when it has none.

    What stands in brackets is about the copy that was read, not about the data.
    """
    dates = re.findall(r"(?:19|20)\d\d(?:-\d\d-\d\d)?", re.sub(r"\([^)]*\)", "", vintage))
    return max(dates, default="")
