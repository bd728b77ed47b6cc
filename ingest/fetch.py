"""Downloading official texts that the corpus names: a guarded client, one file at a time.

https only, hosts that ``corpus/sources`` names, every redirect checked like the first address, and
every connection checked after the name was resolved, so that no name leads into a private network
(redirects, decimal addresses, nip.io names and rebinding all end at the connection).
"""

import ipaddress
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn
from urllib.parse import urljoin, urlsplit

import httpcore

from ingest.guarded_network import GuardedNetwork, Resolver, resolve
from nrm.domain.errors import UnreadableDocument
from nrm.domain.knowledge import SourceRecord

MEBIBYTE = 1 << 20
_ENDINGS = {
    "application/pdf": ".pdf",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/epub+zip": ".epub",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LOAD_BY_HAND = "Open the address in a browser, save the document, and load it with `nrm ingest`."


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What one download may cost, and how long to wait between two."""

    most_bytes: int = 25 * MEBIBYTE
    seconds: float = 30.0
    redirects: int = 5
    pause_seconds: float = 2.0


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """Where a download may go. Tests open it to a server of their own; nothing else does."""

    hosts: frozenset[str]
    schemes: frozenset[str] = frozenset({"https"})
    may_connect: Callable[[str], bool] = field(default=lambda address: is_public(address))
    resolver: Resolver = resolve
    ports: frozenset[int] = frozenset({443})
    ssl_context: ssl.SSLContext | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A downloaded document: where it is, where it came from in the end, and its size in bytes."""

    path: Path
    url: str
    size: int


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    return parsed.is_global and not parsed.is_multicast and (mapped is None or is_public(str(mapped)))


def allowed_hosts(records: Iterable[SourceRecord]) -> frozenset[str]:
    """The hosts that the corpus names."""
    hosts = (urlsplit(record.url).hostname for record in records if record.url)
    return frozenset(host.lower() for host in hosts if host)


def fetch(url: str, folder: Path, policy: FetchPolicy, limits: FetchLimits | None = None) -> Fetched:
    """Download one document into ``folder`` under a name of our own.

    :raises UnreadableDocument: with the reason, for anything that does not go exactly right.
    """
    limits = limits or FetchLimits()
    deadline = time.monotonic() + limits.seconds
    network = GuardedNetwork(policy.resolver, policy.may_connect, deadline)
    with httpcore.ConnectionPool(network_backend=network, ssl_context=policy.ssl_context) as pool:
        for _ in range(limits.redirects + 1):
            _check_address(url, policy)
            with _response(pool, url, deadline) as response:
                if response.status in _REDIRECTS:
                    url = _next_address(url, _header(response, b"location"))
                    continue
                if response.status != 200:
                    _refuse(url, f"the server answered {response.status}")
                return _saved(response, url, folder, limits, deadline)
    return _refuse(url, "it redirects too often")


def _next_address(url: str, location: str | None) -> str:
    try:
        return urljoin(url, location or _refuse(url, "it redirects to nowhere"))
    except ValueError:
        return _refuse(url, "it redirects to what is not an address")


def _check_address(url: str, policy: FetchPolicy) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        _refuse(url, "it is not an address")
    if parts.scheme not in policy.schemes:
        _refuse(url, "only https is allowed")
    if parts.username or parts.password:
        _refuse(url, "it carries a name or a password")
    if (parts.hostname or "").lower() not in policy.hosts:
        _refuse(url, "its host is not named in the corpus")
    if port not in policy.ports:
        _refuse(url, f"port {port} is not allowed")


@contextmanager
def _response(pool: httpcore.ConnectionPool, url: str, deadline: float) -> Iterator[httpcore.Response]:
    left = max(0.1, deadline - time.monotonic())
    timeouts = {"timeout": {"connect": min(10.0, left), "read": min(10.0, left), "write": 5.0, "pool": 1.0}}
    headers = [
        (b"User-Agent", b"nrm-guide (offline library; one document at a time)"),
        (b"Accept-Encoding", b"identity"),
    ]
    try:
        with pool.stream("GET", url, headers=headers, extensions=timeouts) as response:
            yield response
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, UnicodeError, OSError) as error:
        _refuse(url, f"the connection failed ({type(error).__name__})")


def _saved(response: httpcore.Response, url: str, folder: Path, limits: FetchLimits, deadline: float) -> Fetched:
    kind = (_header(response, b"content-type") or "").partition(";")[0].strip().lower()
    if kind not in _ENDINGS:
        _refuse(url, f"it sends {kind or 'something without a type'}, not a document")
    if _header(response, b"content-encoding") not in (None, "", "identity"):
        _refuse(url, "it sends packed data although we asked for none")
    announced = _header(response, b"content-length")
    if announced and announced.isdigit() and int(announced) > limits.most_bytes:
        _refuse(url, f"it is larger than {limits.most_bytes // MEBIBYTE} MB")
    path = folder / f"download{_ENDINGS[kind]}"
    size = 0
    with path.open("wb") as file:
        for chunk in response.iter_stream():
            size += len(chunk)
            if size > limits.most_bytes:
                _refuse(url, f"it is larger than {limits.most_bytes // MEBIBYTE} MB")
            if time.monotonic() > deadline:
                _refuse(url, f"it took longer than {limits.seconds:.0f} s")
            file.write(chunk)
    if announced and announced.isdigit() and size != int(announced):
        _refuse(url, "it ended before it was complete")
    if size == 0:
        _refuse(url, "it is empty")
    return Fetched(path, url, size)


def _header(response: httpcore.Response, name: bytes) -> str | None:
    found = [value for key, value in response.headers if key.lower() == name]
    return found[0].decode("latin-1") if found else None


def _refuse(url: str, reason: str) -> NoReturn:
    shown = "".join(character if character.isprintable() else "?" for character in url)[:200]
    raise UnreadableDocument(f"{shown} was not loaded: {reason}.", _LOAD_BY_HAND)
