"""What a model may answer, and a reply read as a draft: strictly, so that nothing broken is mended."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from nrm.answering.model_reply import ReplyRejected, list_in
from nrm.answering.tokens import DealtPassages, deal, unmarked
from nrm.domain.answers import DraftAnswer, DraftStatement, Hit
from nrm.prompts import Message, Prompt

MOST_STATEMENTS = 8
_LONGEST_STATEMENT, _LONGEST_QUOTE = 800, 3000  # letters
_KEYS = {"statement", "token", "quote"}

REPLY_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["statements"],
    "properties": {
        "statements": {
            "type": "array",
            "maxItems": MOST_STATEMENTS,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["statement", "token", "quote"],
                "properties": {name: {"type": "string"} for name in ("statement", "token", "quote")},
            },
        }
    },
}


class LanguageModel(Protocol):
    """What answering asks of a model."""

    @property
    def name(self) -> str:
        """The model's name, for receipts."""

    def reply(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> Iterator[str]:
        """The reply, piece by piece.

        :raises EngineUnavailable: when there is no whole reply.
        """


@dataclass(frozen=True, slots=True)
class Request:
    """Everything that goes to a model for one question."""

    messages: tuple[Message, ...]
    dealt: DealtPassages


@dataclass(frozen=True, slots=True)
class ReadReply:
    """The claims of a reply, and how many statements it made, those under unknown tokens included."""

    draft: DraftAnswer
    statements: int


def request_for(question: str, chosen: Sequence[Hit], prompt: Prompt, seed: str) -> Request:
    """What a model is asked: the question, masked before, and the passages chosen for it."""
    dealt = deal([hit.passage for hit in chosen], seed)
    values = {
        "question": " ".join(question.split()),
        "passages": dealt.text,
        "boundary": dealt.boundary,
        "most_statements": str(MOST_STATEMENTS),
    }
    return Request(prompt.messages(values), dealt)


def read_reply(reply: str, dealt: DealtPassages) -> ReadReply:
    """The claims of a reply, each once; one under an unknown token is left out.

    :raises ReplyRejected: when the reply is no JSON, or JSON of another shape.
    """
    claims = [_claim(item, dealt) for item in list_in(reply, "statements")[:MOST_STATEMENTS]]
    kept = dict.fromkeys(claim for claim in claims if claim is not None)
    return ReadReply(DraftAnswer(tuple(kept)), len(claims))


def _claim(item: Any, dealt: DealtPassages) -> DraftStatement | None:
    if not isinstance(item, dict) or set(item) != _KEYS or not all(isinstance(item[key], str) for key in _KEYS):
        raise ReplyRejected("a statement has other keys or values than statement, token and quote")
    text, quote = (unmarked(item[key], dealt.boundary).strip() for key in ("statement", "quote"))
    passage_id = dealt.passage_ids.get(item["token"].strip())
    if passage_id is None or not text or len(text) > _LONGEST_STATEMENT or len(quote) > _LONGEST_QUOTE:
        return None
    return DraftStatement(text, passage_id, quote)
