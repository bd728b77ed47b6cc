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
from nrm.retrieval.words import terms

ANSWER_FROM = 0.55  # at or above this probability we answer
PARTIAL_FROM = 0.5  # at or above this we show what is nearest as a partial answer


@dataclass(frozen=True, slots=True)
class Signs:
    """What a ranking shows about whether the library answers (all 0 to 1).

    ``meaning`` of the best hit; ``coverage``: the best share of the question's rare words among the first
    three; ``both``: their product; ``known``: share of the question's subject words that the library has
    at all; ``topics``: whether the thesaurus knew a term; ``beyond``: whether it asks for what no text of
    ours can hold.
    """

    meaning: float
    coverage: float
    both: float
    known: float
    topics: float
    beyond: float


WEIGHTS: Mapping[str, float] = {
    "bias": -4.284,
    "meaning": 5.683,
    "coverage": -1.253,
    "both": 2.253,
    "known": 2.687,
    "topics": 1.037,
    "beyond": -3.953,
}


def signs_of(ranking: Ranking) -> Signs:
    """The signs of one search; all zero when nothing was found."""
    if not ranking.hits:
        return Signs(0, 0, 0, 0, 0, 0)
    meaning = max(0.0, ranking.hits[0].meaning)
    covered = max(hit.words for hit in ranking.hits[:3])
    subject = len(set(terms(ranking.query, ranking.language))) or 1
    return Signs(
        meaning=meaning,
        coverage=covered,
        both=meaning * covered,
        known=1 - min(1.0, len(ranking.unknown_words) / subject),
        topics=1.0 if ranking.topics else 0.0,
        beyond=1.0 if asks_beyond_texts(ranking.query) else 0.0,
    )


def probability(signs: Signs, weights: Mapping[str, float] = WEIGHTS) -> float:
    """How likely the library answers, 0 to 1."""
    total = weights["bias"] + sum(weights[name] * getattr(signs, name) for name in Signs.__dataclass_fields__)
    return 1 / (1 + math.exp(-total))
