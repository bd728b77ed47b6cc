"""Finding a quote in a passage: word for word, forgiving only white space and the shape of marks."""

import re
import unicodedata

_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u00ad": None})
_SPACE = re.compile(r"\s+")


def find_quote(quote: str, text: str) -> tuple[int, int] | None:
    """Where the quote stands in the text, as a span of the text itself; ``None`` when it does not.

    White space, quotation marks and dashes may differ in shape; letters, digits, case and order may not.
    A quote without a word is not a quote, and one that begins or ends inside a word or figure of the
    text does not stand there: "at least 3" is not in "at least 30 days".

    >>> find_quote("free  “to all”", 'It is free "to all".')
    (6, 19)
    """
    if not any(character.isalnum() for character in quote):
        return None
    as_it_is = re.search(_whole_words(quote.strip()), text)
    if as_it_is:
        return as_it_is.span()
    wanted, _ = _comparable(quote.strip())
    folded, places = _comparable(text)
    found = re.search(_whole_words(wanted), folded)
    return (places[found.start()], places[found.end() - 1] + 1) if found else None


def comparable(text: str) -> str:
    """Text with white space, quotation marks and dashes made alike; for comparing, not for showing."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text).translate(_SAME)).strip()


def _whole_words(quote: str) -> str:
    """A pattern for a quote that cuts no word or figure at its ends."""
    before = r"(?<![^\W_])" if quote[0].isalnum() else ""
    after = r"(?![^\W_])" if quote[-1].isalnum() else ""
    return f"{before}{re.escape(quote)}{after}"


def _comparable(text: str) -> tuple[str, list[int]]:
    """The text with marks and white space made alike, and where each of its characters came from."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for piece in unicodedata.normalize("NFC", character).translate(_SAME):
            if piece.isspace():
                if characters and characters[-1] == " ":
                    continue
                piece = " "
            characters.append(piece)
            places.append(place)
    return "".join(characters), places
