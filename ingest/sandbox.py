"""Read documents in a child process with limits, so that no file can harm or stop this one."""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ingest.blocks import ParsedDocument
from ingest.formats import Format, shown_name
from ingest.parsers.limits import Limits
from ingest.parsers.wire import document_from_json
from ingest.processes import bare_environment, kill_group
from ingest.refusals import REFUSALS, Damaged, TooDemanding
from nrm.domain.errors import UnreadableDocument

Progress = Callable[[int, int], None]
_ANSWER_BYTES = 300 << 20
_LOAD_ANOTHER = "Load another version of the document."
# PDFium gives up by trapping or aborting when an allocation fails under the memory limit.
_OUT_OF_MEMORY_SIGNALS = {-signal.SIGTRAP, -signal.SIGABRT, -signal.SIGILL} if os.name == "posix" else set()


def parse_in_child(
    path: Path,
    fmt: Format,
    limits: Limits | None = None,
    password: str | None = None,
    on_page: Progress | None = None,
) -> ParsedDocument:
    """The parsed document, as it stands in the file: see ``ingest.recognise`` for scans.

    :param password: for encrypted files; handed over on stdin and kept nowhere.
    :param on_page: called with (pages done, pages in all) while a PDF is read.
    :raises PasswordNeeded: if the file is encrypted and the password is missing or wrong.
    :raises ScanWithoutText: if no page has text.
    :raises TooDemanding: if it needs more time, memory or unpacked data than ``limits`` grant.
    :raises UnreadableDocument: in all other cases; messages name the file without its folder.
    """
    answer = ask_child(fmt.value, path, limits or Limits(), password=password, on_page=on_page)
    return document_from_json(answer)


def ask_child(
    job: str,
    path: Path,
    limits: Limits,
    password: str | None = None,
    options: dict[str, Any] | None = None,
    on_page: Progress | None = None,
    name: str = "",
) -> Any:
    """The child's result for one job on one file (see ``ingest.parsers.child``).

    :raises UnreadableDocument: as ``parse_in_child`` says.
    """
    name = name or shown_name(path)
    request = {"job": job, "path": str(path.resolve()), "password": password, "options": options or {}}
    with _Child({**request, "limits": limits.as_json()}) as child:
        return _listen(child, limits, name, on_page)


def _listen(child: "_Child", limits: Limits, name: str, on_page: Progress | None) -> Any:
    pages = 0
    for answer in child.answers(limits.seconds):
        if "pages" in answer:
            pages = int(answer["pages"])
            child.grant(limits.seconds_for(pages))
        elif "page" in answer and on_page:
            on_page(int(answer["page"]), pages)
        elif "refused" in answer:
            refused = answer["refused"]
            raise REFUSALS[refused["kind"]](f"{name}: {refused['problem']}", refused["remedy"])
        elif "result" in answer:
            return answer["result"]
    raise _without_answer(child, name)


def _without_answer(child: "_Child", name: str) -> UnreadableDocument:
    if child.overdue:
        return TooDemanding(f"{name}: reading it takes too long.", f"{_LOAD_ANOTHER} Or split it.")
    if child.exit_code() in _OUT_OF_MEMORY_SIGNALS:
        return TooDemanding(f"{name}: it needs more memory than we grant one document.", _LOAD_ANOTHER)
    return Damaged(f"{name}: the file is damaged and cannot be read.", _LOAD_ANOTHER)


class _Child:
    """The child process in its own group, killed with all it started when we leave."""

    def __init__(self, request: dict[str, Any]) -> None:
        self.overdue = False
        self._started = time.monotonic()
        self._deadline = self._started
        self._lines: queue.Queue[bytes] = queue.Queue()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "ingest.parsers.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=bare_environment(),
            start_new_session=True,
        )
        threading.Thread(target=self._read, daemon=True).start()
        self._send(json.dumps(request).encode())

    def __enter__(self) -> "_Child":
        return self

    def __exit__(self, *_: object) -> None:
        kill_group(self._process)
        self._process.wait()

    def grant(self, seconds: float) -> None:
        """Move the deadline to ``seconds`` after the start."""
        self._deadline = self._started + seconds

    def answers(self, seconds: float) -> Iterator[dict[str, Any]]:
        """The child's answers until it ends or its time is up (then ``overdue`` is set)."""
        self.grant(seconds)
        while True:
            try:
                line = self._lines.get(timeout=max(self._deadline - time.monotonic(), 0.001))
            except queue.Empty:
                self.overdue = True
                return
            if not line.endswith(b"\n"):
                return
            yield json.loads(line)

    def exit_code(self) -> int:
        """How the child ended; it is killed if it still runs."""
        try:
            return self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            kill_group(self._process)
            return self._process.wait()

    def _send(self, request: bytes) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(request)
            self._process.stdin.close()
        except BrokenPipeError:
            # It ended before it read the request: answers() then ends at once and says so.
            return

    def _read(self) -> None:
        """Queue line after line; the empty line at the end of the stream ends ``answers``."""
        assert self._process.stdout is not None
        line = b"\n"
        while line.endswith(b"\n"):
            line = self._process.stdout.readline(_ANSWER_BYTES)
            self._lines.put(line)
