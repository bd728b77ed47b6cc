"""Read a document, and the text of those of its pages that are pictures where OCR is installed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.blocks import PICTURES_ONLY, ParsedDocument
from ingest.formats import Format, shown_name
from ingest.parsers.limits import Limits
from ingest.parsers.ocr import Scan, language_names, ocr_available, recognised_copy
from ingest.parsers.wire import document_from_json
from ingest.refusals import ScanWithoutText, TooDemanding
from ingest.sandbox import Progress, ask_child, parse_in_child

_RECOGNISED = (
    "Words recognised from pictures on {count} (OCR, read as {languages}): compare them with the page before you "
    "rely on them."
)
_NOTHING_THERE = (
    "Load a sharper scan or a text version. OCR reads {languages} here; other languages are to be installed."
)


def _silent(*_: object) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Who is told of pages read and of pages recognised: (done, in all)."""

    on_page: Progress = _silent
    on_recognised: Progress = _silent


def read_document(
    path: Path,
    fmt: Format,
    limits: Limits | None = None,
    password: str | None = None,
    watched: Watched | None = None,
) -> ParsedDocument:
    """The parsed document; pages that are pictures are recognised first where OCR is installed.

    :raises ScanWithoutText: if no page has text and none could be recognised.
    :raises UnreadableDocument: as ``parse_in_child`` says.
    """
    watched, limits = watched or Watched(), limits or Limits()
    counted = _Counted(watched.on_page)
    try:
        document = parse_in_child(path, fmt, limits, password, counted)
    except ScanWithoutText:
        if not ocr_available():
            raise
        return _recognised(Scan(path, counted.pages, (), password), limits, watched.on_recognised)
    pictures = _pictures_only(document) if fmt is Format.PDF else ()
    if not pictures or not ocr_available():
        return document
    try:
        return _recognised(Scan(path, counted.pages, pictures, password), limits, watched.on_recognised)
    except (ScanWithoutText, TooDemanding):
        return document  # the pages with text are worth having; a remark names the others


class _Counted:
    """Passes progress on and remembers how many pages there are."""

    def __init__(self, on_page: Callable[[int, int], None]) -> None:
        self.pages, self._on_page = 1, on_page

    def __call__(self, done: int, total: int) -> None:
        self.pages = total
        self._on_page(done, total)


def _recognised(scan: Scan, limits: Limits, on_recognised: Progress) -> ParsedDocument:
    name, wanted = shown_name(scan.path), len(scan.pages) or scan.count
    with recognised_copy(scan, on_recognised) as copy:
        options = {"recognised": list(scan.pages)}
        try:
            document = document_from_json(ask_child(Format.PDF.value, copy, limits, options=options, name=name))
        except ScanWithoutText as error:
            raise _nothing(name) from error
    still = len(_pictures_only(document))
    if not document.text:
        raise _nothing(name)
    count = "1 page" if wanted - still == 1 else f"{wanted - still} pages"
    remark = _RECOGNISED.format(count=count, languages=language_names())
    return replace(document, remarks=(remark, *document.remarks)) if wanted > still else document


def _pictures_only(document: ParsedDocument) -> tuple[int, ...]:
    return tuple(int(page) for page in document.metadata.get(PICTURES_ONLY, "").split())


def _nothing(name: str) -> ScanWithoutText:
    return ScanWithoutText(
        f"{name}: no text was recognised on its pages.", _NOTHING_THERE.format(languages=language_names())
    )
