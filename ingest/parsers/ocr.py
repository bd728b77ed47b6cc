"""Text recognition for scans, by the ocrmypdf program where the operator has installed it."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.formats import shown_name
from ingest.parsers.limits import GIBIBYTE, bind_this_process
from ingest.refusals import ScanWithoutText, TooDemanding

# Tesseract needs some 10 s a page on a small machine; 100 pages in 20 minutes is the most we wait.
_OCR_SECONDS = 1200.0
_OCR_MEMORY = 3 * GIBIBYTE


def ocr_available() -> bool:
    """Whether ocrmypdf can be run."""
    return shutil.which("ocrmypdf") is not None


@contextmanager
def recognised_copy(path: Path, seconds: float = _OCR_SECONDS) -> Iterator[Path]:
    """A copy of a scan with text on its pages, deleted on leaving.

    :raises ScanWithoutText: if recognition fails.
    :raises TooDemanding: if it takes longer than ``seconds``.
    """
    with tempfile.TemporaryDirectory(prefix="nrm-ocr-") as folder:
        copy = Path(folder) / "recognised.pdf"
        if _run_limited(_command(path, copy), seconds, shown_name(path)) != 0 or not copy.is_file():
            raise ScanWithoutText(
                f"{shown_name(path)}: the pages are a scan and recognising their text failed.",
                "Run ocrmypdf on the file yourself to see why, or load a text version.",
            )
        yield copy


def _command(path: Path, copy: Path) -> list[str]:
    program = shutil.which("ocrmypdf") or "ocrmypdf"
    options = ["--quiet", "--skip-text", "--output-type", "pdf", "--jobs", "1", "-l", _languages()]
    return [program, *options, "--", str(path.resolve()), str(copy)]


def _languages() -> str:
    """All installed Tesseract languages of the thesaurus, joined as Tesseract wants them."""
    program = shutil.which("tesseract")
    wanted = ("eng", "fra", "deu", "ita", "rus", "spa", "ukr")
    if program is None:
        return "eng"
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    return "+".join(lang for lang in wanted if lang in listed.stdout.split()) or "eng"


def _run_limited(command: list[str], seconds: float, name: str) -> int:
    """Run in its own group, through this module as a wrapper that limits itself before it starts."""
    wrapper = [sys.executable, "-P", "-m", "ingest.parsers.ocr", *command]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    process = subprocess.Popen(
        wrapper, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, env=environment
    )
    try:
        return process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as late:
        raise TooDemanding(f"{name}: recognising its text takes too long.", "Split the file.") from late
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


if __name__ == "__main__":
    bind_this_process(_OCR_MEMORY, int(_OCR_SECONDS), may_write=True)
    os.execv(sys.argv[1], sys.argv[1:])
