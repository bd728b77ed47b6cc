"""One file into the library: original kept, parsed in a child process, cut into passages."""

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ingest.blocks import ParsedDocument
from ingest.describe import describe, is_partial, slug_of
from ingest.formats import decide_format
from ingest.parsers.limits import Limits
from ingest.passages import passages_of
from ingest.recognise import Watched, read_document
from nrm.adapters.library_rows import Loaded
from nrm.adapters.library_store import LibraryStore
from nrm.adapters.writer_lock import unwritable
from nrm.domain.errors import UnreadableDocument
from nrm.domain.knowledge import SourceRecord
from nrm.domain.vocabulary import SourceKind, Wording
from nrm.settings import Settings

MEBIBYTE = 1 << 20


class Excerpt(UnreadableDocument):
    """A file that says of itself that it is an excerpt or a summary; loaded only when named."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person said about the files to add."""

    kind: SourceKind | None = None
    title: str = ""
    password: str | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """Where files go, and what the corpus knows of sources, by slug."""

    store: LibraryStore
    known: Mapping[str, SourceRecord]
    settings: Settings


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: ``passages`` in the library, ``unchanged`` when it was there already."""

    slug: str
    file_name: str
    passages: int
    unchanged: bool
    remarks: tuple[str, ...]


def sha256_of(path: Path) -> str:
    """The hash of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def limits_of(settings: Settings) -> Limits:
    """What one document may cost, as the operator set it."""
    return Limits(
        memory_bytes=settings.parser_memory_megabytes * MEBIBYTE, seconds=float(settings.parser_timeout_seconds)
    )


def add_file(
    path: Path,
    wanted: Wanted,
    intake: Intake,
    by_name: bool,
    watched: Watched | None = None,
) -> Added:
    """Add a file, or find that it is there already.

    :param by_name: the person named this very file; an excerpt is only loaded then.
    :raises UnreadableDocument: with the reason and the remedy.
    :raises StorageFailure: if the original cannot be kept.
    """
    settings = intake.settings
    fmt = decide_format(path, settings.max_file_megabytes * MEBIBYTE)
    sha256 = sha256_of(path)
    there = _same_file(intake.store, sha256, wanted)
    if there:
        return Added(there.source.slug, path.name, there.passages, True, there.remarks)
    document = read_document(path, fmt, limits_of(settings), wanted.password, watched)
    return _store(path, sha256, document, wanted, intake, by_name)


def _same_file(store: LibraryStore, sha256: str, wanted: Wanted) -> Loaded | None:
    for loaded in store.sources():
        source = loaded.source
        if source.sha256 == sha256 and source.wording is Wording.OFFICIAL:
            same_kind = wanted.kind in (None, source.kind)
            same_title = wanted.title in ("", source.title)
            return loaded if same_kind and same_title else None
    return None


def _store(
    path: Path,
    sha256: str,
    document: ParsedDocument,
    wanted: Wanted,
    intake: Intake,
    by_name: bool,
) -> Added:
    remarks = document.remarks
    if is_partial(document):
        if not by_name:
            raise Excerpt(
                f"{path.name}: the file says that it is an excerpt or a summary, not the full text.",
                "Load the full text, or name this very file to load it as it is.",
            )
        remarks = (*remarks, "This file is an excerpt or a summary, not the full text.")
    slug = slug_of(path, document)
    source = replace(describe(slug, document, intake.known, wanted.kind, wanted.title), sha256=sha256)
    passages = passages_of(document, source)
    if not passages:
        raise UnreadableDocument(f"{path.name}: there are no words in it.", "Load a version with text.")
    keep_original(path, sha256, intake.settings.data_dir)
    added_on = date.today().isoformat()
    loaded = Loaded(source, path.name, document.text, document.page_labels, remarks, added_on)
    intake.store.replace(loaded, passages)
    return Added(slug, path.name, len(passages), False, remarks)


def keep_original(path: Path, sha256: str, data_dir: Path) -> None:
    """Keep the file as it came, under its hash; its name is never used as a path."""
    target = original_path(data_dir, sha256)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            beside = target.with_suffix(".part")
            shutil.copyfile(path, beside)
            beside.replace(target)
    except OSError as error:
        raise unwritable(data_dir, error) from error


def original_path(data_dir: Path, sha256: str) -> Path:
    """Where the original of a loaded file is."""
    return data_dir / "originals" / sha256
