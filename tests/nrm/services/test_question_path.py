"""What a question costs to start and whether it is answered alike everywhere: a new process, a copied library."""

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrm.domain.errors import StaleIndex
from nrm.services.asking import Asker
from nrm.services.searcher import Searcher
from nrm.settings import Settings

PROJECT = Path(__file__).resolve().parents[3]
QUESTIONS = (
    "How long is the recovery and reflection period?",
    "Who pays for the housing of a victim, and may a child be detained?",
    "compensaton for victims",
    "что такое торговля людьми",
)
_PROGRAM = """
import json, sys
from pathlib import Path
from nrm.services.asking import Asker
from nrm.settings import Settings
asker = Asker(Settings(data_dir=Path(sys.argv[1]), multilingual_encoder="none"))
orders = [[hit.passage.id for hit in asker.search(question, asker.searcher.filters({}), 20).hits] for question in sys.argv[2:]]
answers = [asker.ask(question).outcome for question in sys.argv[2:]]
print(json.dumps({"orders": orders, "answers": answers, "modules": sorted(sys.modules)}))
"""


def elsewhere(data_dir: Path) -> dict[str, list[str]]:
    """What a new process finds in this data folder."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NRM_")}
    printed = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(data_dir), *QUESTIONS],
        cwd=PROJECT,
        env={**environment, "PYTHONPATH": str(PROJECT), "PYTHONHASHSEED": "12345"},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    ).stdout
    found: dict[str, list[str]] = json.loads(printed)
    return found


@pytest.fixture(scope="module")
def copy(corpus_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The library as an operator copies it to another server: the file and the index, nothing of it writable."""
    folder = tmp_path_factory.mktemp("server") / "data"
    folder.mkdir()
    shutil.copy(corpus_settings.data_dir / "library.sqlite3", folder)
    shutil.copytree(corpus_settings.data_dir / "index", folder / "index")
    _set_writable(folder, False)
    yield folder
    _set_writable(folder, True)


def _set_writable(folder: Path, writable: bool) -> None:
    for path in (folder, *folder.rglob("*")):
        mode = path.stat().st_mode
        path.chmod(mode | stat.S_IWUSR if writable else mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))


@pytest.fixture(scope="module")
def seen(copy: Path) -> dict[str, list[str]]:
    return elsewhere(copy)


def test_a_copied_read_only_library_gives_the_same_order_in_another_process(
    corpus_searcher: Searcher, seen: dict[str, list[str]], copy: Path
) -> None:
    here = [[hit.passage.id for hit in corpus_searcher.search(question, limit=20).hits] for question in QUESTIONS]

    assert seen["orders"] == here
    assert all(here)


def test_a_copied_library_gives_the_same_outcomes(corpus_asker: Asker, seen: dict[str, list[str]]) -> None:
    assert seen["answers"] == [corpus_asker.ask(question).outcome for question in QUESTIONS]


def test_reading_leaves_nothing_behind(seen: dict[str, list[str]], copy: Path) -> None:
    if os.access(copy, os.W_OK):
        pytest.skip("nothing is read-only to this user")
    assert sorted(path.name for path in copy.iterdir()) == ["index", "library.sqlite3"]


def test_a_question_imports_no_pytorch_and_no_engine_it_does_not_need(seen: dict[str, list[str]]) -> None:
    heavy = {"torch", "transformers", "sentence_transformers", "chromadb", "llama_index", "streamlit", "onnx", "pandas"}

    assert not heavy & set(seen["modules"])


def test_a_generation_copied_in_part_says_how_to_mend_it(corpus_settings: Settings, tmp_path: Path) -> None:
    shutil.copy(corpus_settings.data_dir / "library.sqlite3", tmp_path)
    shutil.copytree(corpus_settings.data_dir / "index", tmp_path / "index")
    next((tmp_path / "index").rglob("knowledge.npy")).unlink()

    with pytest.raises(StaleIndex, match="incomplete.*nrm ingest --rebuild"):
        Searcher(corpus_settings.model_copy(update={"data_dir": tmp_path}))
