"""Practices for free words: by meaning and words, or by words alone where there is no index."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from nrm.corpus import Corpus
from nrm.domain.answers import Filters
from nrm.domain.knowledge import Practice
from nrm.domain.vocabulary import SourceKind
from nrm.retrieval.words import is_common, stem, words
from nrm.services.searcher import Searcher

MOST_HITS = 200
# A hit below this share of the best one's score answers something else; and when the best one of an English
# search scores less than this, nothing does. Fitted on the tuning half of evaluation/questions/practices.yaml
# (22 questions): every gold stands at 0.91 of the best or more, and the lowest best score is 0.61; both are
# about half of that, because words typed in a hurry score lower than questions.
WEAKEST_SHARE = 0.5
WEAKEST_SCORE = 0.3
Worded: TypeAlias = tuple[Practice, frozenset[str]]
_ONLY_PRACTICES = Filters(kind=(SourceKind.PRACTICES.value,))


class PracticeSort(StrEnum):
    """The order of a list of practices; the values are names in addresses."""

    RELEVANCE = "relevance"
    STATE = "state"
    NEWEST = "newest"


class PracticeFinder:
    """Finds practices for words that people type; keeps none of them."""

    def __init__(self, corpus: Corpus, searcher: Searcher | None) -> None:
        self._practices = {item.id: item for item in corpus.practices}
        self._searcher = searcher

    def find(self, text: str) -> list[Practice]:
        """Practices, best first, each once; all of them, in the order of the corpus, for empty text."""
        if not text.strip():
            return list(self._practices.values())
        if self._searcher is None:
            return found_by_words(text, self._worded)
        found = [self._practices[name] for name in self._ids(self._searcher, text) if name in self._practices]
        return found or found_by_words(text, self._worded)

    @cached_property
    def _worded(self) -> list[Worded]:
        return worded(self._practices.values())

    def _ids(self, searcher: Searcher, text: str) -> list[str]:
        ranking = searcher.search(text, _ONLY_PRACTICES, MOST_HITS)
        best = max((hit.score for hit in ranking.hits), default=0.0)
        floor = max(WEAKEST_SHARE * best, WEAKEST_SCORE if ranking.language == "en" else 0.0)
        return [hit.passage.id.rpartition("/")[2] for hit in ranking.hits if hit.score >= floor]


def worded(practices: Iterable[Practice]) -> list[Worded]:
    """Each practice with the stems of all its words; takes a second for a thousand, so keep it."""
    return [(item, frozenset(_stems(_all_words(item)))) for item in practices]


def found_by_words(text: str, practices: Iterable[Worded]) -> list[Practice]:
    """Practices that hold at least half of the words, most words first; ties keep their order.

    The last word may be a beginning, because people are still typing it.
    """
    wanted = list(dict.fromkeys(_stems(text)))
    scored = [(_held(wanted, own), item) for item, own in practices]
    kept = [(score, item) for score, item in scored if wanted and score * 2 >= len(wanted)]
    return [item for _, item in sorted(kept, key=lambda pair: -pair[0])]


def in_order(practices: Iterable[Practice], sort: PracticeSort) -> list[Practice]:
    """The practices sorted; ``relevance`` keeps the order in which they were found.

    By State goes by name, a region by its own; newest goes by the last year named, else the first, and
    what has no year comes last.
    """
    found = list(practices)
    if sort is PracticeSort.STATE:
        return sorted(found, key=lambda item: item.country.casefold())
    if sort is PracticeSort.NEWEST:
        return sorted(found, key=lambda item: -(item.last_year or item.first_year or 0))
    return found


def _held(wanted: list[str], own: frozenset[str]) -> int:
    whole = sum(word in own for word in wanted)
    begun = bool(wanted) and wanted[-1] not in own and any(word.startswith(wanted[-1]) for word in own)
    return whole + begun


def _all_words(item: Practice) -> str:
    names = (name.replace("_", " ") for name in item.themes)
    return " ".join((item.title, item.summary, item.plain, item.country, item.institution, *item.asked_as, *names))


def _stems(text: str) -> Iterator[str]:
    return (stem(word, "en") for word in words(text) if not is_common(word, "en"))
