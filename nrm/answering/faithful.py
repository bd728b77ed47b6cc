"""Whether a sentence only shortens its quote: the same words in the same order, none added.

The order matters: "States assist victims" and "victims assist States" have the same words. Only words
that claim nothing (articles, pronouns, forms of "to be") may be added.
"""

import re

from nrm.answering.claims import FIGURE, MODALS, NUMBER_WORDS, PLAIN_DENIAL, without_markers
from nrm.answering.quotes import comparable
from nrm.domain.shortening import is_of_scraps, places_in_order
from nrm.retrieval.words import stem

_SHORTEST_BEGINNING = 5  # letters from which a word and a longer form of it are taken for one
_LONGEST_ENDING = 2
_CLAIM_NOTHING = frozenset(
    "a an the is are be been being was were am it its he she his her him they them their this that these those "
    "which who whom has have had do does did there so such also as".split()
)
_IRREGULAR = {"children": "child", "women": "woman", "men": "man", "people": "person", "persons": "person"}
_WORD = re.compile(rf"§\w+|¬|{FIGURE}|[^\W\d_]+(?:'[^\W\d_]+)*")
_DENIAL = re.compile(PLAIN_DENIAL)


def adds_to(sentence: str, quote: str) -> str:
    """Why a sentence is no shortening of its quote; empty when it is one.

    >>> adds_to("Each Party must assist victims.", "Each Party shall assist all victims in their recovery.")
    ''
    >>> adds_to("Victims must assist each Party.", "Each Party shall assist all victims in their recovery.")
    'words or an order that the quote does not have'
    """
    said, quoted = _claiming_words(sentence), _claiming_words(quote)
    places = places_in_order(said, quoted, _alike)
    if not said or places is None:
        return "words or an order that the quote does not have"
    if is_of_scraps(places):
        return "scraps of the quote"
    return ""


def _claiming_words(text: str) -> list[str]:
    """The words that claim something, as stems; strengths, denials and figures in one form each."""
    lowered = comparable(without_markers(text)).lower()
    for strength, pattern in MODALS:
        lowered = pattern.sub(f" §{strength.value} ", lowered)
    words = _WORD.findall(_DENIAL.sub(" ¬ ", lowered))
    return [_basic(word) for word in words if word not in _CLAIM_NOTHING]


def _basic(word: str) -> str:
    if not word.replace("'", "").isalpha():  # a figure, a strength or a denial
        return word.replace(",", ".")
    return NUMBER_WORDS.get(word) or stem(_IRREGULAR.get(word, word), "en")


def _alike(word: str, other: str) -> bool:
    if word == other:
        return True
    short, long = sorted((word, other), key=len)
    longer_form = len(short) >= _SHORTEST_BEGINNING and long.startswith(short)
    return longer_form and short.isalpha() and len(long) - len(short) <= _LONGEST_ENDING
