"""``nrm ingest`` on a terminal: the password of an encrypted file is asked for, unseen."""

import os
import pty
import sys

from nrm.settings import PROJECT_DIR

_ASK = """
from rich.console import Console
from ui.ingest_command import _asks_on_terminal, _bars
with _bars(Console(stderr=True)) as bars:
    password = _asks_on_terminal(bars)("locked.pdf", "locked.pdf: the file is encrypted.")
print("given", (password or "").encode().hex())
"""


def test_a_terminal_is_asked_for_the_password_and_never_shows_it() -> None:
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(PROJECT_DIR)
        os.execv(sys.executable, [sys.executable, "-c", _ASK])

    shown = _typed(terminal, b"Password of locked.pdf", b"open sesame\n")
    os.waitpid(child, 0)

    assert "the file is encrypted. What you type is used once and kept nowhere." in shown
    assert f"given {b'open sesame'.hex()}" in shown and "sesame" not in shown


def _typed(terminal: int, asked: bytes, answer: bytes) -> str:
    """All that the terminal shows until the program ends, after the answer was typed to the question."""
    seen, answered = b"", False
    while True:
        try:
            more = os.read(terminal, 4096)
        except OSError:  # how Linux tells that the other end was closed
            more = b""
        if not more:
            return " ".join(seen.decode(errors="replace").split())
        seen += more
        if not answered and asked in seen:
            os.write(terminal, answer)
            answered = True
