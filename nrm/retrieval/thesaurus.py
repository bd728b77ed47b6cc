"""The thesaurus at work: which terms a question speaks of, in its own language, and what the law calls them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nrm.domain.knowledge import GlossaryTerm
from nrm.retrieval.words import is_common, stem, words

_Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One term: its English name, what the law calls it, and the topics it belongs to."""

    id: str
    kind: str
    preferred: str
    legal_terms: tuple[str, ...]
    sources: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Phrases of every language (as stems; ``*`` at an end stands for any ending) and the terms they mean."""

    entries: tuple[Entry, ...]
    phrases: dict[str, dict[str, tuple[tuple[_Phrase, int], ...]]]  # language, first stem
    vocabularies: dict[str, frozenset[str]]


def build_thesaurus(glossary: Sequence[GlossaryTerm]) -> Thesaurus:
    """The thesaurus of a glossary."""
    phrases: dict[str, dict[str, list[tuple[_Phrase, int]]]] = {}
    vocabularies: dict[str, set[str]] = {}
    for number, term in enumerate(glossary):
        for language, phrase in _phrases_of(term):
            stems = _stems(phrase, language)
            if stems and not all(is_common(word, language) for word in words(phrase)):
                phrases.setdefault(language, {}).setdefault(stems[0], []).append((stems, number))
                vocabularies.setdefault(language, set()).update(words(phrase))
    return Thesaurus(
        tuple(_entry(term) for term in glossary),
        {
            language: {first: tuple(found) for first, found in by_first.items()}
            for language, by_first in phrases.items()
        },
        {language: frozenset(found) for language, found in vocabularies.items()},
    )


def _entry(term: GlossaryTerm) -> Entry:
    legal = tuple(dict.fromkeys((term.preferred, *(name for name, _ in term.legal_terms))))
    sources = tuple(dict.fromkeys(slug for _, slugs in term.legal_terms for slug in slugs))
    topics = (term.id, *term.topics) if term.kind == "topic" else term.topics
    return Entry(term.id, term.kind, term.preferred, legal, sources, tuple(dict.fromkeys(topics)))


# What people call any instrument, whatever it calls itself.
_INSTRUMENT = re.compile(r"\b(?:convention|protocol|treaty|directive|covenant|charter)$", re.IGNORECASE)
_INSTRUMENT_WORDS = ("treaty", "text", "instrument")


def _phrases_of(term: GlossaryTerm) -> Iterator[tuple[str, str]]:
    names = (term.preferred, *(name for name, _ in term.legal_terms), *term.practitioners_say)
    for name in names:
        yield "en", name
        if term.kind == "instrument" and _INSTRUMENT.search(name):
            for word in _INSTRUMENT_WORDS:
                yield "en", _INSTRUMENT.sub(word, name)
    for language, equivalents in term.equivalents:
        for equivalent in equivalents:
            yield language, equivalent.term


def _stems(phrase: str, language: str) -> _Phrase:
    pieces = phrase.split()
    found: list[str] = []
    for piece in pieces:
        plain = words(piece)
        if piece.endswith("*") and plain:
            found.append(f"{plain[-1]}*")
        else:
            found.extend(stem(word, language) for word in plain if not is_common(word, language))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Mention:
    """A term found in a question, and the words of the question that name it (positions among all words)."""

    entry: Entry
    words: range


def mentions(question: str, language: str, thesaurus: Thesaurus) -> list[Mention]:
    """The terms that a question speaks of, longest phrases first; each term once."""
    own = thesaurus.phrases.get(language, {})
    placed = [
        (place, stem(word, language)) for place, word in enumerate(words(question)) if not is_common(word, language)
    ]
    found: list[tuple[int, int, range]] = []
    for start in range(len(placed)):
        for phrase, number in _starting(own, placed[start][1]):
            piece = placed[start : start + len(phrase)]
            if _matches(phrase, [stemmed for _, stemmed in piece]):
                found.append((len(phrase), number, range(piece[0][0], piece[-1][0] + 1)))
    found.sort(key=lambda item: (-item[0], item[1]))
    first = {number: place for _, number, place in reversed(found)}
    return [Mention(thesaurus.entries[number], first[number]) for number in dict.fromkeys(n for _, n, _ in found)]


def without_words(question: str, places: Iterable[int]) -> str:
    """The question without these of its words."""
    left_out = set(places)
    pieces, place = [], 0
    for piece in question.split():
        count = len(words(piece))
        if not count or not all(number in left_out for number in range(place, place + count)):
            pieces.append(piece)
        place += count
    return " ".join(pieces)


def _starting(own: dict[str, tuple[tuple[_Phrase, int], ...]], first: str) -> Iterable[tuple[_Phrase, int]]:
    yield from own.get(first, ())
    for end in range(4, len(first) + 1):  # a stem of fewer than four letters with any ending means nothing
        yield from own.get(f"{first[:end]}*", ())


def _matches(phrase: _Phrase, stems: Sequence[str]) -> bool:
    return len(phrase) == len(stems) and all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for part, word in zip(phrase, stems, strict=True)
    )
