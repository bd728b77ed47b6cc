"""The corpus, read from its YAML files once and from a compiled copy while they do not change."""

import hashlib
from pathlib import Path

import platformdirs

from nrm.corpus import Corpus, load_corpus
from nrm.corpus.compiled import corpus_from_json, corpus_to_json

_MOST_COPIES = 4  # one a corpus folder in use, or in edit


def cached_corpus(folder: Path, cache: Path | None = None) -> Corpus:
    """The corpus of a folder.

    The copy is found by the names, sizes and times of the files, so an edited file is read anew.

    :param cache: where the copy is kept; the user's cache folder when not given.
    :raises MissingFile: as ``load_corpus``.
    :raises CorpusInvalid: as ``load_corpus``.
    """
    place = (cache or Path(platformdirs.user_cache_dir("nrm-guide", appauthor=False))) / "corpus"
    copy = place / f"{_fingerprint(folder)}.json"
    try:
        return corpus_from_json(copy.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        corpus = load_corpus(folder)
    _keep(corpus, copy)
    return corpus


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256(str(folder.resolve()).encode())
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".yaml", ".md", ".csv"):
            state = path.stat()
            digest.update(f"{path.name}\0{state.st_size}\0{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:24]


def _keep(corpus: Corpus, copy: Path) -> None:
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        for old in sorted(copy.parent.glob("*.json"), key=lambda path: path.stat().st_mtime)[:-_MOST_COPIES]:
            old.unlink(missing_ok=True)
        beside = copy.with_suffix(".part")
        beside.write_text(corpus_to_json(corpus), encoding="utf-8")
        beside.replace(copy)
    except OSError:
        return  # without a writable cache the files are read each time
