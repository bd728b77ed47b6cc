"""Ranking on a public set: words, meaning, both fused, and the product's own ranking, in one run."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from evaluation.beir import RetrievalSet
from evaluation.metrics import mean, ndcg_at, recall_at, reciprocal_rank_at
from nrm.retrieval.fusion import fuse_rankings
from nrm.retrieval.generation import FIELD_WEIGHTS, Generation, facet_rows, knowledge_texts, passage_windows
from nrm.retrieval.language import language_of
from nrm.retrieval.lexical import build_word_index
from nrm.retrieval.plan import IndexPlan, searched_fields
from nrm.retrieval.ports import Encoder, Progress
from nrm.retrieval.ranking import RankingWeights, best_rows, scored_passages
from nrm.retrieval.words import terms

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
    passages: RetrievalSet, encoder: Encoder, multilingual: Encoder | None = None, progress: Progress | None = None
) -> Generation:
    """An index of a public set, which has no records: only passages can be found, through their own words."""
    plan = IndexPlan(passages.passages, (), ())
    texts, windows = passage_windows(plan)
    _, owners, kinds = knowledge_texts(())
    nothing = np.zeros((0, encoder.dimensions), dtype=np.float32)
    return Generation(
        name=passages.name,
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


def rankers(
    generation: Generation, encoder: Encoder, multilingual: Encoder | None, weights: RankingWeights
) -> dict[str, Ranker]:
    """The systems that are compared; each gives passage ids, best first."""

    def scores(question: str, chosen: RankingWeights, by_meaning: bool = True) -> list[int]:
        foreign = multilingual is not None and language_of(question) != "en"
        own = encoder.encode_question(question) if by_meaning and not foreign else None
        other = multilingual.encode_question(question) if by_meaning and foreign and multilingual else None
        weighted = [(term, 1.0) for term in dict.fromkeys(terms(question))]
        scored = scored_passages(generation, own, other, weighted, (), (), chosen)
        found = scored.total if by_meaning else scored.words
        allowed = None if by_meaning else scored.words > 0  # a row without a word is no hit
        return [int(row) for row in best_rows(found, allowed, DEPTH)]

    only_meaning = replace(weights, words=0.0, words_alone=0.0)
    systems: dict[str, Callable[[str], list[int]]] = {
        "lexical": lambda question: scores(question, weights, by_meaning=False),
        "dense": lambda question: scores(question, only_meaning),
        "fused": lambda question: [
            row
            for row, _ in fuse_rankings(
                [scores(question, weights, by_meaning=False), scores(question, only_meaning)], DEPTH
            )
        ],
        "ours": lambda question: scores(question, weights),
    }
    return {name: _ids(ranker, generation) for name, ranker in systems.items()}


def _ids(ranker: Callable[[str], list[int]], generation: Generation) -> Ranker:
    return lambda question: [generation.passage_ids[row] for row in ranker(question)]


def measure(system: str, ranker: Ranker, retrieval_set: RetrievalSet) -> tuple[Measured, dict[str, list[str]]]:
    """The measures of one system on one set, and its rankings by query."""
    run: dict[str, list[str]] = {}
    durations: list[float] = []
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
        _percentile(durations, 50),
        _percentile(durations, 95),
    )
    return measured, run


def _percentile(values: Sequence[float], percent: int) -> float:
    return round(float(np.percentile(values, percent)), 2) if values else 0.0


def write_trec_run(run: dict[str, list[str]], path: Path, tag: str = "nrm") -> None:
    """A ranking in the format of trec_eval: query, Q0, document, rank, score, tag."""
    lines = [
        f"{query} Q0 {name} {rank} {1 / rank:.6f} {tag}"
        for query, names in run.items()
        for rank, name in enumerate(names, start=1)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
