"""Downloads against a server that speaks HTTP badly or not at all; `test_fetch.py` has one that speaks it well."""

import socket
import socketserver
import ssl
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.fetch import FetchLimits, FetchPolicy, fetch
from nrm.domain.errors import UnreadableDocument

LIMITS = FetchLimits(most_bytes=4096, seconds=0.7, redirects=3)
BODY = b"<html><body><p>An artificial text.</p></body></html>"
OK, KIND = b"HTTP/1.1 200 OK\r\n", b"Content-Type: text/html\r\n"
CHUNKED = OK + KIND + b"Transfer-Encoding: chunked\r\n\r\n"


def _to(address: str) -> bytes:
    return b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + address.encode() + b"\r\n\r\n"


def _status(line: str, headers: bytes = b"") -> bytes:
    return b"HTTP/1.1 " + line.encode() + b"\r\n" + KIND + headers + b"Content-Length: 2\r\n\r\nno"


# what is answered, by the path that is asked for
ANSWERS: dict[str, bytes] = {
    "an answer without headers": b"<html>HTTP/0.9</html>",
    "a version that does not exist": b"HTTP/one 200 OK\r\n" + KIND + b"\r\n" + BODY,
    "a status that is not a number": b"HTTP/1.1 OK fine\r\n\r\n",
    "a status out of range": _status("999 Odd"),
    "one header without end": OK + b"X-Long: " + b"a" * 200_000,
    "headers without end": OK + b"".join(b"X-%d: a\r\n" % number for number in range(30_000)),
    "a header that is no header": OK + b"this is no header\r\n\r\n" + BODY,
    "a NUL in a header": OK + b"X-Odd: a\x00b\r\n" + KIND + b"\r\n" + BODY,
    "a negative length": OK + KIND + b"Content-Length: -5\r\n\r\n" + BODY,
    "a length in words": OK + KIND + b"Content-Length: many\r\n\r\n" + BODY,
    "two lengths": OK + KIND + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\n" + BODY,
    "a length beyond the limit": OK + KIND + b"Content-Length: 99999999999\r\n\r\n" + BODY,
    "a body without end": OK + KIND + b"\r\n" + b"x" * 9000,
    "a chunk of no size": CHUNKED + b"zz\r\nabc\r\n0\r\n\r\n",
    "chunks that stop": CHUNKED + b"10\r\nabc",
    "a chunk larger than the limit": CHUNKED + b"ffffffff\r\n" + b"x" * 9000,
    "an unknown way of transfer": OK + KIND + b"Transfer-Encoding: gzip\r\n\r\n" + BODY,
    "packed as br": OK + KIND + b"Content-Encoding: br\r\nContent-Length: 4\r\n\r\nabcd",
    "only a part": b"HTTP/1.1 206 Partial Content\r\n" + KIND + b"Content-Length: 2\r\n\r\nno",
    "no content": b"HTTP/1.1 204 No Content\r\n\r\n",
    "not modified": b"HTTP/1.1 304 Not Modified\r\n\r\n",
    "a question for a password": _status("401 Unauthorized", b'WWW-Authenticate: Basic realm="x"\r\n'),
    "too many requests": _status("429 Too Many Requests", b"Retry-After: 99999\r\n"),
    "another protocol": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
    "a picture": OK + b"Content-Type: image/png\r\nContent-Length: 4\r\n\r\n\x89PNG",
    "a redirect to a script": _to("javascript:alert(1)"),
    "a redirect to data": _to("data:text/html,hello"),
    "a redirect to ftp": _to("ftp://library.example/text"),
    "a redirect to a neighbour": _to("//elsewhere.example/text"),
    "a redirect by a backslash": _to("http://elsewhere.example\\@library.example/text"),
    "a redirect to an octal address": _to("http://0177.0.0.1/text"),
    "a redirect to IPv6": _to("http://[::1]/text"),
    "a redirect to a name with a dot": _to("http://library.example./text"),
    "a redirect to a longer name": _to("http://library.example.elsewhere.example/text"),
    "a redirect to a broken address": _to("http://[library.example/text"),
    "a redirect to a letter of another alphabet": _to("http://librаry.example/text"),
    "a redirect with a line break": _to("/text\r\nX-Injected: yes").replace(b"\r\nX", b"\nX"),
}  # fmt: skip


def _drips(connection: socket.socket) -> None:
    """A header that never ends, a byte at a time: each byte would grant a reader more time."""
    connection.sendall(OK + b"X-Slow: ")
    for _ in range(60):
        connection.sendall(b"a")
        time.sleep(0.05)


def _says_continue(connection: socket.socket) -> None:
    for _ in range(60):
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.05)


def _says_nothing(_: socket.socket) -> None:
    time.sleep(2.0)


def _resets(connection: socket.socket) -> None:
    connection.sendall(OK + KIND + b"Content-Length: 3000\r\n\r\nabc")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")


ACTIONS: dict[str, Callable[[socket.socket], None]] = {
    "bytes that drip": _drips,
    "continue without end": _says_continue,
    "silence": _says_nothing,
    "a reset": _resets,
}


class _Raw(socketserver.BaseRequestHandler):
    """Reads a request and answers with bytes, whatever they are."""

    def handle(self) -> None:
        try:
            path = self.request.recv(4096).split(b" ")[1].decode().strip("/").replace("-", " ")
            action = ACTIONS.get(path)
            if action:
                action(self.request)
            else:
                self.request.sendall(ANSWERS[path])
        except (OSError, IndexError, KeyError):
            return  # the other side has had enough, or it spoke no HTTP


@pytest.fixture(scope="module")
def port(serve: Callable[[type[socketserver.BaseRequestHandler]], int]) -> int:
    return serve(_Raw)


@pytest.mark.parametrize("misbehaviour", [*ANSWERS, *ACTIONS])
def test_a_server_that_misbehaves_is_refused_in_time_and_leaves_nothing(
    misbehaviour: str, port: int, policy: FetchPolicy, tmp_path: Path
) -> None:
    url = f"http://library.example:{port}/{misbehaviour.replace(' ', '-')}"

    with pytest.raises(UnreadableDocument) as refused:
        fetch(url, tmp_path, policy, LIMITS)

    assert "was not loaded: " in refused.value.problem and "nrm ingest" in refused.value.remedy
    assert "\n" not in refused.value.problem
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= LIMITS.most_bytes


def test_a_server_without_encryption_is_no_https_server(port: int, policy: FetchPolicy, tmp_path: Path) -> None:
    over_tls = replace(policy, schemes=frozenset({"https"}), ssl_context=ssl.create_default_context())

    with pytest.raises(UnreadableDocument, match="connection failed"):
        fetch(f"https://library.example:{port}/text", tmp_path, over_tls, LIMITS)


def test_forty_ways_of_misbehaving_are_tried() -> None:
    assert len(ANSWERS) + len(ACTIONS) >= 40
