"""Practices, and a comparison of some, as a brief with footnotes, for Word."""

from collections.abc import Iterable, Sequence

from nrm.domain.knowledge import Practice
from nrm.services.explorer.briefs import commitment_note
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.labels import where_label
from nrm.services.exports import Block, Brief, Heading, Note, Paragraph, Part, Table, said
from nrm.services.practice_finding.comparison import column_heads, compare_practices
from nrm.services.practice_finding.labels import (
    INCLUSION,
    PAST_PERIODS,
    as_of_label,
    source_kind_label,
    word_label,
)

_OPENING = f"{INCLUSION} {PAST_PERIODS} The words are our summary; footnotes name the sources."
_MANY = 150


def practices_brief(practices: Sequence[Practice], catalogue: Catalogue) -> Brief:
    """The practices one after another; beyond the first 150 it says how many were left out."""
    blocks: list[Block] = [Paragraph(said(_OPENING, italic=True))]
    for item in practices[:_MANY]:
        blocks += _practice_blocks(item, catalogue)
    if len(practices) > _MANY:
        rest = len(practices) - _MANY
        blocks.append(Paragraph(said(f"{rest} more were left out; narrow the list to see them.")))
    return Brief("Practices in OSCE participating States", tuple(blocks))


def comparison_brief(practices: Sequence[Practice], catalogue: Catalogue) -> Brief:
    """Two to four practices side by side; raises as ``compare_practices``."""
    _, *rows = (
        (said(field.label, bold=True), *map(said, field.cells)) for field in compare_practices(practices, catalogue)
    )
    titles = (said("Practice", bold=True), *(said(item.title, practice_note(item)) for item in practices))
    table = Table(("", *column_heads(practices)), (titles, *rows))
    return Brief("Practices compared", (Paragraph(said(_OPENING, italic=True)), table), landscape=True)


def practice_note(item: Practice) -> Note:
    """Who says so, how old it is, and the address."""
    kind = source_kind_label(item.source_kind).casefold()
    where = f"{item.institution}, {item.country}. Source: {kind}; {as_of_label(item)}"
    return Note(f"{where}; checked on {item.checked_on}.", item.url)


def _practice_blocks(item: Practice, catalogue: Catalogue) -> Iterable[Block]:
    facts = f"{item.country} · {word_label(item.kind)} · {item.period} · {item.institution}"
    yield Heading(item.title, 2)
    yield Paragraph(said(f"{facts} ", practice_note(item), bold=True))
    yield Paragraph(said(f"{item.plain} {item.summary}"))
    if item.limits:
        yield Paragraph(said("Limits named: ", bold=True) + said(item.limits))
    if item.praise:
        yield Paragraph(said("Praise named: ", bold=True) + said(item.praise))
    if served := tuple(_served(item, catalogue)):
        yield Paragraph(said("Commitments it serves: ", bold=True) + served)


def _served(item: Practice, catalogue: Catalogue) -> Iterable[Part]:
    known = [catalogue.commitments[name] for name in item.commitments if name in catalogue.commitments]
    for place, commitment in enumerate(known):
        between = "; " if place else ""
        label = f"{between}{where_label(commitment, catalogue.source_of(commitment))}"
        yield Part(label, notes=(commitment_note(commitment, catalogue),))
