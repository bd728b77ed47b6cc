"""Values that stand together by owner, and the best of each owner's in one pass."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nrm.retrieval.ports import Scores


@dataclass(frozen=True, slots=True)
class Runs:
    """Where each owner's run of values begins, and whose it is."""

    owners: NDArray[np.int64]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, owners: NDArray[np.integer]) -> "Runs":
        """:param owners: whose each value is, equal ones next to each other."""
        starts = np.flatnonzero(np.diff(owners, prepend=-1))
        return cls(owners[starts].astype(np.int64), starts)

    def best(self, values: Scores, size: int, without: float) -> Scores:
        """The largest value of each of ``size`` owners; ``without`` for one that has none."""
        found = np.full(size, without, dtype=np.float32)
        if len(self.starts):
            found[self.owners] = np.maximum.reduceat(values, self.starts)
        return found
