"""Patterns found in a question: no backtracking, so the work grows with its words and no faster."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from nrm.answering.screening.compiled import (
    SHORTEST_FORGIVEN,
    Keys,
    Place,
    ReadyRule,
    ReadySign,
    Row,
    Table,
    without_one_letter,
)
from nrm.answering.screening.letters import BOUNDARY, words_of

# Longer words are not read letter by letter: no word of a rule is that long.
_LONGEST_WORD = 40

Spans = dict[int, set[int]]
_NOWHERE: frozenset[int] = frozenset()


class Reading:
    """A question read once: where each phrase of the rules stands in it."""

    def __init__(self, question: str, table: Table) -> None:
        words = words_of(question, table.openings)
        self._length = len(words)
        self._stops = frozenset(place for place, forms in enumerate(words) if forms == (BOUNDARY,))
        self._places: dict[str, set[int]] = defaultdict(set)
        for place, keys in enumerate(_in_one_script([_known(forms, table) for forms in words])):
            for key in keys:
                self._places[key].add(place)
        self._spans = self._find(table)
        self._found = frozenset(self._spans)  # compared with the needs of thousands of rows
        self._signs: dict[str, tuple[ReadySign, ...]] = {}

    def obeys(self, rule: ReadyRule) -> bool:
        """Whether every group has a match, the signs weigh enough, and no exception has a match."""
        if self._spans.keys().isdisjoint(rule.hints):
            return False
        blocked = self._blocked(rule)
        if not all(self._any_stands(group, blocked) for group in rule.groups):
            return False
        if sum(sign.weight for sign in self.signs(rule)) < rule.signs_needed:
            return False
        return not self._any_stands(rule.exceptions, _NOWHERE)

    def signs(self, rule: ReadyRule) -> tuple[ReadySign, ...]:
        """The signs of a rule that stand in the question, whether the rule holds or not."""
        if rule.id not in self._signs:
            blocked = self._blocked(rule)
            self._signs[rule.id] = tuple(sign for sign in rule.signs if self._any_stands(sign.rows, blocked))
        return self._signs[rule.id]

    def spans(self, phrases: int) -> Spans:
        """Where any of the numbered phrases begins, and the places just after it."""
        return self._spans.get(phrases, {})

    def _blocked(self, rule: ReadyRule) -> frozenset[int]:
        return frozenset(self.spans(rule.blockers)) if rule.blockers >= 0 else _NOWHERE

    def _any_stands(self, rows: Sequence[Row], blocked: frozenset[int]) -> bool:
        found = self._found
        return any(self._stands(row, blocked) for row in rows if row.needs <= found)

    def _stands(self, row: Row, blocked: frozenset[int]) -> bool:
        ends: set[int] | None = None
        for place in row.places:
            ends = self._after(place, ends, blocked)
            if not ends:
                return False
        return True

    def _find(self, table: Table) -> dict[int, Spans]:
        found: dict[int, Spans] = defaultdict(lambda: defaultdict(set))
        for key, places in self._places.items():
            for number, others in table.openings[key]:
                spans = found[number]
                for start in self._followed(places, others) if others else places:
                    spans[start].add(start + 1 + len(others))
        return {number: spans for number, spans in found.items() if spans}

    def _followed(self, starts: set[int], others: Sequence[Keys]) -> set[int]:
        for step, keys in enumerate(others, start=1):
            following = {place - step for other in keys for place in self._places.get(other, ())}
            starts = starts & following
        return starts

    def _after(self, place: Place, ends: set[int] | None, blocked: frozenset[int]) -> set[int]:
        spans = self.spans(place.phrases)
        if ends is None:
            starts = {start for start in spans if not place.at_start or start == 0 or start - 1 in self._stops}
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


def _in_one_script(words: list[set[str]]) -> list[set[str]]:
    """Cyrillic typed in Latin letters is seen only where it explains as many words as plain reading does."""
    plain = [{key for key in keys if key[0] != "~"} for keys in words]
    typed = sum(bool(keys) and not others for keys, others in zip(words, plain, strict=True))
    return words if typed >= sum(map(bool, plain)) else plain


def _known(forms: Iterable[str], table: Table) -> set[str]:
    keys: set[str] = set()
    for form in forms:
        if form in table.openings:
            keys.add(form)
        for size in range(1, min(len(form), _LONGEST_WORD) + 1):
            if form[:size] in table.beginnings:
                keys.add(f"{form[:size]}*")
    return keys or {word for form in forms for word in _forgiven(form, table)}


def _forgiven(form: str, table: Table) -> Iterable[str]:
    if SHORTEST_FORGIVEN - 1 <= len(form) <= _LONGEST_WORD and form[0] != "~":
        for shorter in (form, *without_one_letter(form)):
            yield from table.slips.get(shorter, ())
