"""Ranking measures, as trec_eval defines them; checked against ir-measures in the tests."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

Judgements = Mapping[str, int]  # relevance of each relevant document of one query


def ndcg_at(ranked: Sequence[str], relevant: Judgements, cut: int) -> float:
    """Normalised discounted cumulative gain with linear gain and log2 discount (Järvelin and Kekäläinen 2002)."""
    gained = _discounted([relevant.get(name, 0) for name in ranked[:cut]])
    ideal = _discounted(sorted(relevant.values(), reverse=True)[:cut])
    return gained / ideal if ideal else 0.0


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1) if gain > 0)


def recall_at(ranked: Sequence[str], relevant: Judgements, cut: int) -> float:
    """The share of relevant documents among the first ``cut``."""
    wanted = {name for name, gain in relevant.items() if gain > 0}
    return len(wanted & set(ranked[:cut])) / len(wanted) if wanted else 0.0


def reciprocal_rank_at(ranked: Sequence[str], relevant: Judgements, cut: int) -> float:
    """One over the rank of the first relevant document among the first ``cut``; 0 when there is none."""
    return next((1 / rank for rank, name in enumerate(ranked[:cut], start=1) if relevant.get(name, 0) > 0), 0.0)


def mean(values: Sequence[float]) -> float:
    """The mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def bootstrap_interval(values: Sequence[float], rounds: int = 1000, seed: int = 0) -> tuple[float, float]:
    """The 95 % interval of the mean, by resampling queries (Efron's percentile method); 0 to 0 of nothing.

    :param values: one a query: a measure, or the difference of two systems on the same query.
    """
    if not values:
        return 0.0, 0.0
    generator = np.random.default_rng(seed)
    measured = np.asarray(values, dtype=np.float64)
    means = [measured[generator.integers(0, len(measured), len(measured))].mean() for _ in range(rounds)]
    low, high = np.percentile(means, (2.5, 97.5))
    return float(low), float(high)


def percentile(values: Sequence[float], percent: int) -> float:
    """A percentile to two digits; 0 of nothing."""
    return round(float(np.percentile(values, percent)), 2) if values else 0.0
