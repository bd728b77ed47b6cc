"""Running heads, running feet and page numbers: found by repetition, taken out of the text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.parsers.pdf_lines import Line, PdfPage

# Heads and feet stand in these shares of the page's height, at most so many lines of them.
_ZONE_SHARE = 0.13
_LINES_A_ZONE = 3
_FEWEST_PAGES = 3
_USUAL_SHARE = 0.4

# Head or foot, height on the page in steps of 6 points, and words or size.
_Key = tuple[str, int, str]
_Place = tuple[str, int, float]

_ROMAN = r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_NUMBER_ALONE = re.compile(
    rf"^\W*(?:page|p\.|seite|стр\.?)?\s*(\d{{1,4}}|{_ROMAN})(?:\s*(?:of|/|из|von)\s*\d+)?\W*$", re.I
)
_NUMBER_AT_EDGE = re.compile(rf"^(\d{{1,4}}|{_ROMAN})\b|\b(\d{{1,4}}|{_ROMAN})$", re.I)


def without_furniture(pages: Sequence[PdfPage]) -> tuple[list[PdfPage], list[list[Line]]]:
    """The pages without running heads and feet, and what was taken from each page."""
    repeated = _repeated(pages)
    places = _usual_places(pages, repeated)
    kept, taken = [], []
    for page in pages:
        furniture = {
            id(line) for line in _in_zones(page) if _key(line, page) in repeated or _place(line, page) in places
        }
        kept.append(replace(page, lines=tuple(line for line in page.lines if id(line) not in furniture)))
        taken.append([line for line in page.lines if id(line) in furniture])
    return kept, taken


def printed_labels(taken: Sequence[Sequence[Line]]) -> tuple[str, ...]:
    """The page numbers that were printed in heads and feet; empty if most pages have none.

    Numbers that do not count on with the pages (years, chapters) are no page numbers. Pages between
    two that agree (a full-page picture, say) get the number that fits.
    """
    found = [_candidates(lines) for lines in taken]
    shifts = Counter(
        number - int(label) for number, labels in enumerate(found, 1) for label in set(labels) if label.isdigit()
    )
    shift, agreeing = shifts.most_common(1)[0] if shifts else (0, 0)
    if agreeing * 2 < len(found):
        return ()
    return tuple(_label(number, labels, shift) for number, labels in enumerate(found, 1))


def _label(number: int, printed: Sequence[str], shift: int) -> str:
    counted = str(number - shift)
    if counted in printed:
        return counted
    roman = next((label for label in printed if not label.isdigit()), "")
    return roman or (counted if number > shift else "")


def _repeated(pages: Sequence[PdfPage]) -> set[_Key]:
    seen: Counter[_Key] = Counter()
    for page in pages:
        seen.update({_key(line, page) for line in _in_zones(page)})
    return {key for key, count in seen.items() if count >= _FEWEST_PAGES}


def _usual_places(pages: Sequence[PdfPage], repeated: set[_Key]) -> set[_Place]:
    """Where and in which size most pages have a head or foot: one that stands there once is one too."""
    seen: Counter[_Place] = Counter()
    for page in pages:
        seen.update({_place(line, page) for line in _in_zones(page) if _key(line, page) in repeated})
    enough = max(_FEWEST_PAGES, _USUAL_SHARE * len(pages))
    return {place for place, count in seen.items() if count >= enough}


def _in_zones(page: PdfPage) -> Iterator[Line]:
    upright = [line for line in page.lines if line.upright]
    top = [line for line in upright if line.bottom <= _ZONE_SHARE * page.height]
    foot = [line for line in upright if line.top >= (1 - _ZONE_SHARE) * page.height]
    yield from sorted(top, key=lambda line: line.top)[:_LINES_A_ZONE]
    yield from sorted(foot, key=lambda line: -line.bottom)[:_LINES_A_ZONE]


def _place(line: Line, page: PdfPage) -> _Place:
    return "head" if line.top < page.height / 2 else "foot", round(line.top / 6), line.size


def _key(line: Line, page: PdfPage) -> _Key:
    """Where it stands, and its words with every number as #."""
    words = " ".join(line.text.casefold().split())
    shape = "#" if _NUMBER_ALONE.match(words) else re.sub(r"\d+", "#", words)
    shape = re.sub(rf"^{_ROMAN}(?=\s)|(?<=\s){_ROMAN}$", "#", shape)
    return (*_place(line, page)[:2], shape)


def _candidates(lines: Sequence[Line]) -> list[str]:
    """What could be the page number among the lines taken from one page, likeliest first."""
    found: list[str] = []
    for line in sorted(lines, key=lambda line: len(line.text)):
        text = line.text.strip()
        alone = _NUMBER_ALONE.match(text)
        found += [alone.group(1)] if alone else [edge.group(0) for edge in _NUMBER_AT_EDGE.finditer(text)]
    return [label for label in found if label]
