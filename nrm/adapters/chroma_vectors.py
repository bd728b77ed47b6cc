"""The passages' vectors in an embedded Chroma collection, through LlamaIndex's vector-store interface.

No text goes in: deleted text stays in Chroma's file until it is vacuumed (chroma issue 3793), and
ids lead back to our own library. Never Chroma's HTTP server.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nrm.domain.errors import StaleIndex
from nrm.retrieval.ports import Matrix, Vector

_COLLECTION = "passages"
_BATCH = 2000  # below Chroma's limit of 5,461 rows a call


def write_chroma(folder: Path, vectors: Matrix) -> None:
    """Make the collection in ``folder/chroma``; the id of a vector is its row number."""
    from llama_index.core.schema import TextNode

    store = _store(folder)
    for start in range(0, len(vectors), _BATCH):
        rows = range(start, min(start + _BATCH, len(vectors)))
        store.add([TextNode(id_=str(row), text="", embedding=vectors[row].tolist()) for row in rows])
    store.client._client.close() if hasattr(store.client._client, "close") else None


class ChromaVectors:
    """Approximate nearest neighbours from the collection of one generation."""

    def __init__(self, folder: Path) -> None:
        self._store_object = _store(folder)

    def similarities(self, question: Vector, limit: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """See ``nrm.retrieval.ports.VectorIndex``."""
        from llama_index.core.vector_stores.types import VectorStoreQuery

        result = self._store_object.query(
            VectorStoreQuery(query_embedding=question.tolist(), similarity_top_k=limit)
        )
        rows: Sequence[str] = result.ids or ()
        scores: Sequence[float] = result.similarities or ()
        return np.array([int(row) for row in rows], dtype=np.int64), np.array(scores, dtype=np.float32)


def _store(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings as ChromaSettings
    from chromadb.errors import ChromaError
    from llama_index.vector_stores.chroma import ChromaVectorStore

    try:
        client = chromadb.PersistentClient(
            path=str(folder / "chroma"), settings=ChromaSettings(anonymized_telemetry=False)
        )
        collection = client.get_or_create_collection(
            _COLLECTION,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "ef_search": 200}},
        )
    except ChromaError as error:
        raise StaleIndex("The vector store of the index cannot be opened.", "Run: nrm ingest --rebuild") from error
    return ChromaVectorStore(chroma_collection=collection)
