"""The corpus as passages in our own words, so that a fresh machine answers at once."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from nrm.corpus import Corpus
from nrm.domain.knowledge import Commitment, GlossaryTerm, Practice, SourceRecord
from nrm.domain.passages import Locator, Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind, Wording
from nrm.retrieval.plan import summary_id

PRACTICES = Source(
    "practices",
    "Practices in OSCE participating States",
    SourceKind.PRACTICES,
    Authority.PRACTICE,
    Wording.SUMMARY,
    note="Our summaries of the pages named; inclusion is not our judgement.",
)
GLOSSARY = Source("glossary", "Glossary of this library", SourceKind.GLOSSARY, Authority.REFERENCE, Wording.SUMMARY)
_HASHED = ("*.yaml", "commitments/*.yaml", "practices/*.yaml", "sources/*.yaml", "handbook/*.md", "asked/*.yaml")


def corpus_hash(folder: Path) -> str:
    """A hash that changes with any record that is searched."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in _HASHED for path in folder.glob(pattern)):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def summary_passages(corpus: Corpus) -> Iterator[tuple[Source, list[Passage]]]:
    """Every source of our own words, with its passages in corpus order."""
    records = {record.slug: record for record in corpus.sources}
    for slug in dict.fromkeys(commitment.source for commitment in corpus.commitments):
        source = _summary_source(records[slug])
        own = (commitment for commitment in corpus.commitments if commitment.source == slug)
        yield source, [_commitment_passage(commitment, source) for commitment in own]
    yield PRACTICES, [_practice_passage(practice) for practice in corpus.practices]
    yield GLOSSARY, [_glossary_passage(term) for term in corpus.glossary]
    yield from _digest_sources(corpus, records)


def official_source(record: SourceRecord, language: str = "en") -> Source:
    """The source that a loaded official text of this instrument is."""
    return Source(
        record.slug,
        record.title,
        record.kind,
        record.authority,
        Wording.OFFICIAL,
        record.body,
        language,
        record.url,
        record.year,
        note=record.note,
    )


def _summary_source(record: SourceRecord) -> Source:
    return Source(
        record.slug,
        record.title,
        record.kind,
        record.authority,
        Wording.SUMMARY,
        record.body,
        "en",
        record.url,
        record.year,
        note=record.note,
    )


def _commitment_passage(commitment: Commitment, source: Source) -> Passage:
    locator = Locator(
        heading_path=(commitment.title,),
        article=commitment.article,
        paragraph=commitment.paragraphs[0] if len(commitment.paragraphs) == 1 else None,
    )
    return Passage(
        summary_id(commitment),
        source,
        _with_limits(commitment.summary, commitment.limits),
        locator,
        commitment.topics,
        (),
        commitment.audience,
    )


def _practice_passage(practice: Practice) -> Passage:
    return Passage(
        f"practices/{practice.id}",
        PRACTICES,
        _with_limits(practice.summary, practice.limits),
        Locator(heading_path=(practice.country, practice.title)),
        practice.themes,
        practice.states,
    )


def _glossary_passage(term: GlossaryTerm) -> Passage:
    text = f"{term.preferred[:1].upper()}{term.preferred[1:]}: {term.definition}"
    meanings = "\n".join(f"{meaning.source}: {meaning.definition}" for meaning in term.meanings)
    return Passage(
        f"glossary/{term.id}",
        GLOSSARY,
        f"{text}\n\n{meanings}".strip(),
        Locator(heading_path=(term.preferred,)),
        term.topics,
    )


def _digest_sources(corpus: Corpus, records: dict[str, SourceRecord]) -> Iterable[tuple[Source, list[Passage]]]:
    for slug in dict.fromkeys(digest.source for digest in corpus.digests):
        source = _summary_source(records[slug])
        yield (
            source,
            [
                Passage(digest.id, source, digest.text, Locator(heading_path=(digest.title,)), digest.topics)
                for digest in corpus.digests
                if digest.source == slug
            ],
        )


def _with_limits(summary: str, limits: str) -> str:
    return f"{summary}\n\nLimits: {limits}" if limits else summary
