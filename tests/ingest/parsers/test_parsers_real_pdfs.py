"""A few of the real PDFs: damaged, encrypted, scanned, of several scripts. All are in the bench."""

import re
from pathlib import Path

import pytest

from ingest.formats import decide_format
from ingest.refusals import Damaged, PasswordNeeded, ScanWithoutText
from ingest.sandbox import parse_in_child
from nrm.domain.errors import UnreadableDocument


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("encrypted/pdfminer.six__aes-256.pdf", PasswordNeeded),
        ("malformed/pdf.js__bug1250079.pdf", Damaged),
        ("malformed/pdf.js__poppler-742-0-fuzzed.pdf", Damaged),
        ("no_text/pdfminer.six__175.pdf", ScanWithoutText),
    ],
)
def test_unreadable_file_is_refused_with_its_reason(
    shared_pdfs: Path, name: str, refusal: type[UnreadableDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    path = shared_pdfs / name

    with pytest.raises(refusal, match=re.escape(f"{path.name}: ")):
        parse_in_child(path, decide_format(path))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("bomb/pdfminer.six__issue-1113-evil-xobjects.pdf", ""),
        ("malformed/pdf.js__xref_command_missing.pdf", ""),
        ("layout/pdfplumber__pdf_structure.pdf", "Contenu 1, contenu 2"),
        ("nonlatin/pdf.js__issue12823.pdf", "愿景"),
    ],
)
def test_readable_file_gives_its_words(shared_pdfs: Path, name: str, words: str) -> None:
    path = shared_pdfs / name

    assert words in parse_in_child(path, decide_format(path)).text


def test_password_opens_a_real_file(shared_pdfs: Path) -> None:
    path = shared_pdfs / "encrypted" / "pdfminer.six__aes-256.pdf"

    document = parse_in_child(path, decide_format(path), password="foo")

    assert document.text == "Secret!"


def test_columns_of_a_real_report_do_not_mix(shared_pdfs: Path) -> None:
    path = shared_pdfs / "layout" / "sample-files__multicolumn.pdf"

    document = parse_in_child(path, decide_format(path))

    assert "Nam dui ligula, fringilla a, euismod sodales, sollicitudin vel, wisi." in document.text
