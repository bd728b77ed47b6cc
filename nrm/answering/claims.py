"""What a sentence claims beyond its words: figures, articles, denial, conditions, bounds and strength.

A sentence in other words than its quote must not change any of these. The lists are short on
purpose and English only: what is not recognised makes a sentence fail, never pass.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from nrm.domain.vocabulary import Strength

_Kind = TypeVar("_Kind", str, Strength)
FIGURE = r"\d+(?:[.,/]\d+)*"
NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
     "hundred": "100", "thousand": "1000", "half": "1/2", "twice": "2", "double": "2", "third": "3",
     "quarter": "1/4"}  # fmt: skip
PLAIN_DENIAL = r"\b(?:not|no|never|none|nothing|nobody|neither|nor|cannot|\w+n't)\b"
_FIGURE = re.compile(FIGURE)
_DENIAL = re.compile(
    PLAIN_DENIAL + r"|\b(?:without|unless|except|excluding|fails?|refus\w+|den(?:y|ies|ied)|prohibit\w*|forbid\w*|"
    r"banned)\b",
    re.IGNORECASE,
)  # fmt: skip
_CONDITION = re.compile(
    r"\b(?:if|unless|provided that|subject to|on condition|when|where|once|until|only|in cases?|insofar|as far as|"
    r"to the extent)\b",
    re.IGNORECASE,
)  # fmt: skip
_LEAST, _MOST = "no less", "no more"
# In this order, each taken out before the next is looked for: "not less than" is no "less than".
_BOUNDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (_LEAST, re.compile(r"\b(?:at least|not? (?:less|fewer|shorter) than|minimum|or more)\b")),
    (_MOST, re.compile(r"\b(?:at most|not? (?:more|longer|later) than|maximum|up to|or less|within)\b")),
    (_LEAST, re.compile(r"\b(?:more than|over|above)\b")),
    (_MOST, re.compile(r"\b(?:(?:less|fewer) than|under|below)\b")),
)
MODALS: tuple[tuple[Strength, re.Pattern[str]], ...] = (
    (Strength.MUST_CONSIDER, re.compile(r"\b(?:shall|must|undertakes? to|required to) (?:\w+ )?consider\b", re.I)),
    (Strength.MUST_ENDEAVOUR, re.compile(r"\b(?:shall|must|undertakes? to) (?:\w+ )?(?:endeavou?r|strive|seek)\b",
                                         re.I)),
    (Strength.MUST, re.compile(
        r"\b(?:shall|must|undertakes?|obliged|obligat\w+|required?|requires|ha(?:s|ve) to|dut(?:y|ies)|entitled|"
        r"guarantees?|guaranteed|mandatory|always|every \w+ has the right|has the right|have the right)\b", re.I)),
    (Strength.SHOULD, re.compile(r"\b(?:should|ought|recommend\w*|encouraged?|advis\w+|invited?)\b", re.I)),
    (Strength.MAY, re.compile(r"\b(?:may|can|could|might|permit\w*|allow\w*|possible|optional\w*|discretion\w*)\b",
                              re.I)),
)  # fmt: skip
_LAST_WORDS_OF_LEAD_IN = 6  # earlier ones speak of other things ("the practices prohibited by this Protocol")
# The number of a paragraph or the letter of a point says where words stand, not what they claim.
_MARKER = re.compile(r"^[^\S\n]*\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)][^\S\n]+", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Claims:
    """What must not change between a quote and a sentence about it; denials and conditions are counts."""

    numbers: frozenset[str]
    denials: int
    conditions: int
    bounds: frozenset[str]
    strengths: frozenset[Strength]


def claims_of(text: str) -> Claims:
    """The figures, denials, conditions, bounds and modal strengths of a text."""
    lowered = without_markers(text).lower()
    numbers = {number.replace(",", ".") for number in _FIGURE.findall(lowered)}
    numbers |= {NUMBER_WORDS[word] for word in re.findall(r"[a-z]+", lowered) if word in NUMBER_WORDS}
    return Claims(
        frozenset(numbers),
        len(_DENIAL.findall(lowered)),
        len(_CONDITION.findall(lowered)),
        _kinds_of(lowered, _BOUNDS),
        _kinds_of(lowered, MODALS),
    )


def _kinds_of(text: str, patterns: Sequence[tuple[_Kind, re.Pattern[str]]]) -> frozenset[_Kind]:
    """The kinds whose pattern is found, each taken out before the next is looked for."""
    kinds = set()
    for kind, pattern in patterns:
        if pattern.search(text):
            kinds.add(kind)
            text = pattern.sub(" ", text)
    return frozenset(kinds)


def denies_its_points(lead_in: str) -> bool:
    """Whether the last words that lead into a list deny or forbid what its points say.

    >>> denies_its_points("The Parties shall not:"), denies_its_points("Without delay, the Parties shall:")
    (True, False)
    """
    last = " ".join(lead_in.split()[-_LAST_WORDS_OF_LEAD_IN:])
    return any(word.lower() != "without" for word in _DENIAL.findall(last))


def without_markers(text: str) -> str:
    """The text without the numbers and letters that begin its paragraphs and points.

    >>> without_markers("1. Each Party shall help.")
    'Each Party shall help.'
    """
    return _MARKER.sub("", text)


def contradicts(sentence: str, quote: str) -> str:
    """Why a sentence says more than its quote, or something else; empty when nothing was found.

    A sentence may leave things out, but no denial, no condition and not the strength; with one figure
    of its quote it must carry them all, and what bounds them. It may add none of these.
    """
    said, quoted = claims_of(sentence), claims_of(quote)
    checks = (
        (bool(said.numbers - quoted.numbers), "a figure that the quote does not have"),
        (
            bool(said.numbers and quoted.numbers - said.numbers),
            "a figure of the quote left out beside another",
        ),
        (bool(said.numbers) and said.bounds != quoted.bounds, "another bound than the quote"),
        (said.denials != quoted.denials, "a denial on one side only"),
        (said.conditions != quoted.conditions, "a condition on one side only"),
        (bool(said.strengths - quoted.strengths), "another strength than the quote"),
        (bool(quoted.strengths and not said.strengths), "the strength of the quote left out"),
    )
    return next((reason for wrong, reason in checks if wrong), "")
