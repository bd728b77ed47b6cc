"""What was learned from the reviewed examples: how much each piece of a text speaks for a route.

Written by ``python -m evaluation.safety_learning``; a test fails when rules or examples have changed since.
"""

import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nrm.domain.errors import CorpusInvalid

FILE = "learned.npz"
# Pieces are counted in this many places, a third each for letters, words and signs. The examples have some
# 100,000 pieces, so few share a place.
BLOCKS = 3
PLACES = BLOCKS * 2**18
_COLUMNS = 3


@dataclass(frozen=True, eq=False)
class Learned:
    """``pieces``: for each place its rarity and its weights for person_at_risk and for harmful, both against
    being searched. ``base`` holds the two weights of any text; ``digest`` is that of the safety files.
    """

    pieces: NDArray[np.float32]
    base: tuple[float, float]
    digest: str


def load_learned(folder: Path) -> Learned | None:
    """What was learned, or ``None`` where there is no such file; then the rules decide alone.

    :raises CorpusInvalid: when the file is there and cannot be used.
    """
    path = folder / FILE
    if not path.is_file():
        return None
    try:
        with np.load(path, allow_pickle=False) as file:
            pieces = np.zeros((PLACES, _COLUMNS), np.float32)
            pieces[file["places"]] = file["pieces"].astype(np.float32)
            at_risk, harmful = (float(value) for value in file["base"])
            return Learned(pieces, (at_risk, harmful), str(file["digest"]))
    except (OSError, ValueError, KeyError, IndexError, zipfile.BadZipFile) as error:
        raise CorpusInvalid(
            f"{FILE}:1: damaged: what was learned from the safety examples cannot be read. "
            "Run: python -m evaluation.safety_learning"
        ) from error


def save_learned(folder: Path, learned: Learned) -> None:
    """Write the file; only places that weigh something, in half precision (about 0.5 MB)."""
    places = np.flatnonzero(learned.pieces[:, 0]).astype(np.int32)
    np.savez_compressed(
        folder / FILE,
        places=places,
        pieces=learned.pieces[places].astype(np.float16),
        base=np.array(learned.base, np.float32),
        digest=np.array(learned.digest),
    )
