"""What people read for the closed lists of practices."""

from collections.abc import Mapping

from nrm.domain.knowledge import Practice
from nrm.services.explorer.labels import spelled_out

REGION = "region"  # the value of the State facet for a practice that names no single State
NO_YEAR = "none"
_FIRST_SPAN, _SPAN_YEARS = 2010, 5

SOURCE_KIND: Mapping[str, str] = {
    "official": "Official source of the State",
    "intergovernmental": "Intergovernmental organisation",
    "third_party_assessment": "Assessment by others",
    "ngo_or_provider_self_description": "Description by the provider itself",
    "practitioner_platform": "Platform of practitioners",
    "academic": "Academic work",
    "media": "Media",
}
_SPECIAL = {REGION: "Region, no single State", NO_YEAR: "No year given", "NGOs": "NGOs"}
INCLUSION = "That a practice is listed is not our judgement on it, nor ODIHR's."
PAST_PERIODS = "Sources describe past periods: a service may have changed or ended since."


def source_kind_label(kind: str) -> str:
    """A kind of source in words."""
    return SOURCE_KIND.get(kind, spelled_out(kind))


def word_label(value: str) -> str:
    """A kind of practice, a target group or a special value in words.

    >>> word_label("border and migration staff")
    'Border and migration staff'
    """
    return _SPECIAL.get(value) or value[:1].upper() + value[1:].replace("_", " ")


def period_label(span: str) -> str:
    """A span of years in words."""
    if span.startswith("before-"):
        return f"Before {span.partition('-')[2]}"
    return _SPECIAL.get(span, span.replace("-", "–"))


def spans_of(practice: Practice) -> tuple[str, ...]:
    """The five years in which a practice began or was first reported, and all up to its last year, if known.

    An open end is not read as "still running": sources seldom say so.
    """
    first, last = practice.first_year, practice.last_year
    if first is None and last is None:
        return (NO_YEAR,)
    start, end = first or last or 0, last or first or 0
    return tuple(dict.fromkeys(_span_of(year) for year in range(start, end + 1)))


def as_of_label(practice: Practice) -> str:
    """How old the account is: "as of 2023", or that the source does not say."""
    known = practice.as_of not in ("", "not stated")
    return f"as of {practice.as_of}" if known else "the source does not say as of when"


def _span_of(year: int) -> str:
    if year < _FIRST_SPAN:
        return f"before-{_FIRST_SPAN}"
    start = year // _SPAN_YEARS * _SPAN_YEARS
    return f"{start}-{start + _SPAN_YEARS - 1}"
