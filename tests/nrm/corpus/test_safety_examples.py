"""Reading the safety examples and what was learned from them; the messages here are artificial."""

from pathlib import Path

import numpy as np
import pytest

from nrm.corpus.safety_examples import SafetyExample, digest_of, load_safety_examples
from nrm.corpus.safety_learned import FILE, PLACES, Learned, load_learned, save_learned
from nrm.domain.errors import CorpusInvalid, MissingFile

HEAD = "language: en\nreviewed_on: '2026-11-24'\nthemes:\n"
THEME = HEAD + "- theme: birds\n  person_at_risk: [a robin]\n  harmful: [a hawk]\n  searched: [a wren]\n"


def written(folder: Path, text: str) -> Path:
    (folder / "examples-en.yaml").write_text(text, encoding="utf-8")
    return folder


def test_examples_are_read_with_their_route_language_and_theme(tmp_path: Path) -> None:
    examples = load_safety_examples(written(tmp_path, THEME))

    assert examples[0] == SafetyExample("a robin", "person_at_risk", "en", "birds")
    assert [example.route for example in examples] == ["person_at_risk", "harmful", "searched"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[", "not-yaml"),
        ("language: en\nreviewed_on: '2026'\n", "missing-key"),
        (HEAD + "- person_at_risk: [a]\n", "bad-theme"),
        (HEAD + "- theme: birds\n  answered: [a]\n", "bad-theme"),
        (HEAD + "- theme: birds\n  harmful: [1]\n", "bad-value"),
        (HEAD + "- theme: birds\n  harmful: [' ']\n", "bad-value"),
        (HEAD + "- theme: birds\n  harmful: [a robin]\n  searched: [A Robin]\n", "double-example"),
    ],
)
def test_examples_that_do_not_fit_are_refused_by_name(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(CorpusInvalid, match=f"examples-en.yaml:1: {says}"):
        load_safety_examples(written(tmp_path, text))


def test_a_folder_without_examples_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        load_safety_examples(tmp_path)


def test_the_checksum_changes_with_any_file_of_the_folder(tmp_path: Path) -> None:
    before = digest_of(written(tmp_path, THEME))

    (tmp_path / "en.yaml").write_text("rules: []", encoding="utf-8")

    assert digest_of(tmp_path) != before
    assert digest_of(written(tmp_path, THEME)) != before


def test_what_was_learned_is_kept_and_read_again(tmp_path: Path) -> None:
    pieces = np.zeros((PLACES, 3), np.float32)
    pieces[[5, PLACES - 1]] = [[1.5, 0.25, -2.0], [3.0, -0.5, 0.0]]

    save_learned(tmp_path, Learned(pieces, (-0.5, 0.25), "abc"))
    read = load_learned(tmp_path)

    assert read is not None
    assert (read.pieces == pieces).all()
    assert (read.base, read.digest) == ((-0.5, 0.25), "abc")


def test_nothing_was_learned_where_there_is_no_file(tmp_path: Path) -> None:
    assert load_learned(tmp_path) is None


def test_a_damaged_file_is_refused_with_the_command_that_mends_it(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"PK\x03\x04 cut short")

    with pytest.raises(CorpusInvalid, match="python -m evaluation.safety_learning"):
        load_learned(tmp_path)
