from collections.abc import Mapping
from enum import StrEnum
from string import Formatter

import pytest

from nrm.domain.vocabulary import (
    Audience,
    Authority,
    Binding,
    NoticeKind,
    Outcome,
    Pillar,
    SourceKind,
    Strength,
    Support,
    Wording,
)
from ui.wording import labels
from ui.wording.ask_page import SAMPLES
from ui.wording.notices import NOTICES
from ui.wording.outcomes import OUTCOMES, how_to_load

LABELS: list[tuple[type[StrEnum], Mapping[StrEnum, str]]] = [
    (Authority, labels.AUTHORITIES),  # type: ignore[list-item]
    (Authority, labels.AUTHORITY_NOTES),  # type: ignore[list-item]
    (SourceKind, labels.KINDS),  # type: ignore[list-item]
    (Strength, labels.STRENGTHS),  # type: ignore[list-item]
    (Wording, labels.WORDINGS),  # type: ignore[list-item]
    (Audience, labels.AUDIENCES),  # type: ignore[list-item]
    (Pillar, labels.PILLARS),  # type: ignore[list-item]
    (Binding, labels.BINDINGS),  # type: ignore[list-item]
    (Support, labels.SUPPORTS),  # type: ignore[list-item]
    (NoticeKind, NOTICES),  # type: ignore[list-item]
]
RESCUE_LANGUAGE = ("rescue", "save her", "prostitute", "illegal immigrant", "suffer", "innocent", "slave")


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_heading_and_words_unless_the_answer_speaks_for_itself(outcome: Outcome) -> None:
    said = OUTCOMES[outcome]

    assert said.heading
    assert said.text or outcome is Outcome.ANSWERED


@pytest.mark.parametrize(("enum", "words"), LABELS)
def test_every_member_of_a_closed_list_has_a_label(enum: type[StrEnum], words: Mapping[StrEnum, str]) -> None:
    assert set(words) == set(enum)
    assert all(words[member].strip() for member in enum)


def test_no_two_authorities_or_strengths_read_the_same() -> None:
    assert len(set(labels.AUTHORITIES.values())) == len(Authority)
    assert len(set(labels.STRENGTHS.values())) == len(Strength)


def test_wording_has_no_gap_but_the_detail_of_the_answer() -> None:
    said = [*NOTICES.values(), *(words.text for words in OUTCOMES.values())]

    gaps = {name for text in said for _, name, _, _ in Formatter().parse(text) if name is not None}

    assert gaps == {"detail"}


def test_a_harmful_question_is_refused_without_repeating_anything_of_it() -> None:
    assert "{" not in OUTCOMES[Outcome.HARMFUL].text + OUTCOMES[Outcome.HARMFUL].heading


def test_words_are_survivor_centred() -> None:
    everything = " ".join(
        (
            *NOTICES.values(),
            *(f"{said.heading} {said.text} {' '.join(said.next_steps)}" for said in OUTCOMES.values()),
            *(sample.question for sample in SAMPLES),
        )
    ).lower()

    assert not [phrase for phrase in RESCUE_LANGUAGE if phrase in everything]


def test_ten_samples_come_from_ten_roles() -> None:
    assert len({sample.role for sample in SAMPLES}) == len(SAMPLES) == 10


def test_loading_a_source_names_a_command_that_can_be_typed() -> None:
    assert "nrm ingest handbook.pdf --kind handbook" in how_to_load("handbook")
    assert "nrm ingest FILE" in how_to_load("osce-mc-dec-14-2006")
