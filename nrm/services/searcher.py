"""Search over the library: one object that holds what a question needs and nothing a question leaves."""

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nrm.adapters.corpus_cache import cached_corpus
from nrm.adapters.encoders import open_encoder, open_multilingual_encoder
from nrm.adapters.generation_files import GenerationFiles
from nrm.adapters.library_store import LibraryStore
from nrm.adapters.vector_engines import open_vector_engine
from nrm.corpus import Corpus
from nrm.domain.answers import Filters, Hit, Ranking
from nrm.domain.errors import StaleIndex
from nrm.domain.passages import Passage
from nrm.retrieval.filters import allowed_rows, checked_filters
from nrm.retrieval.generation import Generation
from nrm.retrieval.lexical import coverage, matched_terms
from nrm.retrieval.parts import clauses, dealt
from nrm.retrieval.ports import Compare, Encoder, Vector
from nrm.retrieval.question import Query, read_question
from nrm.retrieval.ranking import RankingWeights, Scored, best_rows, scored_passages
from nrm.retrieval.thesaurus import Thesaurus, build_thesaurus
from nrm.retrieval.words import terms
from nrm.settings import Settings

Mask = NDArray[np.bool_] | None


class Searcher:
    """Answers searches from the generation that was current when it was opened; safe to share between threads."""

    def __init__(self, settings: Settings, weights: RankingWeights | None = None) -> None:
        self.settings = settings
        self.weights = weights or RankingWeights()
        self.store = LibraryStore(settings.data_dir)
        self._files = GenerationFiles(settings.data_dir)
        manifest = self._files.manifest()
        self.generation: Generation = self._files.load()
        self.encoder: Encoder = open_encoder(settings)
        if manifest.encoder != self.encoder.name:
            raise StaleIndex(
                f'The index was built for encoder "{manifest.encoder}" but settings ask for "{self.encoder.name}".',
                "Run: nrm ingest --rebuild",
            )
        self._multilingual_name = manifest.multilingual

    @cached_property
    def corpus(self) -> Corpus:
        """The reviewed records."""
        return cached_corpus(self.settings.corpus_dir)

    @cached_property
    def thesaurus(self) -> Thesaurus:
        """The thesaurus of the corpus."""
        return build_thesaurus(self.corpus.glossary)

    @cached_property
    def multilingual(self) -> Encoder | None:
        """The encoder for questions not in English, when the index was built with it."""
        encoder = open_multilingual_encoder(self.settings) if self._multilingual_name else None
        return encoder if encoder and encoder.name == self._multilingual_name else None

    @cached_property
    def _compare(self) -> Compare:
        return open_vector_engine(self.settings, self._files.folder_of(self.generation.name), self.generation)

    @cached_property
    def known_values(self) -> dict[str, list[str]]:
        """The values that each filter may have in this library."""
        known: dict[str, list[str]] = {}
        for key in self.generation.facets:
            facet, _, value = key.partition(":")
            if facet == "article":
                continue
            known.setdefault(facet, []).append(value)
        known.setdefault("state", []).extend(state.code for state in self.corpus.states)
        return {facet: sorted(set(values)) for facet, values in known.items()}

    def filters(self, given: Mapping[str, Iterable[str]]) -> Filters:
        """Filters from what a person typed; a State may be given by name.

        :raises WrongUse: for a value that the library does not have; the nearest is named.
        """
        names = {state.name.casefold(): state.code for state in self.corpus.states} if given.get("state") else {}
        resolved = {
            facet: [names.get(value.strip().casefold(), value) if facet == "state" else value for value in values]
            for facet, values in given.items()
        }
        return checked_filters(resolved, self.known_values)

    def is_current(self) -> bool:
        """Whether no newer generation has been built since this searcher was opened."""
        return self._files.current_name() == self.generation.name

    def search(self, question: str, filters: Filters | None = None, limit: int = 10) -> Ranking:
        """The best passages for a question.

        :param limit: most hits to return.
        """
        timings: dict[str, float] = {}
        with _Timed(timings, "understand"):
            query = read_question(question, self.thesaurus, self._vocabulary)
            size = len(self.generation.passage_ids)
            allowed = allowed_rows(filters or Filters(), self.generation.facets, size)
        with _Timed(timings, "rank"):
            scored, rows = self._ranked(query, allowed, limit)
        with _Timed(timings, "fetch"):
            hits = self._hits(rows, scored, query)
        return Ranking(
            question,
            query.language,
            hits,
            query.topics,
            tuple(query.corrections.items()),
            query.unknown_words,
            timings,
        )

    def _ranked(self, query: Query, allowed: Mask, limit: int) -> tuple[Scored, Sequence[int]]:
        """Scores for the whole question, and rows: dealt in turn when it asks for several things."""
        whole = self._scored(query, query.text)
        rankings = [best_rows(whole.total, _both(allowed, mask), limit) for mask in self._named(query)]
        if not rankings:
            rankings = [best_rows(whole.total, allowed, limit)]
            parts = clauses(query.text, query.language)
            rankings += [best_rows(self._scored(query, part).total, allowed, limit) for part in parts]
        else:
            rankings = [*rankings, best_rows(whole.total, allowed, limit)]
        return whole, dealt([ranking.tolist() for ranking in rankings], limit)

    def _named(self, query: Query) -> list[NDArray[np.bool_]]:
        """A mask for each instrument that the question names."""
        masks = (Filters(source=(slug,)) for slug in query.sources if f"source:{slug}" in self.generation.facets)
        size = len(self.generation.passage_ids)
        return [mask for one in masks if (mask := allowed_rows(one, self.generation.facets, size)) is not None]

    def _scored(self, query: Query, text: str) -> Scored:
        own, foreign = self._vectors(query, text)
        weighted = query.weighted_terms
        if text != query.text:
            weighted = tuple((term, 1.0) for term in dict.fromkeys(terms(text, query.language)))
        return scored_passages(
            self.generation, own, foreign, weighted, query.sources, query.articles, self.weights, self._compare
        )

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]:
        """Passages by id."""
        return self.store.passages_by_id(list(ids))

    @cached_property
    def _vocabulary(self) -> Counter[str]:
        return self._files.surface_words()

    def _vectors(self, query: Query, text: str) -> tuple[Vector | None, Vector | None]:
        if query.language == "en":
            return self.encoder.encode_question(text), None
        if self.multilingual:
            return None, self.multilingual.encode_question(text)
        return (self.encoder.encode_question(query.english) if query.english else None), None

    def _hits(self, rows: Sequence[int], scored: Scored, query: Query) -> tuple[Hit, ...]:
        passages = self.passages(self.generation.passage_ids[row] for row in rows)
        terms = [term for term, _ in query.own_terms]
        return tuple(
            self._hit(row, passages[name], scored, terms)
            for row in rows
            if (name := self.generation.passage_ids[row]) in passages
        )

    def _hit(self, row: int, passage: Passage, scored: Scored, terms: list[str]) -> Hit:
        matched = matched_terms(self.generation.words, terms, row)
        return Hit(
            passage=passage,
            score=float(scored.total[row]),
            meaning=float(scored.meaning[row]),
            words=coverage(self.generation.words, terms, matched),
            found_by=self._finder(int(scored.best_finder[row])),
            matched=matched,
        )

    def _finder(self, number: int) -> str:
        return self.generation.finder_ids[number] if number >= 0 else ""


def _both(one: Mask, other: Mask) -> Mask:
    if one is None or other is None:
        return other if one is None else one
    return one & other


class _Timed:
    """Adds the milliseconds that a block takes to a dictionary."""

    def __init__(self, timings: dict[str, float], name: str) -> None:
        self._timings, self._name = timings, name

    def __enter__(self) -> None:
        self._started = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self._timings[self._name] = round((time.perf_counter() - self._started) * 1000, 3)
