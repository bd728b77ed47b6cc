"""What the running app gives to whoever knocks."""

import http.client
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import psutil
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

if TYPE_CHECKING:
    from tests.journeys.conftest import RunningApp

pytestmark = pytest.mark.journey


def get(app: "RunningApp", path: str, host: str = "") -> http.client.HTTPResponse:
    """The response to one request, read to its end."""
    address = urlsplit(app.url).netloc
    connection = http.client.HTTPConnection(address, timeout=30)
    connection.request("GET", path, headers={"Host": host or address})
    response = connection.getresponse()
    response.read()
    return response


@pytest.mark.parametrize("path", ["/", "/library", "/nothing-here", "/_stcore/health", "/_stcore/host-config"])
def test_every_response_carries_the_headers(running_app: "RunningApp", path: str) -> None:
    response = get(running_app, path)

    assert response.getheader("X-Frame-Options") == "DENY"
    assert response.getheader("X-Content-Type-Options") == "nosniff"
    assert response.getheader("Referrer-Policy") == "no-referrer"
    assert "default-src 'none'" in response.getheader("Content-Security-Policy", "")
    assert response.getheader("Permissions-Policy")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "169.254.169.254"])
@pytest.mark.parametrize("path", ["/", "/_stcore/health"])
def test_a_foreign_host_is_refused(running_app: "RunningApp", path: str, host: str) -> None:
    assert get(running_app, path, host).status == 400


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/interact"])
def test_what_nobody_needs_is_closed(running_app: "RunningApp", path: str) -> None:
    assert get(running_app, path).status == 404


@pytest.mark.parametrize("path", ["/static/../../etc/passwd", "/static/%2e%2e/%2e%2e/etc/passwd", "//evil.example"])
def test_no_path_leads_out_of_the_app(running_app: "RunningApp", path: str) -> None:
    assert get(running_app, path).status in (400, 403, 404)


def test_a_page_of_another_site_cannot_open_a_web_socket(running_app: "RunningApp") -> None:
    address = f"{running_app.url.replace('http', 'ws', 1)}/_stcore/stream"

    with pytest.raises(InvalidStatus) as refused, connect(address, origin="https://evil.example"):
        pass

    assert refused.value.response.status_code == 403


def test_the_app_listens_on_this_machine_only(running_app: "RunningApp") -> None:
    port = urlsplit(running_app.url).port

    listening = [
        connection.laddr.ip
        for connection in psutil.net_connections("inet")
        if connection.status == psutil.CONN_LISTEN and connection.laddr.port == port
    ]

    assert listening == ["127.0.0.1"]


def test_the_document_is_never_stored_and_names_its_language(running_app: "RunningApp") -> None:
    connection = http.client.HTTPConnection(urlsplit(running_app.url).netloc, timeout=30)
    connection.request("GET", "/")
    response = connection.getresponse()

    assert response.getheader("Cache-Control") == "no-store"
    assert '<html lang="en">' in response.read().decode()


def test_the_way_out_tells_the_browser_to_forget(running_app: "RunningApp") -> None:
    response = get(running_app, "/leave")

    assert response.status == 303
    assert '"storage"' in response.getheader("Clear-Site-Data", "")
