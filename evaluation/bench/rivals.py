"""What people would use instead: the LlamaIndex quickstart and Chroma alone, with the same encoder."""

import tempfile
from collections.abc import Callable
from typing import Any

from evaluation.beir import RetrievalSet
from nrm.retrieval.ports import Encoder

Ranker = Callable[[str], list[str]]
_TOP = 100


def llama_index_quickstart(retrieval_set: RetrievalSet, encoder: Encoder) -> Ranker:
    """LlamaIndex as its starter page shows it: its splitter, its vector index, top-k by similarity.

    The model's tokeniser limits are respected (chunks of 200 tokens, as its default would be cut off by the
    encoder); a document is as good as its best chunk.
    """
    from llama_index.core import Document, VectorStoreIndex
    from llama_index.core.embeddings import BaseEmbedding
    from llama_index.core.node_parser import SentenceSplitter

    class OurEncoder(BaseEmbedding):
        """The same encoder as ours, as LlamaIndex wants it."""

        def _get_query_embedding(self, query: str) -> list[float]:
            return encoder.encode_question(query).tolist()  # type: ignore[no-any-return]

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_text_embeddings([text])[0]

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            return encoder.encode_passages(texts).tolist()  # type: ignore[no-any-return]

    documents = [
        Document(id_=passage.id, text="\n".join((*passage.locator.heading_path, passage.text)))
        for passage in retrieval_set.passages
    ]
    index = VectorStoreIndex.from_documents(
        documents,
        embed_model=OurEncoder(embed_batch_size=256),
        transformations=[SentenceSplitter(chunk_size=200, chunk_overlap=20)],
    )
    retriever = index.as_retriever(similarity_top_k=_TOP)
    return lambda question: _distinct([str(node.node.ref_doc_id) for node in retriever.retrieve(question)])


def chroma_alone(retrieval_set: RetrievalSet, vectors: Any, windows: Any, encoder: Encoder) -> Ranker:
    """Chroma with our passages and vectors: nearest neighbours, nothing else."""
    import chromadb

    client = chromadb.PersistentClient(
        path=tempfile.mkdtemp(prefix="nrm-bench-"), settings=chromadb.config.Settings(anonymized_telemetry=False)
    )
    collection = client.create_collection(
        "passages", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
    )
    names = [retrieval_set.passages[row].id for row in windows]
    for start in range(0, len(vectors), 2000):
        rows = range(start, min(start + 2000, len(vectors)))
        collection.add(ids=[f"{row}" for row in rows], embeddings=vectors[start : rows[-1] + 1])

    def rank(question: str) -> list[str]:
        found = collection.query(query_embeddings=[encoder.encode_question(question).tolist()], n_results=_TOP)
        return _distinct([names[int(row)] for row in found["ids"][0]])

    return rank


def _distinct(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))
