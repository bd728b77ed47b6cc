"""A question as pieces: stretches of letters, words and pairs of words, and signs of the rules, in numbered places."""

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nrm.answering.screening.compiled import Table
from nrm.answering.screening.letters import letters_for_digits, plain
from nrm.answering.screening.matching import Reading
from nrm.corpus.safety_learned import BLOCKS, PLACES

_WORD = re.compile(r"[\w']+")
_START = "^"
_SHORTEST, _LONGEST = 3, 5
# A word longer than this is nobody's word.
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Pieces:
    """The places that a text's pieces fall into, each once, and how much each counts: 1 + log(times)."""

    places: NDArray[np.int64]
    counts: NDArray[np.float32]


def pieces_of(question: str, reading: Reading, table: Table) -> tuple[Pieces, Pieces, Pieces]:
    """The letters, the words and the signs of a question; spelling tricks with digits are seen through.

    A sign is the same piece in every language, whether or not its rule holds.
    """
    words = [letters_for_digits(word[:_LONGEST_WORD]) for word in _WORD.findall(plain(question))]
    return _counted(_stretches(words), 0), _counted(_phrases(words), 1), _counted(_signs(reading, table), 2)


def _signs(reading: Reading, table: Table) -> Iterator[str]:
    rules = (rule for rules in table.rules.values() for rule in rules if rule.signs)
    yield from {sign.name for rule in rules for sign in reading.signs(rule)}


def _stretches(words: list[str]) -> Iterator[str]:
    for word in words:
        padded = f" {word} "
        for size in range(_SHORTEST, _LONGEST + 1):
            yield from (padded[start : start + size] for start in range(len(padded) - size + 1))


def _phrases(words: list[str]) -> Iterator[str]:
    yield from words
    yield from (f"{first} {second}" for first, second in zip([_START, *words], words, strict=False))


def _counted(pieces: Iterator[str], block: int) -> Pieces:
    first, size = block * PLACES // BLOCKS, PLACES // BLOCKS
    found = Counter(first + zlib.crc32(piece.encode()) % size for piece in pieces)
    places = np.fromiter(found, np.int64, len(found))
    return Pieces(places, 1 + np.log(np.fromiter(found.values(), np.float32, len(found))))
