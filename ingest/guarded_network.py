"""The connection itself: names are resolved here, once, and only checked addresses are connected to."""

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

Resolver = Callable[[str, int], list[str]]


def resolve(host: str, port: int) -> list[str]:
    """Every address of a host, as the system resolves it."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class GuardedNetwork(httpcore.NetworkBackend):
    """Connects only to addresses that ``may_connect`` allows; one forbidden address condemns the name.

    :param deadline: of ``time.monotonic``; a server that sends a byte now and then gets no more time.
    """

    def __init__(self, resolver: Resolver, may_connect: Callable[[str], bool], deadline: float) -> None:
        self._resolver, self._may_connect, self._deadline = resolver, may_connect, deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """See httpcore; the certificate is still checked against the name, not the address."""
        try:
            addresses = self._resolver(host, port)
        except OSError as error:
            raise httpcore.ConnectError("the name could not be resolved") from error
        if not addresses or not all(self._may_connect(address) for address in addresses):
            raise httpcore.ConnectError("the name leads to an address that is not public")
        stream = self._inner.connect_tcp(addresses[0], port, timeout, local_address, socket_options)
        return _TimedStream(stream, self._deadline)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Never: a download does not go to a local socket."""
        raise httpcore.ConnectError("local sockets are not allowed")


class _TimedStream(httpcore.NetworkStream):
    """A connection that ends at the deadline, however it is kept alive."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _TimedStream(self._inner.start_tls(ssl_context, server_hostname, self._left(timeout)), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)

    def _left(self, timeout: float | None) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for this download is over")
        return left if timeout is None else min(left, timeout)
