"""What many tests share: one small library, built once a session from the real corpus with the real encoder."""

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import hypothesis
import pytest
from filelock import FileLock

from ingest.build import ingest
from nrm.services.asking import Asker
from nrm.services.searcher import Searcher
from nrm.settings import Settings

# Timed limits belong in the bench: a busy machine must not turn a law red.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"


@pytest.fixture(autouse=True)
def _no_settings_from_outside(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Tests never see the operator's settings or library, also where `make run` has made one."""
    for name in [name for name in os.environ if name.startswith("NRM_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.getbasetemp() / "nobodys-data"))
    yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of public texts beside the project."""
    if not SHARED.is_dir():
        pytest.skip("the folder of public texts, ../shared, is not beside this checkout")
    return SHARED


def built_once(factory: pytest.TempPathFactory, name: str, files: Sequence[Path] = ()) -> Settings:
    """A library of the corpus and these files, built by the first worker that needs it and copied by the others."""
    base = factory.getbasetemp()
    common = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    first = common / f"first-{name}"
    with FileLock(common / f"{name}.lock"):
        if not first.is_dir():
            building = common / f"building-{name}"
            ingest(list(files), Settings(data_dir=building, multilingual_encoder="none"))
            building.rename(first)
    own = factory.mktemp(name, numbered=False) / "data"
    shutil.copytree(first, own)
    return Settings(data_dir=own, multilingual_encoder="none")


@pytest.fixture(scope="session")
def corpus_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A library that holds the corpus and nothing else, as on a fresh machine."""
    return built_once(tmp_path_factory, "corpus-library")


@pytest.fixture(scope="session")
def corpus_searcher(corpus_settings: Settings) -> Searcher:
    """Search over the corpus alone."""
    return Searcher(corpus_settings)


@pytest.fixture(scope="session")
def corpus_asker(corpus_settings: Settings, corpus_searcher: Searcher) -> Asker:
    """Answers from the corpus alone."""
    return Asker(corpus_settings, corpus_searcher)


@pytest.fixture(scope="session")
def treaty_settings(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Settings:
    """A library with the corpus and the official texts of two treaties."""
    names = ("coe-cets197-2005.md", "un-trafficking-protocol-2000.md")
    return built_once(tmp_path_factory, "treaty-library", [shared / "library" / name for name in names])


@pytest.fixture(scope="session")
def treaty_asker(treaty_settings: Settings) -> Asker:
    """Answers from a library with official texts."""
    return Asker(treaty_settings, Searcher(treaty_settings))


@pytest.fixture(scope="session")
def small_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the corpus with the records of one instrument and five practices, for tests that build often."""
    folder = tmp_path_factory.mktemp("small") / "corpus"
    shutil.copytree(PROJECT / "corpus", folder)
    for path in [*folder.glob("commitments/*.yaml"), *folder.glob("practices/*.yaml")]:
        if path.stem != "ilo-p029-2014" and path.stem not in {f"pp-00{number}" for number in range(1, 6)}:
            path.unlink()
    return folder
