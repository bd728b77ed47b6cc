"""The library that all sessions share, when its index cannot be used."""

import shutil
from pathlib import Path

import pytest

from nrm.adapters.generation_files import GenerationFiles
from nrm.domain.errors import StaleIndex
from nrm.settings import Settings
from ui.library_access import SharedAsker


@pytest.fixture
def damaged(tmp_path: Path, corpus_settings: Settings) -> Settings:
    """A library whose index lacks a file."""
    shutil.copytree(corpus_settings.data_dir, tmp_path / "data")
    settings = corpus_settings.model_copy(update={"data_dir": tmp_path / "data"})
    (GenerationFiles(settings.data_dir).current_folder() / "vectors.npy").rename(tmp_path / "vectors.npy")
    return settings


def test_an_index_that_cannot_be_used_is_tried_once_and_the_next_one_again(damaged: Settings, tmp_path: Path) -> None:
    asker = SharedAsker(damaged)
    with pytest.raises(StaleIndex, match="incomplete"):
        _ = asker.searcher
    folder = GenerationFiles(damaged.data_dir).current_folder()
    shutil.copy(tmp_path / "vectors.npy", folder / "vectors.npy")

    with pytest.raises(StaleIndex, match="incomplete.*nrm ingest --rebuild"):
        _ = asker.searcher

    folder.rename(folder.with_name("rebuilt"))
    (folder.parent / "current").write_text("rebuilt", encoding="utf-8")
    assert asker.searcher.generation.name == "rebuilt"
