"""Break words into lines of a given width, hyphenating some."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Width = Callable[[str, str, float], float]
# A word that does not fit is broken if it is at least so long and every so-many-th time.
_SHORTEST_BROKEN_WORD = 9
_BREAK_EVERY = 3


@dataclass(frozen=True, slots=True)
class Style:
    """Font style ("" or "B"), size and line distance in points."""

    weight: str
    size: float
    pitch: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """Words of one line, the index of each in the paragraph, and whether the paragraph ends here."""

    words: tuple[str, ...]
    indexes: tuple[int, ...]
    last: bool


def break_lines(words: Sequence[str], style: Style, width: float, measure: Width) -> list[SetLine]:
    """The words in lines no wider than ``width``; a broken word has its hyphen on the first line."""
    lines: list[SetLine] = []
    line: list[str] = []
    indexes: list[int] = []
    misses = 0
    space = measure(" ", style.weight, style.size)
    used = 0.0
    for index, word in enumerate(words):
        needed = measure(word, style.weight, style.size)
        if line and used + space + needed > width:
            misses += 1
            room = width - used - space
            head, tail = _broken(word, room, style, measure) if misses % _BREAK_EVERY == 0 else ("", word)
            if head:
                line.append(head)
                indexes.append(index)
            lines.append(SetLine(tuple(line), tuple(indexes), last=False))
            line, indexes, used = [tail], [index], measure(tail, style.weight, style.size)
        else:
            used += needed + (space if line else 0.0)
            line.append(word)
            indexes.append(index)
    return [*lines, SetLine(tuple(line), tuple(indexes), last=True)]


def _broken(word: str, room: float, style: Style, measure: Width) -> tuple[str, str]:
    """The word in two, the first half with a hyphen; ("", word) if it cannot be broken."""
    if "-" in word:
        head, _, tail = word.partition("-")
        fits = measure(f"{head}-", style.weight, style.size) <= room
        return (f"{head}-", tail) if fits else ("", word)
    letters = word.rstrip(".,;")
    if len(letters) < _SHORTEST_BROKEN_WORD:
        return "", word
    for place in range(len(letters) - 3, 2, -1):
        head = f"{word[:place]}-"
        if measure(head, style.weight, style.size) <= room:
            return head, word[place:]
    return "", word
