"""One generation of the index as arrays: what a question is compared with."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from nrm.domain.passages import Passage
from nrm.retrieval.lexical import FieldWeight, WordIndex
from nrm.retrieval.plan import Finder, IndexPlan
from nrm.retrieval.ports import Matrix

Rows = NDArray[np.int32]
# An encoder reads about 180 English words; a longer passage is seen through overlapping windows.
_WINDOW_WORDS = 160
_WINDOW_STEP = 130
DIGEST, PLAIN, ASKED = 0, 1, 2  # kinds of knowledge rows

# Tuned on the tuning half of evaluation/questions/legal.yaml (see docs/benchmarks.md).
FIELD_WEIGHTS: Mapping[str, FieldWeight] = {
    "text": FieldWeight(1.0, 0.6),
    "heading": FieldWeight(1.0, 0.3),
    "digest": FieldWeight(1.0, 0.5),
    "plain": FieldWeight(0.7, 0.5),
    "asked": FieldWeight(1.0, 0.5),
    "synonyms": FieldWeight(0.2, 0.6),
    "asked_in": FieldWeight(1.0, 0.5),
}


@dataclass(frozen=True, slots=True)
class AskedRows:
    """Ways of asking in one language: a row a question, and the finder that each row asks for."""

    vectors: Matrix
    finders: Rows


@dataclass(frozen=True, slots=True)
class Generation:
    """Everything that ranking reads.

    ``windows``: the passage each row of ``vectors`` is a piece of. ``knowledge``: one row a
    knowledge text; ``knowledge_finder`` and ``knowledge_kind`` say whose and what it is.
    ``multilingual``: the same rows by the multilingual encoder, when there is one, and
    ``multilingual_own`` its vectors of the passages that no finder leads to (``multilingual_windows``).
    ``asked_in``: ways of asking by language, by the same encoder.
    ``links``: pairs of finder and passage. ``facets``: rows of each ``facet:value``.
    """

    name: str
    passage_ids: tuple[str, ...]
    finder_ids: tuple[str, ...]
    links: NDArray[np.int32]
    vectors: Matrix
    windows: Rows
    knowledge: Matrix
    knowledge_finder: Rows
    knowledge_kind: Rows
    multilingual: Matrix | None
    multilingual_own: Matrix | None
    multilingual_windows: Rows
    words: WordIndex
    facets: Mapping[str, Rows]
    asked_in: Mapping[str, AskedRows] = field(default_factory=dict)


def passage_windows(plan: IndexPlan, only: Collection[int] | None = None) -> tuple[list[str], Rows]:
    """The texts whose vectors stand for passages, each below its title and heading, and their passages.

    :param only: rows to make windows of; all when not given.
    """
    texts: list[str] = []
    rows: list[int] = []
    for row, passage in enumerate(plan.passages):
        if only is not None and row not in only:
            continue
        for window in _windows(passage.text):
            texts.append(f"{_header(passage)}\n{window}")
            rows.append(row)
    return texts, np.array(rows, dtype=np.int32)


def unled_rows(plan: IndexPlan) -> frozenset[int]:
    """Rows of passages that no finder leads to: only their own words can be found."""
    return frozenset(range(len(plan.passages))) - {row for _, row in plan.links}


def _header(passage: Passage) -> str:
    return ". ".join(part for part in (passage.source.title, *passage.locator.heading_path[-1:]) if part)


def _windows(text: str) -> list[str]:
    words = text.split()
    if len(words) <= _WINDOW_WORDS:
        return [text]
    return [
        " ".join(words[start : start + _WINDOW_WORDS])
        for start in range(0, max(1, len(words) - _WINDOW_WORDS + _WINDOW_STEP), _WINDOW_STEP)
    ]


def knowledge_texts(finders: Sequence[Finder]) -> tuple[list[str], Rows, Rows]:
    """Every knowledge text with the finder it belongs to and its kind."""
    rows = [
        (text, number, kind)
        for number, finder in enumerate(finders)
        for kind, text in (
            (DIGEST, finder.digest),
            (PLAIN, finder.plain),
            *((ASKED, way) for way in finder.asked_as),
        )
        if text
    ]
    owners = np.array([number for _, number, _ in rows], dtype=np.int32)
    kinds = np.array([kind for _, _, kind in rows], dtype=np.int32)
    return [text for text, _, _ in rows], owners, kinds


def asked_texts(finders: Sequence[Finder]) -> dict[str, tuple[list[str], Rows]]:
    """The ways of asking in each language, and the finder that each asks for."""
    found: dict[str, list[tuple[str, int]]] = {}
    for number, finder in enumerate(finders):
        for language, question in finder.asked_in:
            found.setdefault(language, []).append((question, number))
    return {
        language: ([question for question, _ in rows], np.array([number for _, number in rows], dtype=np.int32))
        for language, rows in sorted(found.items())
    }


def facet_rows(passages: Sequence[Passage]) -> dict[str, Rows]:
    """The rows of each value of each facet, keyed ``facet:value``."""
    found: dict[str, list[int]] = {}
    for row, passage in enumerate(passages):
        for key in facets_of(passage):
            found.setdefault(key, []).append(row)
    return {key: np.array(rows, dtype=np.int32) for key, rows in found.items()}


def facets_of(passage: Passage) -> tuple[str, ...]:
    """What filters see of a passage, as ``facet:value``, and the number of its article."""
    source = passage.source
    single: dict[str, str] = {
        "kind": source.kind,
        "authority": source.authority,
        "body": source.body,
        "lang": source.language,
        "source": source.slug,
    }
    if passage.locator.article:
        single["article"] = passage.locator.article
    several = {"topic": passage.topics, "state": passage.states, "audience": passage.audiences}
    return (
        *(f"{facet}:{value}" for facet, value in single.items() if value),
        *(f"{facet}:{value}" for facet, values in several.items() for value in values),
    )
