"""Each view of the commitments as a brief with footnotes, for Word."""

from collections.abc import Callable, Iterable, Sequence

from nrm.domain.knowledge import Commitment, PartyRow
from nrm.domain.passages import Passage
from nrm.services.explorer import labels
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.comparison import InstrumentRow, TopicRow
from nrm.services.explorer.crosswalk import InstrumentDuties
from nrm.services.explorer.sheets import cell_text
from nrm.services.explorer.standing import (
    STANDING_OF_ROW,
    StateStanding,
    as_of_text,
    standing_of,
    standing_text,
)
from nrm.services.exports import Block, Brief, Cell, Heading, Note, Paragraph, Table, said

OfficialWords = Callable[[Commitment], Sequence[Passage]]
_LEGEND = (
    "Duties are given in our own words; the strength rests on the operative words of the text. Footnotes "
    "name the place, the official address and the day on which our record was reviewed."
)
_AGE = "Standings are as of the date of the evidence, not of today: check the depositary before you rely on one."
_MANY = 300


def commitments_brief(
    commitments: Sequence[Commitment], catalogue: Catalogue, official: OfficialWords, state: str = ""
) -> Brief:
    """The commitments one after another, with the official words where they are loaded."""
    title = "Commitments against trafficking in human beings"
    blocks: list[Block] = [Paragraph(said(_LEGEND, italic=True))]
    for item in commitments[:_MANY]:
        blocks += _commitment_blocks(item, catalogue, official, state)
    if len(commitments) > _MANY:
        rest = len(commitments) - _MANY
        blocks.append(Paragraph(said(f"{rest} more were left out; narrow the list to see them.")))
    return Brief(title, tuple(blocks))


def crosswalk_brief(topic: str, groups: Sequence[InstrumentDuties], catalogue: Catalogue, state: str = "") -> Brief:
    """A topic across all instruments as one table."""
    column = (catalogue.states[state].name,) if state else ()
    rows = tuple(_crosswalk_row(group, duty, catalogue) for group in groups for duty in group.duties)
    table = Table(("Instrument", "Duty (our words)", "Strength", "Where", *column), rows)
    remarks = (_LEGEND, _AGE) if state else (_LEGEND,)
    blocks: list[Block] = [Paragraph(said(catalogue.topics[topic].definition))]
    blocks += [Paragraph(said(remark, italic=True)) for remark in remarks]
    return Brief(f"Across instruments: {catalogue.topic_label(topic)}", (*blocks, table), landscape=True)


def standings_brief(title: str, rows: Iterable[StateStanding], catalogue: Catalogue) -> Brief:
    """Where States stand towards instruments, every piece of evidence as a footnote."""
    cells = tuple(
        (
            said(catalogue.states[row.state].name),
            said(catalogue.sources[row.source].short_title, instrument_note(row.source, catalogue)),
            said(standing_text(row), *map(evidence_note, row.evidence), bold=row.disagree),
            said(row.as_of),
            said("The evidence disagrees: see the footnotes. " * row.disagree + row.remark),
        )
        for row in rows
    )
    table = Table(("State", "Instrument", "Standing", "As of", "Remark"), cells)
    return Brief(title, (Paragraph(said(_AGE, italic=True)), table), landscape=True)


def instruments_brief(slugs: Sequence[str], rows: Iterable[TopicRow], catalogue: Catalogue) -> Brief:
    """Instruments side by side, topic by topic."""
    head = ("Topic", *(catalogue.sources[slug].short_title for slug in slugs))
    cells = tuple(
        (
            said(catalogue.topic_label(row.topic)),
            *(
                said(cell_text(cell, catalogue), *(commitment_note(item, catalogue) for item in cell[:1]))
                for cell in row.cells
            ),
        )
        for row in rows
    )
    blocks = (Paragraph(said(_LEGEND, italic=True)), Table(head, cells))
    return Brief("Instruments compared", blocks, landscape=True)


def states_brief(codes: Sequence[str], rows: Iterable[InstrumentRow], catalogue: Catalogue) -> Brief:
    """States side by side, instrument by instrument."""
    head = ("Instrument", *(catalogue.states[code].name for code in codes))
    cells = tuple(
        (
            said(catalogue.sources[row.source].short_title, instrument_note(row.source, catalogue)),
            *(said(standing_with_age(cell), *map(evidence_note, cell.evidence)) for cell in row.cells),
        )
        for row in rows
    )
    return Brief("States compared", (Paragraph(said(_AGE, italic=True)), Table(head, cells)), landscape=True)


def commitment_note(item: Commitment, catalogue: Catalogue) -> Note:
    """Source, citation, place, how far it was checked, and the address."""
    source = catalogue.source_of(item)
    partial = f" {labels.rests_on_label(item).capitalize()}." if item.text != "full" else ""
    seen = "" if source.url_seen else f" ({labels.ADDRESS_NOT_CHECKED})"
    where = f"{source.title}, {source.citation}, {item.pinpoint}."
    return Note(f"{where} Record reviewed on {item.reviewed_on}.{partial}{seen}", source.url)


def instrument_note(slug: str, catalogue: Catalogue) -> Note:
    """Source, citation and address of an instrument."""
    source = catalogue.sources[slug]
    seen = "" if source.url_seen else f" ({labels.ADDRESS_NOT_CHECKED})"
    return Note(f"{source.title}, {source.citation}.{seen}", source.url)


def evidence_note(row: PartyRow) -> Note:
    """One piece of evidence on a State: what it says, where it was read, and how old it is."""
    detail = ", ".join(part for part in (STANDING_OF_ROW[row.status], row.date, row.detail) if part)
    return Note(f"{detail}. Read in: {row.evidence}; vintage: {row.vintage}.")


def standing_with_age(standing: StateStanding) -> str:
    """Standing and vintage in one cell."""
    return ", ".join(filter(None, (standing_text(standing), as_of_text(standing))))


def _commitment_blocks(item: Commitment, catalogue: Catalogue, official: OfficialWords, state: str) -> Iterable[Block]:
    source = catalogue.source_of(item)
    strength = f"{labels.strength_label(item, source)} (“{item.operative_words}”)"
    yield Heading(item.title, 2)
    yield Paragraph(
        said(f"{labels.where_label(item, source)} · ", bold=True) + said(strength, commitment_note(item, catalogue))
    )
    yield Paragraph(said(item.summary))
    if item.limits:
        yield Paragraph(said("Limits: ", bold=True) + said(item.limits))
    for passage in official(item):
        yield Paragraph(said(passage.text), quote=True)
    if state:
        standing = standing_of(state, item.source, catalogue)
        where = said(standing_with_age(standing), *map(evidence_note, standing.evidence))
        yield Paragraph(said(f"{catalogue.states[state].name}: ", bold=True) + where)


def _crosswalk_row(group: InstrumentDuties, duty: Commitment, catalogue: Catalogue) -> tuple[Cell, ...]:
    row = (
        said(group.source.short_title),
        said(f"{duty.title}. ", bold=True) + said(duty.summary),
        said(labels.strength_label(duty, group.source)),
        said(duty.pinpoint, commitment_note(duty, catalogue)),
    )
    if group.standing is None:
        return row
    return (*row, said(standing_with_age(group.standing), *map(evidence_note, group.standing.evidence)))
