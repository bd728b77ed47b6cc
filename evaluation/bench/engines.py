"""Search in bytes and approximate search against exact search on real vectors: what they find and what they cost."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.beir import load_retrieval_set
from evaluation.bench.speed import tuning_questions
from evaluation.bench.vector_cache import CachingEncoder
from evaluation.metrics import mean, percentile
from nrm.adapters.byte_vectors import ENDING, ByteVectors, write_byte_vectors
from nrm.adapters.encoders import open_encoder
from nrm.adapters.generation_files import GenerationFiles
from nrm.adapters.llama_vectors import open_vectors
from nrm.retrieval.generation import passage_windows
from nrm.retrieval.plan import IndexPlan
from nrm.retrieval.ports import Matrix, Scores, Vector, VectorIndex
from nrm.settings import Settings

_NEAREST = 20
_CANDIDATES = 1000  # what the product asks a vector store for
_PUBLIC_QUESTIONS = 140
Search = Callable[[Vector, int], NDArray[np.int64]]


def measure_engines(shared: Path, settings: Settings, cache: Path) -> dict[str, Any]:
    """Recall of the nearest 20 and milliseconds: bytes, Chroma, exact, on the library's and obliqa's vectors."""
    encoder = CachingEncoder(open_encoder(settings), cache)
    obliqa = load_retrieval_set(shared / "eval" / "obliqa")
    texts, _ = passage_windows(IndexPlan(obliqa.passages, (), ()))
    library = GenerationFiles(settings.data_dir).load()
    vectors = np.concatenate([library.vectors, encoder.encode_passages(texts)])
    asked = [*tuning_questions(), *list(obliqa.queries.values())[:_PUBLIC_QUESTIONS]]
    questions = [encoder.encode_question(question) for question in asked]
    with tempfile.TemporaryDirectory(prefix="nrm-bench-", ignore_cleanup_errors=True) as place:
        engine = open_vectors("chroma", settings, Path(place), "bench", vectors.shape[1])
        started = time.perf_counter()
        engine.add(vectors)
        inserts = round(len(vectors) / (time.perf_counter() - started))
        compared = compare_engines(vectors, questions, engine)
    return {"vectors": "real", "chroma_inserts_per_second": inserts, **compared}


def compare_engines(vectors: Matrix, questions: list[Vector], engine: VectorIndex) -> dict[str, Any]:
    """Exact search, search in bytes, and an engine that holds these vectors."""
    with tempfile.TemporaryDirectory(prefix="nrm-bench-", ignore_cleanup_errors=True) as place:
        file = Path(place) / f"vectors{ENDING}"
        write_byte_vectors(file, vectors)
        compare = ByteVectors(file, vectors)
        compare(questions[0])  # opens it
        in_bytes = _measured(lambda question, limit: _best(compare(question), limit), vectors, questions)
    return {
        "windows": len(vectors),
        "questions": len(questions),
        "exact": _measured(lambda question, limit: _best(vectors @ question, limit), vectors, questions),
        "bytes": in_bytes,
        "chroma": _measured(lambda question, limit: engine.similarities(question, limit)[0], vectors, questions),
    }


def _measured(search: Search, vectors: Matrix, questions: list[Vector]) -> dict[str, Any]:
    recalls, durations = [], []
    for question in questions:
        started = time.perf_counter()
        rows = search(question, _CANDIDATES)
        durations.append((time.perf_counter() - started) * 1000)
        recalls.append(recall_of_nearest(rows, vectors, question))
    return {"recall_at_20": round(mean(recalls), 4), "ms": [percentile(durations, 50), percentile(durations, 95)]}


def _best(similarities: Scores, limit: int) -> NDArray[np.int64]:
    limit = min(limit, len(similarities))
    return np.argpartition(-similarities, limit - 1)[:limit]


def recall_of_nearest(rows: NDArray[np.int64], vectors: Matrix, question: Vector) -> float:
    """The share of the 20 nearest that are among the 20 best of the rows found, by similarity, so that ties count."""
    similarities = vectors @ question
    place = max(0, len(similarities) - _NEAREST)
    as_good = np.partition(similarities, place)[place] - 1e-6
    found = np.sort(similarities[rows])[::-1][:_NEAREST]
    return float((found >= as_good).sum()) / min(_NEAREST, len(similarities))
