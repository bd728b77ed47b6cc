"""Our records arranged under the four pillars and two themes that run through them.

It holds nothing of the Handbook but the names of its pillars; the sections of a Handbook that somebody has
loaded stand under the pillar that their headings name.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nrm.adapters.library_store import LibraryStore
from nrm.corpus import Corpus
from nrm.domain.knowledge import Commitment, Practice
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Pillar, SourceKind, Wording

PILLARS = (
    Pillar.IDENTIFICATION_PROTECTION,
    Pillar.INDIVIDUAL_SUPPORT_SERVICES,
    Pillar.SOCIAL_INCLUSION,
    Pillar.CRIMINAL_JUSTICE_REDRESS,
)
THEMES = (Pillar.GOVERNANCE_COORDINATION, Pillar.PREVENTION)
NAMES_DIGEST = "about-the-handbook/03"  # our record of where the names of the pillars were read
MOST_TOPICS, MOST_PRACTICES, MOST_QUESTIONS = 8, 5, 6
_NAMES: Mapping[Pillar, re.Pattern[str]] = {
    Pillar.IDENTIFICATION_PROTECTION: re.compile(r"identification and protection"),
    Pillar.INDIVIDUAL_SUPPORT_SERVICES: re.compile(r"individual support(?: and (?:access to )?services)?"),
    Pillar.SOCIAL_INCLUSION: re.compile(r"social inclusion"),
    Pillar.CRIMINAL_JUSTICE_REDRESS: re.compile(r"criminal justice(?: and redress)?"),
}
_PILLAR = re.compile(r"\bpillar (\w+)")
_NUMBERING = re.compile(r"^(?:part|chapter|section)?[\s\d.ivx]*\b(?=[a-z]{4})")


@dataclass(frozen=True, slots=True)
class Question:
    """A way in which people ask, and the commitment that answers it."""

    text: str
    commitment: str


@dataclass(frozen=True, slots=True)
class HandbookSection:
    """A section of a loaded Handbook; ``passage`` is its first one."""

    heading: str
    passage: str
    page: str


@dataclass(frozen=True, slots=True)
class PathwayPart:
    """A pillar or theme: how many commitments by topic, practices, questions, and sections when loaded."""

    pillar: Pillar
    commitments: int
    topics: tuple[tuple[str, int], ...]
    practices: tuple[Practice, ...]
    examples: tuple[Practice, ...]
    questions: tuple[Question, ...]
    sections: tuple[HandbookSection, ...] = ()


def pathway(corpus: Corpus, handbook: Iterable[Passage] = ()) -> tuple[PathwayPart, ...]:
    """The four pillars in the order in which they are named, then the two themes.

    :param handbook: the official passages of a loaded Handbook, in reading order.
    """
    sections = handbook_sections(handbook)
    return tuple(_part(pillar, corpus, sections.get(pillar, ())) for pillar in (*PILLARS, *THEMES))


def handbook_passages(store: LibraryStore) -> list[Passage]:
    """The passages of every loaded Handbook, in reading order; empty when none is loaded."""
    if not store.exists():
        return []
    handbooks = [
        loaded.source
        for loaded in store.sources()
        if loaded.source.kind is SourceKind.HANDBOOK and loaded.source.wording is Wording.OFFICIAL
    ]
    return [passage for source in handbooks for passage in store.passages(source.slug, Wording.OFFICIAL)]


def handbook_sections(passages: Iterable[Passage]) -> dict[Pillar, tuple[HandbookSection, ...]]:
    """Sections by pillar: those whose outermost heading that names a pillar names this one.

    A heading names a pillar when it is the pillar's name, or says "pillar" with the name, or with the number
    that another heading of the same document gives to the name.
    """
    passages = list(passages)
    numbers = dict(_numbers(passages))
    found: dict[Pillar, dict[tuple[str, ...], HandbookSection]] = {}
    for passage in passages:
        for pillar, path in _placed(passage, numbers):
            label = passage.locator.page_label or str(passage.locator.page or "")
            section = HandbookSection(path[-1], passage.id, label)
            found.setdefault(pillar, {}).setdefault(path, section)
    return {pillar: tuple(sections.values()) for pillar, sections in found.items()}


def full_question(commitment: Commitment) -> str:
    """The first of the ways in which people ask about a commitment that is a question; empty when none is."""
    return next((way for way in commitment.asked_as if way.endswith("?")), "")


def _part(pillar: Pillar, corpus: Corpus, sections: Sequence[HandbookSection]) -> PathwayPart:
    commitments = [item for item in corpus.commitments if item.pillar is pillar]
    practices = tuple(item for item in corpus.practices if pillar in item.pillars)
    topics = Counter(topic for item in commitments for topic in item.topics).most_common()
    return PathwayPart(
        pillar,
        len(commitments),
        tuple(topics[:MOST_TOPICS]),
        practices,
        tuple(_examples(practices))[:MOST_PRACTICES],
        tuple(_questions(_on_trafficking(commitments, practices, corpus)))[:MOST_QUESTIONS],
        tuple(sections),
    )


def _examples(practices: Sequence[Practice]) -> Iterator[Practice]:
    """One practice for each of the commonest themes, no State twice."""
    seen: set[str] = set()
    themes = Counter(theme for item in practices for theme in item.themes)
    for theme, _ in themes.most_common():
        fresh = (item for item in practices if theme in item.themes and seen.isdisjoint(_places(item)))
        if chosen := next(fresh, None):
            seen |= _places(chosen)
            yield chosen


def _places(item: Practice) -> frozenset[str]:
    return frozenset(item.states or (item.country,))


def _on_trafficking(
    commitments: Iterable[Commitment], practices: Iterable[Practice], corpus: Corpus
) -> list[Commitment]:
    """Commitments about this work rather than law at large, those that most practices serve first."""
    served = Counter(name for item in practices for name in item.commitments)
    own = {source.slug for source in corpus.sources if "trafficking" in source.title.casefold()}
    kept = [item for item in commitments if served[item.id] or item.source in own]
    return sorted(kept, key=lambda item: -served[item.id])


def _questions(commitments: Sequence[Commitment]) -> Iterator[Question]:
    """One full question for each topic, the commonest first, no commitment twice."""
    seen: set[str] = set()
    topics = Counter(topic for item in commitments for topic in item.topics)
    for topic, _ in topics.most_common():
        for item in commitments:
            asked = full_question(item)
            if topic in item.topics and asked and item.id not in seen:
                seen.add(item.id)
                yield Question(asked, item.id)
                break


def _numbers(passages: Iterable[Passage]) -> Iterator[tuple[tuple[str, str], Pillar]]:
    """What each document calls "pillar one" or "pillar 1", from headings that give number and name."""
    for passage in passages:
        for heading in passage.locator.heading_path:
            number = _PILLAR.search(_folded(heading))
            named = _named(heading) if number else None
            if number and named:
                yield (passage.source.slug, number.group(1)), named


def _placed(passage: Passage, numbers: Mapping[tuple[str, str], Pillar]) -> Iterator[tuple[Pillar, tuple[str, ...]]]:
    path = passage.locator.heading_path
    for place, heading in enumerate(path):
        number = _PILLAR.search(_folded(heading))
        pillar = _named(heading) or (numbers.get((passage.source.slug, number.group(1))) if number else None)
        if pillar:
            yield pillar, path[: place + 2]
            return


def _named(heading: str) -> Pillar | None:
    folded = _folded(heading)
    bare = _NUMBERING.sub("", folded)
    for pillar, name in _NAMES.items():
        if name.fullmatch(bare) or ("pillar" in folded and name.search(folded)):
            return pillar
    return None


def _folded(heading: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", heading.casefold().replace("&", " and ")).split())
