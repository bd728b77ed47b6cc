"""Files made to do harm are refused, each with a reason."""

from collections.abc import Callable
from pathlib import Path

import pytest

from evaluation.bad_files import bad_docx, bad_epub, bad_html
from ingest.formats import decide_format
from ingest.parsers.docx import parse_docx
from ingest.parsers.epub import parse_epub
from ingest.parsers.html import parse_html
from ingest.parsers.reading import Reading
from ingest.sandbox import parse_in_child
from nrm.domain.errors import UnreadableDocument

Build = Callable[[], dict[str, bytes]]


def parsed(path: Path, extension: str) -> None:
    decide_format(path)
    if extension == "html":
        parse_html(path.read_bytes())
    else:
        {"docx": parse_docx, "epub": parse_epub}[extension](Reading(path))


@pytest.mark.parametrize(
    ("extension", "build"),
    [("docx", bad_docx), ("epub", bad_epub), ("html", bad_html)],
    ids=["docx", "epub", "html"],
)
def test_every_bad_file_is_refused_with_a_remedy(tmp_path: Path, extension: str, build: Build) -> None:
    read: list[str] = []
    files = build()
    for name, data in files.items():
        path = tmp_path / f"bad.{extension}"
        path.write_bytes(data)
        try:
            parsed(path, extension)
            read.append(name)
        except UnreadableDocument as refusal:
            assert refusal.remedy

    assert (len(files), read) == (15, [])
    assert list(tmp_path.iterdir()) == [path]


def test_parent_outlives_a_nested_page(tmp_path: Path) -> None:
    path = tmp_path / "bad.html"
    path.write_bytes(bad_html()["nested div"])

    with pytest.raises(UnreadableDocument, match=r"^bad\.html: "):
        parse_in_child(path, decide_format(path))
