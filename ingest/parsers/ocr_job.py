"""In the child: limit ourselves, open an encrypted scan, and become ocrmypdf.

Called with seconds, the file, the copy to make and the options of ocrmypdf; the password comes on stdin.
"""

import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

from pypdf import PdfWriter

from ingest.parsers.limits import GIBIBYTE, bind_this_process
from ingest.parsers.pdf_guard import PYPDF_TROUBLE, open_with_pypdf
from nrm.domain.errors import UnreadableDocument

_MEMORY = 3 * GIBIBYTE
_FAILED = 1


def main(seconds: str, file: str, copy: str, *options: str) -> NoReturn:
    """Never comes back: the process becomes ocrmypdf, or ends."""
    bind_this_process(_MEMORY, int(seconds), may_write=True)
    password = sys.stdin.buffer.read().decode()
    path = _opened(Path(file), password, Path(copy).with_name("opened.pdf")) if password else Path(file)
    program = shutil.which("ocrmypdf")
    if program is None or path is None:
        sys.exit(_FAILED)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    os.execve(program, [program, *options, "--", str(path), copy], environment)


def _opened(path: Path, password: str, beside: Path) -> Path | None:
    """A copy without encryption for the time of the recognition; None if it cannot be made."""
    try:
        reader = open_with_pypdf(path, password)
        if reader is None:
            return None
        PdfWriter(clone_from=reader).write(beside)
    except (UnreadableDocument, *PYPDF_TROUBLE):
        return None
    return beside


if __name__ == "__main__":
    main(*sys.argv[1:])
