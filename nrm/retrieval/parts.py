"""Questions that ask two things: named instruments taken out, clauses taken apart, rankings dealt in turn."""

import re
from collections.abc import Sequence

from nrm.retrieval.words import terms

_JOINT = re.compile(
    r"[;:.?]\s+|,?\s+(?:and|und|et|e|y|и|та|і)\s+(?=\S)|,\s+(?=which\b|what\b|how\b|may\b|is\b|are\b|who\b)", re.I
)
_FEWEST_TERMS = 2  # a clause of one term is a word in a list, not a question


def clauses(question: str, language: str = "en") -> tuple[str, ...]:
    """The clauses that could be questions of their own; empty unless there are two or three.

    >>> clauses("Free lawyer for victims, and which rule helps people without money?")
    ('Free lawyer for victims,', 'which rule helps people without money?')
    """
    pieces = [piece.strip() for piece in _JOINT.split(question) if piece and piece.strip()]
    found: list[str] = []
    for piece in pieces:
        if len(terms(piece, language)) >= _FEWEST_TERMS:
            found.append(piece)
        elif found:
            found[-1] = f"{found[-1]} {piece}"
    return tuple(found) if 2 <= len(found) <= 3 else ()


def dealt(rankings: Sequence[Sequence[int]], limit: int) -> list[int]:
    """Rows of several rankings in turn, each once: the first of each, then the second of each, and so on."""
    longest = max((len(ranking) for ranking in rankings), default=0)
    in_turn = (ranking[place] for place in range(longest) for ranking in rankings if place < len(ranking))
    return list(dict.fromkeys(in_turn))[:limit]
