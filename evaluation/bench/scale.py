"""How the product grows: 10,000, 50,000 and 200,000 passages, ingested and searched by the real code.

Texts are the treaties of the bench's library and generated variants of them (``variants.py``); only the encoder is
left out, because at about 30 passages a second it would take two hours for the largest: vectors of variants are
their originals' with noise. ``python -m evaluation.bench.scale ingest|search|users PASSAGES FOLDER LIBRARY``
prints one measurement, from a process of its own.
"""

import json
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.bench.engines import compare_engines
from evaluation.bench.ingesting import folder_megabytes
from evaluation.bench.memory import peak_megabytes, resident_megabytes
from evaluation.bench.parts import child
from evaluation.bench.speed import measure_filters, milliseconds, tuning_questions
from evaluation.bench.users import measure_users
from evaluation.bench.variants import noisy, original_id, variants
from evaluation.metrics import percentile
from ingest.corpus_passages import corpus_hash
from ingest.make_generation import Vectors, make_generation
from ingest.passages import SPLITTER_VERSION
from ingest.vectors import text_key
from nrm.adapters.corpus_cache import cached_corpus
from nrm.adapters.corpus_vectors import CorpusVectors
from nrm.adapters.encoders import open_encoder
from nrm.adapters.generation_files import FORMAT, GenerationFiles, Manifest
from nrm.adapters.library_rows import Loaded
from nrm.adapters.library_store import LibraryStore
from nrm.adapters.llama_vectors import open_vectors, write_vectors
from nrm.domain.vocabulary import Wording
from nrm.retrieval.generation import Generation, passage_windows
from nrm.retrieval.plan import IndexPlan, plan_index, surface_words
from nrm.retrieval.ports import Vector
from nrm.services.asking import Asker
from nrm.services.searcher import Searcher
from nrm.settings import Settings

SIZES = (10_000, 50_000, 200_000)


def measure_scale(settings: Settings, cache: Path) -> dict[str, Any]:
    """Ingest, disk, memory and search at each size; the libraries are removed afterwards."""
    measured: dict[str, Any] = {}
    for size in SIZES:
        folder = cache / f"scale-{size}"
        shutil.rmtree(folder, ignore_errors=True)
        one: dict[str, Any] = {}
        for step in ("ingest", "search", "users"):
            arguments = [step, str(size), str(folder), str(settings.data_dir)]
            one[step] = json.loads(child("scale", arguments, {"NRM_MULTILINGUAL_ENCODER": "none"}))
            sys.stderr.write(f"{size} passages: {step} measured\n")
        measured[str(size)] = one
        shutil.rmtree(folder, ignore_errors=True)
    small, large = (measured[str(size)]["search"]["search_ms"][1] for size in (SIZES[0], SIZES[-1]))
    return {"sizes": measured, "p95_largest_over_smallest": round(large / small, 2)}


def _ingest(size: int, settings: Settings, library: Path) -> dict[str, Any]:
    """Write a library of this size into the data folder of the settings."""
    seconds: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        started = time.perf_counter()
        done = work()
        seconds[name] = round(time.perf_counter() - started, 1)
        return done

    settings.data_dir.mkdir(parents=True)
    shutil.copy(library / "library.sqlite3", settings.data_dir)
    store = LibraryStore(settings.data_dir)
    timed("store", lambda: _store_variants(store, size))
    corpus = cached_corpus(settings.corpus_dir)
    plan = timed("plan", lambda: plan_index(store.passages(), corpus))
    stored = {"vectors": _vectors(plan, GenerationFiles(library).load())}
    encoder = open_encoder(settings)
    vectors = Vectors(encoder, None, stored, CorpusVectors(), lambda *_: None)
    generation, keys = timed("arrays", lambda: make_generation(plan, vectors))
    manifest = Manifest(
        FORMAT, encoder.name, "", SPLITTER_VERSION, corpus_hash(settings.corpus_dir), "", len(plan.passages)
    )  # fmt: skip
    notes: dict[str, object] = {"keys": keys, "surface": surface_words(plan)}
    timed(
        "files and Chroma",
        lambda: GenerationFiles(settings.data_dir).publish(
            generation,
            manifest,
            notes,
            lambda folder: write_vectors(settings, folder, generation.name, generation.vectors),
        ),
    )
    total = sum(seconds.values())
    return {
        "passages": len(plan.passages),
        "windows": len(generation.windows),
        "encoded": vectors.encoded,
        "seconds": seconds,
        "passages_per_second_without_encoder": round(len(plan.passages) / total),
        "processor_seconds": round(time.process_time(), 1),
        "disk_mb": folder_megabytes(settings.data_dir),
        "peak_mb": peak_megabytes(),
    }


def _store_variants(store: LibraryStore, size: int) -> None:
    everything = store.passages()
    official = [passage for passage in everything if passage.source.wording is Wording.OFFICIAL]
    for source, passages in variants(official, size - len(everything)):
        store.replace(Loaded(source, "", "", (), (), ""), passages)


def _vectors(plan: IndexPlan, base: Generation) -> dict[str, Vector]:
    """The vectors of all windows by text: of an original its own, of a variant its original's with noise."""
    rows_of: dict[str, list[int]] = {}
    for row, owner in enumerate(base.windows):
        rows_of.setdefault(base.passage_ids[owner], []).append(row)
    texts, windows = passage_windows(plan)
    names = [plan.passages[owner].id for owner in windows]
    firsts = np.searchsorted(windows, windows)  # windows stand in passage order
    rows = [rows_of[original_id(name)][place - firsts[place]] for place, name in enumerate(names)]
    vectors = np.asarray(base.vectors)[rows]
    moved = [place for place, name in enumerate(names) if original_id(name) != name]
    vectors[moved] = noisy(vectors[moved], seed=1)
    return {text_key(text): vector for text, vector in zip(texts, vectors, strict=True)}


def _search(settings: Settings) -> dict[str, Any]:
    """Search and answers by the product as it stands, each vector engine, and filters."""
    started = time.perf_counter()
    asker = Asker(settings, Searcher(settings))
    questions = tuning_questions()
    asker.ask(questions[0])
    seconds = time.perf_counter() - started
    searcher = asker.searcher
    for question in questions[:5]:
        asker.ask(question)
    encode = milliseconds(searcher.encoder.encode_question, questions)
    search = milliseconds(searcher.search, questions)
    answer = milliseconds(asker.ask, questions)
    vectors = [searcher.encoder.encode_question(question) for question in questions]
    stages = [searcher.search(question).timings_ms for question in questions]
    measured = {
        "start_seconds": round(seconds, 2),
        **{
            f"{name}_ms": [percentile(values, 50), percentile(values, 95)]
            for name, values in (("encode", encode), ("search", search), ("answer", answer))
        },
        "stages_ms": {
            name: [percentile([one[name] for one in stages], 50), percentile([one[name] for one in stages], 95)]
            for name in stages[0]
        },
        "answer_over_encode": round(statistics.median(a / e for a, e in zip(answer, encode, strict=True)), 2),
        "filters": measure_filters(searcher, questions, statistics.median(search)),
        "resident_mb": resident_megabytes(),
    }
    generation = searcher.generation
    folder = GenerationFiles(settings.data_dir).folder_of(generation.name)
    engine = open_vectors("chroma", settings, folder, generation.name, generation.vectors.shape[1])
    return {**measured, "engines": compare_engines(np.asarray(generation.vectors), vectors, engine)}


def main() -> None:
    """One step at one size."""
    step, size, folder, library = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])
    settings = Settings.from_environment().model_copy(update={"data_dir": folder})
    if step == "ingest":
        measured = _ingest(size, settings, library)
    else:
        measured = _search(settings) if step == "search" else measure_users(settings)
    json.dump(measured, sys.stdout)


if __name__ == "__main__":
    main()
