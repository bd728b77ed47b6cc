"""Checklists: cited statements as steps, in the order of the sources or by stage."""

from dataclasses import replace
from pathlib import Path

import pytest

from nrm.answering.checklist import Stage, checklist_of, is_procedural
from nrm.corpus.load import load_corpus
from nrm.domain.answers import Answer, Citation, Statement
from nrm.domain.knowledge import Commitment
from nrm.domain.passages import Locator, Passage, Source
from nrm.domain.vocabulary import Audience, Authority, Outcome, Pillar, SourceKind, Strength, Support

TREATY = Source("t", "Artificial treaty", SourceKind.TREATY, Authority.TREATY)
SAMPLE = load_corpus(Path(__file__).resolve().parents[3] / "corpus").commitments[0]


def record(pillar: Pillar, **values: object) -> Commitment:
    return replace(
        SAMPLE,
        **{
            "pillar": pillar,
            "topics": (),
            "audience": ("police",),
            "actor": "State party",
            "operative_words": "zzz",
            **values,
        },
    )  # type: ignore[arg-type]


def answer(*passages: Passage) -> Answer:
    citations = tuple(Citation(n, item, item.text, 0) for n, item in enumerate(passages, start=1))
    statements = tuple(Statement(item.text, (n,), Support.VERBATIM) for n, item in enumerate(passages, start=1))
    return Answer("q", "en", Outcome.ANSWERED, statements, citations, understood_as="What must be done?")


def passage(
    name: str, text: str = "", heading: tuple[str, ...] = (), source: Source = TREATY, topics: tuple[str, ...] = ()
) -> Passage:
    return Passage(name, source, text or f"Each Party shall do {name}.", Locator(heading_path=heading), topics)


def test_steps_stand_in_the_order_of_a_persons_way() -> None:
    pillars = {
        "justice": record(Pillar.CRIMINAL_JUSTICE_REDRESS),
        "inclusion": record(Pillar.SOCIAL_INCLUSION),
        "law": record(Pillar.GOVERNANCE_COORDINATION),
        "support": record(Pillar.INDIVIDUAL_SUPPORT_SERVICES),
        "protection": record(Pillar.IDENTIFICATION_PROTECTION, topics=("reflection_period",)),
        "identification": record(Pillar.IDENTIFICATION_PROTECTION, topics=("identification",)),
    }
    found = checklist_of(answer(*map(passage, pillars)), {name: (one,) for name, one in pillars.items()})

    assert [step.stage for step in found.steps] == list(Stage)
    assert [step.citation for step in found.steps] == [6, 5, 4, 2, 1, 3]
    assert not found.ordered_by_source


def test_what_is_to_be_done_at_once_comes_first_in_its_stage() -> None:
    one, two = passage("one"), passage("two", "As soon as a child is found, each Party shall act.")
    records = {item.id: (record(Pillar.SOCIAL_INCLUSION),) for item in (one, two)}

    assert [step.citation for step in checklist_of(answer(one, two), records).steps] == [2, 1]


def test_the_order_of_the_source_wins_when_it_numbers_its_steps() -> None:
    steps = [passage(str(n), f"Artificial words of {n}.", ("Protocol", f"Step {n}")) for n in (3, 1, 2)]
    found = checklist_of(answer(*steps), {"3": (record(Pillar.IDENTIFICATION_PROTECTION),)})

    assert [step.number for step in found.steps] == [1, 2, 3]
    assert found.ordered_by_source


def test_one_numbered_step_or_two_sources_give_no_order() -> None:
    other = replace(TREATY, slug="other")
    single = checklist_of(answer(passage("a", heading=("Step 1",))), {})
    mixed = checklist_of(answer(passage("a", heading=("Step 2",)), passage("b", heading=("Step 1",), source=other)), {})

    assert (single.ordered_by_source, mixed.ordered_by_source) == (False, False)


def test_who_acts_and_how_strongly_come_from_the_record_whose_words_stand_there() -> None:
    first = record(Pillar.SOCIAL_INCLUSION, actor="courts", strength=Strength.MAY, operative_words="may award")
    second = record(
        Pillar.SOCIAL_INCLUSION, actor="police", strength=Strength.SHOULD, operative_words="should ask at once"
    )
    found = checklist_of(answer(passage("a", "They should ask at once.")), {"a": (first, second)})

    assert (found.steps[0].actor, found.steps[0].strength) == ("police", Strength.SHOULD)


def test_without_a_record_the_strength_is_that_of_the_words_and_nobody_is_named() -> None:
    found = checklist_of(answer(passage("a", "Each Party shall help and may pay."), passage("b", "Help is near.")), {})

    assert [(step.actor, step.strength) for step in found.steps] == [("", Strength.MUST), ("", None)]


def test_a_definition_names_nobody_and_a_practice_is_no_step() -> None:
    practice = replace(TREATY, authority=Authority.PRACTICE)
    found = checklist_of(
        answer(passage("a"), passage("b", source=practice)),
        {"a": (record(Pillar.PREVENTION, actor="not applicable (definition)"),)},
    )

    assert [step.actor for step in found.steps] == [""]


def test_a_role_sees_its_own_steps_first_and_the_rest_apart() -> None:
    records = {
        "police": (record(Pillar.SOCIAL_INCLUSION, audience=("police",)),),
        "judge": (record(Pillar.SOCIAL_INCLUSION, audience=("judge",)),),
    }
    found = checklist_of(answer(*map(passage, ("judge", "police", "all"))), records, Audience.POLICE)

    assert [step.citation for step in found.steps] == [3, 2]
    assert [step.citation for step in found.others] == [1]


def test_a_role_without_a_step_of_its_own_sees_all() -> None:
    found = checklist_of(
        answer(passage("a")), {"a": (record(Pillar.PREVENTION, audience=("judge",)),)}, Audience.POLICE
    )

    assert (len(found.steps), found.others) == (1, ())


@pytest.mark.parametrize(
    "question",
    ["What must be done when a child is found?", "Which steps come first?", "How do we identify victims?", "What to do next?",
     "Quelles sont les étapes ?", "Welche Schritte sind nötig?", "¿Qué hacer?", "Cosa fare?", "Какой порядок действий?", "Які кроки?"],
)  # fmt: skip
def test_questions_for_a_procedure_are_known(question: str) -> None:
    assert is_procedural(question)


@pytest.mark.parametrize("question", ["What is trafficking?", "How long is the period?", "Is consent relevant?", ""])
def test_other_questions_ask_for_no_procedure(question: str) -> None:
    assert not is_procedural(question)
