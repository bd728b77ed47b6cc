"""Ranking on a public set: words, meaning, both fused, and the product's own search, in one run."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np

from evaluation.beir import RetrievalSet
from evaluation.metrics import mean, ndcg_at, percentile, recall_at, reciprocal_rank_at
from nrm.adapters.generation_files import FORMAT, GenerationFiles, Manifest
from nrm.adapters.library_rows import Loaded
from nrm.adapters.library_store import LibraryStore
from nrm.domain.passages import Passage
from nrm.retrieval.fusion import fuse_rankings
from nrm.retrieval.generation import FIELD_WEIGHTS, Generation, Rows, facet_rows, knowledge_texts, passage_windows
from nrm.retrieval.language import language_of
from nrm.retrieval.lexical import WordIndex, build_word_index, word_scores
from nrm.retrieval.plan import IndexPlan, searched_fields, surface_words
from nrm.retrieval.ports import Encoder, Matrix, Progress
from nrm.retrieval.ranking import best_rows
from nrm.retrieval.words import terms
from nrm.services.searcher import Searcher
from nrm.settings import Settings

DEPTH = 100  # rows kept of each ranking
Ranker = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Measured:
    """Mean measures over all queries, and the measures of each query in the order of the set."""

    system: str
    ndcg_at_10: float
    recall_at_10: float
    mrr_at_10: float
    per_query: tuple[float, ...]
    milliseconds_p50: float
    milliseconds_p95: float


def generation_of(
    passages: Sequence[Passage], encoder: Encoder, multilingual: Encoder | None = None, progress: Progress | None = None
) -> Generation:
    """An index of passages that no record leads to: they are found through their own words only."""
    plan = IndexPlan(tuple(passages), (), ())
    texts, windows = passage_windows(plan)
    _, owners, kinds = knowledge_texts(())
    nothing = np.zeros((0, encoder.dimensions), dtype=np.float32)
    return Generation(
        name="public",
        passage_ids=tuple(passage.id for passage in plan.passages),
        finder_ids=(),
        links=np.zeros((0, 2), dtype=np.int32),
        vectors=encoder.encode_passages(texts, progress),
        windows=windows,
        knowledge=nothing,
        knowledge_finder=owners,
        knowledge_kind=kinds,
        multilingual=nothing if multilingual else None,
        multilingual_own=multilingual.encode_passages(texts, progress) if multilingual else None,
        multilingual_windows=windows,
        words=build_word_index(searched_fields(plan), FIELD_WEIGHTS),
        facets=facet_rows(plan.passages),
    )


def open_search(
    passages: Sequence[Passage],
    generation: Generation,
    encoder: Encoder,
    multilingual: Encoder | None,
    settings: Settings,
) -> Searcher:
    """The product's search over these passages, as it would be after an ingest into the data folder of the settings.

    The thesaurus is the product's; no digest leads to a passage.
    """
    folder = settings.data_dir
    store = LibraryStore(folder)
    store.create()
    for source, own in groupby(passages, key=lambda passage: passage.source):
        store.replace(Loaded(source, "", "", (), (), ""), list(own))
    manifest = Manifest(
        FORMAT, encoder.name, multilingual.name if multilingual else "", "", "", "", len(generation.passage_ids)
    )
    surface = surface_words(IndexPlan(tuple(passages), (), ()))
    GenerationFiles(folder).publish(generation, manifest, {"keys": {}, "surface": surface}, lambda _: None)
    searcher = Searcher(settings)
    searcher.encoder = encoder
    searcher.multilingual = multilingual
    return searcher


def rankers(generation: Generation, searcher: Searcher) -> dict[str, Ranker]:
    """The systems that are compared; each gives passage ids, best first."""

    def by_words(question: str) -> list[int]:
        return rows_by_words(generation.words, question)

    def by_meaning(question: str) -> list[int]:
        own, foreign = generation.multilingual_own, searcher.multilingual
        if own is not None and foreign and language_of(question) != "en":
            return rows_by_meaning(own, generation.multilingual_windows, foreign, question)
        return rows_by_meaning(generation.vectors, generation.windows, searcher.encoder, question)

    def fused(question: str) -> list[int]:
        return [row for row, _ in fuse_rankings([by_words(question), by_meaning(question)], DEPTH)]

    def ids(ranker: Callable[[str], list[int]]) -> Ranker:
        return lambda question: [generation.passage_ids[row] for row in ranker(question)]

    return {
        "lexical": ids(by_words),
        "dense": ids(by_meaning),
        "fused": ids(fused),
        "ours": lambda question: [hit.passage.id for hit in searcher.search(question, limit=DEPTH).hits],
    }


def rows_by_words(index: WordIndex, question: str, language: str = "en") -> list[int]:
    """Rows by word score; a row without a word of the question is no hit."""
    scores = word_scores(index, [(term, 1.0) for term in dict.fromkeys(terms(question, language))])
    return [int(row) for row in best_rows(scores, scores > 0, DEPTH)]


def rows_by_meaning(vectors: Matrix, windows: Rows, encoder: Encoder, question: str) -> list[int]:
    """Rows by the best similarity of their windows, which stand in passage order."""
    similarities = vectors @ encoder.encode_question(question)
    starts = np.flatnonzero(np.diff(windows, prepend=-1))
    own = np.maximum.reduceat(similarities, starts) if len(starts) else similarities
    return [int(windows[starts[place]]) for place in best_rows(own, None, DEPTH)]


def measure(system: str, ranker: Ranker, retrieval_set: RetrievalSet) -> tuple[Measured, dict[str, list[str]]]:
    """The measures of one system on one set, and its rankings by query."""
    run: dict[str, list[str]] = {}
    durations: list[float] = []
    for question in list(retrieval_set.queries.values())[:1]:
        ranker(question)  # what is loaded at the first question is not part of the next ones
    for name, question in retrieval_set.queries.items():
        started = time.perf_counter()
        run[name] = ranker(question)
        durations.append((time.perf_counter() - started) * 1000)
    judged = retrieval_set.judgements
    per_query = tuple(ndcg_at(run[name], judged[name], 10) for name in run)
    measured = Measured(
        system,
        mean(per_query),
        mean([recall_at(run[name], judged[name], 10) for name in run]),
        mean([reciprocal_rank_at(run[name], judged[name], 10) for name in run]),
        per_query,
        percentile(durations, 50),
        percentile(durations, 95),
    )
    return measured, run


def write_trec_run(run: dict[str, list[str]], path: Path, tag: str = "nrm") -> None:
    """A ranking in the format of trec_eval: query, Q0, document, rank, score, tag."""
    lines = [
        f"{query} Q0 {name} {rank} {1 / rank:.6f} {tag}"
        for query, names in run.items()
        for rank, name in enumerate(names, start=1)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
