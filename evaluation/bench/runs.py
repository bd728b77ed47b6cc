"""What was measured, by commit: pieces in the cache folder while a run goes on, one JSON file when it is done."""

import json
import subprocess
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evaluation.bench.comparing import set_figures
from evaluation.bench.judged_sets import SETS

_MEASURED_CODE = ("nrm", "ingest", "ui", "evaluation", "corpus")


class Run:
    """The pieces of one commit; a piece that is there is not measured again.

    :param questions: at most so many of a set are asked; pieces with another number lie apart.
    """

    def __init__(self, project: Path, cache: Path, questions: int = 0, again: bool = False) -> None:
        self.commit = commit_of(project)
        self._folder = cache / "pieces" / f"{self.commit}-{questions or 'all'}"
        self._again = again

    def measure(self, name: str, work: Callable[[], str]) -> None:
        """Keep what ``work`` returns, a JSON document, under this name."""
        file = self._folder / f"{name}.json"
        if file.is_file() and not self._again:
            return
        piece = json.loads(work())
        self._folder.mkdir(parents=True, exist_ok=True)
        beside = file.with_suffix(".part")
        beside.write_text(json.dumps(piece), encoding="utf-8")
        beside.replace(file)

    def write(self, runs: Path) -> None:
        """Put all pieces of this commit together as ``<commit>.json``."""
        sections: dict[str, Any] = {}
        for name in SETS:
            files = sorted(self._folder.glob(f"{name}.*.json"))
            if files:
                sections[name] = {"at": _latest(files), **set_figures([_read(file) for file in files])}
        for file in sorted(self._folder.glob("*.json")):
            if file.stem.partition(".")[0] not in SETS:
                sections[file.stem] = {"at": _latest([file]), **_read(file)}
        runs.mkdir(exist_ok=True)
        document = {"commit": self.commit, "sections": sections}
        (runs / f"{self.commit}.json").write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


_DIFFERENCE = "ours_minus_this_95"


def newest_sections(runs: Path) -> dict[str, Mapping[str, Any]]:
    """Each set and part as last measured, with the commit it was measured at.

    A system that was not measured again keeps its last figures, with their commit, but for the difference from ours.
    """
    measured = [
        (section["at"], name, {**section, "commit": document["commit"]})
        for document in map(_read, sorted(runs.glob("*.json")))
        for name, section in document.get("sections", {}).items()
    ]
    newest: dict[str, Mapping[str, Any]] = {}
    for _, name, section in sorted(measured, key=lambda one: one[:2]):
        newest[name] = _with_earlier_systems(section, newest.get(name, {}))
    return newest


def _with_earlier_systems(section: Mapping[str, Any], earlier: Mapping[str, Any]) -> Mapping[str, Any]:
    if "systems" not in section or "systems" not in earlier:
        return section
    kept = {
        system: {"commit": earlier["commit"], **{key: value for key, value in row.items() if key != _DIFFERENCE}}
        for system, row in earlier["systems"].items()
    }
    return {**section, "systems": {**kept, **section["systems"]}}


def commit_of(project: Path) -> str:
    """The commit that is checked out; with ``-changed`` when the measured code differs from it."""
    commit = _git(project, "rev-parse", "--short", "HEAD")
    changed = _git(project, "status", "--porcelain", "--untracked-files=no", "--", *_MEASURED_CODE)
    changed = "\n".join(line for line in changed.splitlines() if "evaluation/runs/" not in line)
    return (commit or "uncommitted") + ("-changed" if changed else "")


def _git(project: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], capture_output=True, text=True, cwd=project, check=False)
    return done.stdout.strip()


def _latest(files: list[Path]) -> str:
    newest = max(file.stat().st_mtime for file in files)
    return datetime.fromtimestamp(newest, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _read(file: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return document
