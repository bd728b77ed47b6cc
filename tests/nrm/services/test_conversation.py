"""Conversations: follow-ups, sticking filters, new topics, and nothing kept of what was said in danger."""

from dataclasses import replace

import pytest

from nrm.answering.consent import Consent
from nrm.domain.answers import Answer, Filters
from nrm.domain.vocabulary import Outcome
from nrm.services.asking import Asker
from nrm.services.conversation import MOST_TURNS, Conversation, Turn, chosen_filters

PERIOD = "How long is the reflection period?"


@pytest.fixture
def started(corpus_asker: Asker) -> Conversation:
    return Conversation().ask(corpus_asker, PERIOD)


def test_a_first_question_is_asked_as_it_is(started: Conversation) -> None:
    assert started.last is not None
    assert (started.last.asked, started.last.understood, started.last.completed) == (PERIOD, PERIOD, False)
    assert started.last.answer.outcome is Outcome.ANSWERED


def test_a_follow_up_is_completed_and_a_state_becomes_the_filter_that_sticks(
    corpus_asker: Asker, started: Conversation
) -> None:
    talk = started.ask(corpus_asker, "and in Serbia?").ask(corpus_asker, "and for children?")

    assert [turn.understood for turn in talk.turns] == [
        PERIOD,
        PERIOD,
        "How long is the reflection period for children?",
    ]
    assert [turn.filters.state for turn in talk.turns] == [(), ("RS",), ("RS",)]
    assert {note.state for turn in talk.turns[1:] for note in turn.answer.bindings} == {"RS"}
    assert talk.turns[2].completed


def test_a_new_topic_leaves_turns_and_filters_and_keeps_consent(corpus_asker: Asker, started: Conversation) -> None:
    talk = started.with_filters(Filters(state=("RS",))).with_consent(Consent("server", "seed"))

    fresh = talk.ask(corpus_asker, "New topic: compensation for victims")

    assert [turn.understood for turn in fresh.turns] == ["compensation for victims"]
    assert (fresh.filters, fresh.consent) == (Filters(), Consent("server", "seed"))
    assert talk.new_topic() == Conversation(consent=Consent("server", "seed"))


def test_the_understood_question_can_be_put_right(corpus_asker: Asker, started: Conversation) -> None:
    talk = started.ask(corpus_asker, "and for children?")

    mended = talk.edited(corpus_asker, "Who represents an unaccompanied child?", Filters(authority=("treaty",)))

    assert [turn.understood for turn in mended.turns] == [PERIOD, "Who represents an unaccompanied child?"]
    assert mended.filters == Filters(authority=("treaty",))
    assert not mended.turns[1].completed


def test_how_a_question_would_be_read_can_be_shown_before(corpus_asker: Asker, started: Conversation) -> None:
    read = started.understood("and for boys?", corpus_asker.states)

    assert (read.question, read.changed) == ("How long is the reflection period for boys?", True)


def test_a_person_in_danger_is_heard_whatever_was_asked_before_and_nothing_is_kept(
    corpus_asker: Asker, started: Conversation
) -> None:
    cry = "Please help me, they have my passport and he comes back at six"

    talk = started.ask(corpus_asker, cry)

    assert talk.last is not None
    assert talk.last.answer.outcome is Outcome.PERSON_AT_RISK
    assert "passport" not in repr(talk.turns[1])
    assert talk.ask(corpus_asker, "and for children?").turns[2].understood == (
        "How long is the reflection period for children?"
    )


def test_what_was_typed_is_kept_masked(corpus_asker: Asker) -> None:
    asked = "Her name is Milica Petrovic. How long is the reflection period?"

    talk = Conversation().ask(corpus_asker, asked)

    assert "Petrovic" not in repr(talk)
    assert talk.last is not None
    assert "[name 1]" in talk.last.asked


def test_only_the_last_twenty_turns_are_kept(corpus_asker: Asker) -> None:
    old = Turn("old", "old", Filters(), Answer("old", "en", Outcome.NOT_FOUND))
    talk = Conversation(tuple(replace(old, asked=str(number)) for number in range(MOST_TURNS)))

    longer = talk.ask(corpus_asker, PERIOD)

    assert len(longer.turns) == MOST_TURNS
    assert (longer.turns[0].asked, longer.turns[-1].asked) == ("1", PERIOD)


def test_filters_that_narrow_are_listed() -> None:
    assert chosen_filters(Filters(state=("RS",), kind=("treaty",))) == {"kind": ("treaty",), "state": ("RS",)}


def test_asking_again_keeps_what_was_typed_and_takes_the_filters_of_now(
    corpus_asker: Asker, started: Conversation
) -> None:
    talk = started.ask(corpus_asker, "and for children? Her name is Milica Petrovic.")

    again = talk.with_filters(Filters(state=("RS",))).again(corpus_asker)

    assert talk.last is not None
    assert again.last is not None
    assert (again.last.asked, again.last.understood) == (talk.last.asked, talk.last.understood)
    assert again.last.taken_out == talk.last.taken_out == (("name", 1),)
    assert again.last.filters.state == ("RS",)
    assert len(again.turns) == len(talk.turns)


def test_nothing_is_offered_for_sending_without_a_model_or_after_a_no(
    corpus_asker: Asker, started: Conversation
) -> None:
    assert started.text_to_send(corpus_asker) is None
    assert started.with_consent(None).declined
    assert started.with_consent(None).new_topic().declined
