"""Word search over fields: BM25F on an inverted index held in arrays.

Weighted fields and one saturation over their sum follow Robertson, Zaragoza and Taylor, "Simple
BM25 extension to multiple weighted fields" (CIKM 2004). Scores are computed once, when the index is
built; a question adds up a few slices of an array.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SATURATION = 1.2  # k1 of BM25
Fields = Mapping[str, Sequence[str]]  # terms of each field of one passage


@dataclass(frozen=True, slots=True)
class FieldWeight:
    """How much a field counts, and how much of its length is held against it (b of BM25, 0 to 1)."""

    weight: float
    length_penalty: float


@dataclass(frozen=True, slots=True)
class WordIndex:
    """Postings of every term: rows ``rows[starts[i]:starts[i + 1]]`` with their ``impacts``.

    ``rarity[i]`` is the inverse document frequency of term ``i``.
    """

    vocabulary: dict[str, int]
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    impacts: NDArray[np.float32]
    rarity: NDArray[np.float32]
    size: int


def build_word_index(passages: Sequence[Fields], weights: Mapping[str, FieldWeight]) -> WordIndex:
    """The index of passages, each given as the terms of its fields; fields without a weight are ignored."""
    averages = _average_lengths(passages, weights)
    postings: dict[str, list[tuple[int, float]]] = {}
    for row, fields in enumerate(passages):
        for term, frequency in _weighted_frequencies(fields, weights, averages).items():
            postings.setdefault(term, []).append((row, frequency))
    return _packed(postings, len(passages))


def _average_lengths(passages: Sequence[Fields], weights: Mapping[str, FieldWeight]) -> dict[str, float]:
    totals: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for fields in passages:
        for name in weights:
            if fields.get(name):
                totals[name] += len(fields[name])
                counts[name] += 1
    return {name: totals[name] / counts[name] for name in totals}


def _weighted_frequencies(
    fields: Fields, weights: Mapping[str, FieldWeight], averages: Mapping[str, float]
) -> Counter[str]:
    frequencies: Counter[str] = Counter()
    for name, field in weights.items():
        found = fields.get(name)
        if not found:
            continue
        length = 1.0 - field.length_penalty + field.length_penalty * len(found) / averages[name]
        for term in found:
            frequencies[term] += field.weight / length  # type: ignore[assignment]  # a Counter of floats
    return frequencies


def _packed(postings: Mapping[str, Sequence[tuple[int, float]]], size: int) -> WordIndex:
    vocabulary = {term: position for position, term in enumerate(sorted(postings))}
    counts = np.array([len(postings[term]) for term in vocabulary], dtype=np.int64)
    starts = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counts)])
    rows = np.fromiter((row for term in vocabulary for row, _ in postings[term]), dtype=np.int32, count=starts[-1])
    frequencies = np.fromiter(
        (frequency for term in vocabulary for _, frequency in postings[term]), dtype=np.float32, count=starts[-1]
    )
    rarity = np.log1p((size - counts + 0.5) / (counts + 0.5)).astype(np.float32)
    impacts = np.repeat(rarity, counts) * frequencies * (SATURATION + 1) / (frequencies + SATURATION)
    return WordIndex(vocabulary, starts, rows, impacts.astype(np.float32), rarity, size)


def word_scores(index: WordIndex, weighted_terms: Iterable[tuple[str, float]]) -> NDArray[np.float32]:
    """The score of every row for a question; 0 where no term occurs. A row without a score is no hit."""
    scores = np.zeros(index.size, dtype=np.float32)
    for term, weight in weighted_terms:
        position = index.vocabulary.get(term)
        if position is not None:
            left, right = index.starts[position], index.starts[position + 1]
            scores[index.rows[left:right]] += weight * index.impacts[left:right]
    return scores


@dataclass(frozen=True, slots=True)
class Match:
    """Those of a question's terms that a row holds, and their share of all, weighted by rarity (0 to 1)."""

    terms: frozenset[str]
    coverage: float


def matched_terms(index: WordIndex, question_terms: Sequence[str], rows: Sequence[int]) -> list[Match]:
    """How well each of these rows matches a question, a match a row.

    A term that no passage holds counts as rare as a term can be: it is what the library lacks.
    """
    weights = {term: _rarity(index, term) for term in question_terms}
    total = sum(weights.values())
    wanted = np.asarray(rows, dtype=np.int32)
    found: list[list[str]] = [[] for _ in rows]
    for term in weights:
        if term in index.vocabulary:
            for place in _places_that_hold(index, term, wanted):
                found[place].append(term)
    return [Match(frozenset(terms), sum(weights[term] for term in terms) / total if total else 0.0) for terms in found]


def _places_that_hold(index: WordIndex, term: str, rows: NDArray[np.int32]) -> list[int]:
    """Which of these rows hold the term; postings are in rising order."""
    position = index.vocabulary[term]
    postings = index.rows[index.starts[position] : index.starts[position + 1]]
    places = postings.searchsorted(rows)
    places[places == len(postings)] = 0
    return list(np.flatnonzero(postings[places] == rows).tolist())


def _rarity(index: WordIndex, term: str) -> float:
    position = index.vocabulary.get(term)
    rarest = float(np.log1p((index.size + 0.5) / 0.5))
    return rarest if position is None else float(index.rarity[position])
