"""Ranking: one score a passage, from its own meaning, the knowledge that leads to it, and words.

A passage with records is scored by ``passage * own meaning + (1 - passage) * best record``; one
without, by its own meaning alone; to both, its share of the best word score is added. Equal
reciprocal-rank fusion was measured and is worse on questions with records (docs/benchmarks.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nrm.domain.vocabulary import SourceKind
from nrm.retrieval.generation import ASKED, DIGEST, PLAIN, Generation
from nrm.retrieval.lexical import word_scores
from nrm.retrieval.ports import Compare, Matrix, Scores, Vector

_NO_ROWS = np.array([], dtype=np.int32)


# The similarities of multilingual-e5 lie between about 0.7 and 0.95; stretched to the range of the others.
_FOREIGN_FLOOR = 0.7
_FOREIGN_SPAN = 0.3
CORE_SOURCES = ("coe-cets197-2005", "un-trafficking-protocol-2000", "eu-dir-2011-36")


@dataclass(frozen=True, slots=True)
class RankingWeights:
    """How the parts are mixed; tuned on the tuning half of ``evaluation/questions/legal.yaml``.

    ``passage`` is the share of a passage's own meaning where records lead to it; ``asked``,
    ``digest`` and ``plain`` mix a record's texts (``best`` takes the best of them instead);
    ``asked_in`` is how much of its lead counts where a record's question in the language of the question is nearer;
    ``words`` is what the best word match adds (``words_alone`` to ``words_alone_most``, as questions grow longer: to a passage without records), ``named_source``
    and ``named_body`` what being of an instrument or a body adds that the question names, ``named_article`` what
    being of that article of it adds, ``whole`` the share of the whole question where one clause is about one named
    law; ``core_source`` is what the instruments made against trafficking add before general ones, ``glossary`` what
    a glossary entry loses against the sources it explains.
    """

    passage: float = 0.4
    best: float = 0.3
    asked: float = 0.4
    digest: float = 0.3
    plain: float = 0.3
    asked_in: float = 0.3
    words: float = 0.3
    words_alone: float = 0.15
    words_alone_most: float = 0.4
    named_source: float = 0.15
    named_body: float = 0.1
    named_article: float = 0.4
    whole: float = 0.5
    core_source: float = 0.06
    glossary: float = -0.16


# Words of another language match English passages by chance and names only; tuned like the others.
_FOREIGN = {"words": 0.1, "words_alone": 0.1, "words_alone_most": 0.1, "core_source": 0.02}
# A question of few words meets many passages by chance, a long one few. Read off obliqa, a set that is not the product's.
_SHORT_QUESTION, _LONG_QUESTION = 4, 14  # terms


def weights_for_foreign(weights: RankingWeights) -> RankingWeights:
    """The weights for a question that the multilingual encoder reads."""
    return replace(weights, **_FOREIGN)


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores of all passages for one question, and the parts they are made of."""

    total: Scores
    meaning: Scores
    words: Scores
    best_finder: NDArray[np.int32]  # the record that led to a passage; -1 where none did


def scored_passages(
    generation: Generation,
    question: Vector | None,
    foreign_question: Vector | None,
    weighted_terms: Sequence[tuple[str, float]],
    named: Sequence[str],
    articles: Sequence[str],
    weights: RankingWeights,
    compare: Compare | None = None,
    language: str = "en",
) -> Scored:
    """Score every passage.

    :param question: by the encoder of the passages; ``None`` when it cannot read the language.
    :param foreign_question: by the multilingual encoder, compared with knowledge and, where a passage has
        none, with the passage.
    :param weighted_terms: stems of the question with their weights.
    :param named: facets of the instruments and bodies that the question names, and ``articles`` of any of them.
    :param compare: how passages are compared; exactly, when not given.
    :param language: of the question; records that are asked for in it are compared with those questions too.
    """
    size = len(generation.passage_ids)
    if foreign_question is not None:
        weights = weights_for_foreign(weights)
    own = _own_meaning(generation, question, foreign_question, size, compare)
    if foreign_question is not None and generation.multilingual is not None:
        records = _foreign_similarities(generation, generation.multilingual, foreign_question, weights, language)
    else:
        records = _record_similarities(generation, question, weights)
    led, finder = _knowledge_meaning(generation, records, size)
    known = finder >= 0
    if question is None:
        meaning = np.where(known, led, own)
    else:
        meaning = np.where(known, weights.passage * own + (1.0 - weights.passage) * led, own)
    found = word_scores(generation.words, weighted_terms)
    best = float(found.max(initial=0.0))
    share = np.where(known, np.float32(weights.words), np.float32(_words_alone(len(weighted_terms), weights)))
    total = np.asarray(meaning + (share * found / best if best > 0 else 0.0), dtype=np.float32)
    _add_bonuses(total, generation, named, articles, weights)
    return Scored(total, meaning.astype(np.float32), found, finder)


def _words_alone(terms: int, weights: RankingWeights) -> float:
    """What words add to a passage without records: more in a longer question."""
    length = (terms - _SHORT_QUESTION) / (_LONG_QUESTION - _SHORT_QUESTION)
    return weights.words_alone + (weights.words_alone_most - weights.words_alone) * min(1.0, max(0.0, length))


def _add_bonuses(
    total: Scores, generation: Generation, named: Sequence[str], articles: Sequence[str], weights: RankingWeights
) -> None:
    """What does not depend on similarity: named instruments and articles, instruments of the field, glossary."""

    def rows(key: str) -> NDArray[np.int32]:
        return generation.facets.get(key, _NO_ROWS)

    for facet in named:
        total[rows(facet)] += weights.named_source if facet.startswith("source:") else weights.named_body
        for number in articles:
            total[np.intersect1d(rows(facet), rows(f"article:{number}"))] += weights.named_article
    for slug in CORE_SOURCES:
        total[rows(f"source:{slug}")] += weights.core_source
    total[rows(f"kind:{SourceKind.GLOSSARY}")] += weights.glossary


def _own_meaning(
    generation: Generation,
    question: Vector | None,
    foreign_question: Vector | None,
    size: int,
    compare: Compare | None,
) -> Scores:
    """Each passage's own similarity: the best of its windows; 0 where nothing can be compared."""
    if question is not None:
        similarities = compare(question) if compare else generation.vectors @ question
        return _best_window(similarities, generation.windows, size)
    if foreign_question is not None and generation.multilingual_own is not None:
        similarities = _stretched(generation.multilingual_own @ foreign_question)
        return _best_window(similarities, generation.multilingual_windows, size)
    return np.zeros(size, dtype=np.float32)


def _best_window(similarities: Scores, windows: NDArray[np.int32], size: int) -> Scores:
    """Windows stand in passage order, so each passage's best is one reduction over a run."""
    own = np.zeros(size, dtype=np.float32)
    if len(windows):
        starts = np.flatnonzero(np.diff(windows, prepend=-1))
        own[windows[starts]] = np.maximum.reduceat(similarities, starts)
    return own


def _knowledge_meaning(generation: Generation, records: Scores, size: int) -> tuple[Scores, NDArray[np.int32]]:
    """The best record's similarity for each passage, and which record it is."""
    led = np.full(size, -1.0, dtype=np.float32)
    finder = np.full(size, -1, dtype=np.int32)
    if not len(generation.links):
        return led, finder
    order = np.argsort(records[generation.links[:, 0]], kind="stable")
    finders, rows = generation.links[order, 0], generation.links[order, 1]
    led[rows] = records[finders]  # the last write wins: the best record, as they come in rising order
    finder[rows] = finders
    return led, finder


def _record_similarities(generation: Generation, question: Vector | None, weights: RankingWeights) -> Scores:
    """How near each record is to a question in English; 0 where nothing can be compared."""
    if question is None:
        return np.zeros(len(generation.finder_ids), dtype=np.float32)
    parts = _best_of_each_kind(generation, generation.knowledge @ question)
    best = weights.best * parts.max(axis=0) + (1.0 - weights.best) * _mixed(parts, weights)
    return np.asarray(best, dtype=np.float32)


def _foreign_similarities(
    generation: Generation, knowledge: Matrix, question: Vector, weights: RankingWeights, language: str
) -> Scores:
    """How near each record is to a question in another language: in English, and as it is asked for in its own."""
    mixed = _mixed(_best_of_each_kind(generation, _stretched(knowledge @ question)), weights)
    asked = generation.asked_in.get(language)
    if asked is not None:
        nearest = np.full(len(mixed), -1.0, dtype=np.float32)
        np.maximum.at(nearest, asked.finders, _stretched(asked.vectors @ question))
        mixed += weights.asked_in * np.maximum(nearest - mixed, 0.0)
    return mixed


def _stretched(similarities: Scores) -> Scores:
    return np.asarray((similarities - _FOREIGN_FLOOR) / _FOREIGN_SPAN, dtype=np.float32)


def _mixed(parts: Scores, weights: RankingWeights) -> Scores:
    mixed = weights.asked * parts[ASKED] + weights.digest * parts[DIGEST] + weights.plain * parts[PLAIN]
    return np.asarray(mixed, dtype=np.float32)


def _best_of_each_kind(generation: Generation, similarities: Scores) -> Scores:
    """Shape (3, finders): the best similarity of each finder's texts of each kind, which stand together."""
    parts = np.full((3, len(generation.finder_ids)), -1.0, dtype=np.float32)
    kinds, finders = generation.knowledge_kind, generation.knowledge_finder
    if len(kinds):
        starts = np.flatnonzero(np.diff(finders * len(parts) + kinds, prepend=-1))
        parts[kinds[starts], finders[starts]] = np.maximum.reduceat(similarities, starts)
    return parts


def best_rows(scores: Scores, allowed: NDArray[np.bool_] | None, limit: int) -> NDArray[np.int64]:
    """The best rows that may be shown, best first; ties in index order, so runs agree."""
    shown = scores if allowed is None else np.where(allowed, scores, -np.inf)
    limit = min(limit, int(np.isfinite(shown).sum()))
    if limit == 0:
        return np.array([], dtype=np.int64)
    if limit < len(shown):
        # everything at least as good as the last that fits, then a stable order among these
        threshold = np.partition(shown, len(shown) - limit)[len(shown) - limit]
        candidates = np.flatnonzero(shown >= threshold)
    else:
        candidates = np.arange(len(shown))
    return candidates[np.argsort(-shown[candidates], kind="stable")][:limit]
