"""Vector engines on real vectors: the same answers, and what is said when one cannot serve."""

import shutil
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nrm.adapters.byte_vectors import ENDING, ByteVectors, write_byte_vectors
from nrm.adapters.llama_retriever import GuideRetriever
from nrm.adapters.llama_vectors import LlamaVectors, open_chroma, open_vectors, write_vectors
from nrm.adapters.vector_engines import approximate, exact, open_comparisons
from nrm.domain.errors import EngineUnavailable, StaleIndex
from nrm.retrieval.ports import Matrix
from nrm.services.searcher import Searcher
from nrm.settings import Settings

QUESTIONS = ("Who pays for the housing of a victim?", "May a child be asked for a statement?", "residence permit")
ROWS = 400  # of the corpus's vectors: enough neighbours, written in a second


@pytest.fixture(scope="module")
def vectors(corpus_searcher: Searcher) -> Matrix:
    return np.asarray(corpus_searcher.generation.vectors[:ROWS])


@pytest.fixture(scope="module")
def chroma_folder(tmp_path_factory: pytest.TempPathFactory, vectors: Matrix) -> Path:
    folder = tmp_path_factory.mktemp("generation")
    write_vectors(Settings(vector_engine="chroma"), folder, "one", vectors)
    return folder


def nearest(vectors: Matrix, question: np.ndarray, count: int) -> list[int]:
    return np.argsort(-(vectors @ question), kind="stable")[:count].tolist()


def test_chroma_finds_what_exact_search_finds(corpus_searcher: Searcher, vectors: Matrix, chroma_folder: Path) -> None:
    engine = open_vectors("chroma", Settings(), chroma_folder, "one", 384)

    for words in QUESTIONS:
        question = corpus_searcher.encoder.encode_question(words)
        rows, similarities = engine.similarities(question, 20)

        assert set(rows.tolist()) == set(nearest(vectors, question, 20))
        assert np.allclose(similarities, vectors[rows] @ question, atol=1e-3)


def test_what_is_written_can_be_read_through_llama_index(
    corpus_searcher: Searcher, vectors: Matrix, chroma_folder: Path
) -> None:
    question = corpus_searcher.encoder.encode_question(QUESTIONS[0])

    rows, _ = LlamaVectors(open_chroma(chroma_folder)).similarities(question, 5)

    assert rows.tolist() == nearest(vectors, question, 5)


def test_a_search_is_the_same_by_every_engine(corpus_settings: Settings, corpus_searcher: Searcher) -> None:
    by_chroma = Searcher(corpus_settings.model_copy(update={"vector_engine": "chroma"}))

    for words in QUESTIONS:
        found = [hit.passage.id for hit in by_chroma.search(words).hits]
        assert found == [hit.passage.id for hit in corpus_searcher.search(words).hits]


def test_windows_that_an_engine_does_not_return_never_outrank_those_it_does(corpus_searcher: Searcher) -> None:
    generation = corpus_searcher.generation
    question = corpus_searcher.encoder.encode_question(QUESTIONS[0])

    class Three:
        def similarities(self, _: np.ndarray, __: int) -> tuple[np.ndarray, np.ndarray]:
            rows = np.array(nearest(np.asarray(generation.vectors), question, 3))
            return rows, np.asarray(generation.vectors)[rows] @ question

    scores = approximate(generation, Three())(question)

    assert nearest(scores[:, None], np.ones(1), 3) == nearest(np.asarray(generation.vectors), question, 3)
    assert scores.min() == pytest.approx(np.sort(exact(generation.vectors)(question))[-3], abs=1e-6)


def test_an_index_built_for_another_engine_says_how_to_mend_it(corpus_searcher: Searcher, tmp_path: Path) -> None:
    with pytest.raises(StaleIndex, match=r"no vectors for the engine 'chroma'.*nrm ingest --rebuild"):
        open_comparisons(Settings(vector_engine="chroma"), tmp_path, corpus_searcher.generation)


def test_a_damaged_collection_says_how_to_mend_it(
    corpus_searcher: Searcher, chroma_folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(chroma_folder, tmp_path / "copy")
    (tmp_path / "copy" / "chroma" / "chroma.sqlite3").write_bytes(b"junk " * 1000)

    with pytest.raises(StaleIndex, match="nrm ingest --rebuild"):
        open_comparisons(Settings(vector_engine="chroma"), tmp_path / "copy", corpus_searcher.generation)


def test_our_search_serves_as_a_llama_index_retriever(corpus_searcher: Searcher) -> None:
    nodes = GuideRetriever(corpus_searcher.search, limit=3).retrieve(QUESTIONS[0])

    hits = corpus_searcher.search(QUESTIONS[0], limit=3).hits
    assert [node.node.node_id for node in nodes] == [hit.passage.id for hit in hits]
    assert nodes[0].node.metadata["source"] == hits[0].passage.source.slug


def test_milvus_finds_what_exact_search_finds(corpus_searcher: Searcher, vectors: Matrix, tmp_path: Path) -> None:
    pytest.importorskip("milvus_lite", reason="the milvus extra is not installed")
    pytest.importorskip("llama_index.vector_stores.milvus", reason="the milvus extra is not installed")
    settings = Settings(vector_engine="milvus")
    building = tmp_path / "one.building"
    building.mkdir()
    write_vectors(settings, building, "one", vectors)
    building.rename(tmp_path / "one")  # as an ingest does when everything is written

    engine = open_vectors("milvus", settings, tmp_path / "one", "one", 384)

    for words in QUESTIONS:
        question = corpus_searcher.encoder.encode_question(words)
        assert set(engine.similarities(question, 20)[0].tolist()) == set(nearest(vectors, question, 20))


def test_a_milvus_server_that_does_not_answer_is_named(tmp_path: Path) -> None:
    pytest.importorskip("llama_index.vector_stores.milvus", reason="the milvus extra is not installed")

    with pytest.raises(EngineUnavailable, match=r"Milvus at http://127\.0\.0\.1:1 cannot be reached.*NRM_MILVUS_URI"):
        open_vectors("milvus", Settings(milvus_uri="http://127.0.0.1:1"), tmp_path, "one", 384)


@pytest.mark.parametrize("name", ["passages", "knowledge"])
def test_in_bytes_the_nearest_are_those_of_exact_search_with_their_exact_similarities(
    corpus_searcher: Searcher, name: str
) -> None:
    generation = corpus_searcher.generation
    vectors = np.asarray(generation.vectors if name == "passages" else generation.knowledge)
    compare = getattr(corpus_searcher.comparisons, name)

    for words in QUESTIONS:
        question = corpus_searcher.encoder.encode_question(words)
        scores = compare(question)
        best = nearest(vectors, question, 20)
        assert nearest(scores[:, None], np.ones(1), 20) == best
        assert np.allclose(scores[best], vectors[best] @ question, atol=1e-6)
        assert np.abs(scores - vectors @ question).max() < 0.01


def test_a_search_in_full_and_one_in_bytes_find_the_same_first_ten(
    corpus_settings: Settings, corpus_searcher: Searcher
) -> None:
    in_full = Searcher(corpus_settings.model_copy(update={"vector_engine": "exact"}))

    for words in QUESTIONS:
        found = [hit.passage.id for hit in in_full.search(words).hits]
        assert found == [hit.passage.id for hit in corpus_searcher.search(words).hits]


@given(
    arrays(
        np.float32,
        st.tuples(st.integers(1, 30), st.just(8)),
        elements=st.floats(-1, 1, width=32, allow_nan=False, allow_subnormal=False),
    )
)
@settings(max_examples=25, deadline=None)
def test_few_vectors_are_compared_exactly(vectors: np.ndarray) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"vectors{ENDING}"
        write_byte_vectors(file, vectors)
        question = np.linspace(-1, 1, 8, dtype=np.float32)

        assert np.allclose(ByteVectors(file, vectors)(question), vectors @ question, atol=1e-6)


@pytest.mark.parametrize("harm", ["junk", "other rows", "gone"])
def test_vectors_in_bytes_that_do_not_fit_say_how_to_mend_it(vectors: Matrix, tmp_path: Path, harm: str) -> None:
    file = tmp_path / f"vectors{ENDING}"
    if harm != "gone":
        write_byte_vectors(file, vectors[:5])
    if harm == "junk":
        file.write_bytes(b"junk" * 100)

    with pytest.raises(StaleIndex, match=r"vectors\.onnx of the index .*nrm ingest --rebuild"):
        ByteVectors(file, vectors)(vectors[0])
