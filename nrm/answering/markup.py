"""Signs of links, pictures, markup and hidden letters: a sentence may have none that its quote has not."""

import re
import unicodedata

_ADDRESS = re.compile(r"\w+://\S*|\bwww\.\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]{2,})+\b(?:/\S*)?", re.IGNORECASE)
_MARKS = frozenset("<>[]{}|`\\*_#~^")
_PLAIN_CONTROL = frozenset("\n\t")
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})


def adds_markup(sentence: str, quote: str) -> bool:
    """Whether a sentence has an address, a mark or a hidden letter that its quote does not have.

    >>> adds_markup("See www.example.org", "See the list.")
    True
    >>> adds_markup("A figure of 1.5, e.g. in law.", "Another.")
    False
    """
    if any(address not in quote for address in _addresses(sentence)):
        return True
    return bool(_signs(sentence) - _signs(quote))


def _addresses(text: str) -> list[str]:
    found = (match.group().rstrip(".,;:)") for match in _ADDRESS.finditer(text))
    return [address for address in found if any(letter.isalpha() for letter in address)]


def _signs(text: str) -> set[str]:
    return {letter for letter in text if letter in _MARKS or _is_hidden(letter)}


def _is_hidden(letter: str) -> bool:
    return letter not in _PLAIN_CONTROL and unicodedata.category(letter) in _HIDDEN
