"""Patterns found in a question: no backtracking, so the work grows with its words and no faster."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from nrm.answering.screening.compiled import (
    SHORTEST_FORGIVEN,
    Keys,
    Place,
    ReadyRule,
    Row,
    Table,
    without_one_letter,
)
from nrm.answering.screening.letters import BOUNDARY, words_of

# Longer words are not read letter by letter: no word of a rule is that long.
_LONGEST_WORD = 40

Spans = dict[int, tuple[int, ...]]
_NOWHERE: frozenset[int] = frozenset()


class Reading:
    """A question read once: where each phrase of the rules stands in it."""

    def __init__(self, question: str, table: Table) -> None:
        self._table = table
        words = words_of(question)
        self._length = len(words)
        self._stops = frozenset(place for place, forms in enumerate(words) if forms == (BOUNDARY,))
        self._places: dict[str, set[int]] = defaultdict(set)
        for place, forms in enumerate(words):
            for key in _known(forms, table):
                self._places[key].add(place)
        self._spans: dict[int, Spans] = {}
        # Phrases of which at least the first word was met.
        self._met = frozenset().union(*(table.used_by[key] for key in self._places))

    def obeys(self, rule: ReadyRule) -> bool:
        """Whether every group has a match, enough signs have one, and no exception has one."""
        if self._met.isdisjoint(rule.hints):
            return False
        blocked = frozenset(self.spans(rule.blockers)) if rule.blockers >= 0 else _NOWHERE
        if not all(self._any_stands(group, blocked) for group in rule.groups):
            return False
        if sum(self._any_stands(sign, blocked) for sign in rule.signs) < rule.signs_needed:
            return False
        return not self._any_stands(rule.exceptions, _NOWHERE)

    def spans(self, phrases: int) -> Spans:
        """Where any of the numbered phrases begins, and the places just after it."""
        known = self._spans.get(phrases)
        if known is None:
            known = self._spans[phrases] = self._find(phrases)
        return known

    def _any_stands(self, rows: Sequence[Row], blocked: frozenset[int]) -> bool:
        return any(row.needs <= self._met and self._stands(row, blocked) for row in rows)

    def _stands(self, row: Row, blocked: frozenset[int]) -> bool:
        if not all(self.spans(number) for number in row.needs):
            return False
        ends: set[int] | None = None
        for place in row.places:
            ends = self._after(place, ends, blocked)
            if not ends:
                return False
        return True

    def _find(self, phrases: int) -> Spans:
        found: dict[int, set[int]] = defaultdict(set)
        for phrase in self._table.phrases[phrases]:
            starts = self._word(phrase[0])
            for step, keys in enumerate(phrase[1:], start=1):
                following = self._word(keys)
                starts = {start for start in starts if start + step in following}
            for start in starts:
                found[start].add(start + len(phrase))
        return {start: tuple(ends) for start, ends in found.items()}

    def _word(self, keys: Keys) -> set[int]:
        return {place for key in keys for place in self._places.get(key, ())}

    def _after(self, place: Place, ends: set[int] | None, blocked: frozenset[int]) -> set[int]:
        spans = self.spans(place.phrases)
        if ends is None:
            starts = {
                start for start in spans if not place.at_start or start == 0 or start - 1 in self._stops
            }
        else:
            starts = {start for end in ends for start in self._reach(end, place.gap, blocked)} & spans.keys()
        reached = {end for start in starts for end in spans[start]}
        return {end for end in reached if not place.at_end or end == self._length or end in self._stops}

    def _reach(self, end: int, gap: int, blocked: frozenset[int]) -> Iterable[int]:
        yield end
        for place in range(end, min(end + gap, self._length)):
            if place in self._stops or place in blocked:
                return
            yield place + 1


def _known(forms: Iterable[str], table: Table) -> set[str]:
    keys: set[str] = set()
    for form in forms:
        if form in table.used_by:
            keys.add(form)
        for size in range(1, min(len(form), _LONGEST_WORD) + 1):
            if form[:size] in table.beginnings:
                keys.add(f"{form[:size]}*")
    return keys or {word for form in forms for word in _forgiven(form, table)}


def _forgiven(form: str, table: Table) -> Iterable[str]:
    if SHORTEST_FORGIVEN - 1 <= len(form) <= _LONGEST_WORD and form[0] != "~":
        for shorter in (form, *without_one_letter(form)):
            yield from table.slips.get(shorter, ())
