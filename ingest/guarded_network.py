"""The connection itself: names are resolved here, once, and only checked addresses are connected to."""

import socket
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

Resolver = Callable[[str, int], list[str]]


def resolve(host: str, port: int) -> list[str]:
    """Every address of a host, as the system resolves it."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class GuardedNetwork(httpcore.NetworkBackend):
    """Connects only to addresses that ``may_connect`` allows; one forbidden address condemns the name."""

    def __init__(self, resolver: Resolver, may_connect: Callable[[str], bool]) -> None:
        self._resolver, self._may_connect = resolver, may_connect
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
        return self._inner.connect_tcp(addresses[0], port, timeout, local_address, socket_options)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Never: a download does not go to a local socket."""
        raise httpcore.ConnectError("local sockets are not allowed")
