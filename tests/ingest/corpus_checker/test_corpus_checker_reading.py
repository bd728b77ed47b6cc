"""Files that cannot be read, wholly or in part, are findings; the other files are still checked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ingest.corpus_checker import check_corpus, examine_corpus
from nrm.domain.errors import MissingFile


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("topics.yaml", "- id: [a\n- b", "corpus/topics.yaml:3: yaml:"),
        ("topics.yaml", "", "corpus/topics.yaml:1: shape: the file is empty"),
        ("topics.yaml", "- id: a\n  label: b\n  definition: c\n- words\n", "corpus/topics.yaml:4: shape:"),
        (
            "topics.yaml",
            "- id: a\n  label: b\n  definition: c\n  label: d\n",
            "corpus/topics.yaml:4: duplicate-key:",
        ),
        ("topics.yaml", "- id: a\n  label: b\n  definition: 2026-02-31\n", "corpus/topics.yaml:1: yaml:"),
        ("commitments/treaty.yaml", "- id: a\n", "corpus/commitments/treaty.yaml:1: shape:"),
        ("commitments/treaty.yaml", "source: treaty\n", "'commitments' is expected"),
        (
            "parties.csv",
            "state,source\nAA,treaty\n",
            "corpus/parties.csv:2: missing-key: 'vintage' is missing.",
        ),
        ("parties.csv", 'state,source\n"AA,treaty\n', "corpus/parties.csv:2: shape: not CSV"),
        (
            "handbook/leaflet.md",
            "## A title\n\nWords.\n",
            "corpus/handbook/leaflet.md:1: missing-key: 'slug'",
        ),
        ("handbook/leaflet.md", "---\nslug: [\n---\n", "corpus/handbook/leaflet.md:1: missing-key: 'slug'"),
        (
            "sources/treaty.yml",
            "slug: treaty\n",
            "corpus/sources/treaty.yml:1: unread-file: only *.yaml files",
        ),
    ],
)
def test_a_file_that_does_not_fit_is_a_finding(
    small_corpus: Callable[..., Any], name: str, text: str, expected: str
) -> None:
    corpus = small_corpus()
    corpus.write_text(name, text)

    assert any(expected in str(finding) for finding in corpus.check())


def test_one_unreadable_file_does_not_hide_what_is_wrong_in_another(small_corpus: Callable[..., Any]) -> None:
    corpus = small_corpus({"practices/0/plain": ""})
    corpus.write_text("topics.yaml", "- id: [a\n")

    assert {"yaml", "empty-value"} <= {finding.rule for finding in corpus.check()}


def test_one_record_that_does_not_fit_does_not_hide_its_other_faults(
    small_corpus: Callable[..., Any],
) -> None:
    corpus = small_corpus({"practices/0/kind": 5, "practices/0/plain": "", "practices/0/limits": "ABSENT"})

    assert [finding.rule for finding in corpus.check()] == ["missing-key", "empty-value", "bad-value"]


def test_text_that_is_not_utf8_is_a_finding(small_corpus: Callable[..., Any]) -> None:
    corpus = small_corpus()
    (corpus.folder / "topics.yaml").write_bytes(b"- id: caf\xe9\n")

    found = [str(finding) for finding in corpus.check() if finding.rule == "yaml"]

    assert found == ["corpus/topics.yaml:1: yaml: not UTF-8 (invalid continuation byte)."]


def test_a_file_that_must_be_there_is_missed_and_the_contacts_are_not(
    small_corpus: Callable[..., Any],
) -> None:
    corpus = small_corpus()
    (corpus.folder / "contacts.yaml").unlink()
    (corpus.folder / "states.yaml").unlink()

    found = [str(finding) for finding in corpus.check() if finding.rule == "missing-file"]

    assert found == ["corpus/states.yaml:1: missing-file: the corpus lacks this file."]


def test_a_folder_that_is_not_there_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="NRM_CORPUS_DIR"):
        check_corpus(tmp_path / "nothing", None)


def test_the_lines_of_a_digest_are_those_of_its_fields(small_corpus: Callable[..., Any]) -> None:
    corpus = small_corpus()
    corpus.write_text(
        "handbook/leaflet.md",
        "---\nslug: leaflet\nurl: https://example.org\nreviewed_on: 2026-11-01\n---\n\n"
        "## First\n\n- topics: shelter\n- asked_as: a | b | c\n\nWords.\n\n"
        "## Second\n\n- topics: shelter, house\n- asked_as: a | b\n- theme: x\n\nStandard 3: a door.\n",
    )

    found = [(finding.line, finding.rule) for finding in corpus.check()]

    assert found == [(16, "unknown-topic"), (17, "asked-as"), (18, "unknown-key"), (20, "imitates-handbook")]


def test_without_texts_the_pinpoints_are_not_compared_and_the_caller_is_told(
    small_corpus: Callable[..., Any],
) -> None:
    corpus = small_corpus({"full/commitments/0/article": "9", "full/commitments/0/pinpoint": "art. 9"})

    without = examine_corpus(corpus.folder, None)
    with_texts = examine_corpus(corpus.folder, corpus.library)

    assert (without.findings, without.not_compared) == ((), 3)
    assert [finding.rule for finding in with_texts.findings] == ["article-not-in-text"]
    assert with_texts.not_compared == 0


def test_a_text_that_is_not_in_the_library_leaves_its_records_not_compared(
    small_corpus: Callable[..., Any],
) -> None:
    corpus = small_corpus()
    (corpus.library / "treaty.md").unlink()

    report = examine_corpus(corpus.folder, corpus.library)

    assert (report.findings, report.not_compared) == ((), 2)


def test_the_report_counts_every_record(small_corpus: Callable[..., Any]) -> None:
    report = examine_corpus(small_corpus().folder, None)

    # sources, commitments, a practice, a digest, terms, a topic, States, a party, a conflict, a contact, ways of asking
    assert report.records == 2 + 3 + 1 + 1 + 2 + 1 + 57 + 1 + 1 + 1 + 2
