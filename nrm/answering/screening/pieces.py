"""A question as pieces: stretches of letters, words and pairs of words, and signs of the rules, in numbered places."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nrm.answering.screening.compiled import Table
from nrm.answering.screening.letters import letters_for_digits, plain
from nrm.answering.screening.matching import Reading
from nrm.corpus.safety_learned import BLOCKS, PLACES

Numbers = NDArray[np.uint64]
_WORD = re.compile(r"[\w']+")
_START = "^"
_SHORTEST, _LONGEST = 3, 5
# Numbers of stretches grow letter by letter (Fowler, Noll and Vo); then their halves are mixed (Fibonacci hashing).
_PRIME, _GOLDEN, _HALF = np.uint64(0x100000001B3), np.uint64(0x9E3779B97F4A7C15), np.uint64(32)
_SPACE = np.uint64(ord(" "))
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
    letters = np.concatenate([_stretches(words, size) for size in range(_SHORTEST, _LONGEST + 1)])
    return _counted(letters, 0), _counted(_numbers(_phrases(words)), 1), _counted(_numbers(_signs(reading, table)), 2)


def _signs(reading: Reading, table: Table) -> Iterator[str]:
    rules = (rule for rules in table.rules.values() for rule in rules if rule.signs)
    yield from {sign.name for rule in rules for sign in reading.signs(rule)}


def _stretches(words: list[str], size: int) -> Numbers:
    """A number for each stretch of ``size`` letters inside a word with a space before and after it."""
    letters = np.frombuffer("".join(f" {word} " for word in words).encode("utf-32-le"), np.uint32).astype(np.uint64)
    starts = len(letters) - size + 1
    if starts <= 0:
        return np.array([], np.uint64)
    number = np.full(starts, size, np.uint64)
    whole = np.ones(starts, np.bool_)
    for step in range(size):
        number = (number ^ letters[step : step + starts]) * _PRIME
        if step:
            whole &= (letters[step - 1 : step - 1 + starts] != _SPACE) | (letters[step : step + starts] != _SPACE)
    return (number[whole] ^ number[whole] >> _HALF) * _GOLDEN >> _HALF


def _phrases(words: list[str]) -> Iterator[str]:
    yield from words
    yield from (f"{first} {second}" for first, second in zip([_START, *words], words, strict=False))


def _numbers(pieces: Iterator[str]) -> Numbers:
    return np.array([zlib.crc32(piece.encode()) for piece in pieces], np.uint64)


def _counted(numbers: Numbers, block: int) -> Pieces:
    first, size = block * PLACES // BLOCKS, PLACES // BLOCKS
    places, times = np.unique(numbers % np.uint64(size), return_counts=True)
    return Pieces(first + places.astype(np.int64), 1 + np.log(times.astype(np.float32)))
