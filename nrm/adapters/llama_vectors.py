"""The passages' vectors in any store that speaks LlamaIndex's vector-store interface.

Chroma, embedded, is the default; Milvus (a file by milvus-lite, or a cluster) by setting. No text goes
in: deleted text stays in Chroma's file until it is vacuumed (chroma issue 3793), and row numbers lead
back to our own library. Never Chroma's HTTP server: it has no authentication.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nrm.domain.errors import EngineUnavailable, StaleIndex
from nrm.retrieval.ports import Matrix, Vector
from nrm.settings import Settings

_COLLECTION = "passages"
_BATCH = 2000  # below Chroma's limit of 5,461 rows a call


class LlamaVectors:
    """Nearest neighbours from a LlamaIndex vector store whose ids are row numbers."""

    def __init__(self, store: Any) -> None:
        self._store = store

    def add(self, vectors: Matrix) -> None:
        """Add all rows."""
        from llama_index.core.schema import TextNode

        for start in range(0, len(vectors), _BATCH):
            rows = range(start, min(start + _BATCH, len(vectors)))
            self._store.add([TextNode(id_=str(row), text="", embedding=vectors[row].tolist()) for row in rows])

    def similarities(self, question: Vector, limit: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """See ``nrm.retrieval.ports.VectorIndex``."""
        from llama_index.core.vector_stores.types import VectorStoreQuery

        result = self._store.query(VectorStoreQuery(query_embedding=question.tolist(), similarity_top_k=limit))
        rows: Sequence[str] = result.ids or ()
        scores: Sequence[float] = result.similarities or ()
        return np.array([int(row) for row in rows], dtype=np.int64), np.array(scores, dtype=np.float32)


def write_vectors(settings: Settings, folder: Path, name: str, vectors: Matrix) -> None:
    """Write the vectors of a generation into the engine that the settings name; Chroma unless it is Milvus."""
    opener = open_milvus if settings.vector_engine == "milvus" else open_chroma
    LlamaVectors(opener(settings, folder, name)).add(vectors)


def open_chroma(_: Settings, folder: Path, __: str) -> Any:
    """The embedded collection in the folder of a generation, made if it is not there.

    :raises StaleIndex: if it cannot be opened.
    """
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
            configuration={"hnsw": {"space": "cosine", "ef_search": 1000}},
        )
    except ChromaError as error:
        raise StaleIndex("The vector store of the index cannot be opened.", "Run: nrm ingest --rebuild") from error
    return ChromaVectorStore(chroma_collection=collection)


def open_milvus(settings: Settings, folder: Path, name: str) -> Any:
    """A collection of a Milvus server, or of a file beside the generation when no address is set.

    :raises EngineUnavailable: if the client is not installed or the server is not reached.
    """
    try:
        from llama_index.vector_stores.milvus import MilvusVectorStore
        from pymilvus.exceptions import MilvusException
    except ImportError as error:
        raise EngineUnavailable(
            "The Milvus client is not installed.", "Run: pip install 'nrm-guide[milvus]'"
        ) from error
    address = settings.milvus_uri or str(folder / "milvus.db")
    try:
        return MilvusVectorStore(
            uri=address, collection_name=f"nrm_{name}", dim=384, similarity_metric="COSINE", overwrite=False
        )
    except MilvusException as error:
        raise EngineUnavailable(f"Milvus at {address} cannot be reached.", "Check NRM_MILVUS_URI.") from error
