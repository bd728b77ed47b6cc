"""Text recognition for scans, by the ocrmypdf program where the operator has installed it."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ingest.formats import shown_name
from ingest.processes import bare_environment, kill_group
from ingest.refusals import ScanWithoutText, TooDemanding

INSTALL_OCR = (
    "Install OCR (Debian, Ubuntu: apt install ocrmypdf tesseract-ocr; macOS: brew install ocrmypdf) and its language "
    "packages (such as tesseract-ocr-rus), then load the file again; or load a text version."
)
# Tesseract needs 3 to 10 s a page on a small machine; three times that is the most we wait.
_SECONDS_AT_LEAST, _SECONDS_A_PAGE = 120.0, 30.0
_LOOK_EVERY_SECONDS = 0.5
_ENCRYPTED = 8  # ocrmypdf.exceptions.ExitCode.encrypted_pdf
# Languages of the thesaurus, as Tesseract calls them.
_LANGUAGES = {
    "eng": "English", "fra": "French", "deu": "German", "ita": "Italian", "rus": "Russian", "spa": "Spanish",
    "ukr": "Ukrainian",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scan:
    """A file with pages that are pictures: their numbers from 1 (none means all ``count`` pages)."""

    path: Path
    count: int
    pages: tuple[int, ...] = ()
    password: str | None = None


def ocr_available() -> bool:
    """Whether ocrmypdf and Tesseract can be run."""
    return all(shutil.which(program) for program in ("ocrmypdf", "tesseract"))


@contextmanager
def recognised_copy(scan: Scan, on_page: Callable[[int, int], None] | None = None) -> Iterator[Path]:
    """A copy of a scan with text on its pages, deleted on leaving with all that the programs wrote.

    :param on_page: called with (pages recognised, pages to recognise).
    :raises ScanWithoutText: if recognition fails, or the file is encrypted and no password was given.
    :raises TooDemanding: if it takes longer than we wait.
    """
    name = shown_name(scan.path)
    with tempfile.TemporaryDirectory(prefix="nrm-ocr-") as folder:
        copy = Path(folder) / "recognised.pdf"
        code = _run(scan, copy, _Watch(Path(folder), len(scan.pages) or scan.count, on_page))
        if code == _ENCRYPTED:
            raise ScanWithoutText(
                f"{name}: the pages are a scan in an encrypted file.", "Save a copy without a password and load that."
            )
        if code != 0 or not copy.is_file():
            raise ScanWithoutText(
                f"{name}: the pages are a scan and recognising their text failed.",
                "Run ocrmypdf on the file yourself to see why, or load a text version.",
            )
        yield copy


def languages() -> tuple[str, ...]:
    """The languages of the thesaurus that Tesseract has installed; English when it names none."""
    program = shutil.which("tesseract")
    if program is None:
        return ("eng",)
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    return tuple(language for language in _LANGUAGES if language in listed.stdout.split()) or ("eng",)


def language_names() -> str:
    """The same for a person: "English, French"."""
    return ", ".join(_LANGUAGES[language] for language in languages())


def ocr_state() -> str:
    """Whether scans can be read here, in which languages, and else what to install."""
    if not ocr_available():
        return f"no OCR, so pages that are pictures are not read. {INSTALL_OCR}"
    return f"ocrmypdf and Tesseract read {language_names()}"


class _Watch:
    """Counts the pages that are recognised by the files that ocrmypdf leaves in its working folder."""

    def __init__(self, folder: Path, total: int, on_page: Callable[[int, int], None] | None) -> None:
        self.folder, self.total, self._on_page, self._told = folder, total, on_page, -1

    def look(self) -> None:
        done = sum(1 for _ in self.folder.glob("ocrmypdf*/[0-9]*_ocr_*.txt"))
        if self._on_page and done > self._told:
            self._on_page(min(done, self.total), self.total)
            self._told = done


def _run(scan: Scan, copy: Path, watch: _Watch) -> int:
    """The exit code of ocrmypdf, in its own group behind a wrapper that limits itself before it starts."""
    seconds = _SECONDS_AT_LEAST + _SECONDS_A_PAGE * watch.total
    wrapper = [sys.executable, "-P", "-m", "ingest.parsers.ocr_job", str(int(seconds)), str(scan.path.resolve())]
    process = subprocess.Popen(
        [*wrapper, str(copy), *_options(scan.pages)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=bare_environment(TMPDIR=str(watch.folder)),
    )
    try:
        _hand_over(process, scan.password)
        return _wait(process, time.monotonic() + seconds, watch)
    except subprocess.TimeoutExpired as late:
        raise TooDemanding(
            f"{shown_name(scan.path)}: recognising its text takes too long.", "Split the file."
        ) from late
    finally:
        kill_group(process)
        process.wait()


def _options(pages: Sequence[int]) -> list[str]:
    chosen = ["--pages", ",".join(str(page) for page in pages)] if pages else []
    return ["--quiet", "--skip-text", "--output-type", "pdf", "--jobs", "1", "-l", "+".join(languages()), *chosen]


def _hand_over(process: "subprocess.Popen[bytes]", password: str | None) -> None:
    assert process.stdin is not None
    try:
        process.stdin.write((password or "").encode())
        process.stdin.close()
    except BrokenPipeError:
        # It ended before it read: its exit code says so.
        return


def _wait(process: "subprocess.Popen[bytes]", deadline: float, watch: _Watch) -> int:
    while True:
        watch.look()
        try:
            return process.wait(timeout=max(0.0, min(_LOOK_EVERY_SECONDS, deadline - time.monotonic())))
        except subprocess.TimeoutExpired:
            if time.monotonic() >= deadline:
                raise
