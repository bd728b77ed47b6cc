"""Every check turns red on the mistake it is there for."""

from dataclasses import replace

import pytest

from nrm.quiz.build import Quiz
from nrm.quiz.checks import Check, Result, check_item
from nrm.quiz.editing import edited, swapped, with_state
from nrm.quiz.facts import Facts
from nrm.quiz.items import ItemState, ItemType, QuizItem


def built(mixed: Quiz, rule: str) -> QuizItem:
    return next(item for item in mixed.items if item.rule == rule)


def result(facts: Facts, item: QuizItem, name: str) -> Check:
    return next(check for check in check_item(facts, item) if check.name == name)


def test_a_key_swapped_with_a_distractor_fails_both_proofs(facts: Facts, mixed: Quiz) -> None:
    for rule in ("how_strong", "which_year", "which_party", "which_term", "which_state", "which_instrument"):
        item = built(mixed, rule)
        wrong = replace(item, keys=item.distractors[:1], distractors=(*item.keys, *item.distractors[1:]))

        assert result(facts, wrong, "key proven").result is Result.FAILS, rule
        assert result(facts, wrong, "one right answer").result is Result.FAILS, rule


def test_a_turned_true_or_false_fails(facts: Facts, mixed: Quiz) -> None:
    for item in (item for item in mixed.items if item.type is ItemType.TRUE_FALSE):
        turned = replace(item, keys=item.distractors, distractors=item.keys)

        assert result(facts, turned, "key proven").result is Result.FAILS, item.rule


def test_crossed_pairs_fail(facts: Facts, mixed: Quiz) -> None:
    item = built(mixed, "match_terms")
    (one, first), (two, second), *rest = item.pairs

    crossed = replace(item, pairs=((one, second), (two, first), *rest))

    assert result(facts, crossed, "key proven").result is Result.FAILS


def test_a_wrong_order_fails(facts: Facts, mixed: Quiz) -> None:
    item = built(mixed, "order_by_year")

    assert result(facts, replace(item, keys=item.keys[::-1]), "key proven").result is Result.FAILS


def test_a_quote_that_is_not_in_the_record_fails(facts: Facts, mixed: Quiz) -> None:
    item = built(mixed, "which_rule_answers")
    invented = replace(item, citation=replace(item.citation, quote="School is free for everyone."))

    assert "quote" in result(facts, invented, "key proven").reason


def test_a_distractor_written_by_hand_is_left_to_a_person(facts: Facts, mixed: Quiz) -> None:
    item = built(mixed, "which_rule_answers")
    changed = edited(item, distractors=("Something that nobody has checked.", *item.distractors[1:]))

    check = result(facts, changed, "one right answer")

    assert check.result is Result.UNSHOWN
    assert "Something that nobody has checked." in check.reason


def test_a_new_stem_is_a_new_question_that_no_rule_proves(facts: Facts, mixed: Quiz) -> None:
    item = built(mixed, "which_term")

    changed = edited(item, stem="Which term is not meant?")

    assert result(facts, changed, "key proven").result is Result.UNSHOWN
    assert changed.state is ItemState.DRAFT


@pytest.mark.parametrize(
    ("keys", "distractors", "tell"),
    [
        (
            ("A very long answer that says everything with all its conditions and limits",),
            ("a", "b", "c"),
            "length",
        ),
        (("sometimes",), ("always", "never", "only if"), "always"),
    ],
)
def test_length_and_absolute_words_give_an_answer_away(
    facts: Facts, mixed: Quiz, keys: tuple[str, ...], distractors: tuple[str, ...], tell: str
) -> None:
    item = replace(built(mixed, "which_rule_answers"), keys=keys, distractors=distractors)

    check = result(facts, item, "no giveaway")

    assert check.result is Result.FAILS
    assert tell in check.reason


def test_an_article_before_the_gap_gives_an_answer_away(facts: Facts, mixed: Quiz) -> None:
    item = replace(built(mixed, "which_term"), stem="What is meant is an", keys=("order",), distractors=("rule", "law"))

    assert "article" in result(facts, item, "no giveaway").reason


def test_a_fact_that_changes_needs_its_date(facts: Facts, mixed: Quiz) -> None:
    undated = replace(built(mixed, "which_party"), as_of="")

    assert result(facts, undated, "dated").result is Result.FAILS


@pytest.mark.parametrize("word", ["sex slave", "illegal immigrant", "rescued", "helpless"])
def test_words_that_hurt_are_found(facts: Facts, mixed: Quiz, word: str) -> None:
    item = built(mixed, "which_term")

    check = result(facts, replace(item, stem=f"{item.stem} {word}"), "respectful wording")

    assert check.result is Result.FAILS
    assert word.split(" ")[0][:4] in check.reason


def test_approving_and_replacing_leave_the_other_items_alone(mixed: Quiz) -> None:
    one, two, three = mixed.items[:3]

    items = swapped((one, two), two.id, with_state(three, ItemState.APPROVED))

    assert items == (one, replace(three, state=ItemState.APPROVED))
