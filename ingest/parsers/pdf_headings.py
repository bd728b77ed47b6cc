"""Which lines are headings, and of which level: by the outline, else by size and weight."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.parsers.pdf_lines import Line
from ingest.parsers.pdf_outline import OutlineEntry

Style = tuple[float, bool]
_LARGER_THAN_BODY = 1.12
_LONGEST_HEADING = 220
_LONGEST_BOLD_HEADING = 130
_MOST_LINES = 5
_DEEPEST_LEVEL = 6
# A style that carries more of the text than this is the text, whatever its size.
_LARGEST_SHARE_OF_TEXT = 0.2
_ENDS_A_SENTENCE = (".", ";", ",", ":")


@dataclass(frozen=True, slots=True)
class Headings:
    """Level by line (``id``) and the group of lines that make one heading together."""

    levels: dict[int, int]
    groups: dict[int, int]

    def level(self, line: Line) -> int:
        """The heading level of a line; 0 for text."""
        return self.levels.get(id(line), 0)

    def together(self, one: Line, other: Line) -> bool:
        """Whether two heading lines belong to the same heading."""
        group = self.groups.get(id(one))
        return group is not None and group == self.groups.get(id(other))


def body_style(lines: Sequence[Line]) -> Style:
    """Size and weight of most characters."""
    totals: Counter[Style] = Counter()
    for line in lines:
        totals[(line.size, line.bold)] += len(line.text)
    return totals.most_common(1)[0][0] if totals else (0.0, False)


def find_headings(lines: Sequence[Line], outline: Sequence[OutlineEntry]) -> Headings:
    """Headings among the lines of the flow (without asides and footnotes)."""
    levels, groups = _from_outline(lines, outline)
    styles = _heading_styles(lines)
    ranks = _levels_of_styles(lines, styles, levels)
    for index, line in enumerate(lines):
        if id(line) in levels or _style(line) not in ranks or not _could_be_heading(lines, index):
            continue
        levels[id(line)] = ranks[_style(line)]
    _join_neighbours(lines, levels, groups)
    return Headings(levels, groups)


def _from_outline(lines: Sequence[Line], outline: Sequence[OutlineEntry]) -> tuple[dict[int, int], dict[int, int]]:
    by_page: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        by_page[line.page].append(index)
    levels: dict[int, int] = {}
    groups: dict[int, int] = {}
    for number, entry in enumerate(outline):
        for index in _lines_of(entry, lines, by_page[entry.page], levels):
            levels[id(lines[index])] = min(entry.level, _DEEPEST_LEVEL)
            groups[id(lines[index])] = -1 - number
    return levels, groups


def _lines_of(entry: OutlineEntry, lines: Sequence[Line], on_page: Sequence[int], taken: dict[int, int]) -> list[int]:
    """The lines whose words together are the entry's title; the largest print wins."""
    wanted = _letters(entry.title)
    matches = []
    for place, first in enumerate(on_page):
        if id(lines[first]) in taken:
            continue
        words = ""
        for count, index in enumerate(on_page[place : place + _MOST_LINES], 1):
            words += _letters(lines[index].text)
            if words == wanted:
                matches.append(list(on_page[place : place + count]))
            if not wanted.startswith(words):
                break
    return max(matches, key=lambda match: lines[match[0]].size, default=[])


def _heading_styles(lines: Sequence[Line]) -> list[Style]:
    """Styles that stand out from the text, largest first, bold before light."""
    size, bold = body_style(lines)
    totals: Counter[Style] = Counter()
    for line in lines:
        totals[_style(line)] += len(line.text)
    most = _LARGEST_SHARE_OF_TEXT * sum(totals.values())
    standing_out = [
        style
        for style, characters in totals.items()
        if characters <= most
        and (style[0] >= _LARGER_THAN_BODY * size or (style[1] and not bold and style[0] >= 0.95 * size))
    ]
    return sorted(standing_out, key=lambda style: (-style[0], not style[1]))


def _levels_of_styles(lines: Sequence[Line], styles: Sequence[Style], from_outline: dict[int, int]) -> dict[Style, int]:
    """A level for each style: that of the outline where it knows the style, else by rank."""
    known: dict[Style, Counter[int]] = defaultdict(Counter)
    for line in lines:
        if id(line) in from_outline:
            known[_style(line)][from_outline[id(line)]] += 1
    levels: dict[Style, int] = {}
    level = 0
    for style in styles:
        level = known[style].most_common(1)[0][0] if known[style] else level + 1
        levels[style] = min(level, _DEEPEST_LEVEL)
    return levels


def _could_be_heading(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    text = line.text.strip()
    if not line.upright or len(text) > _LONGEST_HEADING or not any(letter.isalpha() for letter in text):
        return False
    if line.size >= _LARGER_THAN_BODY * body_size_near(lines, index):
        return True
    if len(text) > _LONGEST_BOLD_HEADING or text.endswith(_ENDS_A_SENTENCE):
        return False
    return _stands_alone(lines, index) and not _runs_on(lines, index)


def body_size_near(lines: Sequence[Line], index: int) -> float:
    """The size of the next line of text after a run of equal lines; 0 at the end."""
    size = lines[index].size
    return next((line.size for line in lines[index + 1 : index + 12] if line.size < size), size)


def _stands_alone(lines: Sequence[Line], index: int) -> bool:
    """A bold line is a heading if it does not go on in the line before or after it."""
    line = lines[index]
    before = lines[index - 1] if index else line
    close = before.page == line.page and 0 < line.top - before.top < 1.7 * line.size
    if close and _style(before) == _style(line):
        return not before.text.rstrip().endswith(_ENDS_A_SENTENCE)
    return True


def _runs_on(lines: Sequence[Line], index: int) -> bool:
    """Whether the sentence goes on in small letters in lighter print right below."""
    if index + 1 == len(lines):
        return False
    line, after = lines[index], lines[index + 1]
    below = after.page == line.page and 0 < after.top - line.top < 1.7 * line.size
    return below and not after.bold and after.text[:1].islower()


def _join_neighbours(lines: Sequence[Line], levels: dict[int, int], groups: dict[int, int]) -> None:
    """Lines of one style and level that follow each other closely are one heading."""
    for number, (before, line) in enumerate(pairwise(lines)):
        level = levels.get(id(line))
        if level is None or levels.get(id(before)) != level or id(line) in groups:
            continue
        close = before.page == line.page and 0 < line.top - before.top < 1.8 * line.size
        if close and _style(before) == _style(line):
            groups[id(line)] = groups.setdefault(id(before), number)


def _style(line: Line) -> Style:
    return line.size, line.bold


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
