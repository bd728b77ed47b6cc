"""How words begin: tells at once that a text holds none of many names, before a long pattern is tried."""

import re
from collections.abc import Iterable

_LETTERS = 4  # fewer would let "can" pass for Canada and "and" for Andorra
_WORD = re.compile(r"\w+")
_LITERAL = re.compile(r"\w+")


def beginnings_of(patterns: Iterable[str]) -> frozenset[str]:
    """How what these patterns find begins: up to four letters of each, in small letters.

    :param patterns: alternatives of regular expressions that begin at a word, each with a letter that is no optional one.

    >>> sorted(beginnings_of(["Poland", "чех", "cipri?o"]))
    ['cipr', 'pola', 'чех']
    """
    literals = (found.group().lower() for pattern in patterns if (found := _LITERAL.match(pattern)))
    return frozenset(literal[:_LETTERS] for literal in literals)


def may_hold(text: str, beginnings: frozenset[str]) -> bool:
    """Whether a word of the text begins like one of these.

    >>> may_hold("Polish law", frozenset({"poli"})), may_hold("the police", frozenset({"pola"}))
    (True, False)
    """
    found = _WORD.findall(text.lower())
    return not (
        beginnings.isdisjoint(word[:_LETTERS] for word in found)
        and beginnings.isdisjoint(word[: _LETTERS - 1] for word in found)
    )
