"""Merging rankings whose scores are not on one scale."""

from collections.abc import Sequence

RANK_CONSTANT = 60  # Cormack, Clarke and Buettcher, SIGIR 2009: damps the difference between top ranks


def fuse_rankings(rankings: Sequence[Sequence[int]], limit: int) -> list[tuple[int, float]]:
    """Merge rankings of rows by reciprocal rank.

    :param rankings: one list of rows per index, best first.
    :param limit: most rows to return; at least 1.
    :return: rows with their fused score, best first, between 0 and ``len(rankings) / 61``. Ties
        keep the order of the first ranking that has the row.
    :raises ValueError: if ``limit`` is below 1.
    """
    if limit < 1:
        raise ValueError("limit must be at least 1")
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, row in enumerate(ranking, start=1):
            scores[row] = scores.get(row, 0.0) + 1.0 / (RANK_CONSTANT + rank)
    return sorted(scores.items(), key=lambda item: -item[1])[:limit]
