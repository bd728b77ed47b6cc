"""Rows of the library file to domain types and back."""

import json
import sqlite3
from dataclasses import asdict, dataclass
from typing import Any

from nrm.domain.passages import Box, Locator, Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind, Wording


@dataclass(frozen=True, slots=True)
class Loaded:
    """A source as it stands in the library, with what its file was."""

    source: Source
    file_name: str
    parsed_text: str
    page_labels: tuple[str, ...]
    remarks: tuple[str, ...]
    added_on: str
    passages: int = 0


def source_row(loaded: Loaded) -> tuple[object, ...]:
    source = loaded.source
    return (
        source.slug, source.wording, source.title, source.kind, source.authority, source.body, source.language,
        source.url, source.year, source.sha256, source.note, loaded.file_name, loaded.parsed_text,
        json.dumps(loaded.page_labels), json.dumps(loaded.remarks), loaded.added_on,
    )  # fmt: skip


def passage_row(passage: Passage, position: int) -> tuple[object, ...]:
    facets = (json.dumps(facet) for facet in (passage.topics, passage.states, passage.audiences))
    locator = json.dumps(asdict(passage.locator), ensure_ascii=False)
    source = passage.source
    return (passage.id, source.slug, source.wording, position, passage.text, locator, *facets)


def _source(row: sqlite3.Row) -> Source:
    return Source(
        slug=row["slug"],
        title=row["title"],
        kind=SourceKind(row["kind"]),
        authority=Authority(row["authority"]),
        wording=Wording(row["wording"]),
        body=row["body"],
        language=row["language"],
        url=row["url"],
        year=row["year"],
        sha256=row["sha256"],
        note=row["note"],
    )


def loaded_from(row: sqlite3.Row) -> Loaded:
    return Loaded(
        source=_source(row),
        file_name=row["file_name"],
        parsed_text=row["parsed_text"],
        page_labels=tuple(json.loads(row["page_labels"])),
        remarks=tuple(json.loads(row["remarks"])),
        added_on=row["added_on"],
        passages=row["passages"],
    )


def passage_from(row: sqlite3.Row) -> Passage:
    facets = (tuple(json.loads(row[name])) for name in ("topics", "states", "audiences"))
    return Passage(row["id"], _source(row), row["text"], locator_from(json.loads(row["locator"])), *facets)


def locator_from(values: dict[str, Any]) -> Locator:
    """A locator from its JSON form."""
    boxes = tuple(Box(**box) for box in values["boxes"])
    return Locator(**{**values, "heading_path": tuple(values["heading_path"]), "boxes": boxes})
