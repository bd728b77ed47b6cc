"""The client of OpenAI-compatible servers, against servers that answer well, badly, late or not at all."""

import logging
import traceback
from typing import Any

import pytest

from nrm.adapters.language_model import is_on_this_machine, open_language_model, server_name
from nrm.adapters.language_model.breaker import CircuitBreaker
from nrm.adapters.language_model.client import OpenAICompatibleModel, Server
from nrm.domain.errors import EngineUnavailable, WrongUse
from nrm.prompts import Message
from nrm.settings import Settings

KEY = "sk-canary-7f3a"
ASKED = (Message("system", "Be exact."), Message("user", "canary-question: how long?"))
SCHEMA = {"type": "object"}


def client(
    url: str, timeout_seconds: float = 5.0, pauses: list[float] | None = None, **more: Any
) -> OpenAICompatibleModel:
    server = Server(f"{url}/chat/completions", "127.0.0.1", "artificial-model", KEY, timeout_seconds)
    return OpenAICompatibleModel(server, pause=(pauses if pauses is not None else []).append, **more)


def said(model: OpenAICompatibleModel) -> str:
    return "".join(model.reply(ASKED, SCHEMA))


def test_a_streamed_reply_arrives_in_pieces_and_whole(serve: Any, scripted: Any) -> None:
    server = serve(scripted("Thirty days, at least: «не менее».\n"))

    pieces = list(client(server.url).reply(ASKED, SCHEMA))

    assert "".join(pieces) == "Thirty days, at least: «не менее».\n"
    assert len(pieces) > 1


def test_the_request_names_model_messages_and_schema_and_carries_the_key(serve: Any, scripted: Any) -> None:
    server = serve(scripted("ok"))

    said(client(server.url))

    body = server.bodies[0]
    assert (body["model"], body["stream"], body["temperature"]) == ("artificial-model", True, 0)
    assert body["messages"][1] == {"role": "user", "content": "canary-question: how long?"}
    assert body["response_format"]["json_schema"]["schema"] == SCHEMA
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"


def test_a_server_that_does_not_stream_is_understood(serve: Any, scripted: Any) -> None:
    server = serve(scripted(body='{"choices": [{"message": {"content": "whole"}, "finish_reason": "stop"}]}'))

    assert said(client(server.url)) == "whole"


def test_a_server_that_knows_no_schemas_is_asked_without_and_remembered(serve: Any, scripted: Any) -> None:
    server = serve(script=lambda body: scripted(status=400) if "response_format" in body else scripted("plain"))
    model = client(server.url)

    assert [said(model), said(model)] == ["plain", "plain"]
    assert ["response_format" in body for body in server.bodies] == [True, False, False]


@pytest.mark.parametrize("status", [500, 502, 503, 429])
def test_a_failing_server_is_tried_three_times(serve: Any, scripted: Any, status: int) -> None:
    server, pauses = serve(scripted(status=status)), []

    with pytest.raises(EngineUnavailable, match=f"status {status}"):
        said(client(server.url, pauses=pauses))

    assert len(server.bodies) == 3
    assert 0.3 < pauses[0] < 0.7
    assert 0.7 < pauses[1] < 1.4


def test_a_server_that_recovers_is_heard(serve: Any, scripted: Any) -> None:
    server = serve(scripted(status=503), scripted(status=429), scripted("back"))

    assert said(client(server.url)) == "back"


def test_the_pause_that_a_server_asks_for_is_kept_within_limits(serve: Any, scripted: Any) -> None:
    replies = [scripted(status=429, headers={"retry-after": asked}) for asked in ("3", "3600")]
    server, pauses = serve(*replies, scripted("ok")), []

    said(client(server.url, pauses=pauses))

    assert pauses == [3.0, 5.0]


@pytest.mark.parametrize("status", [301, 401, 403, 413])
def test_a_refusal_is_not_tried_again(serve: Any, scripted: Any, status: int) -> None:
    server = serve(scripted(status=status, headers={"location": "http://127.0.0.1:9/"}))

    with pytest.raises(EngineUnavailable, match=f"status {status}"):
        said(client(server.url))

    assert len(server.bodies) == 1


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ({"words": "half of it", "cut": True}, "cut off"),
        ({"words": "too long", "finish": "length"}, "cut for its length"),
        ({"body": "<html>busy</html>"}, "not JSON"),
        ({"body": '{"error": {"message": "no such model"}}'}, "reported an error"),
        ({"body": '{"choices": 3}'}, "no choices"),
        ({"body": '{"choices": [3]}'}, "no choices"),
        ({"body": "[" * 3000}, "not JSON"),
        ({"body": "x" * 200_001}, "too long"),
        ({"words": "y" * 200_001}, "too long"),
    ],
)
def test_a_reply_that_does_not_come_to_its_end_is_no_reply(
    serve: Any, scripted: Any, reply: dict[str, Any], reason: str
) -> None:
    server = serve(scripted(**reply))

    with pytest.raises(EngineUnavailable, match=reason):
        said(client(server.url))


def test_a_slow_server_is_left_after_the_time_of_the_settings(serve: Any, scripted: Any) -> None:
    server = serve(scripted("late", wait_seconds=1.5))

    with pytest.raises(EngineUnavailable, match="in time"):
        said(client(server.url, timeout_seconds=0.2))


def test_nobody_there_is_unavailable_after_three_tries() -> None:
    pauses: list[float] = []

    with pytest.raises(EngineUnavailable, match="cannot be reached"):
        said(client("http://127.0.0.1:9/v1", pauses=pauses))

    assert len(pauses) == 2


def test_after_three_failures_a_server_is_left_alone_and_later_tried_again(serve: Any, scripted: Any) -> None:
    server = serve(*[scripted(status=401)] * 3, scripted("well again"))
    now = [0.0]
    model = client(server.url, breaker=CircuitBreaker(3, 30.0, lambda: now[0]))

    for _ in range(5):
        with pytest.raises(EngineUnavailable):
            said(model)
    asked_while_resting = len(server.bodies)
    now[0] = 31.0

    assert asked_while_resting == 3
    assert said(model) == "well again"
    assert said(model) == "well again"


def test_a_breaker_lets_one_try_through_after_each_rest() -> None:
    now = [0.0]
    breaker = CircuitBreaker(2, 10.0, lambda: now[0])

    breaker.failed()
    before = breaker.lets_through()
    breaker.failed()
    now[0] = 9.0
    resting = breaker.lets_through()
    now[0] = 11.0

    assert (before, resting) == (True, False)
    assert [breaker.lets_through(), breaker.lets_through()] == [True, False]
    breaker.succeeded()
    assert breaker.lets_through()


def test_errors_and_logs_tell_neither_key_nor_question_nor_reply(
    serve: Any, scripted: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told = []
    for reply in (scripted(status=401), scripted("canary-reply", cut=True), scripted(body="canary-reply")):
        try:
            said(client(serve(reply).url))
        except EngineUnavailable as error:
            told += [str(error), repr(error), "".join(traceback.format_exception(error))]

    seen = "\n".join([*told, caplog.text, repr(client("http://127.0.0.1:1")._server)])
    assert len(told) == 9
    assert not any(secret in seen for secret in (KEY, "canary-question", "canary-reply"))


def settings(**values: str) -> Settings:
    return Settings.from_environment({f"NRM_{name.upper()}": value for name, value in values.items()})


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:11434/v1", True),
        ("http://localhost/v1", True),
        ("http://[::1]:8080/v1", True),
        ("http://127.1.2.3", True),
        ("https://api.example.org/v1", False),
        ("http://127.0.0.1.example.org", False),
        ("http://192.168.1.5:8000", False),
        ("http://0.0.0.0:8000", False),
        ("http://localhost.example.org", False),
    ],
)
def test_only_loopback_addresses_are_this_machine(url: str, local: bool) -> None:
    assert is_on_this_machine(url) is local


@pytest.mark.parametrize(
    "url", ["api.example.org", "ftp://a.example", "http://", "http://user:pw@a.example/v1", "http://a.example/v1?key=1", "http://[::1/v1",
            "http://a.example:99999/v1"],
)  # fmt: skip
def test_an_address_that_cannot_be_used_is_wrong_use_and_not_repeated(url: str) -> None:
    with pytest.raises(WrongUse) as told:
        open_language_model(settings(llm_base_url=url, llm_model="m"))

    assert "pw" not in str(told.value)


def test_a_key_does_not_travel_unencrypted_to_another_machine() -> None:
    with pytest.raises(WrongUse, match="unencrypted"):
        open_language_model(settings(llm_base_url="http://a.example/v1", llm_model="m", llm_api_key="k"))

    assert (
        open_language_model(settings(llm_base_url="https://a.example/v1", llm_model="m", llm_api_key="k")).name == "m"
    )
    assert (
        open_language_model(settings(llm_base_url="http://127.0.0.1:1/v1", llm_model="m", llm_api_key="k")).name == "m"
    )


def test_the_name_of_a_server_is_its_host_and_port() -> None:
    assert server_name("https://api.example.org/v1/") == "api.example.org"
    assert server_name("http://[::1]:8080/v1") == "[::1]:8080"


def test_the_model_is_offered_as_a_llama_index_llm(serve: Any, scripted: Any) -> None:
    door = pytest.importorskip("nrm.adapters.language_model.llama_index_door")
    from llama_index.core.base.llms.types import ChatMessage

    llm = door.GuideLLM(client(serve(scripted("one two three")).url))

    assert llm.complete("count").text == "one two three"
    assert list(llm.stream_complete("count"))[-1].text == "one two three"
    assert llm.chat([ChatMessage(role="user", content="count")]).message.content == "one two three"
    assert "".join(part.delta or "" for part in llm.stream_chat([ChatMessage(content="count")])) == "one two three"
    assert (llm.metadata.model_name, llm.metadata.is_chat_model) == ("artificial-model", True)


def test_the_server_sees_no_proxy_settings_when_it_is_on_this_machine(
    serve: Any, scripted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    model = open_language_model(settings(llm_base_url=serve(scripted("direct")).url, llm_model="m"))

    assert said(model) == "direct"
