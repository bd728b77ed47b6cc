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
    if as_it_is := _place_of(quote.strip(), text):
        return as_it_is
    wanted, _ = _comparable(quote.strip())
    folded, places = _comparable(text)
    found = _place_of(wanted, folded)
    return (places[found[0]], places[found[1] - 1] + 1) if found else None


def comparable(text: str) -> str:
    """Text with white space, quotation marks and dashes made alike; for comparing, not for showing."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text).translate(_SAME)).strip()


def _place_of(quote: str, text: str) -> tuple[int, int] | None:
    """The first place of a quote where it cuts no word or figure at its ends."""
    start = text.find(quote)
    while start >= 0:
        end = start + len(quote)
        if not _cuts(text, start) and not _cuts(text, end):
            return start, end
        start = text.find(quote, start + 1)
    return None


def _cuts(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


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
