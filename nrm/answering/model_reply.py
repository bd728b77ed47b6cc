"""What every reply of a model has in common: one JSON object with one list, read strictly."""

import json
import re
from typing import Any

_LONGEST_REPLY = 60_000  # letters
_FENCE = re.compile(r"```(?:json)?\s*\n(.*?)\n\s*```", re.DOTALL)


class ReplyRejected(ValueError):
    """A reply that is not what was asked for; the message names the rule, never the reply."""


def list_in(reply: str, key: str) -> list[Any]:
    """The list under ``key``, the one key of a reply's object.

    Words around the object are passed over, for servers without a JSON mode; nothing broken is mended.

    :raises ReplyRejected: when the reply is too long, no JSON, or JSON of another shape.

    >>> list_in('Here it is: {"items": [1]}', "items")
    [1]
    """
    if len(reply) > _LONGEST_REPLY:
        raise ReplyRejected("the reply is too long")
    value = _json_of(reply)
    if not isinstance(value, dict) or set(value) != {key} or not isinstance(value[key], list):
        raise ReplyRejected(f"one object with the key {key} is expected")
    return list(value[key])


def _json_of(reply: str) -> Any:
    fenced = _FENCE.findall(reply)
    text = fenced[0] if len(fenced) == 1 else reply[max(reply.find("{"), 0) :]
    try:
        return json.JSONDecoder().raw_decode(text.strip())[0]
    except (ValueError, RecursionError) as error:
        raise ReplyRejected("it is no JSON") from error
