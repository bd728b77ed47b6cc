"""What an exported answer holds: the statements with footnotes, what is missing, and the document versions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from nrm.answering.surroundings import led_in
from nrm.domain.answers import Answer, BindingNote, Citation, Notice, Statement
from nrm.domain.vocabulary import Authority, Outcome, Support, Wording
from nrm.services.explorer import labels
from nrm.services.exports import Block, Brief, Cell, Heading, Note, Paragraph, Table, said

_SHORT_HASH = 12  # letters; enough to tell versions of one document apart
_WORDING = {Wording.OFFICIAL: "official text", Wording.SUMMARY: "our summary"}
_NOT_KEPT = frozenset({Outcome.PERSON_AT_RISK, Outcome.HARMFUL})


@dataclass(frozen=True, slots=True)
class Wordings:
    """The reviewed words of the pages, which this layer does not own.

    ``scope`` is the notice that stands on every page; ``names`` what States and sources are called, by code and
    slug; ``made_on`` the day of the export, as a date.
    """

    outcome: Callable[[Answer], str]
    notice: Callable[[Notice], str]
    scope: str
    names: Mapping[str, str] = field(default_factory=dict)
    made_on: str = ""


def answer_brief(answer: Answer, words: Wordings) -> Brief:
    """One answer as a document of its own."""
    opening = Paragraph(said(words.scope, italic=True))
    return Brief(_title(answer), (opening, *answer_blocks(answer, words), *_versions([answer], words)))


def conversation_brief(answers: Sequence[Answer], words: Wordings) -> Brief:
    """Several answers, oldest first; of what was said in danger nothing is exported."""
    shown = [answer for answer in answers if answer.outcome not in _NOT_KEPT]
    blocks: list[Block] = [Paragraph(said(words.scope, italic=True))]
    for answer in shown:
        blocks += [Heading(_title(answer)), *answer_blocks(answer, words)]
    return Brief("Questions and answers", (*blocks, *_versions(shown, words)))


def answer_blocks(answer: Answer, words: Wordings) -> Iterable[Block]:
    """The parts of one answer, in the order of the page."""
    if answer.outcome in _NOT_KEPT:
        return
    message = words.outcome(answer)
    if message:
        yield Paragraph(said(message))
    for authority, statements in _by_authority(answer):
        yield Heading(labels.AUTHORITY[authority], 2)
        yield from (_statement(statement, answer) for statement in statements)
    yield from _remarks(answer, words)


def source_line(citation: Citation) -> str:
    """Source, place and whose words, without the address."""
    passage = citation.passage
    where = ", ".join(part for part in (passage.source.title, passage.locator.pinpoint) if part)
    return f"{where} ({_WORDING[passage.source.wording]})"


def version_of(citation: Citation) -> str:
    """Which version of the document was read: the beginning of its SHA-256."""
    return citation.passage.source.sha256[:_SHORT_HASH]


def _title(answer: Answer) -> str:
    said = answer.understood_as or answer.question
    return said if said and answer.outcome not in _NOT_KEPT else "Question"


def _by_authority(answer: Answer) -> list[tuple[Authority, list[Statement]]]:
    by_number = {citation.n: citation for citation in answer.citations}
    groups: dict[Authority, list[Statement]] = {}
    for statement in answer.statements:
        groups.setdefault(by_number[statement.citations[0]].passage.authority, []).append(statement)
    return sorted(groups.items(), key=lambda group: group[0].rank)


def _statement(statement: Statement, answer: Answer) -> Paragraph:
    cited = [citation for citation in answer.citations if citation.n in statement.citations]
    notes = tuple(_note(citation, statement) for citation in cited)
    verbatim = statement.support is Support.VERBATIM
    lead = led_in(cited[0]) if verbatim else ""
    before = said(f"{lead} ", italic=True) if lead else ()
    return Paragraph((*before, *said(statement.text, *notes)), quote=verbatim)


def _note(citation: Citation, statement: Statement) -> Note:
    quote = "" if statement.support is Support.VERBATIM else f" “{citation.quote}”"
    version = f" Document version {version_of(citation)}." if version_of(citation) else ""
    return Note(f"{source_line(citation)}.{quote}{version}", citation.passage.source.url)


def _remarks(answer: Answer, words: Wordings) -> Iterable[Block]:
    notices = [words.notice(notice) for notice in answer.notices]
    notices += (
        [f"Proposed by {answer.written_by}; each sentence was checked against its quote."] if answer.written_by else []
    )
    for text in notices:
        yield Paragraph(said("Note: ", bold=True) + said(text))
    if answer.uncovered:
        yield Paragraph(
            said("What the sources do not say: ", bold=True)
            + said(f"nothing was found on {', '.join(answer.uncovered)}.")
        )
    for conflict in answer.conflicts:
        yield Paragraph(said(f"Sources differ on {conflict.about}: ", bold=True))
        yield from (Paragraph(said(f"{where}: {says}")) for where, says in conflict.versions)
    if answer.bindings:
        yield Table(
            ("State", "Instrument", "Standing", "As of"),
            tuple(_binding(note, words.names) for note in answer.bindings),
        )


def _binding(note: BindingNote, names: Mapping[str, str]) -> tuple[Cell, ...]:
    standing = note.status.value.replace("_", " ") + (f" since {note.since}" if note.since else "")
    doubt = " (the evidence disagrees)" if note.conflicting else ""
    state, source = names.get(note.state, note.state), names.get(note.source, note.source)
    return said(state), said(source), said(standing + doubt), said(note.as_of or "not known")


def _versions(answers: Sequence[Answer], words: Wordings) -> Iterable[Block]:
    """Every document cited, once: which version of it was read, and its year."""
    documents = {
        (citation.passage.source.slug, citation.passage.source.wording): citation
        for answer in answers
        for citation in answer.citations
    }
    if not documents:
        return
    yield Heading("Documents and versions", 2)
    rows = tuple(
        (
            said(citation.passage.source.title),
            said(_WORDING[citation.passage.source.wording]),
            said(str(citation.passage.source.year or "")),
            said(version_of(citation)),
            said(citation.passage.source.url),
        )
        for citation in documents.values()
    )
    yield Table(("Document", "Words", "Year", "Version", "Address"), rows)
    if words.made_on:
        yield Paragraph(said(f"Exported on {words.made_on}. Check what has changed since.", italic=True))
