"""The patterns of the safety rules: how a line of words is written and read.

A pattern is a row of elements separated by spaces. An element is one word, ``word*`` (any ending),
choices ``a|b|two_words``, or a list of the file's ``words`` by name, ``{list}``. ``..`` between two
elements allows up to three other words of the same sentence, ``..6`` up to six. ``^`` and ``$`` are the
ends of a sentence, and a ``?`` after an element makes it optional. Case, accents, doubled letters and
small slips do not matter.
"""

import itertools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NoReturn

_ELEMENT = re.compile(r"[\w*|{}-]+\??")
_USUAL_GAP, _WIDEST_GAP, _MOST_OPTIONAL = 3, 12, 3

Phrase = tuple[str, ...]
Refuse = Callable[[str, str], NoReturn]


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: any of the phrases, at most ``gap`` words after the one before."""

    phrases: tuple[Phrase, ...]
    gap: int = 0
    at_start: bool = False
    at_end: bool = False


Pattern = tuple[Element, ...]


def patterns_of(text: str, words: Mapping[str, tuple[Phrase, ...]], refuse: Refuse) -> list[Pattern]:
    """The patterns of one line: two for every optional element, with it and without it."""
    rows: list[tuple[tuple[Phrase, ...], int]] = []
    optional: list[int] = []
    parts = text.split()
    at_start, at_end, gap = parts[:1] == ["^"], parts[-1:] == ["$"], 0
    for part in parts[at_start : len(parts) - at_end]:
        if part.startswith(".."):
            gap = int(part[2:]) if part[2:].isdigit() else _USUAL_GAP
            continue
        if not _ELEMENT.fullmatch(part) or gap > _WIDEST_GAP:
            refuse("bad-pattern", f"'{part}' cannot be read in '{text}'")
        if part.endswith("?"):
            optional.append(len(rows))
        rows.append((phrases_of(part.rstrip("?"), words, refuse), gap))
        gap = 0
    if gap:
        refuse("bad-pattern", f"nothing follows the last gap in '{text}'")
    if len(rows) == len(optional) or len(optional) > _MOST_OPTIONAL:
        refuse("bad-pattern", f"'{text}' needs a word, and at most {_MOST_OPTIONAL} optional ones")
    return [_pattern(rows, left_out, at_start, at_end) for left_out in _choices(optional)]


def _pattern(
    rows: list[tuple[tuple[Phrase, ...], int]], left_out: frozenset[int], at_start: bool, at_end: bool
) -> Pattern:
    kept = [row for place, row in enumerate(rows) if place not in left_out]
    last = len(kept) - 1
    return tuple(
        Element(phrases, gap if place else 0, at_start and not place, at_end and place == last)
        for place, (phrases, gap) in enumerate(kept)
    )


def _choices(optional: list[int]) -> list[frozenset[int]]:
    return [frozenset(chosen) for size in range(len(optional) + 1) for chosen in itertools.combinations(optional, size)]


def phrases_of(part: str, words: Mapping[str, tuple[Phrase, ...]], refuse: Refuse) -> tuple[Phrase, ...]:
    phrases: list[Phrase] = []
    for choice in part.split("|"):
        if choice.startswith("{") and choice.endswith("}"):
            if choice[1:-1] not in words:
                refuse("unknown-list", f"'{choice}' is not under 'words' of this file")
            phrases.extend(words[choice[1:-1]])
        else:
            phrases.append(tuple(choice.split("_")))
    return tuple(phrases)
