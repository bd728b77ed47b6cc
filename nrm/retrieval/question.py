"""Reading a question: its language, its words as search needs them, and what the thesaurus adds."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nrm.retrieval.bodies import named_bodies
from nrm.retrieval.language import language_of
from nrm.retrieval.parts import Named, Part, parts_of
from nrm.retrieval.spelling import changes_the_word, corrected, corrections
from nrm.retrieval.thesaurus import Entry, Mention, Thesaurus, mentions, without_words
from nrm.retrieval.words import marked_terms, terms, words

# Tuned on the tuning half of evaluation/questions/legal.yaml.
_WIDENED_WEIGHT = 0.25  # of a law's term that an English question did not use itself
_TRANSLATED_WEIGHT = 1.0  # of an English term for a word of another language
_MOST_WIDENED = 3  # terms of the thesaurus that widen one question
_FEWEST_CONTENT_TERMS = 1


_ARTICLE = re.compile(
    r"\b(?:articles?|arts?|artikel|articolo|art[íi]culo|стать[яеи]|статт[яі])\.? *(\d{1,3}[a-z]?)\b", re.IGNORECASE
)
INSTRUMENT = "instrument"  # the glossary's kind of terms that name a source


@dataclass(frozen=True, slots=True)
class Query:
    """A question as search sees it.

    ``text`` is what is compared by meaning: corrected, without the names of instruments; ``named`` are the
    instruments and bodies that it names, as facets, ``parts`` the several things that it asks; ``articles``
    the numbers of articles; ``own_terms`` the question's own stems, marked with its language unless it is
    English, ``weighted_terms`` stems with what the thesaurus adds; ``english`` what a question in another language
    is about, in the thesaurus's English.
    """

    text: str
    language: str
    own_terms: tuple[str, ...]
    weighted_terms: tuple[tuple[str, float], ...]
    named: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    articles: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    english: str = ""
    corrections: dict[str, str] = field(default_factory=dict)
    unknown_words: tuple[str, ...] = ()


def read_question(question: str, thesaurus: Thesaurus, vocabulary: Mapping[str, int]) -> Query:
    """Understand a question well enough to search for it.

    :param vocabulary: the folded English words of the library with how often they occur.
    """
    language = language_of(question, thesaurus.vocabularies, vocabulary)
    found_errors = corrections(question, vocabulary) if language == "en" else {}
    text = corrected(question, found_errors)
    found = mentions(text, language, thesaurus)
    instruments = _outermost([mention for mention in found if mention.entry.kind == INSTRUMENT])
    named = _named(text, instruments)
    content = without_words(text, (place for name in named for place in name.words))
    if len(terms(content, language)) < _FEWEST_CONTENT_TERMS:
        content = text  # the question is about the instrument itself
    own = terms(content, language) if language == "en" else marked_terms(language, content)
    entries = [mention.entry for mention in found if mention not in instruments]
    return Query(
        text=content,
        language=language,
        own_terms=tuple(dict.fromkeys(own)),
        weighted_terms=(*weighted_words(content, language), *_widened(entries, set(own), language)),
        named=tuple(name.facet for name in named),
        parts=parts_of(text, language, named),
        articles=tuple(dict.fromkeys(_ARTICLE.findall(text))),
        topics=tuple(dict.fromkeys(topic for entry in entries for topic in entry.topics)),
        english="" if language == "en" else "; ".join(entry.preferred for entry in entries),
        corrections={word: right for word, right in found_errors.items() if changes_the_word(word, right)},
        unknown_words=_unknown(content, vocabulary) if language == "en" else (),
    )


def weighted_words(text: str, language: str) -> tuple[tuple[str, float], ...]:
    """The stems of a text, each once; in another language than English also as records are asked for in it."""
    marked = marked_terms(language, text) if language != "en" else []
    return tuple((term, 1.0) for term in dict.fromkeys((*terms(text, language), *marked)))


def _named(text: str, instruments: Sequence[Mention]) -> list[Named]:
    """Instruments and bodies, in the order of the question; a body inside an instrument's name is not named itself."""
    found = [Named(f"source:{mention.entry.id.replace('_', '-')}", mention.words) for mention in instruments]
    taken = {place for name in found for place in name.words}
    found += [body for body in named_bodies(text) if not taken & set(body.words)]
    first = {name.facet: name for name in sorted(found, key=lambda name: -name.words.start)}
    return sorted(first.values(), key=lambda name: name.words.start)


def _outermost(found: Sequence[Mention]) -> list[Mention]:
    """Mentions that do not stand inside a longer one: "protocol on the sale of children", not "protocol"."""
    kept: list[Mention] = []
    for mention in found:  # longest first
        if not any(set(mention.words) & set(other.words) for other in kept):
            kept.append(mention)
    return kept


def _widened(entries: Sequence[Entry], own: Container[str], language: str) -> Iterator[tuple[str, float]]:
    """What the law calls the things the question speaks of: little weight in English, full in other languages."""
    most, weight = (_MOST_WIDENED, _WIDENED_WEIGHT) if language == "en" else (len(entries), _TRANSLATED_WEIGHT)
    added = dict.fromkeys(term for entry in entries[:most] for name in entry.legal_terms[:2] for term in terms(name))
    yield from ((term, weight) for term in added if term not in own)


def _unknown(text: str, vocabulary: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(word for word in dict.fromkeys(words(text)) if word not in vocabulary and terms(word))
