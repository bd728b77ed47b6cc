"""Ranking on two artificial passages, with vectors that can be read by eye."""

from dataclasses import replace
from typing import Any

import numpy as np

from nrm.adapters.vector_engines import exact
from nrm.retrieval.generation import ASKED, DIGEST, PLAIN, AskedRows, Generation
from nrm.retrieval.lexical import FieldWeight, build_word_index
from nrm.retrieval.ports import Comparisons, Vector
from nrm.retrieval.question import Query
from nrm.retrieval.ranking import Ranker

EAST, NORTH = np.array([1, 0], dtype=np.float32), np.array([0, 1], dtype=np.float32)
BOTH = np.array([0.6, 0.8], dtype=np.float32)
NO_ROWS = np.array([], dtype=np.int32)
ROWS = np.array([0, 1], dtype=np.int32)
WORDS = build_word_index([{"text": ["gull"]}, {"text": ["tern"]}], {"text": FieldWeight(1.0, 0.5)})

# Passage 0 points east, passage 1 north; each has one record that points the same way.
GENERATION = Generation(
    name="artificial",
    passage_ids=("lamp/1", "lamp/2"),
    finder_ids=("lamp/east", "lamp/north"),
    links=np.array([[0, 0], [1, 1]], dtype=np.int32),
    vectors=np.stack([EAST, NORTH]),
    windows=ROWS,
    knowledge=np.stack([EAST, EAST, EAST, NORTH, NORTH, NORTH]),
    knowledge_finder=np.array([0, 0, 0, 1, 1, 1], dtype=np.int32),
    knowledge_kind=np.array([DIGEST, PLAIN, ASKED] * 2, dtype=np.int32),
    multilingual=np.stack([BOTH] * 6),
    multilingual_own=None,
    multilingual_windows=NO_ROWS,
    words=WORDS,
    facets={"source:lamp": ROWS, "body:Harbour": np.array([1], dtype=np.int32), "article:2": ROWS[1:]},
)


def _best(generation: Generation, question: Vector | None = None, foreign: Vector | None = None, **read: Any) -> int:
    query = Query(**{"text": "", "language": "en", "own_terms": (), "weighted_terms": (), **read})
    passages = exact(generation.vectors)
    others = exact(generation.multilingual_own), exact(generation.multilingual)
    ranker = Ranker(generation, Comparisons(passages, passages, exact(generation.knowledge), *others))
    return int(ranker.scored(query, ranker.words(query), question, foreign).total.argmax())


def test_a_question_finds_what_points_its_way() -> None:
    assert _best(GENERATION, question=EAST) == 0
    assert _best(GENERATION, question=NORTH) == 1


def test_words_that_only_one_passage_holds_decide_between_equals() -> None:
    diagonal = np.array([0.5**0.5, 0.5**0.5], dtype=np.float32)

    assert _best(GENERATION, question=diagonal, weighted_terms=(("tern", 1.0),)) == 1
    assert _best(GENERATION, question=diagonal, weighted_terms=(("gull", 1.0),)) == 0


def test_a_named_body_or_article_of_a_named_source_decides_between_equals() -> None:
    diagonal = np.array([0.5**0.5, 0.5**0.5], dtype=np.float32)

    assert _best(GENERATION, question=diagonal, named=("body:Harbour",)) == 1
    assert _best(GENERATION, question=diagonal, named=("source:lamp",), articles=("2",)) == 1


def test_a_record_is_found_as_it_is_asked_for_in_the_language_of_the_question() -> None:
    asked = {"fr": AskedRows(np.stack([EAST, NORTH]), ROWS), "de": AskedRows(np.stack([NORTH, EAST]), ROWS)}
    generation = replace(GENERATION, asked_in=asked)

    assert [_best(generation, foreign=NORTH, language=language) for language in ("fr", "de")] == [1, 0]


def test_without_ways_of_asking_in_its_language_a_question_is_compared_with_the_english_ones() -> None:
    generation = replace(GENERATION, multilingual=np.stack([NORTH] * 3 + [EAST] * 3))

    assert _best(generation, foreign=NORTH, language="it") == 0
