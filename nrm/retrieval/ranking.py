"""Ranking: one score a passage, from its own meaning, the knowledge that leads to it, and words.

A passage with records is scored by ``passage * own meaning + (1 - passage) * best record``; one
without, by its own meaning alone; to both, its share of the best word score is added. Equal
reciprocal-rank fusion was measured and is worse on questions with records (docs/benchmarks.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nrm.domain.vocabulary import SourceKind
from nrm.retrieval.generation import ASKED, DIGEST, PLAIN, Generation
from nrm.retrieval.lexical import word_scores
from nrm.retrieval.ports import Comparisons, Scores, Vector
from nrm.retrieval.question import Query
from nrm.retrieval.runs import Runs
from nrm.retrieval.weights import RankingWeights

# The similarities of multilingual-e5 lie between about 0.7 and 0.95; stretched to the range of the others.
_FOREIGN_FLOOR = 0.7
_FOREIGN_SPAN = 0.3
_KINDS = 3  # of knowledge rows
_NO_FINDER = -1
CORE_SOURCES = ("coe-cets197-2005", "un-trafficking-protocol-2000", "eu-dir-2011-36")


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores of all passages for one question, and the parts they are made of; ``records`` are those of all finders."""

    total: Scores
    meaning: Scores
    words: Scores
    records: Scores


class Ranker:
    """Scores the passages of one generation; what does not depend on a question is prepared once."""

    def __init__(self, generation: Generation, comparisons: Comparisons, weights: RankingWeights | None = None) -> None:
        self.weights = weights or RankingWeights()
        self._foreign = self.weights.for_foreign()
        self.generation, self._compared = generation, comparisons
        self._size = len(generation.passage_ids)
        self._windows = Runs.of(generation.windows)
        self._foreign_windows = Runs.of(generation.multilingual_windows)
        self._knowledge = Runs.of(generation.knowledge_finder * _KINDS + generation.knowledge_kind)
        links = generation.links[np.argsort(generation.links[:, 1], kind="stable")]
        self._finders, self._led_rows = links[:, 0], links[:, 1]
        self._led = Runs.of(self._led_rows)
        self._bounds: list[int] = np.searchsorted(self._led_rows, np.arange(self._size + 1)).tolist()

    def words(self, query: Query) -> Scores:
        """How well each passage matches the words of a question: all that can be known before its vector."""
        return word_scores(self.generation.words, query.weighted_terms)

    def scored(
        self, query: Query, words: Scores, question: Vector | None, foreign: Vector | None, narrowed: bool = False
    ) -> Scored:
        """Score every passage.

        :param words: what ``words`` gave for this question.
        :param question: by the encoder of the passages; ``None`` when it cannot read the language.
        :param foreign: by the multilingual encoder, compared with knowledge and, where a passage has none, with
            the passage.
        :param narrowed: only some passages may be shown: none of them may be missed.
        """
        weights = self.weights if foreign is None else self._foreign
        own = self._own_meaning(question, foreign, narrowed)
        records = self._records(question, foreign, query.language)
        led = self._led.best(records[self._finders], self._size, 0.0)
        share = weights.passage if question is not None else 0.0
        meaning = np.where(self._known, np.float32(share) * own + np.float32(1.0 - share) * led, own)
        total = meaning + self._word_share(words, len(query.weighted_terms), weights)
        total += self._standing if foreign is None else self._foreign_standing
        self._add_named(total, query.named, query.articles)
        return Scored(total, meaning, words, records)

    def finder(self, scored: Scored, row: int) -> int:
        """The number of the record that led to a passage; -1 where none did."""
        led_by = self._finders[self._bounds[row] : self._bounds[row + 1]]
        if len(led_by) <= 1:
            return int(led_by[0]) if len(led_by) else _NO_FINDER
        return int(led_by[::-1][scored.records[led_by[::-1]].argmax()])

    @cached_property
    def _known(self) -> NDArray[np.bool_]:
        """The passages to which a record leads."""
        known = np.zeros(self._size, dtype=np.bool_)
        known[self._led_rows] = True
        return known

    def _word_share(self, found: Scores, terms: int, weights: RankingWeights) -> Scores:
        """What words add to each passage: its score as a share of the best one's."""
        best = float(found.max(initial=0.0))
        if not best:
            return found
        share = np.where(self._known, np.float32(weights.words / best), np.float32(weights.alone(terms) / best))
        return np.asarray(share * found, dtype=np.float32)

    @cached_property
    def _standing(self) -> Scores:
        return self._fixed(self.weights)

    @cached_property
    def _foreign_standing(self) -> Scores:
        return self._fixed(self._foreign)

    def _fixed(self, weights: RankingWeights) -> Scores:
        """What a passage has before any question: instruments of the field gain, the glossary loses."""
        fixed = np.zeros(self._size, dtype=np.float32)
        for slug in CORE_SOURCES:
            fixed[self._rows(f"source:{slug}")] += weights.core_source
        fixed[self._rows(f"kind:{SourceKind.GLOSSARY}")] += weights.glossary
        return fixed

    def _add_named(self, total: Scores, named: Sequence[str], articles: Sequence[str]) -> None:
        for facet in named:
            total[self._rows(facet)] += (
                self.weights.named_source if facet.startswith("source:") else self.weights.named_body
            )
            for number in articles:
                both = np.intersect1d(self._rows(facet), self._rows(f"article:{number}"))
                total[both] += self.weights.named_article

    def _rows(self, facet: str) -> NDArray[np.int32]:
        return self.generation.facets.get(facet, np.array([], dtype=np.int32))

    def _own_meaning(self, question: Vector | None, foreign: Vector | None, narrowed: bool) -> Scores:
        """Each passage's own similarity: the best of its windows; 0 where nothing can be compared."""
        if question is not None:
            compare = self._compared.every_passage if narrowed else self._compared.passages
            return self._windows.best(compare(question), self._size, 0.0)
        if foreign is not None and self.generation.multilingual_own is not None:
            similarities = _stretched(self._compared.foreign_passages(foreign))
            return self._foreign_windows.best(similarities, self._size, 0.0)
        return np.zeros(self._size, dtype=np.float32)

    def _records(self, question: Vector | None, foreign: Vector | None, language: str) -> Scores:
        """How near each record is to the question; 0 where nothing can be compared."""
        if foreign is not None and self.generation.multilingual is not None:
            return self._foreign_records(foreign, language)
        if question is None:
            return np.zeros(len(self.generation.finder_ids), dtype=np.float32)
        parts = self._best_of_each_kind(self._compared.knowledge(question))
        best = np.float32(self.weights.best)
        return np.asarray(best * parts.max(axis=1) + (1 - best) * self._mixed(parts), dtype=np.float32)

    def _foreign_records(self, question: Vector, language: str) -> Scores:
        """How near each record is to a question in another language: in English, and as it is asked for in its own."""
        mixed = self._mixed(self._best_of_each_kind(_stretched(self._compared.foreign_knowledge(question))))
        asked = self.generation.asked_in.get(language)
        if asked is not None:
            nearest = np.full(len(mixed), -1.0, dtype=np.float32)
            np.maximum.at(nearest, asked.finders, _stretched(asked.vectors @ question))
            mixed += self._foreign.asked_in * np.maximum(nearest - mixed, 0.0)
        return mixed

    def _best_of_each_kind(self, similarities: Scores) -> Scores:
        """Shape (finders, 3): the best similarity of each finder's texts of each kind."""
        finders = len(self.generation.finder_ids)
        return self._knowledge.best(similarities, finders * _KINDS, -1.0).reshape(finders, _KINDS)

    def _mixed(self, parts: Scores) -> Scores:
        weights = self.weights
        mixed = weights.asked * parts[:, ASKED] + weights.digest * parts[:, DIGEST] + weights.plain * parts[:, PLAIN]
        return np.asarray(mixed, dtype=np.float32)


def _stretched(similarities: Scores) -> Scores:
    return np.asarray((similarities - _FOREIGN_FLOOR) / _FOREIGN_SPAN, dtype=np.float32)


def best_rows(scores: Scores, allowed: NDArray[np.bool_] | None, limit: int) -> NDArray[np.int64]:
    """The best rows that may be shown, best first; ties in index order, so runs agree."""
    shown = scores if allowed is None else np.where(allowed, scores, -np.inf)
    limit = min(limit, int(np.isfinite(shown).sum()))
    if limit == 0:
        return np.array([], dtype=np.int64)
    if limit < len(shown):
        # everything at least as good as the last that fits, then a stable order among these
        threshold = np.partition(shown, len(shown) - limit)[len(shown) - limit]
        candidates = np.flatnonzero(shown >= threshold)
    else:
        candidates = np.arange(len(shown))
    return candidates[np.argsort(-shown[candidates], kind="stable")][:limit]
