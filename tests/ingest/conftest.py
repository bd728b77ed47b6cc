"""What tests of downloads share: a server of their own, and a policy that opens the way to it alone."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.server import ThreadingHTTPServer
from socketserver import BaseRequestHandler
from threading import Thread

import pytest

from ingest.fetch import FetchPolicy

Serve = Callable[[type[BaseRequestHandler]], int]


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Silence: that a client hangs up is part of the tests, and they read what is written to stderr."""


@pytest.fixture(scope="module")
def serve() -> Iterator[Serve]:
    """Starts a server that answers by a handler, and gives its port; it ends with the module."""
    with ExitStack() as running:
        yield lambda handler: running.enter_context(_running(handler))


@pytest.fixture
def policy(port: int) -> FetchPolicy:
    """The only opening: one name that leads to the test's own server."""
    return FetchPolicy(
        hosts=frozenset({"library.example"}),
        schemes=frozenset({"http"}),
        may_connect=lambda address: address == "127.0.0.1",
        resolver=lambda host, _: ["127.0.0.1"],
        ports=frozenset({port}),
    )


@contextmanager
def _running(handler: type[BaseRequestHandler]) -> Iterator[int]:
    with _Server(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield int(server.server_address[1])
        server.shutdown()
