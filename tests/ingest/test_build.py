"""Ingest as an operator meets it: counts, nothing done twice, removal, and every bad input."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.build import ingest, remove_source
from nrm.adapters.generation_files import GenerationFiles
from nrm.adapters.library_store import LibraryStore
from nrm.adapters.writer_lock import writing
from nrm.domain.errors import IndexMissing, LibraryBusy, MissingFile, StaleIndex, StorageFailure
from nrm.services.searcher import Searcher
from nrm.settings import Settings

PROJECT = Path(__file__).resolve().parents[2]
ARTICLE = "# Artificial rules\n\n## Article 1\n\nEvery lighthouse keeper shall count the purple gulls at noon.\n"


@pytest.fixture
def settings(tmp_path: Path, small_corpus: Path) -> Settings:
    return Settings(data_dir=tmp_path / "data", corpus_dir=small_corpus, multilingual_encoder="none")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "gulls.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def _ids(settings: Settings, question: str) -> list[str]:
    return [hit.passage.id for hit in Searcher(settings).search(question, limit=3).hits]


def _bytes_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_document_is_found_after_ingest(settings: Settings, document: Path) -> None:
    result = ingest([document], settings)

    assert [(entry.slug, entry.passages, entry.unchanged) for entry in result.added] == [("gulls", 1, False)]
    assert _ids(settings, "who counts purple gulls")[0] == "gulls/1"


def test_the_same_files_again_encode_nothing(settings: Settings, document: Path) -> None:
    ingest([document], settings)
    name = GenerationFiles(settings.data_dir).current_name()

    again = ingest([document], settings)

    assert (again.encoded, again.rebuilt, again.added[0].unchanged) == (0, False, True)
    assert GenerationFiles(settings.data_dir).current_name() == name


def test_a_changed_file_takes_the_place_of_the_old_one_and_encodes_only_itself(
    settings: Settings, document: Path
) -> None:
    ingest([document], settings)
    document.write_text(ARTICLE.replace("purple gulls", "silver herrings"), encoding="utf-8")

    result = ingest([document], settings)

    assert result.encoded == 1
    assert _ids(settings, "who counts silver herrings")[0] == "gulls/1"
    assert b"purple gulls" not in LibraryStore(settings.data_dir).passages_by_id(["gulls/1"])["gulls/1"].text.encode()


def test_removal_leaves_no_trace_of_the_text(settings: Settings, document: Path) -> None:
    ingest([document], settings)
    assert b"purple" in _bytes_below(settings.data_dir)

    assert remove_source("gulls", settings)

    left = _bytes_below(settings.data_dir)
    assert b"purple" not in left
    assert b"lighthouse keeper" not in left
    assert not remove_source("gulls", settings)


def test_one_bad_file_never_stops_the_others(settings: Settings, document: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "junk.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnot really")

    result = ingest([tmp_path], settings)

    assert [entry.slug for entry in result.added] == ["gulls"]
    assert {failure.file_name for failure in result.failed} == {"empty.md", "junk.txt", "broken.pdf"}
    assert all(failure.problem and failure.remedy for failure in result.failed)


def test_an_encrypted_pdf_asks_for_its_password(settings: Settings, shared: Path) -> None:
    result = ingest([shared / "pdfs" / "encrypted" / "pdfplumber__password-example.pdf"], settings)

    assert "password" in result.failed[0].problem.lower() + result.failed[0].remedy.lower()


def test_a_missing_path_is_said_before_anything_is_done(settings: Settings, document: Path, tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="no file or folder"):
        ingest([document, tmp_path / "nowhere.pdf"], settings)

    assert not settings.data_dir.exists()


def test_an_excerpt_in_a_folder_is_left_out_and_loaded_when_named(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    excerpt = folder / "part.md"
    excerpt.write_text("---\ncompleteness: PARTIAL - opening only\n---\n" + ARTICLE, encoding="utf-8")

    of_folder = ingest([folder], settings)
    by_name = ingest([excerpt], settings)

    assert [failure.file_name for failure in of_folder.left_out] == ["part.md"]
    assert not of_folder.failed
    assert "excerpt" in by_name.added[0].remarks[-1]


def test_a_second_writer_is_refused_at_once(settings: Settings, document: Path) -> None:
    with writing(settings.data_dir), pytest.raises(LibraryBusy, match="Another process"):
        ingest([document], settings)


def test_a_full_disk_keeps_the_old_generation(
    settings: Settings, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest([], settings)
    before = GenerationFiles(settings.data_dir).current_name()

    def no_space(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("nrm.adapters.generation_files._save", no_space)
    with pytest.raises(StorageFailure, match="No space left.*Free some space"):
        ingest([document], settings)

    assert GenerationFiles(settings.data_dir).current_name() == before
    assert Searcher(settings).search("identification", limit=1).hits


def test_a_data_folder_that_is_a_file_says_what_to_do(settings: Settings, document: Path) -> None:
    settings.data_dir.parent.mkdir(parents=True, exist_ok=True)
    settings.data_dir.write_text("in the way", encoding="utf-8")

    with pytest.raises(StorageFailure, match="NRM_DATA_DIR"):
        ingest([document], settings)


def test_without_an_index_the_remedy_is_named(settings: Settings) -> None:
    with pytest.raises(IndexMissing, match="nrm ingest"):
        Searcher(settings)


@pytest.mark.parametrize("name", ["manifest.json", "vectors.npy", "passages.json", "facets.npz"])
def test_a_damaged_generation_says_how_to_mend_it(settings: Settings, name: str) -> None:
    ingest([], settings)
    (GenerationFiles(settings.data_dir).current_folder() / name).write_bytes(b"junk")

    with pytest.raises(StaleIndex, match="nrm ingest --rebuild"):
        Searcher(settings)

    assert ingest([], settings, rebuild=True).rebuilt
    assert Searcher(settings).search("identification", limit=1).hits


def test_an_index_of_another_encoder_is_refused(settings: Settings) -> None:
    ingest([], settings)
    manifest = GenerationFiles(settings.data_dir).current_folder() / "manifest.json"
    values = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps({**values, "encoder": "small-en"}), encoding="utf-8")

    with pytest.raises(StaleIndex, match='encoder "small-en" but settings ask for'):
        Searcher(settings)


def test_killed_at_any_moment_the_last_generation_answers(settings: Settings, document: Path, tmp_path: Path) -> None:
    ingest([document], settings)
    (tmp_path / "herrings.md").write_text(ARTICLE.replace("purple gulls", "silver herrings"), encoding="utf-8")
    moments = random.Random(7)

    for _ in range(3):  # `python -m evaluation.kills` does twenty
        child = subprocess.Popen(
            [sys.executable, "-c", "from ui.terminal import main; main()", "ingest", "--rebuild", str(tmp_path)],
            cwd=PROJECT,
            env={**os.environ, **_environment(settings)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(moments.uniform(0.2, 4.0))
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert _ids(settings, "who counts purple gulls")[0] == "gulls/1"

    assert ingest([tmp_path], settings).added
    assert _ids(settings, "who counts silver herrings")[0] == "herrings/1"


def _environment(settings: Settings) -> dict[str, str]:
    return {
        "NRM_DATA_DIR": str(settings.data_dir),
        "NRM_CORPUS_DIR": str(settings.corpus_dir),
        "NRM_MULTILINGUAL_ENCODER": "none",
    }


@pytest.fixture(autouse=True)
def _models_are_ready(corpus_settings: Settings) -> Iterator[None]:
    """The encoder is exported once, before a child process is timed."""
    yield
