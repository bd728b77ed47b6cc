"""Search over the library: one object that holds what a question needs and nothing a question leaves."""

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from threading import Event

from threadpoolctl import threadpool_limits

from nrm.adapters.corpus_cache import cached_corpus
from nrm.adapters.encoders import open_encoder, open_multilingual_encoder
from nrm.adapters.generation_files import GenerationFiles
from nrm.adapters.library_store import LibraryStore
from nrm.adapters.passage_shelf import PassageShelf
from nrm.adapters.vector_engines import open_comparisons
from nrm.corpus import Corpus
from nrm.domain.answers import Filters, Hit, Ranking
from nrm.domain.errors import StaleIndex
from nrm.domain.passages import Passage
from nrm.retrieval.begun import Begun, Vectors
from nrm.retrieval.dealing import ranked_rows
from nrm.retrieval.filters import allowed_rows, checked_filters
from nrm.retrieval.generation import Generation
from nrm.retrieval.lexical import Match, matched_terms
from nrm.retrieval.ports import Comparisons, Encoder
from nrm.retrieval.question import Query, read_question
from nrm.retrieval.ranking import Ranker, Scored
from nrm.retrieval.thesaurus import Thesaurus, build_thesaurus
from nrm.retrieval.weights import RankingWeights
from nrm.settings import Settings

_AT_ONCE = 2  # questions encoded ahead; more would only wait for a processor


class Searcher:
    """Answers searches from the generation that was current when it was opened; safe to share between threads."""

    def __init__(self, settings: Settings, weights: RankingWeights | None = None) -> None:
        # Threads that share one product of a matrix and a vector wait for each other: on two busy cores 70 times slower.
        threadpool_limits(1, "blas")
        self.settings = settings
        self.store = LibraryStore(settings.data_dir)
        self._shelf = PassageShelf(self.store.passages_by_id)
        self._files = GenerationFiles(settings.data_dir)
        manifest = self._files.manifest()
        self.generation: Generation = self._files.load()
        self.ranker = Ranker(self.generation, self.comparisons, weights)
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
    def comparisons(self) -> Comparisons:
        """How questions are compared with the vectors of the generation."""
        return open_comparisons(self.settings, self._files.folder_of(self.generation.name), self.generation)

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

    def begin(self, question: str) -> Begun:
        """Read a question and encode it in a thread of its own, while the caller does what has to come first."""
        query = read_question(question, self.thesaurus, self._vocabulary)
        runs = Event()
        texts = dict.fromkeys((query.text, *(part.text for part in query.parts)))
        vectors = {text: self._ahead.submit(self._vectors_ahead, query, text, runs) for text in texts}
        runs.wait()  # else the new thread would wait for the next pause of this one, up to 5 ms
        return Begun(question, query, vectors)

    def search(
        self, question: str, filters: Filters | None = None, limit: int = 10, begun: Begun | None = None
    ) -> Ranking:
        """The best passages for a question.

        :param limit: most hits to return.
        :param begun: what ``begin`` gave for this question; for another one it is not used.
        """
        timings: dict[str, float] = {}
        with _Timed(timings, "understand"):
            if begun is None or begun.question != question:
                begun = self.begin(question)
            query, size = begun.query, len(self.generation.passage_ids)
            allowed = allowed_rows(filters or Filters(), self.generation.facets, size)
        with _Timed(timings, "rank"):
            scored, rows = ranked_rows(begun, self.ranker, allowed, limit)
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
            named=query.named,
            articles=query.articles,
        )

    @cached_property
    def _ahead(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="question")

    def _vectors_ahead(self, query: Query, text: str, runs: Event) -> Vectors:
        runs.set()
        return self._vectors(query, text)

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]:
        """Passages by id."""
        return self._shelf.take(ids)

    @cached_property
    def _vocabulary(self) -> Counter[str]:
        return self._files.surface_words()

    def _vectors(self, query: Query, text: str) -> Vectors:
        if query.language == "en":
            return self.encoder.encode_question(text), None
        if self.multilingual:
            return None, self.multilingual.encode_question(text)
        return (self.encoder.encode_question(query.english) if query.english else None), None

    def _hits(self, rows: Sequence[int], scored: Scored, query: Query) -> tuple[Hit, ...]:
        passages = self.passages(self.generation.passage_ids[row] for row in rows)
        matches = matched_terms(self.generation.words, query.own_terms, rows)
        return tuple(
            self._hit(row, passages[name], scored, match)
            for row, match in zip(rows, matches, strict=True)
            if (name := self.generation.passage_ids[row]) in passages
        )

    def _hit(self, row: int, passage: Passage, scored: Scored, match: Match) -> Hit:
        return Hit(
            passage=passage,
            score=float(scored.total[row]),
            meaning=float(scored.meaning[row]),
            words=match.coverage,
            found_by=self._finder(self.ranker.finder(scored, row)),
            matched=match.terms,
        )

    def _finder(self, number: int) -> str:
        return self.generation.finder_ids[number] if number >= 0 else ""


class _Timed:
    """Adds the milliseconds that a block takes to a dictionary."""

    def __init__(self, timings: dict[str, float], name: str) -> None:
        self._timings, self._name = timings, name

    def __enter__(self) -> None:
        self._started = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self._timings[self._name] = round((time.perf_counter() - self._started) * 1000, 3)
