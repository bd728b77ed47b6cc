"""What is said of the programs that recognise the text of scans."""

from pathlib import Path

import pytest

from ingest.parsers.ocr import INSTALL_OCR, ocr_state


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def _install(folder: Path, name: str, prints: str = "") -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\necho '{prints}'\n")
    program.chmod(0o755)


def test_without_a_program_of_the_two_the_remedy_is_named(programs: Path) -> None:
    assert INSTALL_OCR in ocr_state()

    _install(programs, "tesseract", "eng")

    assert INSTALL_OCR in ocr_state()


def test_with_both_the_languages_that_are_installed_are_named(programs: Path) -> None:
    _install(programs, "ocrmypdf")
    _install(programs, "tesseract", "List of languages:\neng\nxyz\nrus")

    assert ocr_state() == "ocrmypdf and Tesseract read English, Russian"
