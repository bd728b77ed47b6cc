"""Practices as the head and rows of a table, for CSV."""

from collections.abc import Iterable

from nrm.domain.knowledge import Practice
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.labels import pillar_label
from nrm.services.explorer.sheets import Sheet
from nrm.services.practice_finding.labels import source_kind_label, word_label

_HEAD = (
    "id", "state codes", "country", "institution", "title", "in one sentence", "summary (our words)",
    "limits named", "praise named", "kind", "pillars", "themes", "for", "period", "first year", "last year",
    "kind of source", "source address", "also seen at", "as of", "checked on", "commitments it serves",
    "listed by ODIHR",
)  # fmt: skip


def practices_sheet(practices: Iterable[Practice], catalogue: Catalogue) -> Sheet:
    """One row a practice."""
    return _HEAD, [_row(item, catalogue) for item in practices]


def _row(item: Practice, catalogue: Catalogue) -> tuple[str, ...]:
    return (
        item.id, "; ".join(item.states), item.country, item.institution, item.title, item.plain, item.summary,
        item.limits, item.praise, word_label(item.kind), "; ".join(map(pillar_label, item.pillars)),
        "; ".join(word_label(catalogue.topic_label(theme)) for theme in item.themes),
        "; ".join(map(word_label, item.target_groups)), item.period, _year(item.first_year),
        _year(item.last_year), source_kind_label(item.source_kind), item.url, "; ".join(item.also_seen),
        item.as_of, item.checked_on, "; ".join(item.commitments), item.odihr_listed,
    )  # fmt: skip


def _year(year: int | None) -> str:
    return "" if year is None else str(year)
