import base64
import hashlib
import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.entrance_html import entrance_html, inline_script_hashes
from ui.shell import CLOSED_PATHS, ClosedPaths, SecurityHeaders, leave, security_policy


async def _page(_: Request) -> Response:
    return HTMLResponse("<p>page</p>", headers={"Cache-Control": "public, max-age=60"})


async def _script(_: Request) -> Response:
    return PlainTextResponse("script", headers={"Cache-Control": "public, max-age=60"})


async def _open(_: Request) -> Response:
    return PlainTextResponse("figures")


def client() -> TestClient:
    """The shell around three routes."""
    routes = [Route("/", _page), Route("/static/a.js", _script)]
    routes += [Route(f"{path}{end}", _open) for path in CLOSED_PATHS for end in ("", "/more")]
    middleware = [
        Middleware(SecurityHeaders),
        Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1"], www_redirect=False),
        Middleware(ClosedPaths),
    ]
    return TestClient(Starlette(routes=routes, middleware=middleware), base_url="http://127.0.0.1:8501")


@pytest.mark.parametrize("path", ["/", "/static/a.js", "/nothing-here", "/_stcore/metrics"])
def test_every_response_carries_the_security_headers(path: str) -> None:
    headers = client().get(path).headers

    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "geolocation=()" in headers["permissions-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]


def test_html_is_never_stored_and_scripts_stay_cacheable() -> None:
    assert client().get("/").headers["cache-control"] == "no-store"
    assert client().get("/static/a.js").headers["cache-control"] == "public, max-age=60"


def test_a_foreign_host_is_refused_and_still_gets_the_headers() -> None:
    response = client().get("/", headers={"Host": "evil.example"})

    assert response.status_code == 400
    assert response.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", [*CLOSED_PATHS, "/_stcore/metrics/more", "/_STCORE/Metrics", "/_stcore//metrics"])
def test_closed_paths_are_not_found(path: str) -> None:
    assert client().get(path).status_code == 404


def test_the_policy_allows_no_eval_no_foreign_source_and_no_inline_script() -> None:
    policy = security_policy("127.0.0.1:8501")
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))

    assert "unsafe-eval" not in policy
    assert "unsafe-inline" not in scripts
    assert not re.search(r"https?:", policy)
    assert "ws://127.0.0.1:8501" in policy


@pytest.mark.parametrize("host", ["", "a;script-src *", "localhost:80 *", "x\r\ny"])
def test_a_host_header_cannot_write_into_the_policy(host: str) -> None:
    assert "ws://" not in security_policy(host)


def test_the_inline_script_of_the_document_is_the_one_the_policy_allows() -> None:
    html = entrance_html("NRM Guide")

    inline = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in inline]

    assert hashes
    assert tuple(hashes) == inline_script_hashes()


def test_the_document_has_our_title_our_language_and_no_offer_to_agents() -> None:
    html = entrance_html("NRM Guide", "fr")

    assert '<html lang="fr">' in html
    assert "<title>NRM Guide</title>" in html
    assert "agent" not in html


def test_the_way_out_leads_where_the_operator_says_and_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NRM_LEAVE_ADDRESS", "https://www.example.org/recipes")
    shell = TestClient(Starlette(routes=[Route("/leave", leave)]), base_url="http://127.0.0.1:8501")

    response = shell.get("/leave", follow_redirects=False)

    assert (response.status_code, response.headers["location"]) == (303, "https://www.example.org/recipes")
    assert "storage" in response.headers["clear-site-data"]
