"""A model writes the compose step: what it says is proven, or extracts are shown and the reason is named."""

import json
from typing import Any

import pytest

from nrm.adapters.language_model.client import OpenAICompatibleModel, Server
from nrm.answering.consent import Consent
from nrm.answering.inquiry import Inquiry
from nrm.answering.verify import prove
from nrm.domain.answers import Hit
from nrm.domain.passages import Passage, Source
from nrm.domain.vocabulary import Authority, NoticeKind, Outcome, SourceKind, Support
from nrm.prompts import load_prompt
from nrm.services.model_writing import ModelWriter, open_writer
from nrm.settings import PROJECT_DIR, Settings

PERIOD = "Each Party shall provide a recovery and reflection period of at least 30 days to every person concerned."
HOUSING = "States should offer safe housing to victims during this period."


def hit(text: str, name: str, authority: Authority) -> Hit:
    return Hit(Passage(name, Source(name, f"Artificial {name}", SourceKind.DOCUMENT, authority), text), 1.0)


CHOSEN = (hit(HOUSING, "guide", Authority.GUIDANCE), hit(PERIOD, "treaty", Authority.TREATY))
INQUIRY = Inquiry("How long is the period for [name 1]?", chosen=CHOSEN, outcome=Outcome.ANSWERED)


def writer(url: str, on_this_machine: bool = True) -> ModelWriter:
    model = OpenAICompatibleModel(Server(f"{url}/chat/completions", "there", "m", "", 5.0), pause=lambda _: None)
    return ModelWriter(model, load_prompt("answer", PROJECT_DIR / "prompts"), "there", on_this_machine)


def claiming(read: Any, scripted: Any, *claims: tuple[str, str, str | None]) -> Any:
    """A model that makes claims (statement, words of the passage meant, quote); no quote: the whole passage."""

    def script(body: dict[str, Any]) -> Any:
        tokens = read(body)
        statements = []
        for statement, meant, quote in claims:
            token, text = next(((token, text) for token, text in tokens if meant in text), ("f" * 10, meant))
            statements.append({"statement": statement, "token": token, "quote": text if quote is None else quote})
        return scripted(json.dumps({"statements": statements}))

    return script


def kinds(inquiry: Inquiry) -> list[NoticeKind]:
    return [notice.kind for notice in inquiry.notices]


def texts(inquiry: Inquiry) -> list[str]:
    return [claim.text for claim in inquiry.draft.statements]


def test_a_proven_draft_is_used_strongest_authority_first(serve: Any, scripted: Any, read_passages: Any) -> None:
    short = "Each Party must provide a period of at least thirty days to every person."
    script = claiming(read_passages, scripted, (HOUSING, HOUSING, None), (short, "reflection period", PERIOD))

    written = writer(serve(script=script).url).compose(INQUIRY)
    proven = prove(written.draft, {item.passage.id: item.passage for item in CHOSEN})

    assert texts(written) == [short, HOUSING]
    assert [statement.support for statement in proven.statements] == [Support.PROVEN, Support.VERBATIM]
    assert (kinds(written), written.written_by) == ([], "m, prompt answer 1")


def test_a_statement_without_proof_is_noted_and_the_rest_is_used(serve: Any, scripted: Any, read_passages: Any) -> None:
    script = claiming(
        read_passages, scripted, (PERIOD, PERIOD, None), ("Each Party shall provide 90 days.", PERIOD, PERIOD)
    )

    written = writer(serve(script=script).url).compose(INQUIRY)
    proven = prove(written.draft, {item.passage.id: item.passage for item in CHOSEN})

    assert [statement.text for statement in proven.statements] == [PERIOD]
    assert kinds(written) == [NoticeKind.MACHINE_DRAFT_DROPPED]


@pytest.mark.parametrize(
    "claims",
    [
        [("Each Party shall provide 90 days.", PERIOD, PERIOD)],
        [(PERIOD, PERIOD, None), ("It is 90 days.", PERIOD, PERIOD), ("It is free.", "nowhere", "It is all free.")],
        [(PERIOD, "an unknown passage", PERIOD)],
        [("Each Party shall provide a period.", PERIOD, "a quote that stands nowhere at all")],
    ],
)
def test_with_less_than_half_proven_extracts_are_shown(
    serve: Any, scripted: Any, read_passages: Any, claims: list[tuple[str, str, str | None]]
) -> None:
    server = serve(script=claiming(read_passages, scripted, *claims))

    written = writer(server.url).compose(INQUIRY)

    assert texts(written) == [PERIOD, HOUSING]
    assert (kinds(written), written.written_by) == ([NoticeKind.MACHINE_DRAFT_DROPPED], "")


@pytest.mark.parametrize(
    "reply",
    [
        '{"statements": [{"statement": "a"',
        '{"statements": [{"statement": "a", "token": "b", "quote": "c",}]}',
        "[]",
        '{"answer": "30 days"}',
        '{"statements": {}}',
        '{"statements": ["30 days"]}',
        '{"statements": [{"statement": "a", "token": 7, "quote": "c"}]}',
        '{"statements": [{"statement": "a", "token": "b", "quote": "c", "link": "http://evil.example"}]}',
        '{"statements": [], "message": "http://evil.example"}',
        "I cannot help with that.",
        "",
        "null",
    ],
)
def test_a_broken_or_other_reply_is_rejected_never_mended(serve: Any, scripted: Any, reply: str) -> None:
    written = writer(serve(scripted(reply)).url).compose(INQUIRY)

    assert texts(written) == [PERIOD, HOUSING]
    assert kinds(written) == [NoticeKind.MACHINE_DRAFT_DROPPED]


@pytest.mark.parametrize("reply", [{"status": 500}, {"words": '{"statements": []}', "cut": True}, {"body": "<html>"}])
def test_a_model_that_fails_is_named_and_extracts_are_shown(serve: Any, scripted: Any, reply: dict[str, Any]) -> None:
    written = writer(serve(scripted(**reply)).url).compose(INQUIRY)

    assert texts(written) == [PERIOD, HOUSING]
    assert kinds(written) == [NoticeKind.MODEL_UNAVAILABLE]


def test_a_model_that_finds_no_answer_leaves_the_extracts_without_a_remark(serve: Any, scripted: Any) -> None:
    written = writer(serve(scripted('{"statements": []}')).url).compose(INQUIRY)

    assert (texts(written), kinds(written)) == ([PERIOD, HOUSING], [])


def test_json_inside_words_or_a_fence_is_read(serve: Any, scripted: Any, read_passages: Any) -> None:
    inner = claiming(read_passages, lambda words: words, (PERIOD, PERIOD, None))
    for wrapped in ("Here it is:\n```json\n{}\n```\nGood luck.", "Sure. {} I hope this helps."):
        server = serve(script=lambda body, wrapped=wrapped: scripted(wrapped.replace("{}", inner(body))))

        assert texts(writer(server.url).compose(INQUIRY)) == [PERIOD]


def test_what_a_model_sees_says_nothing_of_sources_and_marks_every_line(
    serve: Any, scripted: Any, read_passages: Any
) -> None:
    server = serve(scripted('{"statements": []}'))

    writer(server.url).compose(INQUIRY)
    writer(server.url).compose(INQUIRY)

    first, second = (read_passages(body) for body in server.bodies)
    sent = json.dumps(server.bodies[0])
    assert [text for _, text in first] == [HOUSING, PERIOD]
    assert {token for token, _ in first}.isdisjoint({token for token, _ in second})
    assert not any(name in sent for name in ("treaty", "guide", "Artificial"))
    assert "How long is the period for [name 1]?" in server.bodies[0]["messages"][1]["content"]


def test_a_refusal_is_never_written_by_a_model(serve: Any, scripted: Any) -> None:
    server = serve(scripted('{"statements": []}'))

    for outcome in (Outcome.NOT_FOUND, Outcome.SOURCE_NOT_LOADED, Outcome.HARMFUL):
        writer(server.url).compose(Inquiry("q", chosen=CHOSEN, outcome=outcome))

    assert server.bodies == []


@pytest.mark.parametrize("consent", [None, Consent("elsewhere:443", "seed")])
def test_without_consent_for_this_server_nothing_is_sent(serve: Any, scripted: Any, consent: Consent | None) -> None:
    server = serve(scripted('{"statements": []}'))

    inquiry = Inquiry("q", chosen=CHOSEN, outcome=Outcome.ANSWERED, consent=consent)
    written = writer(server.url, on_this_machine=False).compose(inquiry)

    assert server.bodies == []
    assert (texts(written), kinds(written)) == ([PERIOD, HOUSING], [])


def test_what_was_shown_before_consent_is_sent_word_for_word(serve: Any, scripted: Any) -> None:
    server = serve(scripted('{"statements": []}'))
    remote = writer(server.url, on_this_machine=False)

    shown = remote.text_to_send(INQUIRY)
    remote.compose(Inquiry(INQUIRY.question, chosen=CHOSEN, outcome=Outcome.ANSWERED, consent=shown.consent))

    assert remote.needs_consent
    assert shown.server == "there"
    assert "\n\n".join(message["content"] for message in server.bodies[0]["messages"]) == shown.text


def test_there_is_a_writer_only_when_address_and_model_are_set() -> None:
    local = {"NRM_LLM_BASE_URL": "http://127.0.0.1:1/v1"}

    assert open_writer(Settings.from_environment({})) is None
    assert open_writer(Settings.from_environment(local)) is None
    assert open_writer(Settings.from_environment({"NRM_LLM_MODEL": "m"})) is None
    opened = open_writer(Settings.from_environment({**local, "NRM_LLM_MODEL": "m"}))
    assert opened is not None
    assert not opened.needs_consent
