"""The rules prepared for matching: every set of phrases has a number, every word knows where it is used."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from nrm.answering.screening.letters import rule_form, rule_latin_form
from nrm.corpus.safety import ROUTES, SafetyRule, SafetyRules
from nrm.corpus.safety_patterns import Pattern, Phrase

# One slip is forgiven in words of at least this many letters (shorter ones turn into other words).
SHORTEST_FORGIVEN = 7

Keys = tuple[str, ...]
Phrases = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """What begins with a key: the sets whose phrase is this one word, and longer phrases by the key that comes next.

    A longer phrase is the number of its set and the words from the third on.
    """

    alone: tuple[int, ...]
    longer: dict[str, tuple[tuple[int, tuple[Keys, ...]], ...]]


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
    rows: int


@dataclass(frozen=True, slots=True)
class ReadyRule:
    """A rule ready for matching; ``blockers`` is the number of the phrases that close a gap, -1 for none.

    ``groups``, ``exceptions`` and the rows of a sign are numbers: of rows one of which has to match.
    """

    id: str
    groups: tuple[int, ...]
    signs: tuple[ReadySign, ...]
    signs_needed: int
    exceptions: int
    blockers: int


@dataclass(frozen=True, eq=False)
class Table:
    """The rules of each route, and the words they know.

    A phrase is a row of words, a word the keys it may be met as; a key ending in ``*`` is a beginning.
    ``openings`` holds every key with the phrases that open with it; one from the middle of phrases opens none.
    ``rows`` holds every row once, under one of the phrases that it needs, with the number of the rows it belongs to.
    ``weighed`` names the rules that have signs.
    """

    rules: dict[str, tuple[ReadyRule, ...]]
    openings: dict[str, Opening]
    beginnings: frozenset[str]
    slips: dict[str, tuple[str, ...]]
    rows: dict[int, tuple[tuple[int, Row], ...]]
    weighed: frozenset[str]


@lru_cache(maxsize=4)
def table_of(rules: SafetyRules) -> Table:
    """The rules prepared; done once for each set of rules."""
    numbering = _Numbering()
    ready = {route: tuple(_ready(rule, numbering) for rule in rules.rules if rule.route == route) for route in ROUTES}
    openings = _openings(numbering.phrases)
    beginnings = frozenset(key[:-1] for key in openings if key.endswith("*"))
    weighed = frozenset(rule.id for rule in rules.rules if rule.signs)
    return Table(ready, openings, beginnings, _slips(openings), _by_rarest_need(numbering.rows), weighed)


def without_one_letter(word: str) -> list[str]:
    """The word with each of its letters left out in turn."""
    return [word[:place] + word[place + 1 :] for place in range(len(word))]


class _Numbering:
    """Numbers for sets of phrases, equal ones the same, and for the rows that belong together."""

    def __init__(self) -> None:
        self.phrases: dict[Phrases, int] = {}
        self.rows: list[tuple[Row, ...]] = []

    def of_phrases(self, phrases: Phrases) -> int:
        return self.phrases.setdefault(phrases, len(self.phrases))

    def of_rows(self, patterns: Iterable[Pattern]) -> int:
        self.rows.append(tuple(self._row(pattern) for pattern in patterns))
        return len(self.rows) - 1

    def _row(self, pattern: Pattern) -> Row:
        places = tuple(Place(self.of_phrases(part.phrases), part.gap, part.at_start, part.at_end) for part in pattern)
        return Row(places, frozenset(place.phrases for place in places))


def _ready(rule: SafetyRule, numbering: _Numbering) -> ReadyRule:
    groups = tuple(numbering.of_rows(group) for group in rule.groups)
    signs = tuple(
        ReadySign(f"{rule.route}: {sign.name}", sign.weight, numbering.of_rows(sign.patterns)) for sign in rule.signs
    )
    exceptions = numbering.of_rows(rule.exceptions)
    blockers = numbering.of_phrases(rule.not_between) if rule.not_between else -1
    return ReadyRule(rule.id, groups, signs, rule.signs_needed, exceptions, blockers)


def _by_rarest_need(numbered: Sequence[Sequence[Row]]) -> dict[int, tuple[tuple[int, Row], ...]]:
    """Each row under the phrases that fewest rows need, so that a question has few rows to look at."""
    used = Counter(phrases for rows in numbered for row in rows for phrases in row.needs)
    found: dict[int, list[tuple[int, Row]]] = defaultdict(list)
    for number, rows in enumerate(numbered):
        for row in rows:
            found[min(row.needs, key=lambda phrases: (used[phrases], phrases))].append((number, row))
    return {phrases: tuple(rows) for phrases, rows in found.items()}


def _keys(word: str) -> Keys:
    bare, ending = word.rstrip("*"), "*" if word.endswith("*") else ""
    latin = rule_latin_form(bare)
    return (rule_form(bare) + ending, f"~{latin}{ending}") if len(latin) > 1 else (rule_form(bare) + ending,)


def _openings(sets: Iterable[Phrases]) -> dict[str, Opening]:
    alone: dict[str, dict[int, None]] = defaultdict(dict)
    longer: dict[str, dict[str, list[tuple[int, tuple[Keys, ...]]]]] = defaultdict(lambda: defaultdict(list))
    keys: dict[str, None] = {}
    for number, several in enumerate(sets):
        for phrase in dict.fromkeys(several):
            first, *others = (_keys(word) for word in phrase)
            keys.update(dict.fromkeys(key for word in (first, *others) for key in word))
            for key in first:
                if not others:
                    alone[key][number] = None
                for following in others[0] if others else ():
                    longer[key][following].append((number, tuple(others[1:])))
    return {
        key: Opening(
            tuple(alone.get(key, ())),
            {following: tuple(phrases) for following, phrases in longer.get(key, {}).items()},
        )
        for key in keys
    }


def _slips(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    slips: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if len(word) >= SHORTEST_FORGIVEN and word[0] != "~" and word[-1] != "*":
            for shorter in (word, *without_one_letter(word)):
                slips[shorter].add(word)
    return {shorter: tuple(sorted(found)) for shorter, found in slips.items()}
