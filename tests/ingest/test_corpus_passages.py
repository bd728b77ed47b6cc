import shutil
from pathlib import Path

import pytest

from ingest.corpus_passages import corpus_hash
from nrm.settings import PROJECT_DIR

SEARCHED = (
    "glossary.yaml", "commitments/ilo-p029-2014.yaml", "practices/pp-001.yaml", "sources/cat-1984.yaml",
    "handbook/factsheet.md", "asked/uk.yaml",
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hashed") / "corpus"
    for name in SEARCHED:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PROJECT_DIR / "corpus" / name, folder / name)
    return folder


@pytest.mark.parametrize("name", SEARCHED)
def test_a_change_in_any_searched_file_changes_the_hash_of_the_corpus(corpus: Path, name: str) -> None:
    before = corpus_hash(corpus)
    text = (corpus / name).read_text(encoding="utf-8")

    (corpus / name).write_text(f"{text}\n# one line more\n", encoding="utf-8")

    assert corpus_hash(corpus) != before
