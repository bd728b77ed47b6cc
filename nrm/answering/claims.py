"""What a sentence claims beyond its words: figures, articles, denial and strength.

A sentence in other words than its quote must not change any of these. The lists are short on
purpose: what is not recognised makes a sentence fail, never pass.
"""

import re
from dataclasses import dataclass

from nrm.domain.vocabulary import Strength

_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
_NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100", "half": "1/2",
     "twice": "2", "double": "2", "third": "3", "quarter": "1/4"}  # fmt: skip
_DENIAL = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot|\w+n't|unless|except|excluding|fails?|refus\w+|"
    r"den(?:y|ies|ied)|prohibit\w*|forbid\w*|forbidden|banned)\b",
    re.IGNORECASE,
)
_MODALS: tuple[tuple[Strength, re.Pattern[str]], ...] = (
    (Strength.MUST_CONSIDER, re.compile(r"\b(?:shall|must|undertakes? to|required to) (?:\w+ )?consider\b", re.I)),
    (Strength.MUST_ENDEAVOUR, re.compile(r"\b(?:shall|must|undertakes? to) (?:\w+ )?(?:endeavou?r|strive|seek)\b", re.I)),
    (Strength.MUST, re.compile(
        r"\b(?:shall|must|undertakes?|obliged|obligat\w+|required?|requires|ha(?:s|ve) to|dut(?:y|ies)|entitled|guarantees?|"
        r"guaranteed|mandatory|always|every \w+ has the right|has the right|have the right)\b", re.I)),
    (Strength.SHOULD, re.compile(r"\b(?:should|ought|recommend\w*|encouraged?|advis\w+|invited?)\b", re.I)),
    (Strength.MAY, re.compile(r"\b(?:may|can|could|might|permit\w*|allow\w*|possible|optional\w*|discretion\w*)\b", re.I)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claims:
    """What must not change between a quote and a sentence about it."""

    numbers: frozenset[str]
    denials: int
    strengths: frozenset[Strength]


def claims_of(text: str) -> Claims:
    """The figures, denials and modal strengths of a text."""
    lowered = text.lower()
    numbers = {number.replace(",", ".") for number in _NUMBER.findall(lowered)}
    numbers |= {_NUMBER_WORDS[word] for word in re.findall(r"[a-z]+", lowered) if word in _NUMBER_WORDS}
    strengths, rest = set(), text
    for strength, pattern in _MODALS:
        if pattern.search(rest):
            strengths.add(strength)
            rest = pattern.sub(" ", rest)
    return Claims(frozenset(numbers), len(_DENIAL.findall(text)), frozenset(strengths))


def contradicts(sentence: str, quote: str) -> str:
    """Why a sentence says more than its quote, or something else; empty when nothing was found.

    A sentence may leave things out. It may not add a figure, deny where the quote does not or leave
    a denial out, or be of another strength than the quote.
    """
    said, quoted = claims_of(sentence), claims_of(quote)
    if said.numbers - quoted.numbers:
        return "a figure that the quote does not have"
    if bool(said.denials) != bool(quoted.denials):
        return "a denial on one side only"
    if said.strengths - quoted.strengths:
        return "another strength than the quote"
    if quoted.strengths and not said.strengths:
        return "the strength of the quote left out"
    return ""
