"""Vectors of passages kept outside the checkout, so that a second run of the bench takes minutes."""

import hashlib
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from nrm.retrieval.ports import Encoder, Matrix, Progress, Vector

_PORTION = 512  # texts a file: what a killed run loses at most


class CachingEncoder:
    """The port ``Encoder``: another encoder, whose vectors of passages are read from disk when they are there.

    Questions are always encoded, and timed: ``question_ms`` is what the last of them took.
    """

    def __init__(self, encoder: Encoder, cache: Path) -> None:
        self._encoder = encoder
        self._folder = cache / "vectors" / "".join(c if c.isalnum() else "-" for c in encoder.name)
        self._known: dict[str, Vector] = {}
        self.texts, self.seconds, self.question_ms = 0, 0.0, 0.0
        for file in sorted(self._folder.glob("*.npz")):
            self._read(file)

    @property
    def name(self) -> str:
        return self._encoder.name

    @property
    def dimensions(self) -> int:
        return self._encoder.dimensions

    @property
    def texts_per_second(self) -> float:
        """How fast the cached vectors were made, on however many threads the settings gave; 0 when none were."""
        return round(self.texts / self.seconds, 1) if self.seconds else 0.0

    def encode_question(self, text: str) -> Vector:
        started = time.perf_counter()
        vector = self._encoder.encode_question(text)
        self.question_ms += (time.perf_counter() - started) * 1000
        return vector

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Matrix:
        keys = [hashlib.blake2b(text.encode(), digest_size=16).hexdigest() for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        names = list(missing)
        for start in range(0, len(names), _PORTION):
            some = names[start : start + _PORTION]
            self._make(some, [missing[name] for name in some])
            if progress:
                progress(len(some))
        return np.array([self._known[key] for key in keys], dtype=np.float32).reshape(-1, self.dimensions)

    def _make(self, keys: list[str], texts: list[str]) -> None:
        started = time.monotonic()
        vectors = self._encoder.encode_passages(texts)
        seconds = time.monotonic() - started
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._folder / f"{keys[0]}.npz"
        beside = file.with_suffix(".part")
        with beside.open("wb") as written:
            np.savez(written, keys=np.array(keys), vectors=vectors, seconds=np.array(seconds))
        beside.replace(file)
        self._read(file)

    def _read(self, file: Path) -> None:
        try:
            with np.load(file, allow_pickle=False) as stored:
                keys, vectors, seconds = stored["keys"].tolist(), stored["vectors"], float(stored["seconds"])
        except (OSError, ValueError, KeyError, zipfile.BadZipFile):
            return  # a damaged portion is made anew
        self._known.update(zip(keys, vectors, strict=True))
        self.texts += len(keys)
        self.seconds += seconds
