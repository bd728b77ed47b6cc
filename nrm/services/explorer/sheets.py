"""Each view of the commitments as the head and rows of a table, for CSV."""

from collections.abc import Iterable, Sequence

from nrm.domain.knowledge import Commitment
from nrm.services.explorer import labels
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.comparison import InstrumentRow, TopicRow
from nrm.services.explorer.crosswalk import InstrumentDuties
from nrm.services.explorer.standing import (
    STANDING,
    STANDING_OF_ROW,
    StateStanding,
    standing_of,
    standing_text,
)

Sheet = tuple[tuple[str, ...], list[tuple[str, ...]]]

_COMMITMENT_HEAD = (
    "id", "instrument", "citation", "year", "body", "authority", "pinpoint", "title", "actor", "strength",
    "operative words", "duty (our summary)", "limits", "applies to", "audience", "pillar", "topics",
    "rests on", "official address", "address", "reviewed on",
)  # fmt: skip
_STANDING_HEAD = (
    "state",
    "code",
    "instrument",
    "source",
    "status",
    "since",
    "as of",
    "remark",
    "evidence disagrees",
)


def commitments_sheet(commitments: Iterable[Commitment], catalogue: Catalogue, state: str = "") -> Sheet:
    """One row a commitment; with a State, two columns on where it stands."""
    head = (*_COMMITMENT_HEAD, *(("State's standing", "as of") if state else ()))
    return head, [_commitment_row(item, catalogue, state) for item in commitments]


def crosswalk_sheet(groups: Sequence[InstrumentDuties], catalogue: Catalogue, state: str = "") -> Sheet:
    """One row a duty, in the order of the crosswalk."""
    return commitments_sheet((duty for group in groups for duty in group.duties), catalogue, state)


def standings_sheet(rows: Iterable[StateStanding], catalogue: Catalogue) -> Sheet:
    """One row a State and instrument, followed by one for each piece of its evidence."""
    lines: list[tuple[str, ...]] = []
    for row in rows:
        state, source = catalogue.states[row.state], catalogue.sources[row.source]
        who = (state.name, state.code, source.short_title, source.slug)
        flag = "yes" if row.disagree else ""
        lines.append((*who, STANDING[row.standing], row.since, row.as_of, row.remark, flag))
        lines += [
            (
                *who,
                f"evidence: {STANDING_OF_ROW[piece.status]}",
                piece.date,
                piece.vintage,
                piece.detail,
                piece.evidence,
            )
            for piece in row.evidence
        ]
    return _STANDING_HEAD, lines


def instruments_sheet(slugs: Sequence[str], rows: Iterable[TopicRow], catalogue: Catalogue) -> Sheet:
    """One row a topic, one column an instrument: the places by strength."""
    head = ("topic", *(catalogue.sources[slug].short_title for slug in slugs))
    return head, [
        (catalogue.topic_label(row.topic), *(cell_text(cell, catalogue) for cell in row.cells)) for row in rows
    ]


def states_sheet(codes: Sequence[str], rows: Iterable[InstrumentRow], catalogue: Catalogue) -> Sheet:
    """One row an instrument, two columns a State: where it stands, and as of when."""
    names = [catalogue.states[code].name for code in codes]
    head = ("instrument", *(column for name in names for column in (name, f"{name}: as of")))
    return head, [
        (
            catalogue.sources[row.source].short_title,
            *(text for cell in row.cells for text in (standing_text(cell), cell.as_of)),
        )
        for row in rows
    ]


def cell_text(cell: Sequence[Commitment], catalogue: Catalogue) -> str:
    """The places of some duties by strength, the strongest first; a dash when there are none."""
    lines = (f"{label}: {_places(duties)}" for label, duties in by_strength(cell, catalogue).items())
    return "; ".join(lines) or "–"


def by_strength(cell: Iterable[Commitment], catalogue: Catalogue) -> dict[str, list[Commitment]]:
    """Some duties by what people read for their strength, the strongest first."""
    found: dict[str, list[Commitment]] = {}
    for item in sorted(cell, key=lambda item: item.strength.rank):
        found.setdefault(labels.strength_label(item, catalogue.source_of(item)), []).append(item)
    return found


def _places(duties: Iterable[Commitment]) -> str:
    return ", ".join(dict.fromkeys(item.pinpoint for item in duties))


def _commitment_row(item: Commitment, catalogue: Catalogue, state: str) -> tuple[str, ...]:
    source = catalogue.source_of(item)
    row = (
        item.id, source.short_title, source.citation, str(source.year), source.body,
        labels.AUTHORITY[source.authority], item.pinpoint, item.title, item.actor,
        labels.STRENGTH[item.strength], item.operative_words, item.summary, item.limits,
        labels.APPLIES_TO.get(item.applies_to, item.applies_to),
        "; ".join(map(labels.audience_label, item.audience)), labels.pillar_label(item.pillar),
        "; ".join(map(catalogue.topic_label, item.topics)), labels.rests_on_label(item) or "full text",
        source.url, "seen" if source.url_seen else labels.ADDRESS_NOT_CHECKED, item.reviewed_on,
    )  # fmt: skip
    if not state:
        return row
    standing = standing_of(state, item.source, catalogue)
    return (*row, standing_text(standing), standing.as_of)
