"""``nrm replay``."""

import sys
from pathlib import Path

from nrm.domain.errors import MissingFile
from nrm.services.asking import Asker
from nrm.services.receipts import read_receipt, replay
from nrm.settings import Settings
from ui.terminal import print_json


def run_replay(path: Path, as_json: bool) -> None:
    """Print whether the answer came out the same; exit code 1 when it did not."""
    if not path.is_file():
        raise MissingFile(f"There is no file {path}.", "Save a receipt from the Ask page first.")
    found = replay(read_receipt(path.read_text(encoding="utf-8", errors="replace")), Asker(Settings.from_environment()))
    if as_json:
        print_json({"same": found.same, "differences": list(found.differences)})
    else:
        lines = found.differences or ("The same passages, the same proof, the same answer.",)
        sys.stdout.write("\n".join(lines) + "\n")
    if not found.same:
        raise SystemExit(1)
