"""A client for any OpenAI-compatible server: streams, waits a bounded time, retries, and gives up politely."""

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

from nrm.adapters.language_model.breaker import CircuitBreaker
from nrm.adapters.language_model.events import BrokenReply, pieces_of, whole_reply
from nrm.domain.errors import EngineUnavailable
from nrm.prompts import Message

_CONNECT_SECONDS = 5.0
_RETRIES = 2
_FIRST_PAUSE_SECONDS = 0.5
_LONGEST_PAUSE_SECONDS = 5.0
_MOST_TOKENS = 2000
_TOO_MANY_REQUESTS = 429
_SERVER_ERRORS = 500
_NOT_UNDERSTOOD = frozenset({400, 404, 415, 422, 501})  # what servers say that do not know response_format


@dataclass(frozen=True, slots=True)
class Server:
    """Where a model is; ``shown_as`` may be shown and logged, the key never."""

    url: str
    shown_as: str
    model: str
    key: str = field(repr=False)
    timeout_seconds: float
    use_proxy_settings: bool = False


class OpenAICompatibleModel:
    """One model on one server; safe to share between threads. Errors tell no key, no question and no reply."""

    def __init__(
        self,
        server: Server,
        breaker: CircuitBreaker | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._server, self._breaker, self._pause = server, breaker or CircuitBreaker(), pause
        self._knows_schemas = True
        self._http = httpx.Client(
            timeout=httpx.Timeout(server.timeout_seconds, connect=_CONNECT_SECONDS),
            trust_env=server.use_proxy_settings,
            follow_redirects=False,
        )

    @property
    def name(self) -> str:
        """The model's name on its server."""
        return self._server.model

    def reply(self, messages: Sequence[Message], schema: Mapping[str, Any] | None = None) -> Iterator[str]:
        """The reply, piece by piece.

        :param schema: a JSON schema for the reply; a server that does not know schemas is asked without.
        :raises EngineUnavailable: when no whole reply came in time; what came before is then worth nothing.
        """
        if not self._breaker.lets_through():
            raise self._unavailable("it failed several times and is left alone for a moment")
        try:
            yield from self._tried(messages, schema if self._knows_schemas else None)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            self._breaker.failed()
            raise self._unavailable(_reason(error)) from None  # the cause carries headers, and so the key
        except BrokenReply as error:
            self._breaker.failed()
            raise self._unavailable(str(error)) from None
        self._breaker.succeeded()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _tried(self, messages: Sequence[Message], schema: Mapping[str, Any] | None) -> Iterator[str]:
        """The pieces of the first try that the server accepts; nothing is tried again once a piece came."""
        deadline = time.monotonic() + self._server.timeout_seconds
        for attempt in range(_RETRIES + 1):
            wait = _pause_seconds(attempt)
            try:
                with self._http.stream("POST", self._server.url, **self._request(messages, schema)) as response:
                    if response.is_success:
                        yield from _pieces(response, deadline)
                        return
                    if schema and response.status_code in _NOT_UNDERSTOOD:
                        break
                    if attempt == _RETRIES or not _may_pass(response.status_code):
                        response.raise_for_status()
                    wait = _pause_seconds(attempt, response.headers.get("retry-after", ""))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if attempt == _RETRIES:
                    raise
            self._pause(wait)
        yield from self._tried(messages, None)
        self._knows_schemas = False

    def _request(self, messages: Sequence[Message], schema: Mapping[str, Any] | None) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self._server.model,
            "messages": [{"role": message.role, "content": message.content} for message in messages],
            "temperature": 0,
            "max_tokens": _MOST_TOKENS,
            "stream": True,
        }
        if schema:
            named = {"name": "reply", "strict": True, "schema": dict(schema)}
            body["response_format"] = {"type": "json_schema", "json_schema": named}
        headers = {"authorization": f"Bearer {self._server.key}"} if self._server.key else {}
        return {"json": body, "headers": headers}

    def _unavailable(self, reason: str) -> EngineUnavailable:
        return EngineUnavailable(
            f"The language model at {self._server.shown_as} gave no usable reply: {reason}.",
            "Check that the server runs and that NRM_LLM_BASE_URL and NRM_LLM_MODEL are right; answers go on without.",
        )


def _pieces(response: httpx.Response, deadline: float) -> Iterator[str]:
    lines = _until(deadline, response.iter_lines())
    if response.headers.get("content-type", "").startswith("text/event-stream"):
        yield from pieces_of(lines)
    else:
        yield whole_reply("\n".join(lines))


def _until(deadline: float, lines: Iterator[str]) -> Iterator[str]:
    """The lines, as long as they come in time: a server may drip for hours without one silence too long."""
    for line in lines:
        if time.monotonic() > deadline:
            raise BrokenReply("the reply took too long")
        yield line


def _may_pass(status: int) -> bool:
    return status == _TOO_MANY_REQUESTS or status >= _SERVER_ERRORS


def _pause_seconds(attempt: int, asked_for: str = "") -> float:
    """Half a second, then twice that, with some chance in it; longer when the server asks, within limits."""
    own: float = _FIRST_PAUSE_SECONDS * 2**attempt * random.uniform(0.75, 1.25)
    wanted = float(asked_for) if asked_for.isdecimal() else 0.0
    return min(max(own, wanted), _LONGEST_PAUSE_SECONDS)


def _reason(error: httpx.HTTPError | httpx.InvalidURL) -> str:
    if isinstance(error, httpx.HTTPStatusError):
        return f"it answered with status {error.response.status_code}"
    if isinstance(error, httpx.TimeoutException):
        return "it did not answer in time"
    if isinstance(error, httpx.ConnectError):
        return "it cannot be reached"
    return "the connection broke"
