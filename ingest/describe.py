"""What a loaded file is: its slug, title, kind and authority."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ingest.blocks import ParsedDocument
from ingest.corpus_passages import official_source
from nrm.domain.knowledge import SourceRecord
from nrm.domain.passages import Source
from nrm.domain.vocabulary import Authority, SourceKind

_AUTHORITY_OF_KIND = {
    SourceKind.HANDBOOK: Authority.GUIDANCE,
    SourceKind.TREATY: Authority.TREATY,
    SourceKind.EU_LAW: Authority.EU_LAW,
    SourceKind.CASE_LAW: Authority.CASE_LAW,
    SourceKind.DECISION: Authority.POLITICAL_COMMITMENT,
    SourceKind.GUIDANCE: Authority.GUIDANCE,
    SourceKind.FACTSHEET: Authority.GUIDANCE,
    SourceKind.PRACTICES: Authority.PRACTICE,
}
_NOT_IN_SLUGS = re.compile(r"[^\w.-]+")


def slug_of(path: Path, document: ParsedDocument) -> str:
    """The front matter's ``slug``, else the file's stem; never with a slash or a space."""
    return _NOT_IN_SLUGS.sub("-", document.metadata.get("slug") or path.stem).strip("-.") or "document"


def describe(
    slug: str,
    document: ParsedDocument,
    known: Mapping[str, SourceRecord],
    kind: SourceKind | None = None,
    title: str = "",
) -> Source:
    """The source a file is; what the corpus knows of a slug holds, unless a person says otherwise.

    Authority comes from the corpus's record or from the kind a person names; a file cannot claim it.
    """
    record = known.get(slug)
    language = document.language[:2].lower() or "en"
    if record:
        source = official_source(record, language)
    else:
        source = Source(
            slug,
            document.title or slug,
            SourceKind.DOCUMENT,
            Authority.REFERENCE,
            language=language,
            url=document.metadata.get("official_url", ""),
            body=document.metadata.get("body", ""),
        )
    if kind:
        source = replace(source, kind=kind, authority=_AUTHORITY_OF_KIND.get(kind, Authority.REFERENCE))
    return replace(source, title=title) if title else source


def is_partial(document: ParsedDocument) -> bool:
    """Whether the file says of itself that it is an excerpt or a summary."""
    return document.metadata.get("completeness", "").upper().startswith("PARTIAL")
