"""Scans: read with OCR where it is installed, and what to install where it is not."""

import io
import os
import shutil
import stat
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
from fpdf import FPDF
from fpdf.enums import EncryptionMethod
from PIL import Image

from ingest.formats import Format
from ingest.recognise import Watched, read_document
from ingest.refusals import ScanWithoutText

SENTENCE = "The lighthouse keeper of Testland shall count the purple gulls before noon."
with_ocr = pytest.mark.skipif(
    not (shutil.which("ocrmypdf") and shutil.which("tesseract")),
    reason="ocrmypdf and tesseract are not installed (apt install ocrmypdf tesseract-ocr)",
)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A page that holds nothing but a grey picture."""
    return _saved(_pdf([Image.new("L", (40, 40), 128)]), tmp_path / "annex-scan.pdf")


def _pdf(pages: Sequence[str | Image.Image]) -> FPDF:
    """A page for each text or picture."""
    pdf = FPDF(unit="pt", format=(420, 595))
    pdf.set_font("Helvetica", size=14)
    for page in pages:
        pdf.add_page()
        if isinstance(page, str):
            pdf.multi_cell(0, 20, page)
        else:
            pdf.image(page, 0, 0, pdf.w, pdf.h)
    return pdf


def _saved(pdf: FPDF, path: Path) -> Path:
    pdf.output(str(path))
    return path


def _photographed(text: str) -> Image.Image:
    """The picture of a printed page."""
    with pypdfium2.PdfDocument(io.BytesIO(bytes(_pdf([text]).output()))) as document:
        picture: Image.Image = document[0].render(scale=2.5).to_pil()
    return picture


def _programs(folder: Path, **scripts: str) -> str:
    """A PATH on which these shell scripts come first."""
    folder.mkdir()
    for name, script in scripts.items():
        program = folder / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IEXEC)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def test_without_ocr_a_scan_names_its_pages_and_what_to_install(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(ScanWithoutText) as refusal:
        read_document(scan, Format.PDF)

    assert str(refusal.value).startswith("annex-scan.pdf: no text on 1 of 1 pages (a scan). Install OCR (")
    assert "apt install ocrmypdf tesseract-ocr" in refusal.value.remedy


def test_a_scan_is_read_through_the_program_and_marked_as_recognised(
    scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _saved(_pdf([SENTENCE]), tmp_path / "recognised.pdf")
    copy = f'for out; do :; done\ncp "{tmp_path}/recognised.pdf" "$out"'
    monkeypatch.setenv("PATH", _programs(tmp_path / "bin", ocrmypdf=copy, tesseract="echo eng; echo rus"))

    document = read_document(scan, Format.PDF)

    assert SENTENCE in document.text
    assert "from pictures on 1 page (OCR, read as English, Russian)" in document.remarks[0]


def test_the_program_sees_no_secret_and_leaves_no_file(
    scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NRM_API_KEY", "secret")
    script = f'env > "{tmp_path}/seen"; echo private > "$TMPDIR/left"; exit 7'
    monkeypatch.setenv("PATH", _programs(tmp_path / "bin", ocrmypdf=script, tesseract="echo eng"))

    with pytest.raises(ScanWithoutText, match="recognising their text failed"):
        read_document(scan, Format.PDF)

    seen = dict(line.partition("=")[::2] for line in (tmp_path / "seen").read_text().splitlines())
    assert "NRM_API_KEY" not in seen and "PYTHONPATH" not in seen
    assert not Path(seen["TMPDIR"]).exists()


@with_ocr
def test_printed_words_of_a_scan_are_recognised_with_progress(tmp_path: Path) -> None:
    path = _saved(_pdf([_photographed(SENTENCE)]), tmp_path / "scan.pdf")
    seen: list[tuple[int, int]] = []

    document = read_document(path, Format.PDF, watched=Watched(on_recognised=lambda *step: seen.append(step)))

    assert SENTENCE in " ".join(document.text.split())
    assert document.blocks[0].page == 1 and document.blocks[0].boxes
    assert seen[0] == (0, 1)


@with_ocr
def test_only_the_pages_without_text_are_recognised_also_behind_a_password(tmp_path: Path) -> None:
    words = "Annex of artificial words. " * 6 + SENTENCE
    pdf = _pdf(["Words that are text.", _photographed(words), Image.new("L", (400, 600), 200)])
    pdf.set_encryption("owner", "open sesame", EncryptionMethod.AES_256)
    path = _saved(pdf, tmp_path / "mixed.pdf")

    document = read_document(path, Format.PDF, password="open sesame")

    text = " ".join(document.text.split())
    assert text.startswith("Words that are text.") and SENTENCE in text
    assert document.remarks[0].startswith("Words recognised from pictures on 1 page (OCR")
    assert document.remarks[1].startswith("1 of 3 pages have no text")


@with_ocr
def test_a_scan_in_which_nothing_is_recognised_says_so(scan: Path) -> None:
    with pytest.raises(ScanWithoutText, match=r"^annex-scan\.pdf: no text was recognised") as refusal:
        read_document(scan, Format.PDF)

    assert "English" in refusal.value.remedy
