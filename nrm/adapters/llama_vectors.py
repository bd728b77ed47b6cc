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
_REBUILD = "Run: nrm ingest --rebuild"
_MILVUS_FILE = "milvus.db"
_PATIENCE_SECONDS = 10.0  # for a Milvus server to answer the first call


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


class ChromaVectors(LlamaVectors):
    """The same over Chroma, asked for row numbers only.

    LlamaIndex makes a node of each of 1,000 neighbours: 430 ms a question where Chroma itself takes 8 to 13
    (3,714 windows, same busy machine). What is written stays readable through LlamaIndex.
    """

    def similarities(self, question: Vector, limit: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """See ``nrm.retrieval.ports.VectorIndex``.

        :raises StaleIndex: if the collection cannot be read.
        """
        from chromadb.errors import ChromaError

        try:
            found = self._store.client.query(
                query_embeddings=[question.tolist()], n_results=limit, include=["distances"]
            )
        except ChromaError as error:
            raise StaleIndex("The vector store of the index cannot be read.", _REBUILD) from error
        rows = np.array([int(row) for row in found["ids"][0]], dtype=np.int64)
        return rows, 1.0 - np.array(found["distances"][0], dtype=np.float32)


def write_vectors(settings: Settings, folder: Path, name: str, vectors: Matrix) -> None:
    """Write the vectors of a generation into the engine that the settings name; Chroma unless it is Milvus."""
    engine = "milvus" if settings.vector_engine == "milvus" else "chroma"
    open_vectors(engine, settings, folder, name, vectors.shape[1]).add(vectors)
    if engine == "milvus" and not settings.milvus_uri:
        _release_milvus_file(folder)


def open_vectors(engine: str, settings: Settings, folder: Path, name: str, dimensions: int) -> LlamaVectors:
    """The vectors of a generation in an engine, ``chroma`` or ``milvus``; an empty store when it was not written.

    :param folder: of the generation; ``name``: of the generation.
    """
    if engine == "milvus":
        return LlamaVectors(open_milvus(settings, folder, name, dimensions))
    return ChromaVectors(open_chroma(folder))


def open_chroma(folder: Path) -> Any:
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
        raise StaleIndex("The vector store of the index cannot be opened.", _REBUILD) from error
    return ChromaVectorStore(chroma_collection=collection)


def _release_milvus_file(folder: Path) -> None:
    """Let go of a milvus-lite file, which one process at a time may hold, so that its folder can be renamed."""
    from milvus_lite.server_manager import server_manager_instance

    server_manager_instance.release_server(str(folder / _MILVUS_FILE))


def open_milvus(settings: Settings, folder: Path, name: str, dimensions: int) -> Any:
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
    address = settings.milvus_uri or str(folder / _MILVUS_FILE)
    try:
        store = MilvusVectorStore(
            uri=address,
            collection_name=f"nrm_{name}",
            dim=dimensions,
            similarity_metric="COSINE",
            overwrite=False,
            timeout=_PATIENCE_SECONDS,
        )
        store.client.load_collection(store.collection_name)  # a collection opened again is not in memory yet
    except MilvusException as error:
        raise EngineUnavailable(
            f"Milvus at {address} cannot be reached.",
            "Check NRM_MILVUS_URI; a milvus-lite file serves one process at a time, a server many.",
        ) from error
    return store
