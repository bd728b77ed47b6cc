"""Folding and the search for copied runs."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.corpus_checker import examine_corpus
from ingest.corpus_checker.texts import OfficialText, copied_runs, folded
from nrm.domain.passages import Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind

REPOSITORY = Path(__file__).resolve().parents[3]
LIBRARY = REPOSITORY.parent / "shared" / "library"
WORDS = st.lists(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=0, max_size=40)


def official(text: str) -> OfficialText:
    source = Source("artificial", "An artificial treaty", SourceKind.TREATY, Authority.TREATY)
    return OfficialText((Passage("artificial/1", source, text),))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Shall  adopt”", '"shall adopt"'),
        ("the *State’s* duty", "THE STATE'S DUTY"),
        ("co‑operate – always", "co-operate - always"),
        ("line\nbreak", "line break"),
    ],
)
def test_folding_makes_case_space_quotes_emphasis_and_dashes_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_folding_keeps_different_words_apart() -> None:
    assert folded("shall consider") != folded("shall")


def test_each_copied_run_is_shown_once_and_whole() -> None:
    text = official("one two three four five six seven eight nine ten. And eleven.")
    ours = "One two three four five six seven eight nine ten, and one, Two three four five six seven eight nine."

    assert list(copied_runs(ours, text)) == [
        "one two three four five six seven eight nine ten and",
        "one two three four five six seven eight nine",
    ]


@given(WORDS, st.integers(0, 40), st.integers(0, 8))
def test_up_to_eight_words_in_a_row_are_never_a_copied_run(words: list[str], start: int, length: int) -> None:
    ours = " ".join(["ours", *words[start : start + length], "too"])

    assert list(copied_runs(ours, official(" ".join(words)))) == []


@given(WORDS, st.integers(0, 30))
def test_nine_words_in_a_row_are_always_a_copied_run(words: list[str], start: int) -> None:
    taken = words[start : start + 9]

    found = list(copied_runs(" ".join(["ours", *taken, "too"]), official(" ".join(words))))

    assert found == ([" ".join(taken)] if len(taken) == 9 else [])


def test_the_corpus_of_this_repository_keeps_every_rule() -> None:
    """Against the official texts where they are, else every rule that needs none."""
    library = LIBRARY if LIBRARY.is_dir() else None

    report = examine_corpus(REPOSITORY / "corpus", library)

    assert [str(finding) for finding in report.findings] == []
    assert not (library and report.not_compared)
