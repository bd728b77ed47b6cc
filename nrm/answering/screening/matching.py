"""Patterns found in a question: no backtracking, so the work grows with its words and no faster."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

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
from nrm.answering.screening.letters import BOUNDARY, latin_forms, words_of

# Longer words are not read letter by letter: no word of a rule is that long.
_LONGEST_WORD = 40

Spans = Sequence[tuple[int, int]]  # where a phrase begins, and the place just after it
_NOWHERE: frozenset[int] = frozenset()


class Reading:
    """A question read once: where each phrase of the rules stands in it."""

    def __init__(self, question: str, table: Table) -> None:
        words = words_of(question, table.openings)
        self._table = table
        self._length = len(words)
        self._stops = frozenset(place for place, forms in enumerate(words) if forms == (BOUNDARY,))
        self._keys = _keys_of(words, table)
        self._spans = self._find()
        self._signs: dict[str, tuple[ReadySign, ...]] = {}

    def obeys(self, rule: ReadyRule) -> bool:
        """Whether every group has a match, the signs weigh enough, and no exception has a match."""
        if rule.groups[0] not in self._possible:
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
            possible, blocked = self._possible, self._blocked(rule)
            self._signs[rule.id] = tuple(
                sign for sign in rule.signs if sign.rows in possible and self._any_stands(sign.rows, blocked)
            )
        return self._signs[rule.id]

    def spans(self, phrases: int) -> Spans:
        """Where any of the numbered phrases stands."""
        return self._spans.get(phrases, ())

    @cached_property
    def _possible(self) -> dict[int, list[Row]]:
        """The rows all of whose phrases stand somewhere, by the number of the rows they belong to."""
        possible: dict[int, list[Row]] = defaultdict(list)
        found = self._spans.keys()
        for phrases in found & self._table.rows.keys():
            for number, row in self._table.rows[phrases]:
                if row.needs <= found:
                    possible[number].append(row)
        return dict(possible)

    def _blocked(self, rule: ReadyRule) -> Collection[int]:
        return {start for start, _ in self.spans(rule.blockers)} if rule.blockers >= 0 else _NOWHERE

    def _any_stands(self, rows: int, blocked: Collection[int]) -> bool:
        return any(self._stands(row, blocked) for row in self._possible.get(rows, ()))

    def _stands(self, row: Row, blocked: Collection[int]) -> bool:
        ends: set[int] | None = None
        for place in row.places:
            ends = self._after(place, ends, blocked)
            if not ends:
                return False
        return True

    def _find(self) -> dict[int, list[tuple[int, int]]]:
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for start, keys in enumerate(self._keys):
            following = self._keys[start + 1] if start + 1 < self._length else ()
            for opening in (self._table.openings[key] for key in keys):
                for number in opening.alone:
                    found[number].append((start, start + 1))
                for key in following:
                    for number, others in opening.longer.get(key, ()):
                        if self._follow(start + 2, others):
                            found[number].append((start, start + 2 + len(others)))
        return dict(found)

    def _follow(self, start: int, words: Sequence[Keys]) -> bool:
        if start + len(words) > self._length:
            return False
        return all(not self._keys[start + step].isdisjoint(word) for step, word in enumerate(words))

    def _after(self, place: Place, ends: set[int] | None, blocked: Collection[int]) -> set[int]:
        spans = self.spans(place.phrases)
        if ends is None:
            reached = {end for start, end in spans if not place.at_start or start == 0 or start - 1 in self._stops}
        else:
            starts = {start for end in ends for start in self._reach(end, place.gap, blocked)}
            reached = {end for start, end in spans if start in starts}
        return {end for end in reached if end == self._length or end in self._stops} if place.at_end else reached

    def _reach(self, end: int, gap: int, blocked: Collection[int]) -> Iterable[int]:
        yield end
        for place in range(end, min(end + gap, self._length)):
            if place in self._stops or place in blocked:
                return
            yield place + 1


def _keys_of(words: Sequence[tuple[str, ...]], table: Table) -> list[set[str]]:
    """What each word is known as: plainly, or, where that explains as many words, as Cyrillic typed in Latin letters."""
    plain = [_known(forms, table) for forms in words]
    known = sum(map(bool, plain))
    if 2 * known <= len(words):
        typed = [_known(latin_forms(forms), table) for forms in words]
        if sum(bool(latin) and not keys for latin, keys in zip(typed, plain, strict=True)) >= known:
            plain = [keys | latin for keys, latin in zip(plain, typed, strict=True)]
    return [keys or _forgiven(forms, table) for forms, keys in zip(words, plain, strict=True)]


def _known(forms: Iterable[str], table: Table) -> set[str]:
    keys: set[str] = set()
    for form in forms:
        if form in table.openings:
            keys.add(form)
        for size in range(1, min(len(form), _LONGEST_WORD) + 1):
            if form[:size] in table.beginnings:
                keys.add(f"{form[:size]}*")
    return keys


def _forgiven(forms: Iterable[str], table: Table) -> set[str]:
    """Known words that are one slip away."""
    return {
        word
        for form in forms
        if SHORTEST_FORGIVEN - 1 <= len(form) <= _LONGEST_WORD
        for shorter in (form, *without_one_letter(form))
        for word in table.slips.get(shorter, ())
    }
