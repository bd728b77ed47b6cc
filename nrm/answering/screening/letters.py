"""Words made plain, so that spelling tricks and slips do not hide them from the rules."""

import re
import unicodedata
from collections.abc import Container, Iterable
from functools import lru_cache

from nrm.answering.screening.spaced import single, together

BOUNDARY = "."

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´ʹ′", "'"))
# Words with the small signs that people put inside them (tr@ffic, re-cru-it).
_WORD_OR_END = re.compile(r"[\w@$'*+-]+|[.!?;:\n]")
_ELIDED = re.compile(r"(?<!\w)(qu|[jmtsldcn]|un|dell|all|nell|sull|dall)'(?=\w)")
# Digits and signs for letters; some stand for one of two, and then both are read.
_LEET = (str.maketrans("01345789@$!", "oieastbgasi"), str.maketrans("01345789@$!", "oleastbgasl"))
_LEET_CYRILLIC = tuple(str.maketrans("01346@", letters) for letters in ("оиеаба", "оіеаба", "оизчба", "оізчба"))
# Cyrillic and Greek letters that look like Latin ones; only used inside words of mixed script.
_LOOKALIKES = str.maketrans("авекмнорстухіїјѕԁӏԛԝαβεικνορτυχгпıɡɑ", "abekmhopctyxiijsdlqwabeiknoptuxrniga")
_LOOK_CYRILLIC = str.maketrans("abekmhopctyxi", "авекмнорстухі")
_CYRILLIC = "а б в г ґ д е є ж з и і к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я"
_LATIN = "a b v g g d e ie zh z i i k l m n o p r s t u f h c ch sh sh - i - e iu ia"
_TRANSLITERATION = str.maketrans(
    {letter: latin.strip("-") for letter, latin in zip(_CYRILLIC.split(" "), _LATIN.split(" "), strict=True)}
)
# Spellings of one sound, in this order.
_FOLDS = {
    "shch": "sh",
    "sch": "sh",
    "kh": "h",
    "ts": "c",
    "y": "i",
    "j": "i",
    "zh": "z",
    "ii": "i",
    "ie": "e",
}


def words_of(text: str, known: Container[str] = ()) -> list[tuple[str, ...]]:
    """The words of a text in order, each with every form it may stand for.

    The end of a sentence is ``(BOUNDARY,)``. How each would sound as Cyrillic: ``latin_forms``.

    :param known: the words of the rules, into which letters written apart are cut.
    """
    split = _ELIDED.sub(r"\1 ", together(plain(text), known))
    return [forms for found in _WORD_OR_END.finditer(split) if (forms := _forms(found.group()))]


@lru_cache(maxsize=8192)
def rule_form(word: str) -> str:
    """A word of a rule as it is compared: plain, with doubled letters made single."""
    return _bare(plain(word))


@lru_cache(maxsize=8192)
def rule_latin_form(word: str) -> str:
    """As ``rule_form`` for a Cyrillic word typed in Latin letters; empty for other words."""
    form = rule_form(word)
    return _latin(form) if _has_cyrillic(form) else ""


def plain(text: str) -> str:
    """The text without capitals, accents, invisible letters and typographic apostrophes."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold().translate(_APOSTROPHES)
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def letters_for_digits(word: str) -> str:
    """A word of letters and digits read as letters (``g1rls``); numbers and other words stay."""
    if word.isalpha() or not any(letter.isalpha() for letter in word):
        return word
    return word.translate((_LEET_CYRILLIC if _has_cyrillic(word) else _LEET)[0])


def latin_forms(forms: Iterable[str]) -> tuple[str, ...]:
    """The forms of a word of Latin letters as Cyrillic typed in them, each marked with ``~``."""
    latin = {_latin(form) for form in forms if form.isascii() and len(form) > 1}
    return tuple(sorted(f"~{form}" for form in latin if form))


def _forms(word: str) -> tuple[str, ...]:
    if word in ".!?;:\n":
        return (BOUNDARY,)
    if word.isascii() and word.isalpha():
        return (single(word),)
    forms = {_bare(word)}
    if any(letter.isalpha() for letter in word):
        tables = _LEET_CYRILLIC if _has_cyrillic(word) else _LEET
        forms |= {_bare(word.translate(table)) for table in tables}
    for form in tuple(forms):
        if not form.isascii() and any(letter.isascii() and letter.isalpha() for letter in form):
            forms |= {form.translate(_LOOKALIKES), form.translate(_LOOK_CYRILLIC)}
    return tuple(sorted(form for form in forms if form))


def _bare(word: str) -> str:
    return single(re.sub(r"[^\w]", "", word))


def _has_cyrillic(word: str) -> bool:
    return any("а" <= letter <= "ґ" for letter in word)


def _latin(form: str) -> str:
    form = form.translate(_TRANSLITERATION)
    for written, folded in _FOLDS.items():
        form = form.replace(written, folded)
    return single(form)
