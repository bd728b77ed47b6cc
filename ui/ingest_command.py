"""``nrm ingest``: a progress bar on stderr, then what happened."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from getpass import getpass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ingest.add import Wanted
from ingest.add_files import AskPassword
from ingest.build import IngestResult, ingest
from nrm.domain.vocabulary import SourceKind
from nrm.settings import Settings
from ui.terminal import print_json

_LABELS = {
    "read": "Reading documents",
    "pages": "Reading pages",
    "recognise": "Recognising text in pictures of pages",
    "knowledge": "Encoding the corpus",
    "multilingual": "Encoding the corpus for other languages",
    "multilingual_own": "Encoding passages for other languages",
    "vectors": "Encoding passages",
}


def run_ingest(
    paths: Sequence[Path],
    kind: SourceKind | None,
    title: str,
    password: str | None,
    rebuild: bool,
    as_json: bool,
) -> None:
    """Ingest and report; exit code 1 when a file that was named could not be added."""
    settings = Settings.from_environment()
    console = Console(stderr=True)
    with _bars(console) as bars:
        ask = _asks_on_terminal(bars) if sys.stdin.isatty() else None
        result = ingest(paths, settings, Wanted(kind, title, password), rebuild, _Reporter(bars), ask)
    if as_json:
        print_json(_as_json(result))
    else:
        _print(result, console)
    if result.failed:
        raise SystemExit(1)


def _asks_on_terminal(bars: Progress) -> AskPassword:
    """Asks for the password of an encrypted file, unseen; nothing typed means that there is none."""

    def ask(name: str, problem: str) -> str | None:
        bars.stop()
        bars.console.print(f"{problem} What you type is used once and kept nowhere.", markup=False, highlight=False)
        try:
            return getpass(f"Password of {name} (nothing to leave it out): ") or None
        except EOFError:
            return None
        finally:
            bars.start()

    return ask


def _bars(console: Console) -> Progress:
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.fields[name]}"),
    )  # fmt: skip
    return Progress(*columns, console=console, transient=True)


class _Reporter:
    """Turns the reports of ingest into bars, one for each kind of work."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[str, int] = {}

    def __call__(self, work: str, name: str, done: int, total: int) -> None:
        key = name if work == "encode" else work
        if key not in self._tasks:
            self._tasks[key] = self._bars.add_task(_LABELS.get(key, key), total=total, name="")
        shown = "" if work == "encode" else name
        self._bars.update(self._tasks[key], completed=done, total=total, name=shown)  # type: ignore[arg-type]


def _as_json(result: IngestResult) -> dict[str, object]:
    return {
        "added": [asdict(entry) for entry in result.added if not entry.unchanged],
        "unchanged": [entry.slug for entry in result.added if entry.unchanged],
        "failed": [asdict(failure) for failure in result.failed],
        "left_out": [asdict(failure) for failure in result.left_out],
        "passages": result.passages,
        "encoded": result.encoded,
        "rebuilt": result.rebuilt,
        "seconds": round(result.seconds, 2),
        "encoder_seconds": round(result.encoder_seconds, 2),
    }


def _print(result: IngestResult, console: Console) -> None:
    new = [entry for entry in result.added if not entry.unchanged]
    unchanged = len(result.added) - len(new)
    for failure in (*result.failed, *result.left_out):
        console.print(f"{failure.problem} {failure.remedy}", markup=False, highlight=False)
    for entry in new:
        for remark in entry.remarks:
            console.print(f"{entry.file_name}: {remark}", markup=False, highlight=False)
    parts = [f"{len(new)} added", f"{unchanged} unchanged", f"{len(result.failed)} failed"]
    if result.left_out:
        parts.append(f"{len(result.left_out)} left out")
    print(  # noqa: T201  the command's own output
        f"{', '.join(parts)}. The library has {result.passages} passages; {result.encoded} texts were encoded "
        f"in {result.seconds:.0f} s."
    )
