"""What retrieval asks of an engine; the engines themselves are in ``nrm.adapters``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]  # one unit vector
Matrix = NDArray[np.float32]  # one unit vector a row
Scores = NDArray[np.float32]  # one number a window or passage
Compare = Callable[[Vector], Scores]  # similarity of a question with every row
Progress = Callable[[int], None]  # called with how many more texts are done


@dataclass(frozen=True, slots=True)
class Comparisons:
    """How a question is compared with the rows of a generation, by either encoder.

    ``passages`` may miss what is far from the question, ``every_passage`` may not.
    """

    passages: Compare
    every_passage: Compare
    knowledge: Compare
    foreign_passages: Compare
    foreign_knowledge: Compare


class Encoder(Protocol):
    """Turns text into unit vectors whose dot product is a similarity between -1 and 1."""

    @property
    def name(self) -> str:
        """Model, backend and precision; vectors of different names must not be mixed."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    def encode_question(self, text: str) -> Vector:
        """The vector of one question; one thread, so that users do not slow each other."""

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Matrix:
        """The vectors of texts, in the order given; batched by length."""


class VectorIndex(Protocol):
    """Nearest-neighbour search over the passages' vectors of one generation."""

    def similarities(self, question: Vector, limit: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Rows nearest to the question, best first, and their similarities; at most ``limit`` of them."""
