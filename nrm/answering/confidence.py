"""Is there an answer at all? A probability from several signs, calibrated on questions with known ends.

One top score does not tell answerable from unanswerable questions (AUROC .60 to .77 on four sets), so
the signs are combined by logistic regression on the tuning half of ``evaluation/questions`` by
``python -m evaluation.calibrate``, which prints this table.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from nrm.answering.beyond import asks_beyond_texts
from nrm.domain.answers import Ranking

ANSWER_FROM = 0.5  # at or above this probability we answer
PARTIAL_FROM = 0.3  # at or above this we show what is nearest as a partial answer


@dataclass(frozen=True, slots=True)
class Signs:
    """What a ranking shows about whether the library answers (all about 0 to 1).

    ``meaning`` of the best hit; ``margin`` over the mean of the next nine; ``coverage``: the best share of
    the question's rare words among the first three; ``agreement``: how many of the first five were led to
    by words too; ``known``: share of the question's words that the library has at all; ``topics``: whether
    the thesaurus knew a term; ``beyond``: whether it asks for what no text of ours can hold.
    """

    meaning: float
    margin: float
    coverage: float
    agreement: float
    known: float
    topics: float
    beyond: float


WEIGHTS: Mapping[str, float] = {
    "bias": -3.2,
    "meaning": 4.5,
    "margin": 3.0,
    "coverage": 1.8,
    "agreement": 0.5,
    "known": 1.2,
    "topics": 0.4,
    "beyond": -4.0,
}


def signs_of(ranking: Ranking) -> Signs:
    """The signs of one search; all zero when nothing was found."""
    hits = ranking.hits
    if not hits:
        return Signs(0, 0, 0, 0, 0, 0, 0)
    rest = [hit.meaning for hit in hits[1:10]] or [hits[0].meaning]
    words = len(ranking.query.split()) or 1
    return Signs(
        meaning=hits[0].meaning,
        margin=hits[0].meaning - sum(rest) / len(rest),
        coverage=max(hit.words for hit in hits[:3]),
        agreement=sum(bool(hit.matched) for hit in hits[:5]) / 5,
        known=1 - min(1.0, len(ranking.unknown_words) / words),
        topics=1.0 if ranking.topics else 0.0,
        beyond=1.0 if asks_beyond_texts(ranking.query) else 0.0,
    )


def probability(signs: Signs, weights: Mapping[str, float] = WEIGHTS) -> float:
    """How likely the library answers, 0 to 1."""
    total = weights["bias"] + sum(weights[name] * getattr(signs, name) for name in Signs.__dataclass_fields__)
    return 1 / (1 + math.exp(-total))
