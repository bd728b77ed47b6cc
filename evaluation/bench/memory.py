"""Memory of processes, in megabytes."""

import resource
import sys
from pathlib import Path

import psutil


def peak_megabytes() -> int:
    """The most this process has held.

    On Linux from ``/proc``: the figure of ``getrusage`` there starts from the parent's peak.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(peak) // (1024 * 1024 if sys.platform == "darwin" else 1024)


def resident_megabytes(process: int | None = None) -> int:
    """What a process and its children hold now; this one when none is named."""
    parent = psutil.Process(process)
    return sum(int(one.memory_info().rss) for one in (parent, *parent.children(recursive=True))) // 1_000_000
