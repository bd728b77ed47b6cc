"""Vectors of the corpus's own texts, kept between data folders: they are public and slow to make.

Never of a loaded document: what a person loads stays in that person's data folder.
"""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import platformdirs

from nrm.retrieval.ports import Matrix, Vector

_MOST_ROWS = 60_000  # about 90 MB; the corpus has some 10,000 texts


class CorpusVectors:
    """One file an encoder in the user's cache folder; a missing or damaged one is made anew."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or Path(platformdirs.user_cache_dir("nrm-guide", appauthor=False)) / "corpus-vectors"

    def load(self, encoder: str) -> dict[str, Vector]:
        """Vectors by text hash; empty when there are none."""
        try:
            with np.load(self._path(encoder), allow_pickle=False) as file:
                return dict(zip(file["keys"].tolist(), file["vectors"].astype(np.float32), strict=True))
        except (OSError, ValueError, KeyError, zipfile.BadZipFile):
            return {}

    def save(self, encoder: str, keys: Sequence[str], vectors: Matrix) -> None:
        """Add to the file of an encoder; without a writable cache folder nothing is kept."""
        known = self.load(encoder)
        fresh = dict(zip(keys, vectors, strict=True))
        if fresh.keys() <= known.keys():
            return
        kept = {**known, **fresh} if len(known) < _MOST_ROWS else fresh  # texts that were edited are forgotten
        path = self._path(encoder)
        beside = path.with_suffix(".part.npz")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            np.savez(beside, keys=np.array(list(kept)), vectors=np.array(list(kept.values())))
            beside.replace(path)
        except OSError:
            return

    def _path(self, encoder: str) -> Path:
        safe = "".join(character if character.isalnum() else "-" for character in encoder)
        return self._folder / f"{safe}.npz"
