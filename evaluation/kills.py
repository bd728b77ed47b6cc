"""Does the library survive? ``python -m evaluation.kills [--times 20] [--seed 7]``.

Kills `nrm ingest --rebuild` at random moments, lets it meet a full disk, and starts two writers at once, in a
temporary folder. After each blow the last generation must answer and hold what it held. Prints one JSON document.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from ingest.build import ingest
from nrm.adapters.generation_files import GenerationFiles
from nrm.services.searcher import Searcher
from nrm.services.verifying import verify_library
from nrm.settings import PROJECT_DIR, Settings

_ARTICLE = "# Artificial rules\n\n## Article 1\n\nEvery lighthouse keeper shall count the {birds} at noon.\n"
_OLD, _NEW = "purple gulls", "silver herrings"
_INGEST = "from ui.terminal import main; main()"
# A file of this size is less than the vectors of the corpus: the disk is full in the middle of a generation.
_FULL_AT_BYTES = 1 << 20
_ON_A_FULL_DISK = (
    f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({_FULL_AT_BYTES}, {_FULL_AT_BYTES})); {_INGEST}"
)


def survival_figures(times: int, seed: int, scratch: Path) -> dict[str, Any]:
    """How often the last generation answered after a kill, on a full disk and beside a second writer."""
    settings = Settings(data_dir=scratch / "data", multilingual_encoder="none")
    documents = scratch / "documents"
    documents.mkdir()
    (documents / "gulls.md").write_text(_ARTICLE.format(birds=_OLD), encoding="utf-8")
    ingest([documents], settings)
    (documents / "herrings.md").write_text(_ARTICLE.format(birds=_NEW), encoding="utf-8")
    whole = _seconds_undisturbed(settings, documents)
    kills = [_kill(settings, documents, moment) for moment in _moments(times, seed, whole)]
    figures = {
        "kills": len(kills),
        "answered_after": sum(answered for answered, _ in kills),
        "ended_before_the_kill": sum(ended for _, ended in kills),
        "seconds_undisturbed": round(whole, 1),
        "full_disk": _full_disk(settings, documents),
        "two_writers": _two_writers(settings, documents),
    }
    ingest([documents], settings)
    return {**figures, "both_found_at_the_end": all(_answers(settings, birds) for birds in (_OLD, _NEW)),
            "problems_at_the_end": list(verify_library(settings).problems)}  # fmt: skip


def _moments(times: int, seed: int, whole: float) -> list[float]:
    """Seconds after the start, spread over the whole of the work."""
    chance = random.Random(seed)
    return [chance.uniform(0.05, 1.0) * whole for _ in range(times)]


def _seconds_undisturbed(settings: Settings, documents: Path) -> float:
    started = time.monotonic()
    _start(settings, documents).wait()
    return time.monotonic() - started


def _kill(settings: Settings, documents: Path, moment: float) -> tuple[bool, bool]:
    """Whether the last generation answers after the kill, and whether the work had ended before it."""
    process = _start(settings, documents)
    try:
        process.wait(timeout=moment)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return _answers(settings, _OLD), False
    return _answers(settings, _OLD), True


def _full_disk(settings: Settings, documents: Path) -> dict[str, Any]:
    """What ingest says when nothing larger than a mebibyte can be written, and whether the library answers."""
    before = GenerationFiles(settings.data_dir).current_name()
    process = _start(settings, documents, _ON_A_FULL_DISK)
    said = process.communicate()[1].decode(errors="replace").strip().splitlines()
    return {
        "exit_code": process.returncode,
        "said": said[-1].replace(str(settings.data_dir), "DATA") if said else "",
        "same_generation_answers": GenerationFiles(settings.data_dir).current_name() == before
        and _answers(settings, _OLD),
    }


def _two_writers(settings: Settings, documents: Path) -> dict[str, Any]:
    """Two at once: one does the work, the other is told to wait."""
    processes = [_start(settings, documents) for _ in range(2)]
    errors = [process.communicate()[1].decode(errors="replace") for process in processes]
    return {
        "exit_codes": sorted(process.returncode for process in processes),
        "told_to_wait": sum("Another process is writing" in error for error in errors),
        "answers": _answers(settings, _OLD),
    }


def _answers(settings: Settings, birds: str) -> bool:
    hits = Searcher(settings).search(f"who counts {birds}", limit=1).hits
    return bool(hits) and birds in hits[0].passage.text


def _start(settings: Settings, documents: Path, program: str = _INGEST) -> "subprocess.Popen[bytes]":
    own = {"NRM_DATA_DIR": str(settings.data_dir), "NRM_MULTILINGUAL_ENCODER": "none"}
    return subprocess.Popen(
        [sys.executable, "-c", program, "ingest", "--rebuild", str(documents)],
        cwd=PROJECT_DIR,
        env={**os.environ, **own},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def main() -> None:
    """Strike and print what was left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        figures = survival_figures(options.times, options.seed, Path(scratch))
    print(json.dumps(figures, indent=2, ensure_ascii=False))  # noqa: T201


if __name__ == "__main__":
    main()
