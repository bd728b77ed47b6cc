"""How near a text is to the reviewed examples: one number for each route, from what was learned."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nrm.answering.screening.pieces import Pieces
from nrm.corpus.safety_learned import Learned


@dataclass(frozen=True, slots=True)
class Nearness:
    """How much nearer a text is to the examples of a route than to what is searched.

    About -2 to 2: examples of the route were learned as 2, those of the library's questions as -2.
    """

    person_at_risk: float
    harmful: float

    @property
    def nearest(self) -> float:
        """The larger of the two."""
        return max(self.person_at_risk, self.harmful)


def nearness(blocks: Iterable[Pieces], learned: Learned) -> Nearness:
    """Letters, words and signs count the same, however long the text is."""
    at_risk, harmful = learned.base
    for pieces in blocks:
        more_at_risk, more_harmful = _share(pieces, learned)
        at_risk, harmful = at_risk + more_at_risk, harmful + more_harmful
    return Nearness(at_risk, harmful)


def _share(pieces: Pieces, learned: Learned) -> tuple[float, float]:
    known = learned.pieces[pieces.places]
    weights = pieces.counts * known[:, 0]
    length = float(np.linalg.norm(weights))
    if not length:
        return 0.0, 0.0
    at_risk, harmful = (weights / length) @ known[:, 1:]
    return float(at_risk), float(harmful)
