"""Generated variants of real texts, to see how the product grows: every treaty again and again, with other words in places.

The words of a variant come from the treaties themselves, as often as they occur there, and one stands where one
stood, so lengths and windows stay. Its vectors are those of the original with noise: this measures growth, not
ranking.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from nrm.domain.passages import Passage, Source
from nrm.retrieval.ports import Matrix

_EXCHANGED = 0.15  # of the words
# Length of the noise against the vector's own 1: a variant has a cosine of about 0.9 with its original.
_NOISE = 0.48


def variants(passages: Sequence[Passage], wanted: int, seed: int = 0) -> Iterator[tuple[Source, list[Passage]]]:
    """Sources with passages, at least ``wanted`` passages in all, one generation of variants after another.

    :param passages: of official texts, in reading order.
    """
    generator = random.Random(seed)
    words = [word for passage in passages for word in passage.text.split()]
    by_source: dict[Source, list[Passage]] = {}
    for passage in passages:
        by_source.setdefault(passage.source, []).append(passage)
    made, number = 0, 0
    while made < wanted:
        number += 1
        for source, own in by_source.items():
            if made >= wanted:
                return
            other = replace(source, slug=f"{source.slug}-{number}", title=f"{source.title}, variant {number}")
            yield other, [_variant(passage, other, number, words, generator) for passage in own]
            made += len(own)


def _variant(passage: Passage, source: Source, number: int, words: Sequence[str], generator: random.Random) -> Passage:
    text = " ".join(
        generator.choice(words) if generator.random() < _EXCHANGED else word for word in passage.text.split()
    )
    return replace(passage, id=variant_id(passage.id, number), source=source, text=text)


def variant_id(original: str, number: int) -> str:
    """The id of a variant of a passage."""
    return f"{original}@{number}"


def original_id(name: str) -> str:
    """The id of the passage that a variant was made of; of an original, its own."""
    return name.partition("@")[0]


def noisy(vectors: Matrix, seed: int) -> Matrix:
    """Unit vectors near these."""
    generator = np.random.default_rng(seed)
    noise = generator.standard_normal(vectors.shape, dtype=np.float32) * (_NOISE / vectors.shape[1] ** 0.5)
    moved = vectors + noise
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), dtype=np.float32)
