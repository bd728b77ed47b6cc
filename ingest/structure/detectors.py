"""From the beginning of a heading or paragraph to the number by which people cite it.

Pure functions: the text of one block in, a number as text out, or None. A number in running text
("Article 5 of the Convention requires …") is not the number of the block.
"""

import re

from ingest.structure.words import NUMBER_SIGNS, SPELLED, WORDS, Part

_DECIMAL = r"\d{1,3}(?:\.\d{1,3}){0,3}(?:[a-zа-яёіїє](?![^\W\d_]))?"
_SUFFIX = r"(?:[\s-]?(?:bis|ter|quater|quinquies))?"
_ROMAN = r"[IVXLC]{1,7}(?![^\W_])"
_LETTER = r"[A-ZА-ЯІЇЄ](?![^\W_])"
_SPELLED = "|".join(sorted(SPELLED, key=len, reverse=True))
_SIGNS = "|".join(re.escape(sign) for sign in sorted(NUMBER_SIGNS, key=len, reverse=True))
_NUMBER = rf"(?P<number>(?i:{_SPELLED})(?!\w)|{_DECIMAL}{_SUFFIX}|{_ROMAN}|{_LETTER})"
# After the number comes the end, a mark, or a title; a small letter means that a sentence goes on.
_THEN = r"(?P<then>\s*$|\s*[.:)\]–—|-]+(?=\s|$|\W)|\s+(?![a-zà-ÿа-яёіїє]))"
_NUMBERED_PARAGRAPH = re.compile(
    r"^\s*(?:\((?P<braced>\d{1,3}[a-z]?)\)|(?P<dotted>\d{1,3}(?:\.\d{1,3}){1,3})\.?|(?P<plain>\d{1,3}[a-z]?)[.)])\s+\S"
)


def article_number(text: str) -> str | None:
    """The number of an article's heading.

    >>> article_number("Стаття 13"), article_number("Article premier"), article_number("Article 5 of the law")
    ('13', '1', None)
    """
    return _number(Part.ARTICLE, text)


def standard_number(text: str) -> str | None:
    """The number of a standard's heading.

    >>> standard_number("Standard 2.4 An artificial title")
    '2.4'
    """
    return _number(Part.STANDARD, text)


def principle_number(text: str) -> str | None:
    """The number of a principle's heading.

    >>> principle_number("Principle Three: artificial")
    '3'
    """
    return _number(Part.PRINCIPLE, text)


def recommendation_number(text: str) -> str | None:
    """The number of a recommendation's heading.

    >>> recommendation_number("Recomendación n.º 7")
    '7'
    """
    return _number(Part.RECOMMENDATION, text)


def step_number(text: str) -> str | None:
    """The number of a step's heading.

    >>> step_number("Schritt 3 – Beispiel")
    '3'
    """
    return _number(Part.STEP, text)


def pillar_number(text: str) -> str | None:
    """The number of a pillar's heading, Roman ones as they stand.

    >>> pillar_number("PILIER II")
    'II'
    """
    return _number(Part.PILLAR, text)


def annex_label(text: str) -> str | None:
    """The number or letter of an annex's heading; empty if it has none, None if it is no annex.

    >>> annex_label("Annex A. Artificial"), annex_label("Додаток"), annex_label("Annexed tables")
    ('A', '', None)
    """
    bare = _BARE_ANNEX.match(text)
    return _number(Part.ANNEX, text) or ("" if bare else None)


def paragraph_number(text: str) -> str | None:
    """The number a paragraph starts with: "36." · "(2)" · "2.4.1" · "para. 7" · "пункт 3".

    Letters ("(a)") are points within a paragraph and give None.

    >>> paragraph_number("36. An artificial sentence"), paragraph_number("36 artificial words")
    ('36', None)
    """
    match = _NUMBERED_PARAGRAPH.match(text)
    if match:
        return match.group("braced") or match.group("dotted") or match.group("plain")
    return _number(Part.PARAGRAPH, text)


def _pattern(part: Part) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(WORDS[part], key=len, reverse=True))
    return re.compile(rf"^\s*(?i:{words})\s*(?i:{_SIGNS})?\s*{_NUMBER}{_THEN}")


def _number(part: Part, text: str) -> str | None:
    match = _PATTERNS[part].match(text[:200])
    if match is None:
        return None
    number = re.sub(r"[\s-]", "", match.group("number"))
    return SPELLED.get(number.lower(), number)


_PATTERNS = {part: _pattern(part) for part in Part}
_BARE_ANNEX = re.compile(rf"^\s*(?i:{'|'.join(WORDS[Part.ANNEX])})\s*(?:[.:–—-]|$)")
