"""The child process that reads one document: request on stdin, JSON lines on stdout.

It answers with ``{"pages": n}`` and ``{"page": k}`` lines while it works and ends with
``{"result": ...}`` or ``{"refused": {"kind", "problem", "remedy"}}``. Parsers are imported after the
limits hold, and only the one that is needed. Started by ``ingest.sandbox``.
"""

import json
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from ingest.parsers.limits import bind_this_process, limits_from_json
from ingest.parsers.reading import Reading
from nrm.domain.errors import UnreadableDocument

# Format or job -> module and function, called with a ``Reading``; its answer is JSON-ready.
JOBS = {
    "pdf": ("ingest.parsers.pdf", "read_pdf"),
    "docx": ("ingest.parsers.docx", "read_docx"),
    "epub": ("ingest.parsers.epub", "read_epub"),
    "html": ("ingest.parsers.html", "read_html"),
    "markdown": ("ingest.parsers.text_files", "read_markdown"),
    "text": ("ingest.parsers.text_files", "read_plain"),
    "picture": ("ingest.parsers.page_picture_job", "picture_job"),
    "quote": ("ingest.parsers.page_picture_job", "quote_job"),
}


def main() -> int:
    """Serve the one request on stdin; 0 if an answer was written."""
    answers = _take_over_stdout()
    request = json.loads(sys.stdin.buffer.read())
    limits = limits_from_json(request["limits"])
    bind_this_process(limits.memory_bytes, int(limits.seconds_for(limits.pages)) + 1)

    def tell(answer: dict[str, Any]) -> None:
        answers.write(json.dumps(answer, ensure_ascii=True).encode() + b"\n")
        answers.flush()

    reading = Reading(Path(request["path"]), limits, request.get("password"), request.get("options", {}), tell)
    tell(_answer(request["job"], reading))
    return 0


def _answer(job: str, reading: Reading) -> dict[str, Any]:
    module, function = JOBS[job]
    try:
        return {"result": getattr(import_module(module), function)(reading)}
    except UnreadableDocument as refusal:
        return _refused(type(refusal).__name__, refusal.problem, refusal.remedy)
    except MemoryError:
        return _refused("TooDemanding", "it needs more memory than we grant one document.", "Split the file.")


def _refused(kind: str, problem: str, remedy: str) -> dict[str, Any]:
    return {"refused": {"kind": kind, "problem": problem, "remedy": remedy}}


def _take_over_stdout() -> BinaryIO:
    """A private handle for answers; whatever libraries print goes to stderr instead."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


if __name__ == "__main__":
    sys.exit(main())
