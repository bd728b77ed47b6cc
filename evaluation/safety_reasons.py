"""Why the screen decided as it did: the rule, or the reviewed examples that a message is nearest to."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from nrm.answering.screen import screen
from nrm.answering.screening.compiled import Table, table_of
from nrm.answering.screening.matching import Reading
from nrm.answering.screening.nearness import nearness
from nrm.answering.screening.pieces import Pieces, pieces_of
from nrm.corpus.safety import SafetyRules
from nrm.corpus.safety_examples import SafetyExample
from nrm.corpus.safety_learned import Learned

_MOST_NEAREST = 5

Vector = dict[int, float]


def reasons(message: str, rules: SafetyRules, examples: Sequence[SafetyExample]) -> dict[str, Any]:
    """The route, the reason, how near the message is to each route, and the nearest examples with their likeness.

    Likeness is what learning compares by: 0 when nothing is shared, 3 for the same text.
    """
    decided = screen(message, rules)
    shown: dict[str, Any] = {"route": decided.route.value if decided.route else "searched", "reason": decided.reason}
    if rules.learned is None:
        return shown
    table = table_of(rules)
    near = nearness(pieces_of(message, Reading(message, table), table), rules.learned)
    shown["nearness"] = {"person_at_risk": round(near.person_at_risk, 2), "harmful": round(near.harmful, 2)}
    shown["nearest"] = nearest(message, examples, table, rules.learned)
    return shown


def nearest(message: str, examples: Iterable[SafetyExample], table: Table, learned: Learned) -> list[dict[str, Any]]:
    """The examples most like the message, best first; equals in the order of the files."""
    own = _vector(message, table, learned)
    alike = [(_likeness(own, _vector(example.text, table, learned)), example) for example in examples]
    best = sorted(alike, key=lambda pair: -pair[0])[:_MOST_NEAREST]
    return [{"likeness": round(like, 2), "route": example.route, "text": example.text} for like, example in best]


def _vector(text: str, table: Table, learned: Learned) -> Vector:
    blocks = pieces_of(text, Reading(text, table), table)
    return {place: value for block in blocks for place, value in _scaled(block, learned)}


def _scaled(block: Pieces, learned: Learned) -> Iterable[tuple[int, float]]:
    weights = block.counts * learned.pieces[block.places, 0]
    length = float(np.linalg.norm(weights)) or 1.0
    return zip(block.places.tolist(), (weights / length).tolist(), strict=True)


def _likeness(one: Vector, other: Vector) -> float:
    return sum(value * other.get(place, 0.0) for place, value in one.items())
