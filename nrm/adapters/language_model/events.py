"""The reply of an OpenAI-compatible server, read from its server-sent events."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

_LONGEST_REPLY_LETTERS = 200_000


class BrokenReply(Exception):
    """A reply that does not come to its end; the message says why, never what it held."""


def pieces_of(lines: Iterable[str]) -> Iterator[str]:
    """The words of a streamed reply, piece by piece.

    :raises BrokenReply: when the stream stops before its end, is cut for length, or holds an error.
    """
    ended, letters = False, 0
    for line in lines:
        if not line.startswith("data:"):
            continue
        data = line[len("data:") :].strip()
        if data == "[DONE]":
            ended = True
            break
        choice = _first_choice(data)
        ended = _has_ended(choice) or ended
        piece = _text(choice, "delta")
        letters += len(piece)
        if letters > _LONGEST_REPLY_LETTERS:
            raise BrokenReply("the reply is too long")
        if piece:
            yield piece
    if not ended:
        raise BrokenReply("the reply was cut off")


def whole_reply(body: str) -> str:
    """The words of a reply that came in one piece, from a server that does not stream.

    :raises BrokenReply: as above.
    """
    if len(body) > _LONGEST_REPLY_LETTERS:
        raise BrokenReply("the reply is too long")
    choice = _first_choice(body)
    _has_ended(choice)
    return _text(choice, "message")


def _first_choice(data: str) -> dict[str, Any]:
    try:
        event = json.loads(data)
    except (ValueError, RecursionError):
        raise BrokenReply("the reply is not JSON") from None
    if not isinstance(event, dict) or event.get("error"):
        raise BrokenReply("the server reported an error")
    choices = event.get("choices")
    if not isinstance(choices, list):
        raise BrokenReply("the reply has no choices")
    first = choices[0] if choices else {}  # the last event of some servers carries only usage figures
    if not isinstance(first, dict):
        raise BrokenReply("the reply has no choices")
    return first


def _has_ended(choice: dict[str, Any]) -> bool:
    if choice.get("finish_reason") == "length":
        raise BrokenReply("the reply was cut for its length")
    return bool(choice.get("finish_reason"))


def _text(choice: dict[str, Any], part: str) -> str:
    holder = choice.get(part)
    content = holder.get("content") if isinstance(holder, dict) else None
    return content if isinstance(content, str) else ""
