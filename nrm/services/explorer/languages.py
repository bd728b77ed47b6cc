"""Languages that source records name in English, as the codes that filters use."""

from collections.abc import Iterable

_CODES = {
    "Arabic": "ar", "Bulgarian": "bg", "Chinese": "zh", "Croatian": "hr", "Czech": "cs", "Danish": "da",
    "Dutch": "nl", "English": "en", "Estonian": "et", "Finnish": "fi", "French": "fr", "German": "de",
    "Greek": "el", "Hungarian": "hu", "Irish": "ga", "Italian": "it", "Latvian": "lv", "Lithuanian": "lt",
    "Maltese": "mt", "Polish": "pl", "Portuguese": "pt", "Romanian": "ro", "Russian": "ru", "Slovak": "sk",
    "Slovenian": "sl", "Spanish": "es", "Swedish": "sv", "Ukrainian": "uk",
}  # fmt: skip
_NAMES = {code: name for name, code in _CODES.items()}


def language_codes(names: Iterable[str]) -> tuple[str, ...]:
    """The codes of languages named in English; a name that is not known stays as it is."""
    return tuple(_CODES.get(name, name) for name in names)


def language_name(code: str) -> str:
    """The English name of a language code; the code itself when it is not known."""
    return _NAMES.get(code, code)
