"""The shape of an item: what cannot be asked cannot be built."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.quiz.items import GAP, ItemCitation, ItemType, QuizItem, clean_text, options_of, shuffled

CITATION = ItemCitation("r", "s", "An artificial source", "art. 1", "", "An artificial rule.")
ITEM = QuizItem(id="a", type=ItemType.ONE_RIGHT, stem="Which?", citation=CITATION, keys=("x",), distractors=("y", "z"))


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"keys": ()}, "one key"),
        ({"keys": ("x", "w")}, "one key"),
        ({"keys": ("Y ",)}, "two answers are the same"),
        ({"keys": (" ",)}, "an answer is empty"),
        ({"stem": "\x00"}, "control characters"),
        ({"stem": "\ud800"}, "control characters"),
        ({"type": ItemType.CLOZE, "distractors": ()}, "one gap"),
        ({"type": ItemType.TRUE_FALSE}, "'True' or 'False'"),
        ({"type": ItemType.MATCHING}, "at least two pairs"),
        ({"type": ItemType.ORDERING}, "at least three steps"),
        ({"type": ItemType.SEVERAL_RIGHT}, "two keys"),
        ({"type": ItemType.CASE}, "a rubric"),
    ],
)
def test_an_item_that_cannot_be_asked_is_refused_with_the_reason(changes: dict[str, object], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        replace(ITEM, **changes)  # type: ignore[arg-type]


def test_choices_keep_their_order_everywhere_and_lose_none() -> None:
    assert options_of(ITEM) == options_of(replace(ITEM, stem="Another?"))
    assert sorted(options_of(ITEM)) == ["x", "y", "z"]


def test_a_gap_and_a_case_have_nothing_to_choose_from() -> None:
    gap = replace(ITEM, type=ItemType.CLOZE, stem=f"Within {GAP} days", distractors=())

    assert options_of(gap) == ()


@given(st.lists(st.text(min_size=1), min_size=3, max_size=6, unique=True), st.text())
def test_shuffling_never_shows_the_right_order_and_depends_on_the_seed_alone(texts: list[str], seed: str) -> None:
    order = shuffled(texts, seed)

    assert sorted(order) == sorted(texts)
    assert list(order) != texts
    assert order == shuffled(texts, seed)


@given(st.text())
def test_cleaned_text_can_always_stand_in_an_item(text: str) -> None:
    stem = clean_text(text).strip() or "Which?"

    assert replace(ITEM, stem=stem).stem == stem
