"""Learning from examples, on a handful of artificial ones."""

from pathlib import Path

import numpy as np
import pytest

from evaluation.safety_learning import Lesson, cross_checked, fold_of
from evaluation.safety_texts import asked_as
from nrm.answering.screening.compiled import table_of
from nrm.answering.screening.matching import Reading
from nrm.answering.screening.nearness import Nearness, nearness
from nrm.answering.screening.pieces import Pieces, pieces_of
from nrm.corpus.safety import SafetyRules, load_safety_rules
from nrm.corpus.safety_examples import SafetyExample

RULE = (
    "language: en\nreviewed_on: '2026-11-24'\nwords: {none: [qqq]}\nrules:\n- id: en-one\n  route: harmful\n"
    "  when: [cage]\n  signs_needed: 4\n  signs:\n  - {name: shut in, weight: 4, when: [cage, coop]}\n  examples: [artificial]\n"
)
TEXTS = [
    *(SafetyExample(f"{word} is lost in the rain", "person_at_risk", "en", word) for word in ("robin", "wren", "lark")),
    *(SafetyExample(f"{word} is put in a cage", "harmful", "en", word) for word in ("robin", "wren", "lark")),
    *(SafetyExample(f"which seeds does a {word} eat", "searched", "en", word) for word in ("robin", "wren", "lark")),
]


@pytest.fixture
def rules(tmp_path: Path) -> SafetyRules:
    (tmp_path / "en.yaml").write_text(RULE, encoding="utf-8")
    return load_safety_rules(tmp_path)


def pieces(text: str, rules: SafetyRules) -> tuple[Pieces, ...]:
    return pieces_of(text, Reading(text, table_of(rules)), table_of(rules))


def near(text: str, rules: SafetyRules) -> Nearness:
    learned = Lesson(TEXTS, [pieces(example.text, rules) for example in TEXTS]).learned()
    return nearness(pieces(text, rules), learned)


def test_a_new_text_is_nearest_to_the_route_whose_examples_it_is_like(rules: SafetyRules) -> None:
    lost, caged, seeds = (near(text, rules) for text in ("a finch lost in rain", "put it in a cage", "which seeds eat"))

    assert lost.person_at_risk > 0 > seeds.nearest
    assert caged.harmful > 0
    assert lost.person_at_risk > lost.harmful
    assert caged.harmful > caged.person_at_risk


def test_a_sign_of_the_rules_speaks_for_its_concept_in_words_never_seen(rules: SafetyRules) -> None:
    assert near("xyz coop", rules).harmful > near("xyz zyx", rules).harmful


def test_a_text_without_known_pieces_is_as_near_as_any_text(rules: SafetyRules) -> None:
    assert near("", rules) == near("ууу", rules)


def test_small_signs_and_capitals_do_not_count(rules: SafetyRules) -> None:
    assert near("WHICH seeds, eat?!", rules) == near("which seeds eat", rules)


def test_a_piece_that_comes_twice_counts_more_but_not_twice(rules: SafetyRules) -> None:
    once, twice = pieces("robin", rules)[1], pieces("robin robin", rules)[1]

    place = once.places[0]
    assert once.counts[0] == 1
    assert 1 < twice.counts[list(twice.places).index(place)] < 2


def test_examples_of_one_theme_are_checked_together_without_having_been_learned(rules: SafetyRules) -> None:
    counts = cross_checked(TEXTS, [pieces(example.text, rules) for example in TEXTS], 2)

    assert {route: sum(goes.values()) for route, goes in counts.items()} == {
        "person_at_risk": 3,
        "harmful": 3,
        "searched": 3,
    }
    assert fold_of(TEXTS[0], 5) == fold_of(TEXTS[3], 5)


def test_learning_is_the_same_every_time(rules: SafetyRules) -> None:
    lesson = Lesson(TEXTS, [pieces(example.text, rules) for example in TEXTS])

    assert np.array_equal(lesson.learned().pieces, lesson.learned().pieces)


def test_questions_that_records_are_asked_as_are_found_at_any_depth() -> None:
    records = [{"a": {"asked_as": "one | two"}, "asked_as": ["three"]}, "no"]

    assert asked_as(records) == ["three", "one", "two"]
