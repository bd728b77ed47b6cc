"""The sets of the bench: what counts as right, whole documents for those who cut them, and cached vectors."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from evaluation.bench.comparing import bars, set_figures
from evaluation.bench.judged_sets import JudgedSet, gold_labels
from evaluation.bench.rivals import bm25, chroma_alone, dense, fused, llama_index_fitted, llama_index_quickstart
from evaluation.bench.runs import Run, newest_sections
from evaluation.bench.variants import noisy, original_id, variants
from evaluation.bench.vector_cache import CachingEncoder
from evaluation.golden import Gold, GoldenQuestion
from nrm.domain.passages import Locator, Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind
from nrm.retrieval.ports import Matrix, Progress, Vector

SOURCE = Source("kitchen", "Kitchen rules", SourceKind.DOCUMENT, Authority.REFERENCE)
OTHER = Source("garden", "Garden rules", SourceKind.DOCUMENT, Authority.REFERENCE)
BREAD = Passage("kitchen/1", SOURCE, "Bread is made of flour and water.", Locator(heading_path=("Baking",)))
TEA = Passage("kitchen/2", SOURCE, "Tea is made with boiling water.", Locator(heading_path=("Drinks",)))
ROSES = Passage("garden/1", OTHER, "Roses are cut in spring.")
PASSAGES = (BREAD, TEA, ROSES)


class LetterEncoder:
    """Counts letters: enough to tell short texts apart, and the same everywhere."""

    name, dimensions = "letters/1", 26

    def __init__(self) -> None:
        self.encoded = 0

    def encode_question(self, text: str) -> Vector:
        counts = np.array([text.lower().count(chr(97 + place)) for place in range(26)], dtype=np.float32) + 0.01
        return np.asarray(counts / np.linalg.norm(counts), dtype=np.float32)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Matrix:
        self.encoded += len(texts)
        return np.array([self.encode_question(text) for text in texts], dtype=np.float32)


@pytest.fixture
def small_set() -> JudgedSet:
    return JudgedSet(
        name="small",
        passages=PASSAGES,
        documents=PASSAGES,
        questions={"q": "what is bread made of"},
        relevant={"q": {"kitchen/1": 1}},
        labels=lambda _, found: [passage.id for passage in found],
    )


@pytest.mark.parametrize("rival", [bm25, dense, fused, chroma_alone, llama_index_quickstart, llama_index_fitted])
def test_every_rival_finds_a_passage_by_its_own_words(rival: object, small_set: JudgedSet, tmp_path: Path) -> None:
    find = rival(small_set, LetterEncoder(), tmp_path)  # type: ignore[operator]

    assert find("bread is made of flour and water")[0].id == "kitchen/1"


def test_each_gold_counts_once_and_only_from_its_source() -> None:
    question = GoldenQuestion("q", "?", gold=(Gold("kitchen", "flour"), Gold("garden", "spring")))
    stranger = Passage("garden/9", OTHER, "Bread is made of flour.")

    labels = gold_labels(question, [stranger, BREAD, BREAD, ROSES])

    assert [label for label in labels if label.startswith("gold")] == ["gold 0", "gold 1"]
    assert labels.index("gold 0") == 1
    assert len(set(labels)) == len(labels)


def test_where_any_gold_is_enough_the_first_one_is_it() -> None:
    question = GoldenQuestion("q", "?", gold=(Gold("kitchen", "flour"), Gold("garden", "spring")), any_of=True)

    assert gold_labels(question, [ROSES, BREAD])[0] == "gold"
    assert gold_labels(question, [ROSES, BREAD]).count("gold") == 1


def test_vectors_are_made_once_and_read_by_the_next_run(tmp_path: Path) -> None:
    first, second = LetterEncoder(), LetterEncoder()

    made = CachingEncoder(first, tmp_path).encode_passages(["bread", "tea", "bread"])
    read = CachingEncoder(second, tmp_path).encode_passages(["tea", "bread", "roses"])

    assert (first.encoded, second.encoded) == (2, 1)
    assert np.array_equal(made[0], read[1]) and np.array_equal(made[1], read[0])


def test_a_damaged_portion_of_vectors_is_made_anew(tmp_path: Path) -> None:
    CachingEncoder(LetterEncoder(), tmp_path).encode_passages(["bread"])
    next(tmp_path.rglob("*.npz")).write_bytes(b"half a file")
    again = LetterEncoder()

    CachingEncoder(again, tmp_path).encode_passages(["bread"])

    assert again.encoded == 1


def piece(system: str, ndcg: list[float], recall: list[float]) -> dict[str, object]:
    scored = {"ndcg_at_10": ndcg, "recall_at_5": recall, "recall_at_10": recall, "mrr_at_10": ndcg}
    return {
        "system": system, "passages": 3, "questions": 2, "encoder": "letters/1", "per_question": scored,
        "ms": {"all": [1.0, 2.0], "encode": [1.0, 1.0]}, "build_seconds": 1.0, "encoder_texts_per_second": 1.0, "peak_mb": 9,
    }  # fmt: skip


def test_bars_name_the_rivals_above_ours_and_the_share_of_english() -> None:
    english = set_figures([piece("ours", [1.0, 0.8], [1.0, 1.0]), piece("llama_index_quickstart", [0.8, 0.8], [1, 1])])
    spanish = set_figures([piece("ours", [0.5, 0.5], [1.0, 0.5]), piece("bm25", [0.75, 0.75], [1.0, 1.0])])

    found = bars({"xquad_en": english, "xquad_es": spanish})

    assert found["below"] == {"xquad_es: bm25": 0.25}
    assert found["over_quickstart"]["mean"] == 0.1
    assert found["of_english"] == {"es": 0.75}


def test_a_stopped_run_goes_on_and_the_newest_measurement_is_shown(tmp_path: Path) -> None:
    measured: list[str] = []

    def work() -> str:
        measured.append("once")
        return '{"figure": 1}'

    for _ in range(2):
        run = Run(tmp_path, tmp_path / "cache")
        run.measure("speed", work)
        run.write(tmp_path / "runs")

    assert measured == ["once"]
    assert newest_sections(tmp_path / "runs")["speed"]["figure"] == 1


def test_variants_keep_their_lengths_and_know_their_originals() -> None:
    made = list(variants(PASSAGES, 5))

    passages = [passage for _, own in made for passage in own]
    assert len(passages) >= 5
    assert len({passage.id for passage in passages}) == len(passages)
    for passage in passages:
        original = next(one for one in PASSAGES if one.id == original_id(passage.id))
        assert len(passage.text.split()) == len(original.text.split())


def test_noise_moves_a_vector_a_little() -> None:
    vectors = np.eye(400, dtype=np.float32)[:50]

    moved = noisy(vectors, seed=3)

    assert np.allclose(np.linalg.norm(moved, axis=1), 1, atol=1e-5)
    assert 0.87 < float((moved * vectors).sum(axis=1).mean()) < 0.93
