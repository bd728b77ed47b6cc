"""Commitments for free words: by meaning and words, or by words alone where there is no index."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from nrm.domain.answers import Filters, Hit
from nrm.domain.knowledge import Commitment
from nrm.retrieval.words import is_common, stem, words
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.searcher import Searcher

MOST_HITS = 100
# A hit below this share of the best one's score answers something else. On the tuning half of
# evaluation/questions/legal.yaml (159 questions) every gold passage stands at 0.6 of the best or more.
WEAKEST_SHARE = 0.5


class CommitmentFinder:
    """Finds commitments for words that people type; keeps none of them."""

    def __init__(self, catalogue: Catalogue, searcher: Searcher | None) -> None:
        self._catalogue = catalogue
        self._searcher = searcher

    def find(self, text: str) -> list[Commitment]:
        """Commitments, best first, each once; all of them, in the order of the corpus, for empty text."""
        if not text.strip():
            return list(self._catalogue.corpus.commitments)
        if self._searcher is None:
            return found_by_words(text, self._catalogue.corpus.commitments)
        return [self._catalogue.commitments[name] for name in dict.fromkeys(self._ids(self._searcher, text))]

    def _ids(self, searcher: Searcher, text: str) -> Iterator[str]:
        ranking = searcher.search(text, Filters(source=self._slugs), MOST_HITS)
        best = ranking.hits[0].score if ranking.hits else 0.0
        hits = [hit for hit in ranking.hits if hit.score >= WEAKEST_SHARE * best > 0]
        yield from (name for hit in hits for name in self._led_by(hit))
        yield from (name for hit in hits for name in self._linked.get(hit.passage.id, ()))

    def _led_by(self, hit: Hit) -> Iterator[str]:
        name = hit.found_by.rpartition("/")[2]
        if name in self._catalogue.commitments:
            yield name

    @cached_property
    def _slugs(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(item.source for item in self._catalogue.corpus.commitments))

    @cached_property
    def _linked(self) -> dict[str, list[str]]:
        """The commitments whose pinpoint means a passage."""
        found: dict[str, list[str]] = {}
        if self._searcher:
            generation = self._searcher.generation
            for finder, row in generation.links:
                name = generation.finder_ids[finder].rpartition("/")[2]
                if name in self._catalogue.commitments:
                    found.setdefault(generation.passage_ids[row], []).append(name)
        return found


def found_by_words(text: str, commitments: Iterable[Commitment]) -> list[Commitment]:
    """Commitments that hold at least half of the words, most words first; ties keep their order."""
    wanted = set(_stems(text))
    scored = [(len(wanted & set(_stems(_all_words(item)))), item) for item in commitments]
    kept = [(score, item) for score, item in scored if wanted and score * 2 >= len(wanted)]
    return [item for _, item in sorted(kept, key=lambda pair: -pair[0])]


def _all_words(item: Commitment) -> str:
    ways: Sequence[str] = (item.title, item.summary, item.plain, item.operative_words, *item.asked_as)
    return " ".join((*ways, *(topic.replace("_", " ") for topic in item.topics)))


def _stems(text: str) -> Iterator[str]:
    return (stem(word, "en") for word in words(text) if not is_common(word, "en"))
