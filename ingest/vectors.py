"""Vectors for texts, encoding only what no earlier generation has."""

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np

from nrm.retrieval.ports import Encoder, Matrix, Progress, Vector


def text_key(text: str) -> str:
    """What a stored vector is found under: a hash of the text it stands for."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def vectors_for(
    texts: Sequence[str], encoder: Encoder, stored: Mapping[str, Vector], progress: Progress | None = None
) -> tuple[Matrix, list[str], int]:
    """The vectors of texts in order, their keys, and how many had to be encoded; equal texts count once."""
    keys = [text_key(text) for text in texts]
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in stored}
    fresh = encoder.encode_passages(list(missing.values()), progress) if missing else ()
    by_key = {**stored, **dict(zip(missing, fresh, strict=True))}
    matrix = np.zeros((len(texts), encoder.dimensions), dtype=np.float32)
    for row, key in enumerate(keys):
        matrix[row] = by_key[key]
    return matrix, keys, len(missing)
