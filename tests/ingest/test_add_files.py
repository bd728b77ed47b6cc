"""Files with passwords: who is asked, how often, and that nothing of it is kept."""

from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.enums import EncryptionMethod

from ingest.add import Intake, Wanted
from ingest.add_files import AskPassword, FilesAdded, add_files
from nrm.adapters.library_store import LibraryStore
from nrm.settings import Settings


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_encryption("owner", "open sesame", EncryptionMethod.AES_256)
    pdf.add_page()
    pdf.set_font("Helvetica", size=10)
    pdf.text(72, 72, "Artificial words behind a password.")
    pdf.output(str(tmp_path / "locked.pdf"))
    return tmp_path / "locked.pdf"


def _add(path: Path, ask_password: AskPassword | None) -> FilesAdded:
    settings = Settings(data_dir=path.parent / "data")
    store = LibraryStore(settings.data_dir)
    store.create()
    intake = Intake(store, {}, settings)
    return add_files([path], frozenset({path}), Wanted(), intake, lambda *_: None, ask_password)


def test_the_password_is_asked_for_until_it_fits_and_kept_nowhere(locked: Path) -> None:
    answers = iter(("not this one", "open sesame"))
    asked: list[str] = []

    def ask(name: str, problem: str) -> str | None:
        asked.append(problem)
        return next(answers)

    result = _add(locked, ask)

    assert [entry.slug for entry in result.added] == ["locked"] and not result.failed
    assert "is encrypted" in asked[0] and "does not open" in asked[1]
    kept = b"".join(path.read_bytes() for path in (locked.parent / "data").rglob("*") if path.is_file())
    assert b"sesame" not in kept and b"behind a password" in kept


def test_whoever_has_no_password_is_asked_once_and_told_so(locked: Path) -> None:
    asked: list[str] = []

    result = _add(locked, lambda name, _: asked.append(name))

    assert asked == ["locked.pdf"]
    assert [(one.file_name, one.locked) for one in result.failed] == [("locked.pdf", True)]


def test_wrong_passwords_come_to_an_end(locked: Path) -> None:
    asked: list[str] = []

    def ask(name: str, _: str) -> str:
        asked.append(name)
        return "wrong"

    assert _add(locked, ask).failed[0].locked
    assert len(asked) == 3


def test_without_anybody_to_ask_the_remedy_names_the_password(locked: Path) -> None:
    failure = _add(locked, None).failed[0]

    assert failure.locked and "password" in failure.remedy
