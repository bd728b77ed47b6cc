"""Which language a question is in, sure enough for three words, without a model.

Script and letters decide first (Ukrainian and Russian differ in four letters each), then common
words, then the words of the thesaurus in each language.
"""

import unicodedata
from collections.abc import Container, Mapping, Sequence

from nrm.retrieval.words import COMMON_IN, folded, is_common, words

OTHER = "und"  # none of these; the multilingual encoder may still read it
LANGUAGES = ("en", "fr", "de", "it", "ru", "es", "uk")
_UKRAINIAN_LETTERS = frozenset("іїєґ")
_RUSSIAN_LETTERS = frozenset("ыэъё")
_LETTER_HINTS = {
    "de": ("ß", "ä", "ü"), "es": ("ñ", "¿", "¡", "ó", "í"), "fr": ("ç", "ê", "è", "œ", "û"), "it": ("ò", "ù", "ì"),
}  # fmt: skip
_ENDINGS = {
    "de": ("ung", "keit", "heit", "lich", "schen", "chen"),
    "es": ("ción", "ciones", "dad", "ado", "ada", "eros"),
    "fr": ("tion", "ité", "ment", "eur", "aux", "elle"),
    "it": ("zione", "zioni", "tà", "enti", "mento", "ato", "ità"),
    "en": ("ing", "ness", "ed", "ship", "ght"),
}
_FOLDED_ENDINGS = {language: tuple(map(folded, endings)) for language, endings in _ENDINGS.items()}
_COMMON_WORD_POINTS = 2.0
_KNOWN_WORD_POINTS = 1.5
_LETTER_POINTS = 1.5
_ENDING_POINTS = 0.5
_FEWEST_WORDS = 4  # of these, fewer may be names or slips
_MOST_KNOWN = 0.5  # share of English words in a text of another language: names, and words that look the same
_ENGLISH_PRIOR = 0.6  # the pages and the texts are English; other languages must show themselves


def language_of(
    text: str, vocabularies: Mapping[str, Container[str]] | None = None, english: Container[str] | None = None
) -> str:
    """The most likely of the seven languages of the product; English when nothing speaks for another.

    ``OTHER`` where most letters are neither Latin nor Cyrillic, or where most words are not English and nothing speaks
    for another of the seven.

    :param vocabularies: folded words of each language, such as those of the thesaurus; a word that
        several languages share counts for none.
    :param english: folded English words besides, such as those of the library; without them ``OTHER`` is told by
        its letters only.
    """
    known: dict[str, Container[str]] = {**(vocabularies or {}), "en": english or frozenset()}
    lowered = text.lower()
    if any("\u0400" <= character <= "\u04ff" for character in lowered):
        return _slavic(lowered, known)
    if _in_other_letters(lowered):
        return OTHER
    found = words(lowered)
    points = _points(lowered, found, _LATIN, known)
    points["en"] += _ENGLISH_PRIOR
    likely = max(_LATIN, key=lambda language: points[language])
    return OTHER if likely == "en" and english is not None and _is_not_english(found, english) else likely


def _in_other_letters(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    latin = sum("LATIN" in unicodedata.name(character, "") for character in letters)
    return latin * 2 < len(letters)


def _is_not_english(all_words: Sequence[str], english: Container[str]) -> bool:
    found = [word for word in all_words if word.isalpha()]
    known = sum(word in english or is_common(word, "en") for word in found)
    return len(found) >= _FEWEST_WORDS and known < _MOST_KNOWN * len(found)


_LATIN = ("en", "fr", "de", "it", "es")


def _slavic(text: str, vocabularies: Mapping[str, Container[str]]) -> str:
    letters = set(text)
    if letters & _UKRAINIAN_LETTERS:
        return "uk"
    if letters & _RUSSIAN_LETTERS:
        return "ru"
    points = _points(text, words(text), ("ru", "uk"), vocabularies)
    return "uk" if points["uk"] > points["ru"] else "ru"


def _points(
    text: str, found: Sequence[str], languages: Sequence[str], vocabularies: Mapping[str, Container[str]]
) -> dict[str, float]:
    """What speaks for each of these languages: its common words, words that it alone knows, letters and endings."""
    points = dict.fromkeys(languages, 0.0)
    for word in found:
        for language in COMMON_IN.get(word, ()):
            points[language] = points.get(language, 0.0) + _COMMON_WORD_POINTS
        known_in = [language for language, vocabulary in vocabularies.items() if word in vocabulary]
        if len(known_in) == 1:
            points[known_in[0]] = points.get(known_in[0], 0.0) + _KNOWN_WORD_POINTS
        for language in languages:
            if word.endswith(_FOLDED_ENDINGS.get(language, ())):
                points[language] += _ENDING_POINTS
    for language in languages:
        points[language] += _LETTER_POINTS * sum(letter in text for letter in _LETTER_HINTS.get(language, ()))
    return points
