"""From the paths a person names to the documents in them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from nrm.domain.errors import MissingFile

_READ_FROM_FOLDERS = frozenset({".pdf", ".docx", ".epub", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt"})


def files_of(paths: Sequence[Path]) -> list[Path]:
    """Every file named, and every document in a folder named, each once and in order of name.

    :raises MissingFile: for a path that does not exist, before anything is read.
    """
    for path in paths:
        if not path.exists():
            raise MissingFile(f"There is no file or folder {path}.", "Check the path and try again.")
    return list(dict.fromkeys(file for path in paths for file in _files_below(path)))


def _files_below(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(
            file
            for file in path.rglob("*")
            if file.is_file() and not file.is_symlink() and file.suffix.lower() in _READ_FROM_FOLDERS
        )
    else:
        yield path
