"""Generations on disk: written beside the old one, switched to by one atomic rename.

``index/<name>/`` holds arrays, a manifest and the Chroma collection; ``index/current`` names the
generation that answers. Killed at any moment, the last complete one serves.
"""

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from nrm.adapters.byte_vectors import ENDING, write_byte_vectors
from nrm.domain.errors import IndexMissing, StaleIndex
from nrm.retrieval.generation import AskedRows, Generation
from nrm.retrieval.language import LANGUAGES
from nrm.retrieval.lexical import WordIndex
from nrm.retrieval.ports import Matrix

FORMAT = 5
_REBUILD = "Run: nrm ingest --rebuild"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was built from; another value of any of these makes it stale."""

    format: int
    encoder: str
    multilingual: str
    splitter: str
    corpus: str
    library: str
    passages: int


def asked_file(language: str) -> str:
    """What the vectors of the ways of asking in a language are called."""
    return f"asked_{language}"


class GenerationFiles:
    """The ``index`` folder of a data folder."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / "index"
        self._pointer = self._folder / "current"

    def current_name(self) -> str:
        """The generation that answers; empty when there is none."""
        try:
            return self._pointer.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return ""

    def current_folder(self) -> Path:
        """Its folder.

        :raises IndexMissing: when nothing was built yet.
        """
        name = self.current_name()
        if not name:
            raise IndexMissing("There is no index yet.", "Run: nrm ingest")
        return self._folder / name

    def folder_of(self, name: str) -> Path:
        """The folder of a generation."""
        return self._folder / name

    def manifest(self) -> Manifest:
        """The manifest of the generation that answers.

        :raises IndexMissing: when nothing was built yet.
        :raises StaleIndex: when it was written by another version, or is damaged.
        """
        manifest = self._read_manifest()
        if manifest.format != FORMAT:
            raise StaleIndex("The index was built by another version of this program.", _REBUILD)
        return manifest

    def _read_manifest(self) -> Manifest:
        folder = self.current_folder()
        try:
            return Manifest(**json.loads((folder / "manifest.json").read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise StaleIndex(f"The index {folder.name} is incomplete.", _REBUILD) from error

    def publish(
        self,
        generation: Generation,
        manifest: Manifest,
        notes: dict[str, object],
        finish: Callable[[Path], None],
    ) -> None:
        """Write a generation, switch to it, and remove the older ones.

        :param notes: further JSON files: ``keys``, hashes of the texts behind the rows of each vector
            file, for reuse; ``surface``, the words of the library.
        :param finish: writes what an engine needs into the folder before the switch.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        self._remove_all_but(self.current_name())
        building = self._folder / f"{generation.name}.building"
        building.mkdir()
        _save(generation, notes, building)
        finish(building)
        (building / "manifest.json").write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")
        building.rename(self._folder / generation.name)
        self._switch(generation.name)
        self._remove_all_but(generation.name)

    def _switch(self, name: str) -> None:
        beside = self._folder / "current.new"
        with beside.open("w", encoding="utf-8") as file:
            file.write(name)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._pointer)

    def _remove_all_but(self, name: str) -> None:
        for folder in self._folder.iterdir():
            if folder.is_dir() and folder.name != name:
                shutil.rmtree(folder, ignore_errors=True)  # a reader on Windows may still hold it; next time

    def load(self) -> Generation:
        """The generation that answers, its large arrays mapped from disk.

        :raises StaleIndex: when a file of it is missing or damaged.
        """
        folder = self.current_folder()
        try:
            return _load(folder)
        except (OSError, ValueError, KeyError, EOFError) as error:
            raise StaleIndex(f"The index {folder.name} is incomplete.", _REBUILD) from error

    def surface_words(self) -> Counter[str]:
        """The folded English words of the library's passages and records, with how often they occur."""
        folder = self.current_folder()
        try:
            return Counter(json.loads((folder / "surface.json").read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            raise StaleIndex(f"The index {folder.name} is incomplete.", _REBUILD) from error

    def stored_vectors(self, encoder: str, multilingual: str) -> dict[str, dict[str, Matrix]]:
        """Vectors of the current generation by text hash, for each vector file whose encoder still serves."""
        try:
            manifest, folder = self._read_manifest(), self.current_folder()
            keys = json.loads((folder / "keys.json").read_text(encoding="utf-8"))
            usable = {
                "vectors": manifest.encoder == encoder,
                "knowledge": manifest.encoder == encoder,
                "multilingual": manifest.multilingual == multilingual,
                "multilingual_own": manifest.multilingual == multilingual,
                **{asked_file(language): manifest.multilingual == multilingual for language in LANGUAGES},
            }
            return {
                name: dict(zip(keys[name], np.load(folder / f"{name}.npy"), strict=True))
                for name, serves in usable.items()
                if serves and name in keys
            }
        except (IndexMissing, StaleIndex, OSError, ValueError):
            return {}  # nothing to reuse; everything is encoded anew


def _save(generation: Generation, notes: dict[str, object], folder: Path) -> None:
    names: dict[str, object] = {
        "passages": generation.passage_ids,
        "finders": generation.finder_ids,
        "vocabulary": list(generation.words.vocabulary),
        **notes,
    }
    for name, value in names.items():
        (folder / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    arrays = {
        "links": generation.links,
        "vectors": generation.vectors,
        "windows": generation.windows,
        "knowledge": generation.knowledge,
        "knowledge_finder": generation.knowledge_finder,
        "knowledge_kind": generation.knowledge_kind,
        "multilingual": generation.multilingual,
        "multilingual_own": generation.multilingual_own,
        "multilingual_windows": generation.multilingual_windows,
        "word_starts": generation.words.starts,
        "word_rows": generation.words.rows,
        "word_impacts": generation.words.impacts,
        "word_rarity": generation.words.rarity,
    }
    for language, asked in generation.asked_in.items():
        arrays[asked_file(language)] = asked.vectors
        arrays[f"{asked_file(language)}_finder"] = asked.finders
    for name, array in arrays.items():
        if array is not None:
            np.save(folder / f"{name}.npy", array, allow_pickle=False)
    for name, vectors in (("vectors", generation.vectors), ("knowledge", generation.knowledge)):
        if len(vectors):
            write_byte_vectors(folder / f"{name}{ENDING}", vectors)
    np.savez(folder / "facets.npz", **dict(generation.facets))  # type: ignore[arg-type]  # stub knows one keyword


def _load(folder: Path) -> Generation:
    def array(name: str) -> Any:  # each file has its own type
        # still mapped from disk, but without the bookkeeping that slices of a memmap cost
        return np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False))

    def names(name: str) -> list[str]:
        return list(json.loads((folder / f"{name}.json").read_text(encoding="utf-8")))

    passage_ids = tuple(names("passages"))
    vocabulary = {term: position for position, term in enumerate(names("vocabulary"))}
    words = WordIndex(
        vocabulary,
        array("word_starts"),
        array("word_rows"),
        array("word_impacts"),
        array("word_rarity"),
        len(passage_ids),
    )
    with np.load(folder / "facets.npz", allow_pickle=False) as file:
        facets = {key: file[key] for key in file.files}
    asked_in = {
        language: AskedRows(array(asked_file(language)), array(f"{asked_file(language)}_finder"))
        for language in LANGUAGES
        if (folder / f"{asked_file(language)}.npy").is_file()
    }
    return Generation(
        name=folder.name,
        passage_ids=passage_ids,
        finder_ids=tuple(names("finders")),
        links=array("links"),
        vectors=array("vectors"),
        windows=array("windows"),
        knowledge=array("knowledge"),
        knowledge_finder=array("knowledge_finder"),
        knowledge_kind=array("knowledge_kind"),
        multilingual=array("multilingual") if (folder / "multilingual.npy").is_file() else None,
        multilingual_own=array("multilingual_own") if (folder / "multilingual_own.npy").is_file() else None,
        multilingual_windows=array("multilingual_windows"),
        words=words,
        facets=facets,
        asked_in=asked_in,
    )
