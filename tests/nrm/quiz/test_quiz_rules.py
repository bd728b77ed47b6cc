"""Single rules of the builders: who acts, balance of answers, what is not remembered."""

import random
from dataclasses import replace
from functools import _lru_cache_wrapper

import pytest

from nrm.quiz import giveaways, likeness
from nrm.quiz.balance import Balance
from nrm.quiz.checks import Result, check_item
from nrm.quiz.editing import edited
from nrm.quiz.facts import Facts
from nrm.quiz.items import QuizItem
from nrm.quiz.request import QuizRequest, scope_of
from nrm.quiz.rules.roles import EVERY_STATE, masked, other_roles, role_of, who_acts
from nrm.quiz.rules.words import repeats


@pytest.fixture(scope="module")
def asked(facts: Facts) -> list[QuizItem]:
    return list(who_acts(facts, scope_of(facts, QuizRequest()), seed=1))


def test_the_actor_is_left_out_of_the_rule_and_stands_among_the_options(facts: Facts) -> None:
    return_home = facts.commitments["coe-cets197-2005-048"]
    role = role_of(return_home)

    assert role is not None
    assert role.option == "The State of the victim's nationality or permanent residence"
    assert masked(return_home, role).startswith("… must help with and accept the return")


def test_a_role_that_the_record_mentions_is_no_wrong_answer(facts: Facts) -> None:
    secrecy = facts.commitments["ilo-c081-1947-004"]

    assert role_of(secrecy) is not None
    assert "Employers" not in other_roles(secrecy)
    assert "Embassies and consulates" in other_roles(secrecy)


def test_each_state_is_as_often_wrong_as_right(asked: list[QuizItem]) -> None:
    right = sum(EVERY_STATE.option in item.keys for item in asked)
    wrong = sum(EVERY_STATE.option in item.distractors for item in asked)

    assert 0 < right <= wrong


def test_another_key_in_a_question_on_actors_fails_its_checks(facts: Facts, asked: list[QuizItem]) -> None:
    item = asked[0]
    turned = replace(item, keys=item.distractors[:1], distractors=(*item.distractors[1:], *item.keys))

    results = {check.name: check.result for check in check_item(facts, turned)}

    assert results["key proven"] is Result.FAILS
    assert results["one right answer"] is Result.FAILS


def test_a_term_is_told_by_another_form_of_its_word() -> None:
    assert repeats("forced marriage", "Making someone marry against their will.")
    assert not repeats("forced labour", "Work exacted under menace of a penalty.")


def test_an_answer_waits_after_it_was_right_too_often() -> None:
    balance = Balance({"a": 5, "b": 1, "c": 1, "d": 1}, random.Random(1))

    order = list(balance_taken(balance, ["a", "a", "a", "b"]))

    assert order == ["a", "a", "b", "a"]


def balance_taken(balance: Balance, records: list[str]) -> list[str]:
    taken = []
    for key in balance.in_turn(records, lambda each: each):
        balance.wrong_beside(key, [name for name in "abcd" if name != key], 3)
        taken.append(key)
    return taken


def test_what_a_person_typed_is_not_remembered(facts: Facts, asked: list[QuizItem]) -> None:
    canary = "Wherabouts of the canaryfamily"

    check_item(facts, edited(asked[0], stem=canary))

    assert not any(isinstance(each, _lru_cache_wrapper) for each in vars(likeness).values())
    assert not any(isinstance(each, _lru_cache_wrapper) for each in vars(giveaways).values())
    assert canary not in repr(vars(facts)["_roots"])
