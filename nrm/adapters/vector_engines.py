"""How a question is compared with the passages' vectors: exactly, or through an approximate engine."""

from pathlib import Path

import numpy as np

from nrm.adapters.llama_vectors import open_vectors
from nrm.domain.errors import StaleIndex
from nrm.retrieval.generation import Generation
from nrm.retrieval.ports import Compare, Scores, Vector, VectorIndex
from nrm.settings import Settings

EXACT_UP_TO = 50_000  # windows; from here on an approximate engine is faster (docs/benchmarks.md)
_CANDIDATES = 1000


def open_vector_engine(settings: Settings, folder: Path, generation: Generation) -> Compare:
    """The comparison that the settings ask for; 'auto' is exact while the library is small.

    :param folder: of the generation, where its Chroma collection is.
    :raises StaleIndex: if the engine's data cannot be opened, or the index was built for another engine.
    :raises EngineUnavailable: if the engine is not installed or not reached.
    """
    engine = settings.vector_engine
    if engine == "auto":
        engine = "exact" if len(generation.vectors) <= EXACT_UP_TO else "chroma"
    if engine == "exact":
        return exact(generation)
    index = open_vectors(engine, settings, folder, generation.name, generation.vectors.shape[1])
    if len(generation.vectors) and not len(index.similarities(generation.vectors[0], 1)[0]):
        raise StaleIndex(f"The index holds no vectors for the engine '{engine}'.", "Run: nrm ingest --rebuild")
    return approximate(generation, index)


def exact(generation: Generation) -> Compare:
    """Every window compared."""
    return lambda question: np.asarray(generation.vectors @ question, dtype=np.float32)


def approximate(generation: Generation, index: VectorIndex) -> Compare:
    """The engine's nearest windows scored exactly; every other window gets just less than the last of these."""

    def compare(question: Vector) -> Scores:
        rows, _ = index.similarities(question, _CANDIDATES)
        rows = np.sort(rows)
        near = np.asarray(generation.vectors[rows] @ question, dtype=np.float32)
        beyond = np.nextafter(near.min(), np.float32(-1)) if len(near) else 0.0
        found = np.full(len(generation.vectors), beyond, dtype=np.float32)
        found[rows] = near
        return found

    return compare
