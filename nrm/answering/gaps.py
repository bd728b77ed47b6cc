"""What the sources do not say: the national law of a State that is named, a period that no cited passage has."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nrm.answering.claims import NUMBER_WORDS, claims_of
from nrm.answering.inquiry import Inquiry
from nrm.answering.places import states_in
from nrm.domain.answers import Citation, Notice
from nrm.domain.knowledge import State
from nrm.domain.vocabulary import NoticeKind, Wording

# A period that the question takes for granted; somebody's age is no such thing.
_UNITS = r"hours?|days?|weeks?|months?|years?"
_PERIOD = re.compile(
    rf"\b(?P<number>\d+|{'|'.join(NUMBER_WORDS)})[- ](?P<unit>{_UNITS})\b(?![’' -]?(?:old|of age))", re.IGNORECASE
)
_AGED = re.compile(r"\b(?:aged|age of|about|under|turned|is|was)\s*$", re.IGNORECASE)


def named_states(inquiry: Inquiry, states: Sequence[State]) -> tuple[str, ...]:
    """Codes of the States that the filters narrow to, else of those that the question names as places."""
    return inquiry.filters.state or states_in(inquiry.question, states)


def add_gaps(inquiry: Inquiry, named: Sequence[str], states: Sequence[State]) -> Inquiry:
    """The inquiry with a notice for each thing that was asked and that no cited passage says.

    :param named: codes of the States that were named; see ``named_states``.
    """
    if not inquiry.proven.citations:
        return inquiry
    return replace(inquiry, notices=(*inquiry.notices, *_national_law(inquiry, named, states), *_periods(inquiry)))


def _national_law(inquiry: Inquiry, named: Sequence[str], states: Sequence[State]) -> tuple[Notice, ...]:
    names = {state.code: state.name for state in states}
    missing = [
        names.get(code, code)
        for code in named
        if not any(_is_law_of(code, citation) for citation in inquiry.proven.citations)
    ]
    return (Notice(NoticeKind.NATIONAL_LAW_MISSING, ", ".join(missing)),) if missing else ()


def _is_law_of(code: str, citation: Citation) -> bool:
    return code in citation.passage.states and citation.passage.source.wording is Wording.OFFICIAL


def _periods(inquiry: Inquiry) -> tuple[Notice, ...]:
    said = " ".join(citation.quote for citation in inquiry.proven.citations).lower()
    missing = [
        match.group()
        for match in _PERIOD.finditer(inquiry.question)
        if not _AGED.search(inquiry.question[: match.start()]) and not _stands_in(match, said)
    ]
    return (Notice(NoticeKind.FIGURE_NOT_FOUND, ", ".join(dict.fromkeys(missing))),) if missing else ()


def _stands_in(match: "re.Match[str]", said: str) -> bool:
    number = claims_of(match.group("number")).numbers
    unit = match.group("unit").lower().rstrip("s")
    return any(
        claims_of(found.group("number")).numbers == number and found.group("unit").lower().rstrip("s") == unit
        for found in _PERIOD.finditer(said)
    )
