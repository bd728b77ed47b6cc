"""Follow-up questions completed by rules."""

from pathlib import Path

import pytest

from nrm.answering.follow_up import EarlierTurn, complete
from nrm.answering.places import general_question, states_in
from nrm.corpus.load import entries_of
from nrm.corpus.records import record_from
from nrm.domain.knowledge import State

CORPUS = Path(__file__).resolve().parents[3] / "corpus"
STATES = [record_from(State, entry) for entry in entries_of(CORPUS, "states.yaml")]
PERIOD = "How long is the reflection period?"


def completed(question: str, *earlier: str) -> str:
    return complete(question, [EarlierTurn(turn) for turn in earlier or (PERIOD,)], STATES).question


@pytest.mark.parametrize(
    ("follow_up", "understood"),
    [
        ("and for children?", "How long is the reflection period for children?"),
        ("what about boys", "How long is the reflection period for boys?"),
        ("How about women?", "How long is the reflection period for women?"),
        ("et pour les enfants ?", "How long is the reflection period for children?"),
        ("und für Kinder?", "How long is the reflection period for children?"),
        ("¿y para los niños?", "How long is the reflection period for children?"),
        ("e per i bambini?", "How long is the reflection period for children?"),
        ("а для детей?", "How long is the reflection period for children?"),
        ("а для дітей?", "How long is the reflection period for children?"),
        ("in practice?", "How long is the reflection period in practice?"),
        ("if she refuses to testify?", "How long is the reflection period if she refuses to testify?"),
        ("and compensation?", "How long is the reflection period: compensation?"),
        ("Who decides?", "How long is the reflection period? Who decides?"),
        ("why?", "How long is the reflection period? Why?"),
        ("Can it be longer?", "How long is the reflection period? Can it be longer?"),
        ("Can they work?", "How long is the reflection period? Can they work?"),
        ("Is the State obliged to do this?", "How long is the reflection period? Is the State obliged to do this?"),
        ("And what must police do?", "How long is the reflection period? What must police do?"),
    ],
)
def test_a_follow_up_is_completed_from_the_turn_before(follow_up: str, understood: str) -> None:
    result = complete(follow_up, [EarlierTurn("Something older?"), EarlierTurn(PERIOD)], STATES)

    assert (result.question, result.changed, result.new_topic) == (understood, True, False)


@pytest.mark.parametrize(
    "question",
    [
        "Does a victim have to testify before she gets help?",
        "Must our law give victims a right to compensation?",
        "Must States inform victims of their rights?",
        "Can victims bring their children?",
        "Is there a duty to inform victims?",
        "What is a National Referral Mechanism?",
        "Who must identify victims?",
        "compensation for children",
        "Doit-on informer les victimes de leurs droits ?",
        "Muss ein Opfer aussagen, bevor es Hilfe bekommt?",
        "Какую помощь должно получить государство-участник для жертв торговли людьми?",
    ],
)
def test_a_question_that_stands_alone_stays_as_it_is(question: str) -> None:
    result = complete(question, [EarlierTurn(PERIOD)], STATES)

    assert (result.question, result.changed) == (question, False)


@pytest.mark.parametrize("question", ["and for children?", "in Serbia?", "why?", "it?", "", "?"])
def test_without_an_earlier_turn_nothing_is_added(question: str) -> None:
    assert complete(question, [], STATES).question == question.strip()
    assert not complete(question, [], STATES).changed


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("in Serbia?", ("RS",)),
        ("...and in Serbia?", ("RS",)),
        ("and in Serbia and Croatia?", ("RS", "HR")),
        ("en Serbie ?", ("RS",)),
        ("а в Сербии?", ("RS",)),
        ("в Україні?", ("UA",)),
        ("in the UK?", ("GB",)),
        ("in the United States?", ("US",)),
        ("e in Italia?", ("IT",)),
        ("und in Österreich?", ("AT",)),
        ("in Bosnia?", ("BA",)),
        ("in North Macedonia?", ("MK",)),
    ],
)
def test_a_state_alone_asks_the_same_question_for_that_state(question: str, codes: tuple[str, ...]) -> None:
    result = complete(question, [EarlierTurn(PERIOD)], STATES)

    assert (result.question, result.states, result.changed) == (PERIOD, codes, True)


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("What must Serbia do for child victims?", ("RS",)),
        ("What about victims from Ukraine in Poland?", ("PL",)),
        ("victimes venant d'Italie en France", ("FR",)),
        ("tell us about shelters", ()),
        ("Help us to find shelters in serbia", ("RS",)),
        ("Is a Serbian passport needed?", ()),
        ("Polishing georgian words", ()),
    ],
)
def test_states_are_read_as_places_not_as_origins(question: str, codes: tuple[str, ...]) -> None:
    assert states_in(question, STATES) == codes


def test_one_group_of_people_gives_way_to_another() -> None:
    assert completed("what about adults?", "How long is the reflection period for children?") == (
        "How long is the reflection period for adults?"
    )
    assert completed("et pour les adultes ?", "Quelle est la durée du délai pour les enfants ?") == (
        "Quelle est la durée du délai pour les adultes?"
    )


def test_questions_do_not_pile_up() -> None:
    assert completed("Who decides?", f"{PERIOD} Can it be longer?") == f"{PERIOD} Who decides?"


@pytest.mark.parametrize("opening", ["new topic:", "Another question -", "Neues Thema:", "новая тема:"])
def test_a_new_topic_leaves_the_earlier_turns(opening: str) -> None:
    result = complete(f"{opening} and in Serbia?", [EarlierTurn(PERIOD)], STATES)

    assert (result.question, result.states, result.changed, result.new_topic) == (
        "and in Serbia?",
        ("RS",),
        False,
        True,
    )


def test_completing_twice_changes_nothing_more() -> None:
    once = completed("and for children?")

    assert completed(once) == once


def test_a_story_gives_way_to_what_its_answer_was_about() -> None:
    story = EarlierTurn("She needs some time before she decides. How much does she get?", "Reflection period")

    assert complete("what about children?", [story], STATES).question == "Reflection period for children?"
    assert complete("and in Serbia?", [story], STATES).states == ("RS",)


def test_a_short_question_is_leaned_on_as_it_stands() -> None:
    short = EarlierTurn(PERIOD, "Recovery and reflection period")

    assert (
        complete("what about children?", [short], STATES).question == "How long is the reflection period for children?"
    )


@pytest.mark.parametrize(
    ("question", "general"),
    [
        ("How long is the period in Serbia?", "How long is the period?"),
        ("Must Serbia help him?", "Must the State help him?"),
        ("Must they help a girl from Serbia?", "Must they help a girl from the State?"),
        ("How long is the period?", "How long is the period?"),
    ],
)
def test_a_state_can_be_left_out_of_a_question(question: str, general: str) -> None:
    assert general_question(question, STATES) == general
