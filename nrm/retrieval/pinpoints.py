"""Which passages of a source a record's pinpoint means.

A record names an article as the source prints it (``13``, ``VII``, ``C``), a range of them
(``12-13``), one of a protocol bound in the same file (``OP 2``), or a part that has no number of
its own (``Schedule``, ``Final Act``, ``Part I``), which is found by its heading.
"""

import re
from collections.abc import Sequence

from nrm.domain.passages import Passage

_ITEM = r"(?:\d{1,3}[A-Za-z]*|[IVXLC]+|[A-Z])"
_NUMBERED = re.compile(rf"^((?:OP )?){_ITEM}(?:-{_ITEM})?$")
_HEADED_PARAGRAPH = re.compile(r"(?:^|\b[Pp]aragraph )(\d+)$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN_LETTERS = frozenset("IVX")  # "C-D" runs from letter to letter, "I-V" from one to five


def passages_of_pinpoint(article: str, paragraphs: Sequence[str], passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages of the article, of its paragraphs where it has them, else the whole article.

    :param article: an article, several separated by commas, a range, or the name of an annex.
    :param paragraphs: as in the record; those that the article does not have are passed over.
    :param passages: passages of that one source, in reading order.
    :return: in reading order and each once; empty when the article is not there.
    """
    found: set[str] = set()
    for label in articles_named(article):
        whole = passages_of_article(label, passages)
        narrowed = [item for name in paragraphs for item in passages_of_paragraph(name, whole)]
        found.update(item.id for item in narrowed or whole)
    return tuple(passage for passage in passages if passage.id in found)


def articles_named(article: str) -> tuple[str, ...]:
    """Each article that a pinpoint names, a range as its members.

    >>> articles_named("OP 4-5, 7")
    ('OP 4', 'OP 5', '7')
    """
    parts = (part.strip() for part in article.replace("–", "-").split(","))
    return tuple(label for part in parts if part for label in _members(part))


def passages_of_article(label: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages of one article or named annex; a Roman number also finds the Arabic one, and back."""
    if not _NUMBERED.match(label):
        return _passages_of_annex(label, passages)
    exact = tuple(passage for passage in passages if passage.locator.article == label)
    return exact or tuple(passage for passage in passages if passage.locator.article == _other_numeral(label))


def passages_of_paragraph(name: str, article: Sequence[Passage]) -> tuple[Passage, ...]:
    """Those of an article's passages that are its paragraph ``name``, or its lettered section."""
    numbered = tuple(passage for passage in article if paragraph_of(passage) == name)
    return numbered or (_passages_of_section(name, article) if re.fullmatch("[A-Z]", name) else ())


def paragraph_of(passage: Passage) -> str | None:
    """The number of its paragraph, else that of the innermost heading such as "Paragraph 3"."""
    if passage.locator.paragraph or not passage.locator.heading_path:
        return passage.locator.paragraph
    match = _HEADED_PARAGRAPH.search(passage.locator.heading_path[-1])
    return match.group(1) if match else None


def _members(part: str) -> tuple[str, ...]:
    match = _NUMBERED.match(part)
    first, dash, last = part.removeprefix(match.group(1)).partition("-") if match else (part, "", "")
    if not match or not dash:
        return (part,)
    return tuple(match.group(1) + item for item in _range(first, last)) or (part,)


def _range(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first), int(last) + 1)]
    if len(first) == len(last) == 1 and not {first, last} <= _ROMAN_LETTERS:
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    start = _number(first)
    return [_roman(number) for number in range(start, _number(last) + 1)] if start else []


def _roman(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    return "C" * hundreds + _ROMAN_TENS[rest // 10] + _ROMAN_ONES[rest % 10]


def _number(roman: str) -> int:
    """The value of a Roman number; 0 when it is none."""
    values = [_ROMAN_VALUES.get(letter, 0) for letter in roman]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _other_numeral(label: str) -> str:
    if label.isdigit():
        return _roman(int(label))
    number = _number(label)
    return str(number) if number and _roman(number) == label else ""


def _passages_of_annex(name: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    opening = re.compile(rf"{re.escape(name)}\b", re.IGNORECASE)
    under = [item for item in passages if any(map(opening.match, item.locator.heading_path))]
    return tuple(item for item in under if not item.locator.article) or tuple(under)


def _passages_of_section(letter: str, article: Sequence[Passage]) -> tuple[Passage, ...]:
    """From the passage in which "A." stands to that in which "B." does; neither need begin a line."""
    begin = next((place for place, passage in enumerate(article) if _has_mark(letter, passage.text)), None)
    if begin is None:
        return ()
    following = chr(ord(letter) + 1)
    for place, passage in enumerate(article[begin:], start=begin):
        if _has_mark(following, passage.text):
            return tuple(article[begin : place + (not passage.text.startswith(f"{following}."))])
    return tuple(article[begin:])


def _has_mark(letter: str, text: str) -> bool:
    return re.search(rf"(?:\A|[.;:]\s){letter}\.(?:\s|\Z)", text, re.MULTILINE) is not None
