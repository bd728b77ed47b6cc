"""Building over the real corpus: sound, varied, repeatable, honest when there is less."""

from collections import Counter

import pytest

from nrm.domain.errors import WrongUse
from nrm.domain.vocabulary import Audience, Pillar
from nrm.quiz.baseline import guesser_scores, true_share
from nrm.quiz.build import Quiz, another_item, build_quiz
from nrm.quiz.checks import Result, check_item
from nrm.quiz.facts import Facts
from nrm.quiz.items import ItemType, Level, folded, options_of
from nrm.quiz.request import QuizRequest


def test_five_hundred_items_pass_every_check(facts: Facts, mixed: Quiz) -> None:
    failed = [
        (item.id, check.name, check.reason)
        for item in mixed.items
        for check in check_item(facts, item)
        if check.result is not Result.HOLDS
    ]

    assert len(mixed.items) == 500
    assert failed == []


def test_no_two_items_are_the_same_and_no_record_is_worn_out(mixed: Quiz) -> None:
    questions = [(folded(item.stem), tuple(sorted(options_of(item)))) for item in mixed.items]

    assert len({item.id for item in mixed.items}) == len(mixed.items)
    assert len(set(questions)) == len(questions)


def test_a_quiz_cannot_be_answered_from_its_options_alone(mixed: Quiz) -> None:
    assert [score for score in guesser_scores(mixed.items) if not score.near_chance] == []
    assert 0.4 <= (true_share(mixed.items) or 0) <= 0.6


def test_a_mixed_quiz_has_every_type_and_level(mixed: Quiz) -> None:
    assert {item.type for item in mixed.items} == set(ItemType)
    assert {item.level for item in mixed.items} == set(Level)


def test_the_same_request_gives_the_same_quiz_and_another_seed_another(facts: Facts) -> None:
    first, again, other = (build_quiz(facts, QuizRequest(number=15, seed=seed)) for seed in (7, 7, 8))

    assert first == again
    assert first != other


def test_choices_of_the_trainer_are_kept(facts: Facts) -> None:
    request = QuizRequest(
        topics=("identification", "children"),
        types=(ItemType.ONE_RIGHT, ItemType.CASE),
        levels=(Level.APPLY,),
        audiences=(Audience.POLICE,),
        number=12,
    )

    items = build_quiz(facts, request).items

    assert len(items) == 12
    assert {item.type for item in items} <= set(request.types)
    assert {item.level for item in items} == {Level.APPLY}
    assert all("police" in item.audience and item.topic in request.topics for item in items)


def test_topics_and_sources_get_even_shares(facts: Facts) -> None:
    topics = build_quiz(facts, QuizRequest(topics=("identification", "children"), number=20, seed=5)).items
    sources = build_quiz(facts, QuizRequest(sources=("coe-cets197-2005", "crc-1989", "iccpr-1966"), number=12)).items

    assert Counter(item.topic for item in topics) == {"identification": 10, "children": 10}
    assert set(Counter(item.citation.source for item in sources).values()) == {4}


def test_where_one_topic_is_short_of_facts_the_other_fills_up(facts: Facts) -> None:
    items = build_quiz(facts, QuizRequest(topics=("adoption", "children"), number=60)).items

    shares = Counter(item.topic for item in items)
    assert sum(shares.values()) == 60
    assert 0 < shares["adoption"] < shares["children"]


def test_another_item_stays_in_its_own_topic(facts: Facts) -> None:
    request = QuizRequest(topics=("identification", "children"), number=10, seed=5)
    items = build_quiz(facts, request).items

    for item in items[:4]:
        new = another_item(facts, request, items, item)
        assert new is not None
        assert new.topic == item.topic


@pytest.mark.parametrize("rule", ["which_instrument", "which_state"])
def test_no_answer_is_told_by_being_the_right_one_elsewhere(mixed: Quiz, rule: str) -> None:
    same = [item for item in mixed.items if item.rule == rule]

    guessed = {score.guesser: score.right for score in guesser_scores(same)}

    assert len(same) > 30
    assert guessed["most often right elsewhere"] <= 0.4


def test_several_right_answers_can_be_asked_for_on_a_topic(facts: Facts) -> None:
    request = QuizRequest(topics=("children",), types=(ItemType.SEVERAL_RIGHT,), number=6)

    items = build_quiz(facts, request).items

    assert len(items) == 6
    assert {item.rule for item in items} == {"which_rules", "which_firm"}


def test_sources_and_pillars_narrow_a_quiz(facts: Facts) -> None:
    request = QuizRequest(sources=("coe-cets197-2005",), pillars=(Pillar.PREVENTION,), number=5)

    items = build_quiz(facts, request).items

    assert items
    assert {item.citation.source for item in items} == {"coe-cets197-2005"}
    assert {item.pillar for item in items} == {Pillar.PREVENTION}


def test_a_topic_with_few_facts_gives_fewer_items_and_says_why(facts: Facts) -> None:
    quiz = build_quiz(facts, QuizRequest(topics=("adoption",), number=50))

    assert 0 < len(quiz.items) < 50
    assert f"{len(quiz.items)} of 50 items" in quiz.reasons[0]
    assert any("adoption" in reason for reason in quiz.reasons)


def test_types_and_levels_that_no_rule_joins_are_named(facts: Facts) -> None:
    quiz = build_quiz(facts, QuizRequest(types=(ItemType.ORDERING,), levels=(Level.APPLY,), number=3))

    assert quiz.items == ()
    assert "No kind of question fits these types and levels together." in quiz.reasons


def test_another_item_is_of_the_same_type_and_not_shown_yet(facts: Facts) -> None:
    request = QuizRequest(number=10, seed=3)
    items = build_quiz(facts, request).items

    new = another_item(facts, request, items, items[0])

    assert new is not None
    assert new.type is items[0].type
    assert new.id not in {item.id for item in items}


@pytest.mark.parametrize("number", [0, -1, 1001])
def test_a_number_out_of_range_is_refused(number: int) -> None:
    with pytest.raises(WrongUse, match="1 to 1000"):
        QuizRequest(number=number)


def test_an_unknown_topic_or_source_is_refused(facts: Facts) -> None:
    with pytest.raises(WrongUse, match="'nonsense' is not a topic"):
        build_quiz(facts, QuizRequest(topics=("nonsense",)))
    with pytest.raises(WrongUse, match="'nonsense' is not a source"):
        build_quiz(facts, QuizRequest(sources=("nonsense",)))


def test_facts_that_change_are_asked_with_their_date(mixed: Quiz) -> None:
    dated = [item for item in mixed.items if "party" in item.rule or item.rule == "which_state"]

    assert dated
    assert all(item.as_of and item.as_of in item.stem for item in dated)
