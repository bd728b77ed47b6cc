"""Learning from the safety examples: ``python -m evaluation.safety_learning`` writes ``corpus/safety/learned.npz``.

``--folds 5`` first learns from four fifths of the themes at a time and prints how the fifth is routed.

The method is ridge regression on the pieces of a text (letters and words, each block of length 1), once for
"at risk rather than searched" and once for "harmful rather than searched", solved by conjugate gradients in
its dual form: the weights are sums over examples, so every decision can be traced to the nearest ones.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from evaluation.safety_texts import CORPUS, OF_RULE, TOPIC, training_texts
from nrm.answering.screen import by_examples
from nrm.answering.screening.compiled import table_of
from nrm.answering.screening.matching import Reading
from nrm.answering.screening.nearness import nearness
from nrm.answering.screening.pieces import Pieces, pieces_of
from nrm.corpus.safety import SafetyRules, load_safety_rules
from nrm.corpus.safety_examples import EXAMPLE_ROUTES, SEARCHED, SafetyExample, digest_of
from nrm.corpus.safety_learned import PLACES, Learned, save_learned
from nrm.domain.errors import NrmError

# Chosen by five folds over themes (docs/decisions/0005-examples-decide-by-nearness.md).
_RIDGE = 3.0
# Against an example of the folder: a question of the corpus, an example of a rule and its twin, which may never miss.
_TOPIC_WEIGHT, _RULE_WEIGHT, _TWIN_WEIGHT = 0.8, 4.0, 40.0
_STEPS = 300  # at most
_SOLVED = 1e-9  # of the squares that were to be explained
_FEWEST_TEXTS = 2  # a piece that stands in one text only teaches nothing

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class _Block:
    """The pieces of many texts, one after the other; ``rows`` names the text of each."""

    rows: NDArray[np.int64]
    places: NDArray[np.int64]
    values: Floats
    size: int
    rarity: Floats

    @classmethod
    def of(cls, texts: Sequence[Pieces]) -> "_Block":
        rows = np.repeat(np.arange(len(texts)), [len(text.places) for text in texts])
        places = np.concatenate([text.places for text in texts])
        spread = np.bincount(places, minlength=PLACES)
        rarity = np.where(spread >= _FEWEST_TEXTS, np.log(len(texts) / np.maximum(spread, 1)) + 1, 0)
        values = np.concatenate([text.counts for text in texts]) * rarity[places]
        lengths = np.sqrt(np.bincount(rows, values**2, minlength=len(texts)))
        values = values / np.maximum(lengths, 1e-9)[rows]
        return cls(rows, places, values.astype(np.float32), len(texts), rarity.astype(np.float32))

    def weights(self, shares: Floats) -> Floats:
        """What the places weigh when each text has this share."""
        return np.bincount(self.places, self.values * shares[self.rows], minlength=PLACES).astype(np.float32)

    def scores(self, weights: Floats) -> Floats:
        """What the texts score when the places have these weights."""
        return np.bincount(self.rows, self.values * weights[self.places], minlength=self.size).astype(np.float32)


class Lesson:
    """Texts with their routes, ready to be learned from."""

    def __init__(self, texts: Sequence[SafetyExample], pieces: Sequence[tuple[Pieces, ...]]) -> None:
        """:param pieces: those of each text, as ``pieces_of`` gives them."""
        self._texts = texts
        self._blocks = [_Block.of(block) for block in zip(*pieces, strict=True)]

    @cached_property
    def _penalty(self) -> Floats:
        return (_RIDGE / np.array([_weight(text) for text in self._texts])).astype(np.float32)

    def learned(self, digest: str = "") -> Learned:
        """What these texts teach; ``digest`` is kept with it."""
        columns, base = [], []
        for route in ("person_at_risk", "harmful"):
            shares = self._solved(self._target(route))
            columns.append([block.weights(shares) for block in self._blocks])
            base.append(float(shares.sum()))
        rarity = sum((block.rarity for block in self._blocks), np.zeros(PLACES, np.float32))
        pieces = np.stack([rarity, *(sum(column) for column in columns)], axis=1)
        return Learned(pieces.astype(np.float32), (base[0], base[1]), digest)

    def _target(self, route: str) -> Floats:
        values = {route: 2.0, SEARCHED: -2.0}
        return np.array([values.get(text.route, 0.0) for text in self._texts], np.float32)

    def _solved(self, target: Floats) -> Floats:
        """Conjugate gradients for ``(likeness + penalty) shares = target``."""
        shares: Floats = np.zeros_like(target)
        rest: Floats = target.copy()
        way: Floats = target.copy()
        first = norm = float(rest @ rest)
        for _ in range(_STEPS):
            if norm <= first * _SOLVED:
                break
            moved = self._likeness(way) + self._penalty * way
            step = norm / float(way @ moved)
            shares = (shares + step * way).astype(np.float32)
            rest = (rest - step * moved).astype(np.float32)
            before, norm = norm, float(rest @ rest)
            way = (rest + (norm / before) * way).astype(np.float32)
        return shares

    def _likeness(self, shares: Floats) -> Floats:
        alike = [block.scores(block.weights(shares)) for block in self._blocks]
        alike.append(np.full_like(shares, shares.sum()))
        return np.asarray(np.sum(alike, axis=0), np.float32)


def _weight(text: SafetyExample) -> float:
    if text.theme.startswith(TOPIC):
        return _TOPIC_WEIGHT
    if text.theme.startswith(OF_RULE):
        return _TWIN_WEIGHT if text.route == SEARCHED else _RULE_WEIGHT
    return 1.0


def fold_of(example: SafetyExample, folds: int) -> int:
    """The fold of an example: a theme is in one fold in all languages, so that no translation leaks."""
    return int(hashlib.sha256(example.theme.encode()).hexdigest(), 16) % folds


def main(arguments: Sequence[str] | None = None) -> int:
    """Write what the examples teach; 1 when they cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0, help="check on this many folds instead of writing")
    options = parser.parse_args(arguments)
    try:
        rules = load_safety_rules(CORPUS / "safety")
        texts = training_texts(rules)
    except NrmError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    pieces = [_pieces(text.text, rules) for text in texts]
    if options.folds:
        sys.stdout.write(json.dumps(cross_checked(texts, pieces, options.folds), indent=1) + "\n")
    else:
        save_learned(CORPUS / "safety", Lesson(texts, pieces).learned(digest_of(CORPUS / "safety")))
    return 0


def _pieces(text: str, rules: SafetyRules) -> tuple[Pieces, ...]:
    table = table_of(rules)
    return pieces_of(text, Reading(text, table), table)


def cross_checked(
    texts: Sequence[SafetyExample], pieces: Sequence[tuple[Pieces, ...]], folds: int
) -> dict[str, dict[str, int]]:
    """For each route, where the examples go when nothing of their theme was learned, without any rule."""
    counts: dict[str, dict[str, int]] = {route: dict.fromkeys(EXAMPLE_ROUTES, 0) for route in EXAMPLE_ROUTES}
    numbers = [fold_of(text, folds) for text in texts]
    for fold in range(folds):
        rest = [place for place, number in enumerate(numbers) if number != fold]
        learned = Lesson([texts[place] for place in rest], [pieces[place] for place in rest]).learned()
        for place, text in enumerate(texts):
            if numbers[place] == fold and not text.theme.startswith(TOPIC):
                route = by_examples(nearness(pieces[place], learned)).route
                counts[text.route][route.value if route else SEARCHED] += 1
    return counts


if __name__ == "__main__":
    raise SystemExit(main())
