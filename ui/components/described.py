"""What a passage is called, where it stands, and which of our records speak of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nrm.corpus import Corpus, HandbookDigest
from nrm.domain.knowledge import Commitment, Practice, SourceRecord
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import SourceKind, Wording
from nrm.retrieval.pinpoints import articles_named, paragraph_of
from nrm.retrieval.plan import summary_id
from ui.wording.answer_view import AS_OF, CHECKED_ON, OFFICIAL, SUMMARY, SUMMARY_OF, UNDATED


@dataclass(frozen=True, slots=True)
class Records:
    """The records of the corpus by what a passage can be asked for."""

    sources: Mapping[str, SourceRecord]
    commitments: Mapping[str, tuple[Commitment, ...]]
    practices: Mapping[str, Practice]
    digests: Mapping[str, HandbookDigest]
    states: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Described:
    """A passage as people read of it.

    ``url_seen`` is false when we have not opened the address; ``as_of`` says how old the facts are.
    """

    title: str
    place: str
    wording: str
    url: str
    url_seen: bool
    as_of: str
    commitments: tuple[Commitment, ...]


def records_of(corpus: Corpus) -> Records:
    """The corpus, arranged for describing passages."""
    by_source: dict[str, list[Commitment]] = {}
    for commitment in corpus.commitments:
        by_source.setdefault(commitment.source, []).append(commitment)
    return Records(
        sources={record.slug: record for record in corpus.sources},
        commitments={source: tuple(found) for source, found in by_source.items()},
        practices={f"practices/{practice.id}": practice for practice in corpus.practices},
        digests={digest.id: digest for digest in corpus.digests},
        states={state.code: state.name for state in corpus.states},
    )


def describe(passage: Passage, records: Records) -> Described:
    """The words for one passage."""
    record = records.sources.get(passage.source.slug)
    practice, digest = records.practices.get(passage.id), records.digests.get(passage.id)
    place = passage.locator.pinpoint
    return Described(
        title=_title(passage, record, practice),
        place=practice.title if practice else place,
        wording=_wording(passage, place),
        url=practice.url if practice else digest.url if digest else passage.source.url,
        url_seen=bool(practice or digest) or record is None or record.url_seen,
        as_of=_as_of(practice) if practice else CHECKED_ON.format(date=digest.checked_on) if digest else "",
        commitments=commitments_of(passage, records.commitments.get(passage.source.slug, ())),
    )


def commitments_of(passage: Passage, commitments: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """The commitments of its source that a passage is, or whose article and paragraph it holds."""
    return tuple(commitment for commitment in commitments if _speaks_of(commitment, passage))


def _speaks_of(commitment: Commitment, passage: Passage) -> bool:
    if passage.source.wording is Wording.SUMMARY:
        return summary_id(commitment) == passage.id
    if passage.locator.article not in articles_named(commitment.article):
        return False
    paragraph = paragraph_of(passage)
    return not commitment.paragraphs or paragraph is None or paragraph in commitment.paragraphs


def _title(passage: Passage, record: SourceRecord | None, practice: Practice | None) -> str:
    if practice:
        return practice.country
    if record is None:
        return passage.source.title
    return record.short_title or record.title


def _as_of(practice: Practice) -> str:
    dated = any(character.isdigit() for character in practice.as_of)
    return AS_OF.format(date=practice.as_of) if dated else UNDATED


def _wording(passage: Passage, place: str) -> str:
    if passage.source.wording is Wording.OFFICIAL:
        return OFFICIAL
    if passage.source.kind in (SourceKind.PRACTICES, SourceKind.GLOSSARY) or not passage.locator.article:
        return SUMMARY
    return SUMMARY_OF.format(place=place.replace("Article", "Art."))


def citation_text(passage: Passage, quote: str, records: Records) -> str:
    """A citation to paste into a report: the words, whose they are, where they stand."""
    described = describe(passage, records)
    record = records.sources.get(passage.source.slug)
    number = f" ({record.citation})" if record and record.citation else ""
    year = f", {passage.source.year}" if passage.source.year and not record else ""
    full = described.title if record is None else record.title
    place = f", {described.place}" if described.place else ""
    quote = " ".join(quote.split())
    words = f"“{quote}”" if passage.source.wording is Wording.OFFICIAL else quote
    ours = "" if passage.source.wording is Wording.OFFICIAL else " Summary by NRM Guide, not the official text."
    address = f" {described.url}" if described.url else ""
    return f"{words} – {full}{number}{year}{place}.{ours}{address}"
