"""Reading in a child process: limits, passwords, and a parent that stays alive."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.enums import EncryptionMethod

from ingest.formats import Format
from ingest.parsers.limits import Limits
from ingest.processes import bare_environment
from ingest.refusals import Damaged, PasswordNeeded, TooDemanding
from ingest.sandbox import parse_in_child
from nrm.domain.errors import UnreadableDocument

NewPdf = Callable[[], FPDF]


@pytest.fixture
def encrypted(tmp_path: Path, new_pdf: NewPdf) -> Path:
    pdf = new_pdf()
    pdf.set_encryption("owner", "open sesame", EncryptionMethod.AES_256)
    pdf.text(72, 72, "Artificial words behind a password.")
    path = tmp_path / "locked.pdf"
    pdf.output(str(path))
    return path


def test_encrypted_file_asks_for_its_password(encrypted: Path) -> None:
    with pytest.raises(PasswordNeeded, match=r"^locked\.pdf: the file is encrypted"):
        parse_in_child(encrypted, Format.PDF)


def test_wrong_password_is_told_apart_from_a_missing_one(encrypted: Path) -> None:
    with pytest.raises(PasswordNeeded, match="does not open") as refusal:
        parse_in_child(encrypted, Format.PDF, password="wrong one")

    assert "wrong one" not in str(refusal.value)


def test_right_password_opens_the_file(encrypted: Path) -> None:
    document = parse_in_child(encrypted, Format.PDF, password="open sesame")

    assert document.text == "Artificial words behind a password."


def test_bomb_is_refused_before_it_unpacks(bomb: Path) -> None:
    with pytest.raises(TooDemanding, match="unpacks to far more"):
        parse_in_child(bomb, Format.PDF)


def test_file_that_takes_too_long_is_stopped(handbook: tuple[Path, object]) -> None:
    with pytest.raises(TooDemanding, match="takes too long"):
        parse_in_child(handbook[0], Format.PDF, Limits(seconds=0.01))


def test_file_that_needs_too_much_memory_is_stopped(handbook: tuple[Path, object]) -> None:
    with pytest.raises(UnreadableDocument):
        parse_in_child(handbook[0], Format.PDF, Limits(memory_bytes=60 << 20))


def test_more_pages_than_the_limit_are_refused(handbook: tuple[Path, object]) -> None:
    with pytest.raises(TooDemanding, match="16 pages; we read up to 3"):
        parse_in_child(handbook[0], Format.PDF, Limits(pages=3))


def test_more_characters_than_the_limit_are_refused(handbook: tuple[Path, object]) -> None:
    with pytest.raises(TooDemanding, match="more than 1,000 characters"):
        parse_in_child(handbook[0], Format.PDF, Limits(characters=1000))


def test_large_documents_are_granted_more_time() -> None:
    limits = Limits(seconds=30, seconds_per_50_pages=20)

    assert [limits.seconds_for(pages) for pages in (0, 1, 50, 51, 400)] == [30, 30, 30, 50, 170]


def test_progress_counts_the_pages(handbook: tuple[Path, object]) -> None:
    seen: list[tuple[int, int]] = []

    parse_in_child(handbook[0], Format.PDF, on_page=lambda done, of: seen.append((done, of)))

    assert seen == [(page, 16) for page in range(1, 17)]


def test_damaged_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "cut.pdf"
    path.write_bytes(b"%PDF-1.4\n1 0 obj\n")

    with pytest.raises(Damaged, match=r"^cut\.pdf: "):
        parse_in_child(path, Format.PDF)


def test_child_imports_no_engine() -> None:
    heavy = ("torch", "llama_index", "chromadb", "numpy", "streamlit", "transformers")
    code = (
        "import sys, ingest.parsers.child, ingest.parsers.pdf, ingest.parsers.html, ingest.parsers.docx;"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"


def test_child_gets_no_secret_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NRM_API_KEY", "secret")

    assert "secret" not in bare_environment().values()


def test_text_files_are_read_in_their_encoding(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes("Жертва торговли людьми имеет право на помощь.".encode("cp1251"))

    document = parse_in_child(path, Format.TEXT)

    assert document.text == "Жертва торговли людьми имеет право на помощь."
