"""What is said around an answer: notices, gaps, conflicts, whether a State is bound."""

from collections.abc import Iterable

from nrm.domain.answers import Answer, BindingNote, Conflict, Notice
from nrm.domain.vocabulary import NoticeKind, Outcome, SourceKind
from ui.components.described import Records
from ui.components.markup import html, items
from ui.wording import answer_view as words
from ui.wording.labels import BINDINGS
from ui.wording.notices import NOTICES

_HEAD_CELLS = "".join(f'<th scope="col">{html(title)}</th>' for title in words.BINDING_COLUMNS)
_GAPS = (NoticeKind.FIGURE_NOT_FOUND, NoticeKind.NATIONAL_LAW_MISSING)
_SAID_ELSEWHERE = frozenset({NoticeKind.CONFLICT, NoticeKind.STATE_NOT_BOUND, NoticeKind.CASE_ADVICE, *_GAPS})


def notice_text(kind: NoticeKind, details: Iterable[str]) -> str:
    """The reviewed words of a notice for all its details."""
    return NOTICES[kind].format(detail="; ".join(detail for detail in details if detail))


def notices_html(notices: Iterable[Notice]) -> str:
    """The notices that have no place of their own, one line a kind."""
    by_kind: dict[NoticeKind, list[str]] = {}
    for notice in notices:
        if notice.kind not in _SAID_ELSEWHERE:
            by_kind.setdefault(notice.kind, []).append(notice.detail)
    if not by_kind:
        return ""
    lines = "".join(f"<p>{html(notice_text(kind, details))}</p>" for kind, details in by_kind.items())
    return f'<div class="nrm-notes"><p><strong>{html(words.NOTES_HEADING)}</strong></p>{lines}</div>'


def case_advice_html(notices: Iterable[Notice]) -> str:
    """The notice that stands before an answer about a case."""
    if not any(notice.kind is NoticeKind.CASE_ADVICE for notice in notices):
        return ""
    return f'<div class="nrm-notes"><p>{html(notice_text(NoticeKind.CASE_ADVICE, ()))}</p></div>'


def gaps_html(answer: Answer, handbook_loaded: bool, state_chosen: bool) -> str:
    """What the sources do not say: words and figures found nowhere, national law, a missing Handbook, no State."""
    gaps = [notice_text(notice.kind, (notice.detail,)) for notice in answer.notices if notice.kind in _GAPS]
    if answer.uncovered:
        gaps.append(words.UNCOVERED_WORDS.format(words=", ".join(answer.uncovered)))
    if answer.citations and not state_chosen and any(_binds(answer)):
        gaps.append(words.CHOOSE_STATE)
    if answer.citations and not handbook_loaded and answer.outcome is not Outcome.SOURCE_NOT_LOADED:
        gaps.append(words.HANDBOOK_MISSING)
    return f'<h3 class="nrm-h3">{html(words.UNCOVERED_HEADING)}</h3>{items(gaps)}' if gaps else ""


def conflicts_html(conflicts: Iterable[Conflict]) -> str:
    """Each difference between sources with all its versions."""
    return "".join(
        f'<h3 class="nrm-h3">{html(words.CONFLICT_HEADING.format(about=conflict.about))}</h3>'
        + items(f"{where}: {says}" for where, says in conflict.versions)
        for conflict in conflicts
    )


def bindings_html(notes: Iterable[BindingNote], records: Records) -> str:
    """A table of States and instruments."""
    rows = [_row(note, records) for note in notes]
    if not rows:
        return ""
    heading = html(words.BINDING_HEADING)
    region = f'<div class="nrm-scroll" tabindex="0" role="region" aria-label="{heading}">'
    return (
        f'<h3 class="nrm-h3">{heading}</h3>{region}'
        f'<table class="nrm-table"><thead><tr>{_HEAD_CELLS}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _row(note: BindingNote, records: Records) -> str:
    record = records.sources.get(note.source)
    since = words.BINDING_SINCE.format(date=note.since) if note.since else ""
    as_of = words.BINDING_AS_OF.format(date=note.as_of) if note.as_of else words.BINDING_UNKNOWN_DATE
    differs = words.BINDING_CONFLICT if note.conflicting else ""
    evidence = ", ".join(part for part in (since, as_of, differs) if part)
    status = f"<strong>{html(BINDINGS[note.status])}</strong>"
    cells = (
        html(records.states.get(note.state, note.state)),
        html(record.short_title if record else note.source),
        f'{status}<br><span class="nrm-small">{html(evidence)}</span>',
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _binds(answer: Answer) -> Iterable[bool]:
    return (citation.passage.source.kind is SourceKind.TREATY for citation in answer.citations)
