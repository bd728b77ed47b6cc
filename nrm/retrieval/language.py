"""Which language a question is in, sure enough for three words, without a model.

Script and letters decide first (Ukrainian and Russian differ in four letters each), then common
words, then the words of the thesaurus in each language.
"""

from collections.abc import Container, Mapping

from nrm.retrieval.words import folded, is_common, words

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
_ENGLISH_PRIOR = 0.6  # the pages and the texts are English; other languages must show themselves


def language_of(
    text: str, vocabularies: Mapping[str, Container[str]] | None = None, english: Container[str] = frozenset()
) -> str:
    """The most likely of the seven languages of the product; English when nothing speaks for another.

    :param vocabularies: folded words of each language, such as those of the thesaurus; a word that
        several languages share counts for none.
    :param english: folded English words besides, such as those of the library.
    """
    known: dict[str, Container[str]] = {**(vocabularies or {}), "en": english}
    lowered = text.lower()
    if any("\u0400" <= character <= "\u04ff" for character in lowered):
        return _slavic(lowered, known)
    points = {language: _points(lowered, language, known) for language in _LATIN}
    points["en"] += _ENGLISH_PRIOR
    return max(_LATIN, key=lambda language: points[language])


_LATIN = ("en", "fr", "de", "it", "es")


def _slavic(text: str, vocabularies: Mapping[str, Container[str]]) -> str:
    letters = set(text)
    if letters & _UKRAINIAN_LETTERS:
        return "uk"
    if letters & _RUSSIAN_LETTERS:
        return "ru"
    points = {language: _points(text, language, vocabularies) for language in ("ru", "uk")}
    return "uk" if points["uk"] > points["ru"] else "ru"


def _points(text: str, language: str, vocabularies: Mapping[str, Container[str]]) -> float:
    own = vocabularies.get(language, frozenset())
    others = [vocabularies[name] for name in vocabularies if name != language]
    found = words(text)
    common = sum(_COMMON_WORD_POINTS for word in found if is_common(word, language))
    known = sum(_KNOWN_WORD_POINTS for word in found if word in own and not any(word in other for other in others))
    letters = _LETTER_POINTS * sum(letter in text for letter in _LETTER_HINTS.get(language, ()))
    endings = sum(_ENDING_POINTS for word in found if word.endswith(_FOLDED_ENDINGS.get(language, ())))
    return common + known + letters + endings
