"""One system on one set, in a process of its own so that its memory can be told from the others'.

``python -m evaluation.bench.one_system SET SYSTEM`` prints one JSON document: measures by question,
milliseconds by stage, seconds to build, memory.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

from evaluation.bench.judged_sets import OWN_SETS, JudgedSet, open_set
from evaluation.bench.memory import peak_megabytes
from evaluation.bench.rivals import (
    Found,
    bm25,
    chroma_alone,
    dense,
    fused,
    llama_index_fitted,
    llama_index_quickstart,
)
from evaluation.bench.vector_cache import CachingEncoder
from evaluation.metrics import ndcg_at, percentile, recall_at, reciprocal_rank_at
from evaluation.retrieval import DEPTH, generation_of, open_search
from nrm.adapters.encoders import open_encoder, open_multilingual_encoder
from nrm.domain.errors import EngineUnavailable
from nrm.domain.passages import Passage
from nrm.services.searcher import Searcher
from nrm.settings import Settings

RIVALS = {
    "bm25": bm25,
    "dense": dense,
    "fused": fused,
    "chroma_alone": chroma_alone,
    "llama_index_quickstart": llama_index_quickstart,
    "llama_index_fitted": llama_index_fitted,
}
SYSTEMS = ("ours", *RIVALS)
Stages = dict[str, float]


class Ours:
    """The product's search as a system of the bench; ``stages`` has the milliseconds of the last question."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self.stages: Stages = {}

    def __call__(self, question: str) -> list[Passage]:
        ranking = self._searcher.search(question, limit=DEPTH)
        self.stages = dict(ranking.timings_ms)
        return [hit.passage for hit in ranking.hits]


def measure_system(name: str, one: JudgedSet, settings: Settings, cache: Path) -> dict[str, Any]:
    """Build a system, ask it everything, and say what it cost."""
    encoders = _encoders(one, settings, cache)
    asked_with = encoders[-1] if one.foreign else encoders[0]
    with tempfile.TemporaryDirectory(prefix="nrm-bench-", ignore_cleanup_errors=True) as place:
        started, encoded = time.perf_counter(), sum(encoder.seconds for encoder in encoders)
        find = (
            _ours(one, encoders, settings, Path(place))
            if name == "ours"
            else RIVALS[name](one, asked_with, Path(place))
        )
        seconds = time.perf_counter() - started - (sum(encoder.seconds for encoder in encoders) - encoded)
        return {
            "set": one.name,
            "system": name,
            "encoder": asked_with.name,
            "passages": len(one.passages),
            "questions": len(one.questions),
            "build_seconds": round(seconds, 2),
            "encoder_texts_per_second": asked_with.texts_per_second,
            **_answers(one, find, asked_with),
            "peak_mb": peak_megabytes(),
        }


def _encoders(one: JudgedSet, settings: Settings, cache: Path) -> list[CachingEncoder]:
    """The English encoder and, where questions are in other languages, the multilingual one."""
    encoders = [CachingEncoder(open_encoder(settings), cache)]
    if one.foreign:
        multilingual = open_multilingual_encoder(settings)
        if multilingual is None:
            raise EngineUnavailable("There is no multilingual encoder.", "Run: nrm prepare-encoders")
        encoders.append(CachingEncoder(multilingual, cache))
    return encoders


def _ours(one: JudgedSet, encoders: Sequence[CachingEncoder], settings: Settings, place: Path) -> Ours:
    multilingual = encoders[1] if len(encoders) > 1 else None
    if one.name in OWN_SETS:
        searcher = Searcher(settings)
    else:
        generation = generation_of(one.passages, encoders[0], multilingual)
        fresh = settings.model_copy(update={"data_dir": place, "vector_engine": "exact"})
        searcher = open_search(one.passages, generation, encoders[0], multilingual, fresh)
    searcher.encoder = encoders[0]
    if multilingual:
        searcher.multilingual = multilingual
    return Ours(searcher)


def _answers(one: JudgedSet, find: Found, encoder: CachingEncoder) -> dict[str, Any]:
    stages: dict[str, list[float]] = {"all": [], "encode": []}
    labels: dict[str, list[str]] = {}
    for question in list(one.questions.values())[:1]:
        find(question)  # what is loaded at the first question is not part of the next ones
    for name, question in one.questions.items():
        encoder.question_ms, started = 0.0, time.perf_counter()
        found = find(question)
        stages["all"].append((time.perf_counter() - started) * 1000)
        stages["encode"].append(encoder.question_ms)
        for stage, milliseconds in _inner_stages(find, encoder).items():
            stages.setdefault(stage, []).append(milliseconds)
        labels[name] = one.labels(name, found)
    return {
        "per_question": _measures(labels, one.relevant),
        "ms": {stage: [percentile(values, 50), percentile(values, 95)] for stage, values in stages.items()},
    }


def _inner_stages(find: Found, encoder: CachingEncoder) -> Stages:
    """What the product says of its stages; encoding is part of ranking there and told apart here."""
    inner = dict(find.stages) if isinstance(find, Ours) else {}
    if "rank" in inner:
        inner["rank"] -= encoder.question_ms
    return inner


def _measures(labels: Mapping[str, list[str]], relevant: Mapping[str, Mapping[str, int]]) -> dict[str, list[float]]:
    pairs = [(labels[name], relevant[name]) for name in labels]
    measured = {
        "ndcg_at_10": [ndcg_at(found, wanted, 10) for found, wanted in pairs],
        "recall_at_5": [recall_at(found, wanted, 5) for found, wanted in pairs],
        "recall_at_10": [recall_at(found, wanted, 10) for found, wanted in pairs],
        "mrr_at_10": [reciprocal_rank_at(found, wanted, 10) for found, wanted in pairs],
    }
    return {name: [round(value, 5) for value in values] for name, values in measured.items()}


def main() -> None:
    """Measure one and print it."""
    parser = argparse.ArgumentParser(prog="evaluation.bench.one_system", description=__doc__)
    parser.add_argument("set")
    parser.add_argument("system", choices=SYSTEMS)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=0)
    asked = parser.parse_args()
    threadpool_limits(1, "blas")  # for every system: two threads on two busy cores wait for each other
    settings = Settings.from_environment().model_copy(update={"data_dir": asked.library})
    one = open_set(asked.set, asked.shared, asked.library, asked.questions)
    json.dump(measure_system(asked.system, one, settings, asked.cache), sys.stdout)


if __name__ == "__main__":
    main()
