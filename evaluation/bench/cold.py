"""Cold starts: what a person waits for when nothing is loaded yet, against ``import torch`` in the same run."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.bench.app_memory import app_megabytes

_ROUNDS = 5
_NRM = "from ui.terminal import main; main()"
_QUESTION = "How long is the recovery and reflection period?"
_COMMANDS: Mapping[str, Sequence[str]] = {
    "import torch": ("-c", "import torch"),
    "nrm --help": ("-c", _NRM, "--help"),
    "nrm search": ("-c", _NRM, "search", _QUESTION),
    "nrm ask": ("-c", _NRM, "ask", _QUESTION),
}


def measure_cold_starts(library: Path) -> dict[str, Any]:
    """Median seconds of each command as a new process, files in the system's cache; and the app's memory."""
    environment = {**os.environ, "NRM_DATA_DIR": str(library)}
    medians = {name: _median_seconds(command, environment) for name, command in _COMMANDS.items()}
    return {
        "seconds": medians,
        "ask_over_import_torch": round(medians["nrm ask"] / medians["import torch"], 2),
        "app_resident_mb": app_megabytes(environment, _QUESTION),
    }


def _median_seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    durations = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        subprocess.run([sys.executable, *command], env=environment, capture_output=True, check=True)
        durations.append(time.perf_counter() - started)
    return round(statistics.median(durations), 2)
