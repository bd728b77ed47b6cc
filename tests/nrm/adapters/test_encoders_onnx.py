"""The shipped English encoder, exported: real weights, no network."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nrm.adapters.encoders import export_encoder, open_encoder
from nrm.adapters.encoders.graph import INPUT, encoder_graph
from nrm.adapters.encoders.minilm_weights import minilm_weights
from nrm.adapters.encoders.shipped import MINILM, package_folder
from nrm.adapters.encoders.tokens import WordPieceTokens, open_tokens
from nrm.retrieval.ports import Encoder
from nrm.settings import Settings

PROJECT = Path(__file__).resolve().parents[3]
QUESTION = "How long is the recovery and reflection period?"
ARTICLE = (
    "Each Party shall provide in its internal law a recovery and reflection period of at least 30 days, "
    "when there are reasonable grounds to believe that the person concerned is a victim. "
)
TEXTS = [ARTICLE, "victim", "", "Labour inspectors visit farms in summer.", ARTICLE * 9, "a" * 300, "ъ 漢 😀"]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    export_encoder(folder)
    return folder


@pytest.fixture(scope="module")
def encoder(models: Path) -> Encoder:
    return open_encoder(Settings(encoder_backend="onnx"), models)


@pytest.fixture(scope="module")
def torch_encoder() -> Encoder:
    return open_encoder(Settings(encoder_backend="torch"))


def cosines(left: Sequence[np.ndarray] | np.ndarray, right: Sequence[np.ndarray] | np.ndarray) -> np.ndarray:
    return (np.asarray(left) * np.asarray(right)).sum(axis=-1)


def test_vectors_are_unit_vectors_of_32_bit_floats(encoder: Encoder) -> None:
    vectors = encoder.encode_passages(TEXTS)

    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), encoder.dimensions) == (len(TEXTS), 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_vectors_stand_in_the_order_of_the_texts_whatever_their_lengths(encoder: Encoder) -> None:
    forth = encoder.encode_passages(TEXTS)
    back = encoder.encode_passages(TEXTS[::-1])

    assert np.array_equal(forth, back[::-1])


def test_a_passage_has_the_same_vector_alone_and_among_others(encoder: Encoder) -> None:
    together = encoder.encode_passages(TEXTS)
    alone = np.concatenate([encoder.encode_passages([text]) for text in TEXTS])

    assert np.array_equal(together, alone)


def test_more_texts_than_one_portion_keep_their_order(encoder: Encoder) -> None:
    numbers = [f"Article {number}" for number in range(600)]

    vectors = encoder.encode_passages(numbers)

    for place in (0, 255, 256, 257, 599):
        assert np.array_equal(vectors[place], encoder.encode_question(numbers[place]))


def test_two_openings_give_the_same_vectors(encoder: Encoder, models: Path) -> None:
    other = open_encoder(Settings(encoder_backend="onnx", index_threads=1), models)

    assert other.name == encoder.name
    assert np.array_equal(other.encode_passages(TEXTS), encoder.encode_passages(TEXTS))


def test_no_texts_give_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode_passages([]).shape == (0, 384)


def test_progress_counts_every_text_once(encoder: Encoder) -> None:
    done: list[int] = []

    encoder.encode_passages(TEXTS, done.append)

    assert sum(done) == len(TEXTS)


def test_the_article_that_answers_is_nearer_than_another(encoder: Encoder) -> None:
    question = encoder.encode_question(QUESTION)
    article, other = encoder.encode_passages([ARTICLE, "Labour inspectors visit farms in summer."])

    assert float(question @ article) > float(question @ other) + 0.3


def test_a_text_of_five_megabytes_counts_as_its_beginning(encoder: Encoder) -> None:
    long = ARTICLE * (5_000_000 // len(ARTICLE))

    assert np.array_equal(encoder.encode_question(long), encoder.encode_question(ARTICLE * 40))


def test_half_a_character_does_not_stop_a_question(encoder: Encoder) -> None:
    vector = encoder.encode_question("victim \ud83d of trafficking")

    assert np.isclose(np.linalg.norm(vector), 1, atol=1e-5)


def test_the_name_says_model_backend_precision_and_weights(encoder: Encoder, torch_encoder: Encoder) -> None:
    assert encoder.name == "all-MiniLM-L6-v2/onnx-int8/53aa51172d14-2"
    assert torch_encoder.name == "all-MiniLM-L6-v2/torch-float32/53aa51172d14"


def test_the_float_graph_agrees_with_pytorch_at_every_length(models: Path, torch_encoder: Encoder) -> None:
    content = (package_folder(MINILM) / MINILM.weights).read_bytes()
    session = onnxruntime.InferenceSession(encoder_graph(minilm_weights(content), int8=False))
    tokens = open_tokens(models / MINILM.folder_name)
    texts = [" ".join((ARTICLE * 9).split()[:words]) for words in (1, 2, 3, 7, 20, 61, 130, 220, 240)]

    vectors = [session.run(None, {INPUT: np.array([tokens.ids(text, 256)])})[0][0] for text in texts]

    assert cosines(vectors, torch_encoder.encode_passages(texts)).min() > 0.999


def test_eight_bits_stay_near_pytorch(encoder: Encoder, torch_encoder: Encoder) -> None:
    agreement = cosines(encoder.encode_passages(TEXTS), torch_encoder.encode_passages(TEXTS))

    assert agreement.min() > 0.98
    assert cosines(encoder.encode_question(QUESTION), torch_encoder.encode_question(QUESTION)) > 0.98


def test_pytorch_keeps_the_same_promises(torch_encoder: Encoder) -> None:
    together = torch_encoder.encode_passages(TEXTS)
    alone = np.concatenate([torch_encoder.encode_passages([text]) for text in TEXTS])

    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert np.allclose(together, alone, atol=1e-3)
    assert torch_encoder.encode_passages([]).shape == (0, 384)
    assert np.isclose(np.linalg.norm(torch_encoder.encode_question(ARTICLE * 40000)), 1, atol=1e-5)


@settings(max_examples=50, deadline=None)
@given(text=st.text(max_size=400), limit=st.integers(2, 60))
def test_tokens_never_exceed_the_limit_and_keep_both_marks(models: Path, text: str, limit: int) -> None:
    tokens = open_tokens(models / MINILM.folder_name)

    ids = tokens.ids(text, limit)

    assert isinstance(tokens, WordPieceTokens)
    assert 2 <= len(ids) <= limit
    assert (ids[0], ids[-1]) == (101, 102)


def test_a_question_imports_neither_pytorch_nor_export_tools_and_stays_offline(encoder: Encoder, models: Path) -> None:
    code = (
        "import json, os, sys; from pathlib import Path;"
        "from nrm.adapters.encoders import open_encoder; from nrm.settings import Settings;"
        f"vector = open_encoder(Settings(), Path({str(models)!r})).encode_question('victim');"
        "print(json.dumps({'modules': list(sys.modules), 'offline': os.environ.get('HF_HUB_OFFLINE'),"
        " 'vector': vector.tolist()}))"
    )
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("NRM_", "HF_"))}

    printed = subprocess.run(
        [sys.executable, "-c", code],
        cwd=PROJECT,
        env={**environment, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    seen = json.loads(printed)

    unwanted = {"torch", "transformers", "sentence_transformers", "huggingface_hub", "onnx", "safetensors"}
    assert not unwanted & set(seen["modules"])
    assert seen["offline"] == "1"
    assert np.array_equal(np.float32(seen["vector"]), encoder.encode_question("victim"))
