"""What people would use instead, on the same passages with the same encoder."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from evaluation.bench.judged_sets import JudgedSet
from evaluation.retrieval import DEPTH, rows_by_meaning, rows_by_words
from nrm.domain.passages import Passage
from nrm.retrieval.fusion import fuse_rankings
from nrm.retrieval.generation import passage_windows
from nrm.retrieval.lexical import FieldWeight, build_word_index
from nrm.retrieval.plan import IndexPlan
from nrm.retrieval.ports import Encoder
from nrm.retrieval.words import terms

Found = Callable[[str], list[Passage]]
BM25 = {"all": FieldWeight(1.0, 0.75)}  # one field, b = 0.75 and k1 = 1.2: the defaults of Lucene
FITTED_TOKENS, FITTED_OVERLAP = 200, 20  # of GPT's tokeniser: what MiniLM reads of 256 of its own


def bm25(one: JudgedSet, _: Encoder, __: Path) -> Found:
    """Plain BM25 over heading and text as one field, stemmed, without common words."""
    rows = _bm25_rows(one)
    return lambda question: [one.passages[row] for row in rows(question)]


def dense(one: JudgedSet, encoder: Encoder, _: Path) -> Found:
    """Nearest passages by their best window; every window compared."""
    rows = _dense_rows(one, encoder)
    return lambda question: [one.passages[row] for row in rows(question)]


def fused(one: JudgedSet, encoder: Encoder, _: Path) -> Found:
    """BM25 and dense with equal weights, by reciprocal rank."""
    words, meaning = _bm25_rows(one), _dense_rows(one, encoder)
    return lambda question: [one.passages[row] for row, _ in fuse_rankings([words(question), meaning(question)], DEPTH)]


def _bm25_rows(one: JudgedSet) -> Callable[[str], list[int]]:
    index = build_word_index(
        [
            {"all": terms(" ".join((p.source.title, *p.locator.heading_path, p.text)), p.source.language)}
            for p in one.passages
        ],
        BM25,
    )
    return lambda question: rows_by_words(index, question)


def _dense_rows(one: JudgedSet, encoder: Encoder) -> Callable[[str], list[int]]:
    texts, windows = passage_windows(IndexPlan(one.passages, (), ()))
    vectors = encoder.encode_passages(texts)
    return lambda question: rows_by_meaning(vectors, windows, encoder, question)


def chroma_alone(one: JudgedSet, encoder: Encoder, folder: Path) -> Found:
    """Chroma as its own starter page shows it, with our windows and vectors: nearest neighbours, nothing else."""
    texts, windows = passage_windows(IndexPlan(one.passages, (), ()))
    vectors = encoder.encode_passages(texts)
    collection = _collection(folder)
    for start in range(0, len(vectors), 2000):
        some = vectors[start : start + 2000]
        collection.add(ids=[str(start + place) for place in range(len(some))], embeddings=some)

    def find(question: str) -> list[Passage]:
        asked = encoder.encode_question(question).tolist()
        found = collection.query(query_embeddings=[asked], n_results=min(DEPTH, len(vectors)), include=[])
        rows = dict.fromkeys(int(windows[int(row)]) for row in found["ids"][0])
        return [one.passages[row] for row in rows]

    return find


def _collection(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    client = chromadb.PersistentClient(path=str(folder), settings=ChromaSettings(anonymized_telemetry=False))
    return client.create_collection("passages", embedding_function=None, configuration={"hnsw": {"space": "cosine"}})


def llama_index_quickstart(one: JudgedSet, encoder: Encoder, folder: Path) -> Found:
    """LlamaIndex as its starter page shows it: whole documents, its splitter with its own sizes, Chroma, top-k.

    A piece counts as the passage it was cut from. Where documents are longer than passages (our treaties), it
    is right when it holds the gold's words.
    """
    return _llama_index(one, encoder, folder, ())


def llama_index_fitted(one: JudgedSet, encoder: Encoder, folder: Path) -> Found:
    """The same by somebody who knows that the encoder reads 256 tokens and cuts accordingly."""
    return _llama_index(one, encoder, folder, (FITTED_TOKENS, FITTED_OVERLAP))


def _llama_index(one: JudgedSet, encoder: Encoder, folder: Path, sizes: tuple[int, ...]) -> Found:
    from llama_index.core import Document, StorageContext, VectorStoreIndex
    from llama_index.core.node_parser import SentenceSplitter
    from llama_index.vector_stores.chroma import ChromaVectorStore

    by_id = {document.id: document for document in one.documents}
    documents = [Document(id_=document.id, text=_headed(document)) for document in one.documents]
    splitter = SentenceSplitter(chunk_size=sizes[0], chunk_overlap=sizes[1]) if sizes else SentenceSplitter()
    index = VectorStoreIndex.from_documents(
        documents,
        embed_model=_as_llama_index_wants(encoder),
        transformations=[splitter],
        storage_context=StorageContext.from_defaults(
            vector_store=ChromaVectorStore(chroma_collection=_collection(folder))
        ),
    )
    retriever = index.as_retriever(similarity_top_k=DEPTH)

    def find(question: str) -> list[Passage]:
        return [
            _piece(by_id[str(node.node.ref_doc_id)], node.node.get_content()) for node in retriever.retrieve(question)
        ]

    return find


def _headed(document: Passage) -> str:
    """The text below the words that ours has above it, so that nobody sees less."""
    heading = ". ".join(part for part in (document.source.title, *document.locator.heading_path[-1:]) if part)
    return f"{heading}\n{document.text}"


def _piece(document: Passage, text: str) -> Passage:
    return Passage(document.id, document.source, text, document.locator)


def _as_llama_index_wants(encoder: Encoder) -> Any:
    from llama_index.core.embeddings import BaseEmbedding

    class SameEncoder(BaseEmbedding):
        """The same encoder as ours."""

        def _get_query_embedding(self, query: str) -> list[float]:
            return encoder.encode_question(query).tolist()  # type: ignore[no-any-return]

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_text_embeddings([text])[0]

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            return encoder.encode_passages(texts).tolist()  # type: ignore[no-any-return]

    return SameEncoder(embed_batch_size=512)
