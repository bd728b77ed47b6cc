"""Numbers and bullets that Word computes: "1.", "(a)", "2.3" in front of a paragraph."""

from dataclasses import dataclass, field
from typing import Any

from ingest.parsers.list_marks import list_mark

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    pattern: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts through the paragraphs of one document, in order."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    counters: dict[str, list[int | None]] = field(default_factory=dict)

    def mark(self, number_id: str, level: int) -> str:
        """The mark of the next paragraph of that list and level (0 is outermost); "" if it has none."""
        levels = self.levels.get(number_id, {})
        if level not in levels or level >= _DEEPEST:
            return ""
        counters = self.counters.setdefault(number_id, [None] * _DEEPEST)
        for outer in range(level):
            if counters[outer] is None and outer in levels:
                counters[outer] = levels[outer].start
        now = counters[level]
        counters[level] = levels[level].start if now is None else now + 1
        counters[level + 1 :] = [None] * (_DEEPEST - level - 1)
        return _printed(levels, counters, level)


def numbering_of(root: Any | None) -> Numbering:
    """The lists that a document's numbering part defines; none if it has no such part."""
    if root is None:
        return Numbering()
    abstract = {one.get(f"{W}abstractNumId"): _levels(one) for one in root.iter(f"{W}abstractNum")}
    levels = {}
    for number in root.iter(f"{W}num"):
        link = number.find(f"{W}abstractNumId")
        if link is not None:
            levels[number.get(f"{W}numId")] = abstract.get(link.get(f"{W}val"), {})
    return Numbering(levels)


def _levels(abstract: Any) -> dict[int, _Level]:
    levels = {}
    for level in abstract.iter(f"{W}lvl"):
        place = _value(level, "start", "1")
        index = level.get(f"{W}ilvl", "0")
        if index.isdigit():
            start = int(place) if place.isdigit() else 1
            levels[int(index)] = _Level(_value(level, "numFmt", "decimal"), _value(level, "lvlText", ""), start)
    return levels


def _value(parent: Any, name: str, default: str) -> str:
    found = parent.find(f"{W}{name}")
    return default if found is None else str(found.get(f"{W}val", default))


def _printed(levels: dict[int, _Level], counters: list[int | None], level: int) -> str:
    style = levels[level].style
    if style == "bullet":
        return "•"
    if style == "none":
        return ""
    mark = levels[level].pattern
    for place in range(_DEEPEST):
        number = counters[place]
        if f"%{place + 1}" in mark:
            shown = levels[place].style if place in levels else "decimal"
            mark = mark.replace(f"%{place + 1}", list_mark(number or 1, shown))
    return mark.strip()
