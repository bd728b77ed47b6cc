"""One public set: words, meaning, both fused, ours, and the rivals, on the same passages."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from evaluation.beir import RetrievalSet, load_retrieval_set
from evaluation.bench.rivals import chroma_alone, llama_index_quickstart
from evaluation.metrics import bootstrap_interval
from evaluation.retrieval import Measured, generation_of, measure, rankers
from nrm.adapters.encoders import open_encoder, open_multilingual_encoder
from nrm.retrieval.ranking import RankingWeights
from nrm.settings import Settings


def measure_public_set(folder: Path, settings: Settings, queries: int, with_rivals: bool) -> dict[str, Any]:
    """The figures of every system on one set, and of ours in each language that the set has questions in."""
    files = sorted(folder.glob("queries*.jsonl"))
    english = next((file for file in files if file.stem in ("queries", "queries.en")), files[0])
    retrieval_set = _first(load_retrieval_set(folder, english.name), queries)
    encoder = open_encoder(settings)
    multilingual = open_multilingual_encoder(settings) if len(files) > 1 else None
    generation = generation_of(retrieval_set, encoder, multilingual)
    systems = rankers(generation, encoder, multilingual, RankingWeights())
    if with_rivals:
        systems["llama_index_quickstart"] = llama_index_quickstart(retrieval_set, encoder)
        systems["chroma_alone"] = chroma_alone(retrieval_set, generation.vectors, generation.windows, encoder)
    measured = {name: measure(name, ranker, retrieval_set)[0] for name, ranker in systems.items()}
    languages = {
        file.stem.partition(".")[2]: _figures(
            measure("ours", systems["ours"], _first(load_retrieval_set(folder, file.name), queries))[0]
        )
        for file in files
        if file != english
    }
    return {
        "passages": len(retrieval_set.passages),
        "queries": len(retrieval_set.queries),
        "systems": {name: _figures(one, measured["ours"]) for name, one in measured.items()},
        "languages": languages,
    }


def _first(retrieval_set: RetrievalSet, queries: int) -> RetrievalSet:
    return replace(retrieval_set, queries=dict(list(retrieval_set.queries.items())[:queries]))


def _figures(one: Measured, ours: Measured | None = None) -> dict[str, Any]:
    figures: dict[str, Any] = {
        "ndcg_at_10": round(one.ndcg_at_10, 4),
        "recall_at_10": round(one.recall_at_10, 4),
        "mrr_at_10": round(one.mrr_at_10, 4),
        "ms_p50": one.milliseconds_p50,
        "ms_p95": one.milliseconds_p95,
    }
    if ours and one.system != "ours":
        differences = [mine - other for mine, other in zip(ours.per_query, one.per_query, strict=True)]
        figures["ours_minus_this_95"] = [round(bound, 4) for bound in bootstrap_interval(differences)]
    return figures
