"""Uploaded files on their way into the library: in a folder of their own, under names of our making."""

import re
import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from nrm.adapters.writer_lock import unwritable

SUFFIXES = ("pdf", "docx", "epub", "html", "htm", "xhtml", "md", "markdown", "txt")
_MOST_LETTERS = 80
_OTHERS = re.compile(r"[^\w.-]+")
_SEVERAL = re.compile(r"([-.])[-.]+")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as the browser sent it; ``name`` is what the person's machine calls it."""

    name: str
    content: bytes | memoryview


def safe_name(name: str, stem: str = "") -> str:
    """A file name made of letters, digits, hyphens and single dots, that still shows what it was.

    :param stem: takes the place of the name's own; its suffix stays.

    >>> safe_name("../../etc/My protocol (final).PDF")
    'My-protocol-final.pdf'
    >>> safe_name("scan 3.pdf", "un-trafficking-protocol-2000")
    'un-trafficking-protocol-2000.pdf'
    """
    last = PurePosixPath(unicodedata.normalize("NFKC", name).replace("\\", "/")).name
    suffix = last.rpartition(".")[2].lower()
    known = f".{suffix}" if suffix in SUFFIXES else ""
    own = last[: -len(known)] if known else last
    clean = _SEVERAL.sub(r"\1", _OTHERS.sub("-", stem or own)).strip("-._")
    return f"{clean[:_MOST_LETTERS].strip('-._') or 'document'}{known or '.txt'}"


def put_in_folder(uploads: Sequence[Upload], stem: str = "") -> tuple[tempfile.TemporaryDirectory[str], list[Path]]:
    """The uploads as files, each in a folder of its own; the caller removes the whole with ``cleanup``.

    :param stem: the name of a single file, when the person said what it is.
    :raises StorageFailure: if there is no room for them.
    """
    folder = tempfile.TemporaryDirectory(prefix="nrm-upload-")
    paths = []
    try:
        for number, upload in enumerate(uploads):
            path = Path(folder.name) / str(number) / safe_name(upload.name, stem)
            path.parent.mkdir()
            path.write_bytes(upload.content)
            paths.append(path)
    except OSError as error:
        folder.cleanup()
        raise unwritable(Path(tempfile.gettempdir()), error) from error
    return folder, paths
