"""Cited statements as steps: in the order that the sources give, else by stage, with who acts and how strongly."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nrm.answering.claims import claims_of
from nrm.answering.quotes import find_quote
from nrm.answering.surroundings import led_in
from nrm.domain.answers import Answer, Citation
from nrm.domain.knowledge import Commitment
from nrm.domain.vocabulary import Audience, Authority, Pillar, Strength


class Stage(StrEnum):
    """Where a step stands on a person's way, first to last."""

    IDENTIFICATION = "identification"
    IMMEDIATE_PROTECTION = "immediate_protection"
    SUPPORT = "support"
    INCLUSION = "inclusion"
    JUSTICE = "justice"
    BEHIND_IT = "behind_it"

    @property
    def rank(self) -> int:
        """Position on the way; 0 comes first."""
        return list(type(self)).index(self)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, word for word as the answer states it, with the words that lead into its list.

    ``actor`` is who acts as the record says, ``strength`` how strongly; both come from the record behind the
    passage, the strength from the words of the statement where there is none. ``number`` is the step's number
    in its source, where the source numbers steps.
    """

    text: str
    citation: int
    stage: Stage
    actor: str = ""
    strength: Strength | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Checklist:
    """Steps for one role, in order, and what others do; every step has a citation of the answer.

    ``ordered_by_source`` says that the order is the sources' own, not ours by stage.
    """

    question: str
    role: Audience | None
    steps: tuple[Step, ...]
    others: tuple[Step, ...]
    ordered_by_source: bool


_NO_DUTIES = frozenset({Authority.PRACTICE, Authority.REFERENCE})
_STAGES: Mapping[Pillar, Stage] = {
    Pillar.IDENTIFICATION_PROTECTION: Stage.IMMEDIATE_PROTECTION,
    Pillar.INDIVIDUAL_SUPPORT_SERVICES: Stage.SUPPORT,
    Pillar.SOCIAL_INCLUSION: Stage.INCLUSION,
    Pillar.CRIMINAL_JUSTICE_REDRESS: Stage.JUSTICE,
    Pillar.GOVERNANCE_COORDINATION: Stage.BEHIND_IT,
    Pillar.PREVENTION: Stage.BEHIND_IT,
}
_IDENTIFYING = frozenset(
    {
        "identification",
        "presumed_victims",
        "indicators",
        "age_assessment",
        "outreach",
        "first_responders",
        "mobile_teams",
    }
)
_PROCEDURE = re.compile(
    r"\b(?:steps?|procedures?|checklists?|process|stages?|in what order|how (?:do|should|must|can) (?:i|we|you|the|a|"
    r"an|states?|"
    r"police|officers?)|what (?:do|should|must|shall|has to|have to|needs? to) .{0,60}?\b(?:do|done|happen|happens)\b|"
    r"what happens (?:when|if|after|once)|"
    r"what (?:to do|comes first|next)|first steps?|étapes?|procédure|que (?:faire|doit)|comment|schritte?|verfahren|"
    r"was (?:tun|ist zu tun|"
    r"muss|müssen)|pasos?|procedimiento|qué (?:hacer|debe)|passi|procedura|cosa (?:fare|deve)|шаг\w*|порядок|"
    r"процедур\w*|что (?:делать|"
    r"должн\w+)|крок\w*|що (?:робити|має|повин\w+))\b",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_NUMBERED = re.compile(r"\b(?:step|stage|phase) (\d{1,2})\b", re.IGNORECASE)
_AT_ONCE = re.compile(r"\b(?:as soon as|immediately|at once|without delay|promptly|urgent\w*|first)\b", re.IGNORECASE)
_FEWEST_NUMBERED = 2


def is_procedural(question: str) -> bool:
    """Whether a question asks what to do, in which order.

    >>> is_procedural("What must be done when a child victim is found?"), is_procedural("What is trafficking?")
    (True, False)
    """
    return bool(_PROCEDURE.search(question))


def checklist_of(
    answer: Answer, records: Mapping[str, Sequence[Commitment]], role: Audience | None = None
) -> Checklist:
    """The statements of an answer as steps; practices and definitions ask nothing of anybody and are no steps.

    :param records: the records that lead to each cited passage, by passage id.
    :param role: whose steps come first; steps of records for other work go to ``others``, unless nothing
        would be left. A statement without a record concerns everybody.
    """
    citations = {citation.n: citation for citation in answer.citations}
    found = [
        (_step(statement.text, citations[statement.citations[0]], records), citations[statement.citations[0]])
        for statement in answer.statements
        if citations[statement.citations[0]].passage.authority not in _NO_DUTIES
    ]
    mine = [step for step, citation in found if _concerns(role, records.get(citation.passage.id, ()))]
    others = [step for step, _ in found if step not in mine] if mine else []
    steps = mine or [step for step, _ in found]
    by_source = _numbered_by_one_source([(step, citation) for step, citation in found if step in steps])
    return Checklist(
        answer.understood_as,
        role,
        _in_order(steps, by_source),
        _in_order(others, by_source=False),
        by_source,
    )


def _step(text: str, citation: Citation, records: Mapping[str, Sequence[Commitment]]) -> Step:
    first = _fitting(records.get(citation.passage.id, ()), text)
    return Step(
        text=f"{led_in(citation)} {text}".strip(),
        citation=citation.n,
        stage=_stage(first, citation),
        actor="" if first is None or first.actor.startswith("not applicable") else first.actor,
        strength=first.strength if first else _strength_of(text),
        number=_number(citation),
    )


def _fitting(records: Sequence[Commitment], text: str) -> Commitment | None:
    """The record whose operative words stand in the statement, else the first."""
    fitting = (record for record in records if find_quote(record.operative_words, text))
    return next(fitting, records[0] if records else None)


def _stage(record: Commitment | None, citation: Citation) -> Stage:
    topics = set(record.topics if record else citation.passage.topics)
    if record and record.pillar is not Pillar.IDENTIFICATION_PROTECTION:
        return _STAGES[record.pillar]
    if topics & _IDENTIFYING:
        return Stage.IDENTIFICATION
    return Stage.IMMEDIATE_PROTECTION if record else Stage.SUPPORT


def _strength_of(text: str) -> Strength | None:
    strengths = claims_of(text).strengths
    return min(strengths, key=lambda strength: strength.rank) if strengths else None


def _number(citation: Citation) -> int | None:
    """The number that the source gives this step, in its headings or at the start of the passage."""
    places = (*reversed(citation.passage.locator.heading_path), citation.passage.text[:40])
    match = next((found for place in places if (found := _NUMBERED.search(place))), None)
    return int(match.group(1)) if match else None


def _concerns(role: Audience | None, records: Sequence[Commitment]) -> bool:
    return role is None or not records or any(role.value in record.audience for record in records)


def _numbered_by_one_source(found: Sequence[tuple[Step, Citation]]) -> bool:
    sources = {citation.passage.source.slug for _, citation in found}
    numbers = [step.number for step, _ in found]
    return len(sources) == 1 and len(numbers) >= _FEWEST_NUMBERED and None not in numbers


def _in_order(steps: Sequence[Step], by_source: bool) -> tuple[Step, ...]:
    """Sorted; within a stage what is to be done at once comes first, then the order of the answer."""
    if by_source:
        return tuple(sorted(steps, key=lambda step: step.number or 0))
    return tuple(sorted(steps, key=lambda step: (step.stage.rank, not _AT_ONCE.search(step.text))))
