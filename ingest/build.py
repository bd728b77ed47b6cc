"""The whole of ingest: corpus and files into the library, the library into a generation of the index."""

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.add import Added, Intake, Wanted
from ingest.add_files import AskPassword, Failure, add_files
from ingest.corpus_passages import corpus_hash, summary_passages
from ingest.files import files_of
from ingest.make_generation import Report, Vectors, make_generation
from ingest.passages import SPLITTER_VERSION
from nrm.adapters.corpus_cache import cached_corpus
from nrm.adapters.corpus_vectors import CorpusVectors
from nrm.adapters.encoders import open_encoder, open_multilingual_encoder
from nrm.adapters.generation_files import FORMAT, GenerationFiles, Manifest
from nrm.adapters.library_rows import Loaded
from nrm.adapters.library_store import LibraryStore
from nrm.adapters.llama_vectors import write_vectors
from nrm.adapters.writer_lock import unwritable, writing
from nrm.corpus import Corpus
from nrm.domain.errors import IndexMissing, StaleIndex
from nrm.domain.vocabulary import Wording
from nrm.retrieval.plan import plan_index, surface_words
from nrm.settings import Settings


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What an ingest did. ``encoded`` counts texts whose vectors were made anew.

    ``left_out``: files of a folder that say of themselves that they are excerpts.
    """

    added: tuple[Added, ...] = ()
    failed: tuple[Failure, ...] = ()
    left_out: tuple[Failure, ...] = ()
    passages: int = 0
    encoded: int = 0
    rebuilt: bool = False
    seconds: float = 0.0
    encoder_seconds: float = 0.0


def _silent(*_: object) -> None:
    """Progress that nobody watches."""


def ingest(
    paths: Sequence[Path],
    settings: Settings,
    wanted: Wanted | None = None,
    rebuild: bool = False,
    report: Report = _silent,
    ask_password: AskPassword | None = None,
) -> IngestResult:
    """Bring the corpus and these files into the library and build the index that answers from them.

    One bad file never stops the others. Files that have not changed cost nothing; with ``rebuild``
    nothing of the last generation is trusted.

    :param ask_password: asked for the password of each encrypted file; without it they are not read.
    :raises MissingFile: for a path that does not exist, before anything is done.
    :raises LibraryBusy: if another process writes.
    :raises StorageFailure: if the data folder cannot be written; the old index keeps answering.
    :raises CorpusInvalid: if the corpus breaks its own rules.
    """
    started = time.monotonic()
    files = files_of(paths)
    with writing(settings.data_dir):
        store = LibraryStore(settings.data_dir)
        store.create()
        corpus = cached_corpus(settings.corpus_dir)
        known = {record.slug: record for record in corpus.sources}
        intake = Intake(store, known, settings)
        files_result = add_files(files, frozenset(paths), wanted or Wanted(), intake, report, ask_password)
        result = build_generation(corpus, store, settings, rebuild, report)
    return replace(
        result,
        added=files_result.added,
        failed=files_result.failed,
        left_out=files_result.left_out,
        seconds=time.monotonic() - started,
    )


def remove_source(slug: str, settings: Settings) -> bool:
    """Remove a loaded source, its original and every trace of its text in the index; false if unknown."""
    with writing(settings.data_dir):
        store = LibraryStore(settings.data_dir)
        loaded = store.loaded(slug)
        if loaded is None or not store.remove(slug, Wording.OFFICIAL):
            return False
        (settings.data_dir / "originals" / loaded.source.sha256).unlink(missing_ok=True)
        build_generation(cached_corpus(settings.corpus_dir), store, settings, False, _silent)
    return True


def build_generation(
    corpus: Corpus, store: LibraryStore, settings: Settings, rebuild: bool, report: Report
) -> IngestResult:
    """Build and switch to a new generation, unless the one that answers is of this very library."""
    encoder, multilingual = open_encoder(settings), open_multilingual_encoder(settings)
    files = GenerationFiles(settings.data_dir)
    corpus_now = corpus_hash(settings.corpus_dir)
    if not _holds_corpus(store, corpus_now):
        _store_corpus(corpus, corpus_now, store)
    manifest = Manifest(
        FORMAT, encoder.name, multilingual.name if multilingual else "", SPLITTER_VERSION, corpus_now,
        _library_hash(store.sources()), 0,
    )  # fmt: skip
    if not rebuild and (current := _current(files)) and replace(current, passages=0) == manifest:
        return IngestResult(passages=current.passages)
    plan = plan_index(store.passages(), corpus)
    stored = {} if rebuild else files.stored_vectors(encoder.name, manifest.multilingual)
    vectors = Vectors(encoder, multilingual, stored, CorpusVectors(), report)
    generation, keys = make_generation(plan, vectors)
    manifest = replace(manifest, passages=len(plan.passages))
    try:
        notes: dict[str, object] = {"keys": keys, "surface": surface_words(plan)}
        files.publish(
            generation,
            manifest,
            notes,
            lambda folder: write_vectors(settings, folder, generation.name, generation.vectors),
        )
    except OSError as error:
        raise unwritable(settings.data_dir, error) from error
    vectors.remember(plan, generation.windows)
    return IngestResult(
        passages=len(plan.passages), encoded=vectors.encoded, rebuilt=True, encoder_seconds=vectors.seconds
    )


def _current(files: GenerationFiles) -> Manifest | None:
    try:
        return files.manifest()
    except (IndexMissing, StaleIndex):
        return None


def _library_hash(sources: Sequence[Loaded]) -> str:
    parts = sorted(
        f"{loaded.source.slug}\0{loaded.source.sha256}\0{loaded.source.kind}\0{loaded.source.title}"
        for loaded in sources
        if loaded.source.wording is Wording.OFFICIAL
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _holds_corpus(store: LibraryStore, corpus_now: str) -> bool:
    ours = [loaded for loaded in store.sources() if loaded.source.wording is Wording.SUMMARY]
    return bool(ours) and all(loaded.source.sha256 == corpus_now for loaded in ours)


def _store_corpus(corpus: Corpus, corpus_now: str, store: LibraryStore) -> None:
    kept = set()
    for source, passages in summary_passages(corpus):
        source = replace(source, sha256=corpus_now)
        store.replace(Loaded(source, "", "", (), (), ""), passages)
        kept.add(source.slug)
    for loaded in store.sources():
        if loaded.source.wording is Wording.SUMMARY and loaded.source.slug not in kept:
            store.remove(loaded.source.slug, Wording.SUMMARY)
