"""Signs of a safety rule: weak on their own, they add up.

A sign is a line of patterns with `` / `` between its ways (it weighs 1), or a mapping of a ``name``, a
``weight`` and ``when``, a list of such lines. A weight below zero is evidence against the rule, such as the
words of a professional's trade. A sign counts once, however often it stands in the question.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nrm.corpus.safety_patterns import Pattern, Phrase, Refuse, patterns_of

# No sign decides alone, and none is so heavy that nothing can speak against it.
HEAVIEST = 9
_KEYS = {"name", "weight", "when"}


@dataclass(frozen=True, slots=True)
class Sign:
    """One piece of evidence: its ways of being written, and how much it weighs (-9 to 9, never 0)."""

    name: str
    weight: int
    patterns: tuple[Pattern, ...]


def signs_of(items: Any, words: Mapping[str, tuple[Phrase, ...]], refuse: Refuse) -> tuple[Sign, ...]:
    """The signs of a rule in order; what cannot be read is refused with its place."""
    if not isinstance(items, list):
        refuse("bad-value", "'signs' must be a list")
    return tuple(_sign(item, words, refuse) for item in items)


def heaviest_sum(signs: tuple[Sign, ...]) -> int:
    """The weight a question can reach at most."""
    return sum(sign.weight for sign in signs if sign.weight > 0)


def _sign(item: Any, words: Mapping[str, tuple[Phrase, ...]], refuse: Refuse) -> Sign:
    if isinstance(item, str):
        return Sign("", 1, _patterns([item], words, refuse))
    if not isinstance(item, dict) or set(item) != _KEYS or not _are_texts(item["when"]):
        refuse("bad-value", "a sign is a text, or has 'name', 'weight' and 'when' (a list of texts)")
    weight = item["weight"]
    if not isinstance(weight, int) or not 0 < abs(weight) <= HEAVIEST:
        refuse("bad-value", f"the weight of the sign '{item['name']}' is a number up to {HEAVIEST}, not 0")
    return Sign(str(item["name"]), weight, _patterns(item["when"], words, refuse))


def _are_texts(items: Any) -> bool:
    return isinstance(items, list) and bool(items) and all(isinstance(item, str) for item in items)


def _patterns(texts: list[str], words: Mapping[str, tuple[Phrase, ...]], refuse: Refuse) -> tuple[Pattern, ...]:
    ways = [way for text in texts for way in text.split(" / ")]
    return tuple(pattern for way in ways for pattern in patterns_of(way, words, refuse))
