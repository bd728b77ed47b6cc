"""How a question is compared with vectors: all of them, in bytes or exactly, or through an approximate engine."""

from pathlib import Path

import numpy as np

from nrm.adapters.byte_vectors import ENDING, ByteVectors
from nrm.adapters.llama_vectors import open_vectors
from nrm.domain.errors import StaleIndex
from nrm.retrieval.generation import Generation
from nrm.retrieval.ports import Compare, Comparisons, Matrix, Scores, Vector, VectorIndex
from nrm.settings import Settings

_CANDIDATES = 1000
_APPROXIMATE = ("chroma", "milvus")


def open_comparisons(settings: Settings, folder: Path, generation: Generation) -> Comparisons:
    """The comparisons that the settings ask for.

    :param folder: of the generation, where its vectors in bytes and its Chroma collection are.
    :raises StaleIndex: if the engine's data cannot be opened, or the index was built for another engine.
    :raises EngineUnavailable: if the engine is not installed or not reached.
    """

    def comparison(name: str, vectors: Matrix) -> Compare:
        return exact(vectors) if settings.vector_engine == "exact" else ByteVectors(folder / f"{name}{ENDING}", vectors)

    every = comparison("vectors", generation.vectors)
    return Comparisons(
        passages=_engine(settings, folder, generation) if settings.vector_engine in _APPROXIMATE else every,
        every_passage=every,
        knowledge=comparison("knowledge", generation.knowledge),
        # e5 takes 20 ms a question: a millisecond less is not worth more files (docs/decisions/0007)
        foreign_passages=exact(generation.multilingual_own),
        foreign_knowledge=exact(generation.multilingual),
    )


def exact(vectors: Matrix | None) -> Compare:
    """Every row compared in full; none where there are no vectors."""
    if vectors is None:
        return lambda _: np.zeros(0, dtype=np.float32)
    return lambda question: np.asarray(vectors @ question, dtype=np.float32)


def _engine(settings: Settings, folder: Path, generation: Generation) -> Compare:
    index = open_vectors(
        settings.vector_engine, settings, folder, generation.name, generation.vectors.shape[1]
    )  # fmt: skip
    if len(generation.vectors) and not len(index.similarities(generation.vectors[0], 1)[0]):
        raise StaleIndex(
            f"The index holds no vectors for the engine '{settings.vector_engine}'.", "Run: nrm ingest --rebuild"
        )
    return approximate(generation, index)


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
