"""Drafting from a passage with a model: on the Quiz page and by `nrm quiz`, only where a model is configured."""

import json
import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from nrm.adapters.library_rows import Loaded
from nrm.adapters.library_store import LibraryStore
from nrm.domain.passages import Locator, Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind
from nrm.services.quiz_drafting import drafter
from ui.terminal import app
from ui.wording import quiz_drafting as words

_SCRIPT = "from ui.pages.quiz import render; render()"
_SENTENCE = "Each Party shall provide a recovery period of at least 30 days to every person concerned."
_SOURCE = Source("artificial", "Artificial guide", SourceKind.DOCUMENT, Authority.GUIDANCE)
_PASSAGE = Passage("artificial/1", _SOURCE, _SENTENCE, Locator(article="1"))


class ScriptedModel:
    """A model on this machine that makes one gap item of whatever passage it is sent."""

    def __init__(self) -> None:
        self.bodies: list[dict[str, Any]] = []
        model = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                model.bodies.append(body)
                (token,) = re.findall(r"begin, token (\w+)", body["messages"][1]["content"])
                item = {"type": "cloze", "token": token, "quote": _SENTENCE, "question": "", "key": "30"}
                words_said = json.dumps({"items": [{**item, "distractors": []}]})
                answer = {"choices": [{"message": {"content": words_said}, "finish_reason": "stop"}]}
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.end_headers()
                self.wfile.write(json.dumps(answer).encode())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedModel]:
    """A library with one artificial passage, and the settings of a model."""
    store = LibraryStore(tmp_path)
    store.create()
    store.replace(Loaded(_SOURCE, "artificial.txt", _SENTENCE, (), (), "2026-11-24"), [_PASSAGE])
    scripted = ScriptedModel()
    Thread(target=scripted.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    monkeypatch.setenv("NRM_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("NRM_MULTILINGUAL_ENCODER", "none")
    monkeypatch.setenv("NRM_LLM_BASE_URL", scripted.url)
    monkeypatch.setenv("NRM_LLM_MODEL", "m")
    yield scripted
    scripted.server.shutdown()
    scripted.server.server_close()


def opened() -> AppTest:
    return AppTest.from_string(_SCRIPT, default_timeout=180).run()


def shown(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def test_a_trainer_drafts_from_a_passage_and_finds_the_question_in_the_list(model: ScriptedModel) -> None:
    page = opened()

    page.selectbox(key="quiz_draft_passage").set_value("artificial/1").run()
    page.button(key="quiz_draft").click().run()

    assert not page.exception
    assert len(model.bodies) == 1
    assert words.MADE_ONE in shown(page)
    assert "1 of 3 items could be made from this passage." in shown(page)
    assert "All 5 checks hold" in shown(page)
    assert shown(page).count(_SENTENCE) >= 2  # as the quote, and in the passage that opens
    page.selectbox(key="quiz_draft_passage").set_value("artificial/1").run()
    page.button(key="quiz_draft").click().run()
    assert len(page.session_state["quiz_desk"].items) == 1  # the same question is not added twice


def test_for_a_model_elsewhere_the_whole_text_is_shown_before_anything_is_sent(
    model: ScriptedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafter.QuizDrafter, "needs_consent", property(lambda _: True))
    page = opened()

    page.selectbox(key="quiz_draft_passage").set_value("artificial/1").run()
    text = page.code[0].value
    sent_before = len(model.bodies)
    page.button(key="quiz_draft_send").click().run()

    assert sent_before == 0
    assert "\n\n".join(message["content"] for message in model.bodies[0]["messages"]) == text
    assert words.MADE_ONE in shown(page)


def test_without_a_model_the_page_says_nothing_of_drafting(
    model: ScriptedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NRM_LLM_MODEL")

    page = opened()

    assert words.AREA not in [expander.label for expander in page.expander]
    assert not [box for box in page.selectbox if box.key == "quiz_draft_source"]


def test_the_command_drafts_from_a_passage(model: ScriptedModel, tmp_path: Path) -> None:
    target = tmp_path / "quiz.json"

    result = CliRunner().invoke(app, ["quiz", "--passage", "artificial/1", "-n", "2", "-o", str(target)])

    items = json.loads(target.read_text(encoding="utf-8"))["items"]
    assert result.exit_code == 0
    assert [item["keys"] for item in items] == [["30"]]
    assert "artificial/1: 1 of 2 items" in result.stderr


def test_the_command_sends_nothing_elsewhere_when_nobody_is_there_to_agree(
    model: ScriptedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafter.QuizDrafter, "needs_consent", property(lambda _: True))
    monkeypatch.setattr(drafter.QuizDrafter, "_why_not_allowed", lambda *_: "Nothing was sent: nobody agreed.")

    result = CliRunner().invoke(app, ["quiz", "--passage", "artificial/1"])

    assert model.bodies == []
    assert "nobody agreed" in result.stderr


@pytest.mark.parametrize(
    ("unset", "passage", "told"),
    [("NRM_LLM_MODEL", "artificial/1", "No language model"), ("", "artificial/9", "no passage 'artificial/9'")],
)
def test_the_command_says_what_is_missing(
    model: ScriptedModel, monkeypatch: pytest.MonkeyPatch, unset: str, passage: str, told: str
) -> None:
    monkeypatch.delenv(unset or "NRM_NOT_SET", raising=False)

    result = CliRunner().invoke(app, ["quiz", "--passage", passage])

    assert result.exit_code != 0
    assert told in f"{result.exception} {result.stderr}"
