"""From a finished inquiry to the answer that pages and scripts see."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nrm.answering.inquiry import Inquiry, Library
from nrm.corpus.binding import binding_of
from nrm.domain.answers import Answer, BindingNote, Citation, Conflict, Notice
from nrm.domain.knowledge import PartyRow, SourceRecord
from nrm.domain.vocabulary import Authority, Binding, NoticeKind, Outcome, Wording

_WITH_OFFICIAL_TEXT = frozenset(
    {Authority.TREATY, Authority.EU_LAW, Authority.CASE_LAW, Authority.POLITICAL_COMMITMENT}
)


def verified(inquiry: Inquiry) -> Inquiry:
    """An inquiry whose every statement failed ends as not found."""
    if inquiry.outcome in (Outcome.ANSWERED, Outcome.PARTIAL) and not inquiry.proven.statements:
        nearest = tuple(hit.passage for hit in inquiry.hits[:3])
        return replace(inquiry, outcome=Outcome.NOT_FOUND, related=nearest)
    return inquiry


def add_notices(inquiry: Inquiry, library: Library, records: Mapping[str, SourceRecord]) -> Inquiry:
    """Remarks that follow from what is cited: our summary only, a newer version."""
    notices = list(inquiry.notices)
    cited = _cited_sources(inquiry.proven.citations)
    summaries = [
        slug
        for slug, (wording, authority) in cited.items()
        if wording is Wording.SUMMARY and authority in _WITH_OFFICIAL_TEXT and not library.is_loaded(slug)
    ]
    if summaries:
        notices.append(Notice(NoticeKind.SUMMARY_ONLY, ", ".join(_short(records, slug) for slug in summaries)))
    notices += [
        Notice(NoticeKind.NEWER_VERSION, f"{records[slug].short_title}: {_version_note(records, slug)}")
        for slug in cited
        if slug in records and (records[slug].superseded_by or records[slug].newer_versions)
    ]
    return replace(inquiry, notices=tuple(notices))


def add_bindings(
    inquiry: Inquiry, states: Sequence[str], parties: Sequence[PartyRow], records: Mapping[str, SourceRecord]
) -> Inquiry:
    """For each of these States, by code, whether it is bound by the treaties cited."""
    treaties = [
        slug
        for slug, (_, authority) in _cited_sources(inquiry.proven.citations).items()
        if authority is Authority.TREATY
    ]
    bindings = tuple(binding_of(state, slug, parties) for state in states for slug in treaties)
    unbound = [note for note in bindings if note.status in (Binding.NOT_PARTY, Binding.SIGNED, Binding.WITHDREW)]
    notices = tuple(Notice(NoticeKind.STATE_NOT_BOUND, _not_bound(note, records)) for note in unbound)
    return replace(inquiry, bindings=bindings, notices=inquiry.notices + notices)


def add_conflicts(inquiry: Inquiry, conflicts: Mapping[str, Conflict]) -> Inquiry:
    """Known differences between sources, shown when a passage that carries one is cited.

    :param conflicts: by the id of a passage, or of the record that a passage is a digest of.
    """
    cited = {citation.passage.id for citation in inquiry.proven.citations}
    names = sorted(cited | {name.rpartition("/")[2] for name in cited})
    found = tuple(dict.fromkeys(conflicts[name] for name in names if name in conflicts))
    notices = tuple(Notice(NoticeKind.CONFLICT, conflict.about) for conflict in found)
    return replace(inquiry, conflicts=found, notices=inquiry.notices + notices)


def present(inquiry: Inquiry) -> Answer:
    """The answer of an inquiry that has ended."""
    return Answer(
        question=inquiry.question,
        language=inquiry.ranking.language if inquiry.ranking else "",
        outcome=inquiry.outcome or Outcome.NOT_FOUND,
        statements=inquiry.proven.statements,
        citations=inquiry.proven.citations,
        notices=inquiry.notices,
        uncovered=inquiry.uncovered,
        conflicts=inquiry.conflicts,
        related=inquiry.related,
        bindings=inquiry.bindings,
        understood_as=inquiry.question,
        corrected=inquiry.ranking.corrected if inquiry.ranking else (),
        detail=inquiry.detail,
        written_by=inquiry.written_by if inquiry.proven.statements else "",
        timings_ms=inquiry.timings_ms,
    )


def _cited_sources(citations: Sequence[Citation]) -> dict[str, tuple[Wording, Authority]]:
    return {
        citation.passage.source.slug: (citation.passage.source.wording, citation.passage.authority)
        for citation in citations
    }


def _short(records: Mapping[str, SourceRecord], slug: str) -> str:
    return records[slug].short_title if slug in records else slug


def _version_note(records: Mapping[str, SourceRecord], slug: str) -> str:
    record = records[slug]
    newer = f"superseded by {_short(records, record.superseded_by)}" if record.superseded_by else ""
    return "; ".join(part for part in (newer, *record.newer_versions) if part)


def _not_bound(note: BindingNote, records: Mapping[str, SourceRecord]) -> str:
    return f"{note.state}, {_short(records, note.source)}: {note.status.value.replace('_', ' ')} (as of {note.as_of})"
