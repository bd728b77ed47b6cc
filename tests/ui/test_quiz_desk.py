from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from nrm.quiz.items import ItemCitation, ItemState, ItemType, QuizItem
from ui.quiz.desk import (
    Desk,
    exchanged,
    in_state,
    judged,
    mixed,
    number_of,
    usable,
    with_last_put_back,
    without,
)

CITATION = ItemCitation("made-up-1", "made-up", "An artificial source", "art. 1", "", "An artificial rule.")


def item(name: str, rule: str = "", state: ItemState = ItemState.DRAFT) -> QuizItem:
    """An artificial question."""
    return QuizItem(
        name,
        ItemType.TRUE_FALSE,
        f"Artificial {name}?",
        CITATION,
        ("True",),
        ("False",),
        rule=rule,
        state=state,
    )


A, B, C = item("a"), item("b"), item("c")
DESK = Desk((A, B, C))


def test_a_dropped_question_comes_back_where_it_stood() -> None:
    dropped = without(without(DESK, "b"), "a")

    assert dropped.items == (C,)
    assert with_last_put_back(dropped).items == (A, C)
    assert with_last_put_back(with_last_put_back(dropped)).items == (A, B, C)


def test_putting_back_when_nothing_was_dropped_changes_nothing() -> None:
    assert with_last_put_back(DESK) == DESK
    assert without(DESK, "unknown") == DESK


def test_what_was_dropped_or_exchanged_is_not_offered_again() -> None:
    changed = exchanged(without(DESK, "a"), "b", item("new"))

    assert changed.gone == {"a", "b"}
    assert with_last_put_back(changed).gone == {"b"}


def test_an_edited_question_keeps_its_place_and_may_come_back() -> None:
    edited = QuizItem("b", ItemType.TRUE_FALSE, "Artificial, edited?", CITATION, ("True",), ("False",))

    changed = exchanged(DESK, "b", edited)

    assert changed.items == (A, edited, C)
    assert changed.gone == frozenset()
    assert number_of(changed, "b") == 2


def test_rejected_questions_are_neither_taken_nor_printed() -> None:
    desk = judged(judged(DESK, frozenset({"a"}), ItemState.APPROVED), frozenset({"b"}), ItemState.REJECTED)

    assert [one.id for one in usable(desk)] == ["a", "c"]
    assert [one.id for one in usable(desk, approved_only=True)] == ["a"]
    assert [one.id for one in in_state(desk, "")] == ["a", "b", "c"]
    assert [one.id for one in in_state(desk, "rejected")] == ["b"]


@given(st.lists(st.sampled_from("pqr"), max_size=30))
def test_mixing_loses_nothing_and_keeps_the_order_within_a_rule(rules: list[str]) -> None:
    items = [item(f"{number}", rule) for number, rule in enumerate(rules)]

    shown = mixed(items)

    assert Counter(one.id for one in shown) == Counter(one.id for one in items)
    for rule in "pqr":
        assert [one.id for one in shown if one.rule == rule] == [one.id for one in items if one.rule == rule]


def test_five_of_one_rule_do_not_stand_in_a_row() -> None:
    items = [item(f"{number}", "p" if number < 5 else "q") for number in range(10)]

    rules = [one.rule for one in mixed(items)]

    assert max(len(run) for run in "".join(rules).replace("pq", "p q").replace("qp", "q p").split()) <= 2
