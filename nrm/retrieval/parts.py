"""The several things that one question may ask: clauses taken apart, each with the law that it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nrm.retrieval.thesaurus import without_words
from nrm.retrieval.words import terms, words

_AND = r"(?:and|und|et|e|y|и|та|і)"
_ASKING = r"(?:which|what|how|may|is|are|can|who|qu|wel|was|wie|wer|cosa|come|chi|cu[aá]|qui[eé]n|c[oó]mo|как|кто|что|хто|що|як)"
# Between two questions; a bare "and" joins words of one question more often.
_CLAUSES = re.compile(rf"[;:.?]\s+|,\s+{_AND}\s+|,?\s+{_AND}\s+(?={_ASKING})|,\s+(?={_ASKING})", re.IGNORECASE)
# Between two laws that are named.
_NAMES = re.compile(
    rf"[;:.?]\s+|,?\s+(?:{_AND}|versus|vs?\.?|compared\s+(?:with|to)|as\s+against)\s+|,\s+(?=(?:{_ASKING}|in\b))",
    re.IGNORECASE,
)
_FEWEST_TERMS = 2  # a clause of one term is a word in a list, not a question
_MOST_CLAUSES = 3


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument or a body that a question names, as a facet (``source:echr-1950``), and the words that name it.

    ``words`` are positions among all words of the question.
    """

    facet: str
    words: range


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things a question asks: its words without names, and the facet that it names; "" for none."""

    text: str
    facet: str = ""


def clauses(question: str, language: str = "en") -> tuple[str, ...]:
    """The clauses that could be questions of their own; empty unless there are two or three.

    >>> clauses("Free lawyer for victims, and which rule helps people without money?")
    ('Free lawyer for victims,', 'which rule helps people without money?')
    """
    found: list[str] = []
    for piece in (piece.strip() for piece in _CLAUSES.split(question)):
        if len(terms(piece, language)) >= _FEWEST_TERMS:
            found.append(piece)
        elif found:
            found[-1] = f"{found[-1]} {piece}"
    return tuple(found) if 2 <= len(found) <= _MOST_CLAUSES else ()


def parts_of(question: str, language: str, named: Sequence[Named]) -> tuple[Part, ...]:
    """What a question asks: one part for each law that it names, else one for each clause; empty for one thing."""
    if not named:
        return tuple(Part(clause) for clause in clauses(question, language))
    left_out = {place for name in named for place in name.words}
    about = without_words(question, left_out)
    pieces = list(_with_places(question))
    return tuple(Part(_of_piece(pieces, name, left_out, language) or about, name.facet) for name in named)


def _of_piece(pieces: Sequence[tuple[str, range]], name: Named, left_out: set[int], language: str) -> str:
    """The words about one name in its own clause; empty when the clause says no more than the name."""
    for piece, places in pieces:
        if name.words.start in places:
            own = without_words(piece, {place - places.start for place in left_out if place in places})
            return own if len(terms(own, language)) >= _FEWEST_TERMS else ""
    return ""


def articles_first(rows: Sequence[int], passage_ids: Sequence[str]) -> list[int]:
    """The best row of each article, then the rest, both in the order given."""
    first: dict[str, int] = {}
    for row in rows:
        first.setdefault(_article_of(passage_ids[row]), row)
    return list(dict.fromkeys((*first.values(), *rows)))


def _article_of(passage_id: str) -> str:
    """``echr-1950/6.3`` and ``echr-1950/6.1`` are of ``echr-1950/6``."""
    source, _, place = passage_id.partition("/")
    return f"{source}/{place.partition('.')[0]}"


def dealt(rankings: Sequence[Sequence[int]], limit: int) -> list[int]:
    """Rows of several rankings in turn, each once: the first of each, then the second of each, and so on."""
    longest = max((len(ranking) for ranking in rankings), default=0)
    in_turn = (ranking[place] for place in range(longest) for ranking in rankings if place < len(ranking))
    return list(dict.fromkeys(in_turn))[:limit]


def _with_places(question: str) -> Iterator[tuple[str, range]]:
    """The pieces of a question with the places of their words; joints that are words count too."""
    start = 0
    for match in [*_NAMES.finditer(question), None]:
        end = match.start() if match else len(question)
        before = len(words(question[:start]))
        yield question[start:end], range(before, before + len(words(question[start:end])))
        start = match.end() if match else end
