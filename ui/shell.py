"""The shell around the pages: who may ask, what is closed, and the headers of every response."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from nrm.settings import Settings
from ui.entrance_html import entrance_html, inline_script_hashes
from ui.library_access import warm_up
from ui.navigation import addresses
from ui.options import hosts_of
from ui.quiet_logs import keep_messages_out_of_logs
from ui.wording.safety import LEAVE_PATH

TITLE = "NRM Guide"
CLOSED_PATHS = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
_HOST = re.compile(r"^[A-Za-z0-9.\-]+(:\d{1,5})?$|^\[[0-9A-Fa-f:]+\](:\d{1,5})?$")
_FIXED_HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), clipboard-write=(self)",
}


def browser_app(script: Path, settings: Settings) -> "st.App":
    """The ASGI app that serves the pages of ``script`` behind this shell."""
    keep_messages_out_of_logs()
    return st.App(
        script,
        routes=_routes(),
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(TrustedHostMiddleware, allowed_hosts=hosts_of(settings), www_redirect=False),
            Middleware(ClosedPaths),
        ],
        lifespan=_warming,
    )


def security_policy(host: str) -> str:
    """The Content-Security-Policy of every response: everything from here, nothing from elsewhere.

    :param host: the Host header; older browsers do not count web sockets as ``'self'``.
    """
    sockets = f" ws://{host} wss://{host}" if _HOST.match(host) else ""
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *inline_script_hashes())),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self'{sockets}",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "frame-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


class SecurityHeaders:
    """Adds the headers to every HTTP response; HTML is never stored, other files stay cacheable."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        policy = security_policy(Headers(scope=scope).get("host", ""))

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update({**_FIXED_HEADERS, "Content-Security-Policy": policy})
                if headers.get("content-type", "").startswith("text/html"):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self._app(scope, receive, send_with_headers)


class ClosedPaths:
    """Answers 404 where Streamlit would tell or offer what nobody needs here."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        path = re.sub("/+", "/", scope.get("path", "")).casefold()
        if scope["type"] == "http" and path.startswith(CLOSED_PATHS):
            await PlainTextResponse("Not found", status_code=404)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _routes() -> list[BaseRoute]:
    html = entrance_html(TITLE)

    async def entrance(_: Request) -> Response:
        return HTMLResponse(html)

    pages: list[BaseRoute] = [Route(f"/{address}", entrance, methods=["GET"]) for address in addresses()]
    return [*pages, Route(LEAVE_PATH, leave, methods=["GET"])]


async def leave(_: Request) -> Response:
    """Away from here, leaving nothing in the browser; the way back leads to an empty first page."""
    headers = {"Clear-Site-Data": '"cache", "cookies", "storage"', "Cache-Control": "no-store"}
    return RedirectResponse(Settings.from_environment().leave_address, status_code=303, headers=headers)


@asynccontextmanager
async def _warming(_: "st.App") -> AsyncIterator[None]:
    """Opens the library in the background, so that the first question need not wait for it."""
    Thread(target=warm_up, daemon=True, name="warm-up").start()
    yield
