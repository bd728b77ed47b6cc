"""What every child process gets and how it ends: a bare environment, and all that it started killed with it."""

import os
import signal
import subprocess
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_KEPT = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL")


def bare_environment(**more: str) -> dict[str, str]:
    """No more than the interpreter needs: secrets of the parent stay out of reach of a parser."""
    inherited = {key: value for key, value in os.environ.items() if key in _KEPT}
    return {**inherited, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", **more}


def kill_group(process: "subprocess.Popen[bytes]") -> None:
    """Kill a process that was started in a session of its own, with all it started."""
    try:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except (ProcessLookupError, PermissionError):
        # The group is gone already.
        return
