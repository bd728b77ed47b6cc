"""A scripted OpenAI-compatible server on this machine: it says what a test tells it to say."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep
from typing import Any

import pytest


@dataclass(frozen=True)
class Scripted:
    """One reply: ``words`` streamed in pieces, or a bare ``body``; ``cut`` leaves out the end of the stream."""

    words: str = ""
    status: int = 200
    body: str | None = None
    cut: bool = False
    finish: str = "stop"
    wait_seconds: float = 0.0
    headers: dict[str, str] = field(default_factory=dict)


Script = Callable[[dict[str, Any]], Scripted]


@dataclass
class ModelServer:
    """The address of a running server and what it was sent."""

    url: str
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


def streamed(words: str, finish: str, cut: bool) -> str:
    """Server-sent events that carry the words in pieces of seven letters."""
    pieces = [words[start : start + 7] for start in range(0, len(words), 7)]
    events = [{"choices": [{"delta": {"content": piece}}]} for piece in pieces]
    lines = [": a comment", *(f"data: {json.dumps(event)}" for event in events)]
    if not cut:
        lines += [f"data: {json.dumps({'choices': [{'delta': {}, 'finish_reason': finish}]})}", "data: [DONE]"]
    return "".join(f"{line}\n\n" for line in lines)


@contextmanager
def _running(script: Script) -> Iterator[ModelServer]:
    served = ModelServer("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            served.bodies.append(body)
            served.headers.append({name.lower(): value for name, value in self.headers.items()})
            reply = script(body)
            sleep(reply.wait_seconds)
            plain = reply.body is not None or reply.status != 200
            text = reply.body or "" if plain else streamed(reply.words, reply.finish, reply.cut)
            self.send_response(reply.status)
            self.send_header("content-type", "application/json" if plain else "text/event-stream")
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    served.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def serve() -> Iterator[Callable[..., ModelServer]]:
    """Start a server with a script, or with replies in a row of which the last one is repeated."""
    contexts = []

    def start(*replies: Scripted, script: Script | None = None) -> ModelServer:
        waiting = list(replies)

        def in_a_row(_: dict[str, Any]) -> Scripted:
            return waiting.pop(0) if len(waiting) > 1 else waiting[0]

        context = _running(script or in_a_row)
        contexts.append(context)
        return context.__enter__()

    yield start
    for context in contexts:
        context.__exit__(None, None, None)


@pytest.fixture
def scripted() -> type[Scripted]:
    """The kind of a scripted reply."""
    return Scripted


def passages_sent(body: dict[str, Any]) -> list[tuple[str, str]]:
    """The tokens and texts of a request, as a model can read them."""
    sent = body["messages"][1]["content"]
    found = re.findall(r"^(\w+) begin, token (\w+)\n(.*?)\n\1 end$", sent, re.MULTILINE | re.DOTALL)
    return [(token, text.replace(f"{mark} ", "")) for mark, token, text in found]


@pytest.fixture
def read_passages() -> Callable[[dict[str, Any]], list[tuple[str, str]]]:
    """How a scripted model reads the passages of a request."""
    return passages_sent
