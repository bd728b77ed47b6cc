"""What a model may reply, and a reply read strictly: nothing broken is mended."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nrm.answering.model_reply import ReplyRejected, list_in
from nrm.answering.tokens import DealtPassages, unmarked

MOST_ITEMS = 5
_LONGEST_TEXT, _LONGEST_QUOTE = 600, 1500  # letters
_MOST_DISTRACTORS = 5
_TEXTS = ("type", "token", "quote", "question", "key")

REPLY_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["items"],
    "properties": {
        "items": {
            "type": "array",
            "maxItems": MOST_ITEMS,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": [*_TEXTS, "distractors"],
                "properties": {
                    **{name: {"type": "string"} for name in _TEXTS},
                    "type": {"type": "string", "enum": ["one_right", "true_false", "cloze"]},
                    "distractors": {"type": "array", "items": {"type": "string"}, "maxItems": _MOST_DISTRACTORS},
                },
            },
        }
    },
}


@dataclass(frozen=True, slots=True)
class Draft:
    """One item as the model proposed it; nothing of it is proven yet."""

    type: str
    passage_id: str
    quote: str
    question: str
    key: str
    distractors: tuple[str, ...]


def read_drafts(reply: str, dealt: DealtPassages) -> list[Draft]:
    """The drafts of a reply, at most five; a draft under an unknown token has no passage.

    :raises ReplyRejected: when the reply is no JSON, or JSON of another shape.
    """
    return list(dict.fromkeys(_draft(item, dealt) for item in list_in(reply, "items")[:MOST_ITEMS]))


def _draft(item: Any, dealt: DealtPassages) -> Draft:
    if not isinstance(item, dict) or set(item) != {*_TEXTS, "distractors"}:
        raise ReplyRejected("an item has other keys than asked for")
    wrong = item["distractors"]
    if not isinstance(wrong, list) or len(wrong) > _MOST_DISTRACTORS:
        raise ReplyRejected("an item has no list of at most five distractors")
    texts = [*(item[name] for name in _TEXTS), *wrong]
    if not all(isinstance(text, str) for text in texts):
        raise ReplyRejected("a value of an item is no text")
    if len(item["quote"]) > _LONGEST_QUOTE or any(len(text) > _LONGEST_TEXT for text in texts if text != item["quote"]):
        raise ReplyRejected("a text of an item is too long")
    kind, token, quote, question, key = (unmarked(item[name], dealt.boundary).strip() for name in _TEXTS)
    distractors = tuple(unmarked(text, dealt.boundary).strip() for text in wrong)
    return Draft(kind, dealt.passage_ids.get(token, ""), quote, question, key, distractors)
