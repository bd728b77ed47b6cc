"""The rules prepared for matching: every set of phrases has a number, every word knows where it is used."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from nrm.answering.screening.letters import rule_form, rule_latin_form
from nrm.corpus.safety import ROUTES, SafetyRule, SafetyRules
from nrm.corpus.safety_patterns import Pattern, Phrase

# One slip is forgiven in words of at least this many letters (shorter ones turn into other words).
SHORTEST_FORGIVEN = 7

Keys = tuple[str, ...]
Opening = tuple[int, tuple[Keys, ...]]


@dataclass(frozen=True, slots=True)
class Place:
    """One element of a pattern: the number of its phrases, and where it may stand."""

    phrases: int
    gap: int
    at_start: bool
    at_end: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A pattern; ``needs`` are the phrases without which it cannot match."""

    places: tuple[Place, ...]
    needs: frozenset[int]


@dataclass(frozen=True, slots=True)
class ReadySign:
    """A sign; ``name`` tells its concept, the same in every language: the rule's route and the sign's name."""

    name: str
    weight: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ReadyRule:
    """A rule ready for matching; ``blockers`` is the number of the phrases that close a gap, -1 for none.

    ``hints`` holds the last phrases of each pattern of the first
    group: without one of them nothing matches.
    """

    id: str
    hints: frozenset[int]
    groups: tuple[tuple[Row, ...], ...]
    signs: tuple[ReadySign, ...]
    signs_needed: int
    exceptions: tuple[Row, ...]
    blockers: int


@dataclass(frozen=True, eq=False)
class Table:
    """The rules of each route, and the words they know.

    A phrase is a row of words, a word the keys it may be met as; a key ending in ``*`` is a beginning.
    ``openings`` holds every key, with the phrases that open with it: the number of their set, and their other
    words. A key from the middle of phrases opens none. ``weighed`` names the rules that have signs.
    """

    rules: dict[str, tuple[ReadyRule, ...]]
    openings: dict[str, tuple[Opening, ...]]
    beginnings: frozenset[str]
    slips: dict[str, tuple[str, ...]]
    weighed: frozenset[str]


@lru_cache(maxsize=4)
def table_of(rules: SafetyRules) -> Table:
    """The rules prepared; done once for each set of rules."""
    numbers: dict[tuple[Phrase, ...], int] = {}
    ready = {route: tuple(_ready(rule, numbers) for rule in rules.rules if rule.route == route) for route in ROUTES}
    openings = _openings(numbers)
    beginnings = frozenset(key[:-1] for key in openings if key.endswith("*"))
    weighed = frozenset(rule.id for rule in rules.rules if rule.signs)
    return Table(ready, openings, beginnings, _slips(openings), weighed)


def without_one_letter(word: str) -> list[str]:
    """The word with each of its letters left out in turn."""
    return [word[:place] + word[place + 1 :] for place in range(len(word))]


def _ready(rule: SafetyRule, numbers: dict[tuple[Phrase, ...], int]) -> ReadyRule:
    def row(pattern: Pattern) -> Row:
        places = tuple(
            Place(numbers.setdefault(part.phrases, len(numbers)), part.gap, part.at_start, part.at_end)
            for part in pattern
        )
        return Row(places, frozenset(place.phrases for place in places))

    groups = tuple(tuple(row(pattern) for pattern in group) for group in rule.groups)
    signs = tuple(
        ReadySign(f"{rule.route}: {sign.name}", sign.weight, tuple(row(pattern) for pattern in sign.patterns))
        for sign in rule.signs
    )
    exceptions = tuple(row(pattern) for pattern in rule.exceptions)
    blockers = numbers.setdefault(rule.not_between, len(numbers)) if rule.not_between else -1
    hints = frozenset(row.places[-1].phrases for row in groups[0])
    return ReadyRule(rule.id, hints, groups, signs, rule.signs_needed, exceptions, blockers)


def _keys(word: str) -> Keys:
    bare, ending = word.rstrip("*"), "*" if word.endswith("*") else ""
    latin = rule_latin_form(bare)
    return (rule_form(bare) + ending, f"~{latin}{ending}") if len(latin) > 1 else (rule_form(bare) + ending,)


def _openings(sets: Iterable[tuple[Phrase, ...]]) -> dict[str, tuple[Opening, ...]]:
    found: dict[str, list[Opening]] = defaultdict(list)
    for number, several in enumerate(sets):
        for phrase in dict.fromkeys(several):
            first, *others = (_keys(word) for word in phrase)
            for key in first:
                found[key].append((number, tuple(others)))
            for key in (key for keys in others for key in keys):
                found.setdefault(key, [])
    return {key: tuple(phrases) for key, phrases in found.items()}


def _slips(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    slips: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if len(word) >= SHORTEST_FORGIVEN and word[0] != "~" and word[-1] != "*":
            for shorter in (word, *without_one_letter(word)):
                slips[shorter].add(word)
    return {shorter: tuple(sorted(found)) for shorter, found in slips.items()}
