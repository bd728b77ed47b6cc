"""Records are read with the line of every key, and nothing that does not fit gets in."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from nrm.corpus import load_corpus
from nrm.corpus.binding import binding_of
from nrm.corpus.digests import read_digests
from nrm.corpus.lines import read_entries
from nrm.corpus.records import record_from
from nrm.domain.errors import CorpusInvalid, MissingFile
from nrm.domain.knowledge import PartyRow
from nrm.domain.vocabulary import Binding, Strength

CORPUS = Path(__file__).resolve().parents[3] / "corpus"


@dataclass(frozen=True)
class _Duty:
    id: str
    strength: Strength
    year: int | None
    topics: tuple[str, ...]


def _written(folder: Path, text: str) -> Path:
    path = folder / "duties.yaml"
    path.write_text(text, encoding="utf-8")
    return path


GOOD = "- id: one\n  strength: must\n  year:\n  topics: [housing]\n"


def test_a_record_becomes_its_type(tmp_path: Path) -> None:
    _, (entry,) = read_entries(_written(tmp_path, GOOD), "duties.yaml")

    assert record_from(_Duty, entry) == _Duty("one", Strength.MUST, None, ("housing",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD + "  colour: red\n", r"duties.yaml:5: unknown-key: 'colour' .*nearest"),
        (GOOD.replace("  year:\n", ""), r"duties.yaml:1: missing-key: 'year'"),
        (GOOD.replace("must", "mus"), r"duties.yaml:2: bad-value: .*nearest: must"),
        (GOOD.replace("[housing]", "housing"), r"duties.yaml:4: bad-value: .*a list is expected"),
        (GOOD.replace("year:", "year: soon"), r"duties.yaml:3: bad-value"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    _, (entry,) = read_entries(_written(tmp_path, text), "duties.yaml")

    with pytest.raises(CorpusInvalid, match=message):
        record_from(_Duty, entry)


@pytest.mark.parametrize("text", ["", "a: [", "- just words\n"])
def test_a_file_of_another_shape_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(CorpusInvalid, match=r"duties.yaml:\d+: "):
        read_entries(_written(tmp_path, text), "duties.yaml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- id: one\n  reviewed_on: 2026-02-31\n", r"duties.yaml:2: bad-value: '2026-02-31' cannot be read: day"),
        ("- id: one\n  topics:\n  - housing\n  - 2026-13-01\n", r"duties.yaml:4: bad-value: '2026-13-01'"),
        ("- id: !!python/name:os.system\n", r"duties.yaml:1: bad-value: .*could not determine a constructor"),
        ("- [a, b]: one\n", r"duties.yaml:1: shape: a key is one word"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(CorpusInvalid, match=message):
        read_entries(_written(tmp_path, text), "duties.yaml")


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("slug: a\nurl: [", r"corpus/handbook/facts.md:\d+: yaml: "),
        ("slug: a\nreviewed_on: 2026-02-31", r"corpus/handbook/facts.md:1: front-matter: .*day"),
        ("slug: a", r"corpus/handbook/facts.md:1: front-matter: slug, url and reviewed_on"),
    ],
)
def test_a_front_matter_that_cannot_be_read_is_refused_with_its_file(tmp_path: Path, head: str, message: str) -> None:
    folder = tmp_path / "corpus"
    (folder / "handbook").mkdir(parents=True)
    (folder / "handbook" / "facts.md").write_text(f"---\n{head}\n---\n## One\nText.\n", encoding="utf-8")

    with pytest.raises(CorpusInvalid, match=message):
        list(read_digests(folder))


def test_the_shipped_corpus_loads_and_is_linked() -> None:
    corpus = load_corpus(CORPUS)
    topics = {topic.id for topic in corpus.topics}
    sources = {source.slug for source in corpus.sources}

    assert len(corpus.states) == 57
    assert len(corpus.practices) == 116
    assert len(corpus.commitments) > 1000
    assert {commitment.source for commitment in corpus.commitments} <= sources
    assert {topic for commitment in corpus.commitments for topic in commitment.topics} <= topics


def test_a_missing_corpus_says_what_to_set(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="NRM_CORPUS_DIR"):
        load_corpus(tmp_path / "nowhere")


def _row(status: Binding, vintage: str, date: str = "") -> PartyRow:
    return PartyRow("RS", "treaty", status, date, "", "a list", vintage)


def test_the_newest_evidence_decides_and_a_disagreement_is_kept() -> None:
    rows = (_row(Binding.SIGNED, "2014"), _row(Binding.PARTY, "2022", "2019-05-01"))

    note = binding_of("RS", "treaty", rows)

    assert (note.status, note.since, note.as_of, note.conflicting) == (Binding.PARTY, "2019-05-01", "2022", True)


def test_a_state_without_evidence_is_unknown_never_unbound() -> None:
    assert binding_of("AD", "treaty", (_row(Binding.PARTY, "2022"),)).status is Binding.UNKNOWN
