"""A BERT encoder as arrays, whatever file it came from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
NIBBLE_ZERO = 8  # what a number in 4 bits is raised by
NIBBLE_BLOCK = 32  # numbers in 4 bits that share a scale


@dataclass(frozen=True)
class Linear:
    """``inputs @ weight.T + bias``."""

    weight: FloatArray  # outputs × inputs
    bias: FloatArray


@dataclass(frozen=True)
class Norm:
    """Scale and shift after a layer normalisation."""

    scale: FloatArray
    shift: FloatArray


@dataclass(frozen=True)
class Layer:
    """One block: attention, then a feed-forward pair, each followed by a norm."""

    question_key_value: Linear  # the three projections, one below the other
    attention_output: Linear
    attention_norm: Norm
    widening: Linear
    narrowing: Linear
    output_norm: Norm


@dataclass(frozen=True)
class ByteWords:
    """Word vectors in 8 bits, one scale a word."""

    values: NDArray[np.int8]  # words × width
    scales: FloatArray  # words × 1


@dataclass(frozen=True)
class NibbleWords:
    """Word vectors in 4 bits, one scale for 32 numbers.

    Byte ``j`` of a block holds number ``j`` in its low half and number ``j + 16`` in its high half,
    each raised by 8.
    """

    values: NDArray[np.uint8]  # words × blocks × 16
    scales: NDArray[np.float16]  # words × blocks


@dataclass(frozen=True)
class BertWeights:
    """Everything the graph needs."""

    words: ByteWords | NibbleWords
    positions: FloatArray  # places × width, with the one token type added
    embedding_norm: Norm
    layers: tuple[Layer, ...]
    heads: int
    epsilon: float

    @property
    def width(self) -> int:
        """Length of a vector."""
        return int(self.positions.shape[1])


def stacked(parts: list[Linear]) -> Linear:
    """Projections of the same input as one, so that it is multiplied once."""
    return Linear(np.concatenate([part.weight for part in parts]), np.concatenate([part.bias for part in parts]))


def bytes_of_words(table: FloatArray) -> ByteWords:
    """The table in 8 bits: a quarter of the memory, cosine of a word above 0.9999."""
    scales = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-12) / 127
    return ByteWords(np.rint(table / scales).astype(np.int8), scales.astype(np.float32))
