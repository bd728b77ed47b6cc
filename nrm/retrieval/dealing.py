"""The rows of a question that asks several things: each thing ranked in its own words, then dealt in turn."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nrm.retrieval.begun import Begun
from nrm.retrieval.parts import Part, articles_first, dealt
from nrm.retrieval.question import weighted_words
from nrm.retrieval.ranking import Ranker, Scored, best_rows

Mask = NDArray[np.bool_] | None
_A_FEW_RANKINGS = 2  # where more share the first places, none can show several paragraphs of one article there


def ranked_rows(begun: Begun, ranker: Ranker, allowed: Mask, limit: int) -> tuple[Scored, Sequence[int]]:
    """Scores for the whole question, and at most ``limit`` rows, best first.

    :param allowed: the passages that may be shown; all when not given.
    """
    query, generation = begun.query, ranker.generation
    narrowed = bool(query.named) or allowed is not None
    whole = _scored(begun, ranker, query.text, narrowed)
    best = best_rows(whole.total, allowed, limit)
    parts = _parts(begun, ranker, whole, best)
    rankings = [_ranked_part(begun, ranker, part, whole, allowed, limit) for part in parts]
    rankings.insert(len(rankings) if query.named else 0, best)
    rows = [ranking.tolist() for ranking in rankings]
    if len(rows) > _A_FEW_RANKINGS:
        rows = [articles_first(ranking, generation.passage_ids) for ranking in rows]
    return whole, dealt(rows, limit)


def _parts(begun: Begun, ranker: Ranker, whole: Scored, best: NDArray[np.int64]) -> list[Part]:
    """Parts that name a law that the library holds; clauses only where a record leads to the best passage.

    Without records, a clause alone finds worse than the whole question (docs/decisions/0004-ranking.md).
    """
    query = begun.query
    if query.named:
        return [part for part in query.parts if part.facet in ranker.generation.facets]
    return list(query.parts) if query.parts and len(best) and ranker.finder(whole, int(best[0])) >= 0 else []


def _ranked_part(
    begun: Begun, ranker: Ranker, part: Part, whole: Scored, allowed: Mask, limit: int
) -> NDArray[np.int64]:
    if part.text == begun.query.text:
        scores = whole.total
    else:
        narrowed = bool(begun.query.named) or allowed is not None
        own = _scored(begun, ranker, part.text, narrowed).total
        share = ranker.weights.whole if part.facet else 0.0
        scores = np.asarray(share * whole.total + (1.0 - share) * own, dtype=np.float32)
    if part.facet:
        mask = np.zeros(len(scores), dtype=np.bool_)
        mask[ranker.generation.facets[part.facet]] = True
        allowed = mask if allowed is None else allowed & mask
    return best_rows(scores, allowed, limit)


def _scored(begun: Begun, ranker: Ranker, text: str, narrowed: bool) -> Scored:
    """As if this text, of the question or of a part, were the whole question."""
    query = begun.query
    if text != query.text:
        query = replace(query, weighted_terms=weighted_words(text, query.language))
    words = ranker.words(query)
    own, foreign = begun.vectors[text].result()
    return ranker.scored(query, words, own, foreign, narrowed)
