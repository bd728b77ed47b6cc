"""Words made plain, so that spelling tricks and slips do not hide them from the rules."""

import re
import unicodedata
from functools import lru_cache

BOUNDARY = "."

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´ʹ′", "'"))
# Words with the small signs that people put inside them (tr@ffic, re-cru-it).
_WORD_OR_END = re.compile(r"[\w@$'*+-]+|[.!?;:\n]")
_SPACED_LETTERS = re.compile(r"(?<!\w)[^\W\d_](?:[ .\-_*][^\W_](?!\w)){2,40}(?!\w)")
_ELIDED = re.compile(r"(?<!\w)(qu|[jmtsldcn]|un|dell|all|nell|sull|dall)'(?=\w)")
_LEET = str.maketrans("0134578@$!", "oieastbasi")
# Cyrillic and Greek letters that look like Latin ones; only used inside words of mixed script.
_LOOKALIKES = str.maketrans("авекмнорстухіїјѕԁӏԛԝαβεικνορτυχгп", "abekmhopctyxiijsdlqwabeiknoptuxrn")
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


def words_of(text: str) -> list[tuple[str, ...]]:
    """The words of a text in order, each with every form it may stand for.

    The end of a sentence is ``(BOUNDARY,)``.
    """
    plain = _plain(text)
    joined = _SPACED_LETTERS.sub(lambda found: re.sub(r"[\W_]", "", found.group()), plain)
    split = _ELIDED.sub(r"\1 ", joined)
    return [forms for found in _WORD_OR_END.finditer(split) if (forms := _forms(found.group()))]


@lru_cache(maxsize=8192)
def rule_form(word: str) -> str:
    """A word of a rule as it is compared: plain, with doubled letters made single."""
    return _single(re.sub(r"[^\w]", "", _plain(word)))


@lru_cache(maxsize=8192)
def rule_latin_form(word: str) -> str:
    """As ``rule_form`` for a Cyrillic word typed in Latin letters; empty for other words."""
    form = rule_form(word)
    return _latin(form) if any("а" <= letter <= "ґ" for letter in form) else ""


def _plain(text: str) -> str:
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold().translate(_APOSTROPHES)
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _forms(word: str) -> tuple[str, ...]:
    if word in ".!?;:\n":
        return (BOUNDARY,)
    bare = re.sub(r"[^\w]", "", word)
    forms = {_single(bare)}
    decoded = word.translate(_LEET)
    if decoded != word and any(letter.isalpha() for letter in word):
        forms.add(_single(re.sub(r"[^\w]", "", decoded)))
    for form in tuple(forms):
        if not form.isascii() and any(letter.isascii() and letter.isalpha() for letter in form):
            forms.add(form.translate(_LOOKALIKES))
    latin = {_latin(form) for form in forms if form.isascii() and len(form) > 1}
    return tuple(sorted(form for form in forms | {f"~{form}" for form in latin} if form))


def _latin(form: str) -> str:
    form = form.translate(_TRANSLITERATION)
    for written, folded in _FOLDS.items():
        form = form.replace(written, folded)
    return _single(form)


def _single(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word) if not word.isdigit() else word
