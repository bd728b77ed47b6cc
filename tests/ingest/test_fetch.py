"""Downloads against a server that misbehaves; nothing but what the operator named is ever reached."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from ingest.fetch import FetchLimits, FetchPolicy, allowed_hosts, fetch, is_public
from nrm.adapters.library_store import LibraryStore
from nrm.corpus import load_corpus
from nrm.domain.errors import UnreadableDocument, WrongUse
from nrm.settings import Settings

LIMITS = FetchLimits(most_bytes=4096, seconds=2.0, redirects=3)
GOOD = b"<html><body><h1>Artificial</h1><p>An artificial text.</p></body></html>"
PRIVATE = (
    "127.0.0.1", "127.1.2.3", "0.0.0.0", "10.0.0.5", "172.16.4.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "2002:7f00:1::", "192.0.2.1", "198.18.0.1", "240.0.0.1",
)  # fmt: skip


class _Misbehaving(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        action = getattr(self, f"_{self.path.strip('/').partition('?')[0].replace('-', '_')}", None)
        if action:
            action()
        else:
            self._send(404, b"no")

    def _send(self, status: int, body: bytes, kind: str = "text/html", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _good(self) -> None:
        self._send(200, GOOD)

    def _error(self) -> None:
        self._send(500, b"broken")

    def _forbidden(self) -> None:
        self._send(403, b"no")

    def _empty(self) -> None:
        self._send(200, b"")

    def _large(self) -> None:
        self._send(200, b"x" * 5000)

    def _lies_about_size(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for _ in range(50):
            self.wfile.write(b"100\r\n" + b"x" * 256 + b"\r\n")
        self.wfile.write(b"0\r\n\r\n")

    def _cut_short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "3000")
        self.end_headers()
        self.wfile.write(b"only this")
        self.close_connection = True

    def _slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "4000")
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            return

    def _program(self) -> None:
        self._send(200, b"MZ", "application/octet-stream")

    def _archive(self) -> None:
        self._send(200, b"PK", "application/zip")

    def _no_type(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"hi")

    def _packed(self) -> None:
        self._send(200, b"\x1f\x8b" + b"0" * 50, Content_Encoding="gzip")

    def _to_good(self) -> None:
        self._send(302, b"", Location="/good")

    def _round_and_round(self) -> None:
        self._send(302, b"", Location="/round-and-round")

    def _to_nowhere(self) -> None:
        self._send(302, b"")

    def _to_file(self) -> None:
        self._send(302, b"", Location="file:///etc/passwd")

    def _to_another_host(self) -> None:
        self._send(302, b"", Location="http://elsewhere.example/good")

    def _to_decimal_address(self) -> None:
        self._send(302, b"", Location="http://2130706433/good")

    def _to_metadata(self) -> None:
        self._send(302, b"", Location="http://169.254.169.254/latest/meta-data/")

    def _to_another_port(self) -> None:
        self._send(302, b"", Location="http://library.example:22/good")

    def _to_a_login(self) -> None:
        self._send(302, b"", Location="http://user:secret@library.example/good")

    def _junk(self) -> None:
        self.wfile.write(b"this is not HTTP at all\r\n\r\n")
        self.close_connection = True

    def _hangs_up(self) -> None:
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Silence."""


@pytest.fixture(scope="module")
def port(serve: Callable[[type[BaseHTTPRequestHandler]], int]) -> int:
    return serve(_Misbehaving)


def _url(port: int, path: str) -> str:
    return f"http://library.example:{port}/{path}"


def test_a_good_document_is_saved_under_a_name_of_ours(port: int, policy: FetchPolicy, tmp_path: Path) -> None:
    found = fetch(_url(port, "good"), tmp_path, policy, LIMITS)

    assert (found.path.name, found.path.read_bytes(), found.size) == ("download.html", GOOD, len(GOOD))


def test_a_redirect_on_the_same_host_is_followed(port: int, policy: FetchPolicy, tmp_path: Path) -> None:
    assert fetch(_url(port, "to-good"), tmp_path, policy, LIMITS).url == _url(port, "good")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing", "404"), ("error", "500"), ("forbidden", "403"), ("empty", "empty"), ("large", "larger"),
        ("lies-about-size", "larger"), ("cut-short", "failed|complete"), ("slow", "longer|failed"),
        ("program", "not a document"), ("archive", "not a document"), ("no-type", "not a document"), ("packed", "packed"),
        ("round-and-round", "too often"), ("to-nowhere", "nowhere"), ("to-file", "only https"),
        ("to-another-host", "not named"), ("to-decimal-address", "not named"), ("to-metadata", "not named"),
        ("to-another-port", "port 22"), ("to-a-login", "name or a password"), ("junk", "failed"), ("hangs-up", "failed"),
    ],
)  # fmt: skip
def test_whatever_goes_wrong_is_refused_with_its_reason(
    port: int, policy: FetchPolicy, tmp_path: Path, path: str, reason: str
) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as refused:
        fetch(_url(port, path), tmp_path, policy, LIMITS)

    assert "nrm ingest" in refused.value.remedy


@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_that_leads_to_a_private_address_is_not_connected_to(address: str, tmp_path: Path) -> None:
    policy = FetchPolicy(hosts=frozenset({"library.example"}), resolver=lambda host, _: ["93.184.216.34", address])

    assert not is_public(address)
    with pytest.raises(UnreadableDocument, match="connection failed"):
        fetch("https://library.example/text", tmp_path, policy, LIMITS)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_an_address_of_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    ["http://library.example/x", "ftp://library.example/x", "file:///etc/passwd", "https://evil.example/x",
     "https://library.example.evil.example/x", "https://a:b@library.example/x", "https://library.example:8443/x",
     "https://127.0.0.1/x", "https://[::1]/x", "https://library.example:port/x", "gopher://library.example", "https://"],
)  # fmt: skip
def test_only_https_to_hosts_of_the_corpus_is_tried(url: str, tmp_path: Path) -> None:
    def never(_: str, __: int) -> list[str]:
        raise AssertionError("no name may be resolved")

    with pytest.raises(UnreadableDocument):
        fetch(url, tmp_path, replace(FetchPolicy(frozenset({"library.example"})), resolver=never), LIMITS)


def test_the_hosts_are_those_of_the_corpus() -> None:
    hosts = allowed_hosts(load_corpus(Path(__file__).resolve().parents[2] / "corpus").sources)

    assert "www.coe.int" in hosts
    assert not any(host.endswith(".example") for host in hosts)


def test_downloads_are_off_until_the_operator_allows_them() -> None:
    from ui.fetch_command import run_fetch

    with pytest.raises(WrongUse, match="NRM_ALLOW_DOWNLOADS"):
        run_fetch(["coe-cets197-2005"], everything=False)


def test_what_was_downloaded_is_loaded_with_its_checksum_and_one_failure_stops_nothing(
    port: int, policy: FetchPolicy, tmp_path: Path, small_corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from ui.fetch_command import fetch_and_load

    settings = Settings(data_dir=tmp_path / "data", corpus_dir=small_corpus, multilingual_encoder="none")
    first, second = load_corpus(small_corpus).sources[:2]
    wanted = [replace(first, url=_url(port, "error")), replace(second, url=_url(port, "good"))]

    failures = fetch_and_load(wanted, policy, replace(LIMITS, pause_seconds=0.0), settings)

    said = capsys.readouterr()
    assert failures == 1
    assert said.err.startswith(f"{first.slug}: ") and "500" in said.err
    assert f"{second.slug}: {len(GOOD)} bytes from" in said.out and hashlib.sha256(GOOD).hexdigest() in said.out
    loaded = LibraryStore(settings.data_dir).loaded(second.slug)
    assert loaded is not None and loaded.source.sha256 == hashlib.sha256(GOOD).hexdigest()
