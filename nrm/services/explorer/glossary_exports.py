"""The glossary as a table and as a brief."""

from collections.abc import Iterable, Iterator, Sequence

from nrm.domain.knowledge import Equivalent, GlossaryTerm
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.glossary import (
    CHECKED,
    DRAFT,
    LANGUAGES,
    definition_source,
    shown_equivalents,
    source_name,
)
from nrm.services.explorer.sheets import Sheet
from nrm.services.exports import Block, Brief, Heading, Note, Paragraph, Table, said


def terms_sheet(terms: Iterable[GlossaryTerm]) -> Sheet:
    """One row a term, a column a language; an equivalent that was not checked says so."""
    head = (
        "id", "term", "definition", "source of the definition", "the law says", "practitioners say",
        "words to avoid", *LANGUAGES.values(),
    )  # fmt: skip
    return head, [_row(term) for term in terms]


def terms_brief(terms: Sequence[GlossaryTerm], catalogue: Catalogue) -> Brief:
    """Terms one after another, with meanings and equivalents, and footnotes for their sources."""
    blocks: list[Block] = []
    for term in terms:
        blocks += _term_blocks(term, catalogue)
    return Brief("Glossary", tuple(blocks))


def _row(term: GlossaryTerm) -> tuple[str, ...]:
    equivalents = shown_equivalents(term)
    by_language = ("; ".join(_marked(item) for code, item in equivalents if code == own) for own in LANGUAGES)
    return (
        term.id,
        term.preferred,
        term.definition,
        "" if term.definition_source == "own" else term.definition_source,
        "; ".join(name for name, _ in term.legal_terms),
        "; ".join(term.practitioners_say),
        "; ".join(f"{name} ({why})" for name, why in term.avoid),
        *by_language,
    )


def _marked(item: Equivalent) -> str:
    return item.term if item.checked else f"{item.term} (not checked)"


def _term_blocks(term: GlossaryTerm, catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(term.preferred, 1)
    yield Paragraph(said(term.definition, Note(definition_source(term, catalogue))))
    for meaning in term.meanings:
        name = source_name(meaning.source, catalogue)
        note = Note(f"{name}; seen on {meaning.checked_on}.", meaning.url)
        yield Paragraph(said(f"{name}: ", bold=True) + said(meaning.definition, note))
    yield from _named_list("The law says", [name for name, _ in term.legal_terms])
    yield from _named_list("Practitioners say", term.practitioners_say)
    yield from _named_list("Words to avoid", [f"{name} ({why})" for name, why in term.avoid])
    rows = tuple(
        (
            said(LANGUAGES.get(code, code)),
            said(item.term),
            said(CHECKED if item.checked else DRAFT, Note(item.source)),
        )
        for code, item in shown_equivalents(term)
    )
    if rows:
        yield Table(("Language", "Equivalent", "Checked"), rows)


def _named_list(name: str, items: Sequence[str]) -> Iterator[Block]:
    if items:
        yield Paragraph(said(f"{name}: ", bold=True) + said("; ".join(items)))
