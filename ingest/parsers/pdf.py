"""Read a PDF: pypdf guards and tells outline and labels, PDFium gives the text."""

import re
from collections.abc import Sequence
from typing import Any

from ingest.blocks import PICTURES_ONLY, BlockKind, ParsedDocument
from ingest.parsers.assemble import DocumentFacts, Draft, assemble
from ingest.parsers.ocr import INSTALL_OCR
from ingest.parsers.pdf_flow import drafts_of
from ingest.parsers.pdf_furniture import printed_labels, without_furniture
from ingest.parsers.pdf_guard import open_with_pypdf, refuse_bombs, refuse_heavy_pages
from ingest.parsers.pdf_lines import PdfPage
from ingest.parsers.pdf_outline import PdfFacts, pdf_facts
from ingest.parsers.pdf_pages import opened, read_page
from ingest.parsers.pdf_recognised import without_crumbs
from ingest.parsers.reading import Reading
from ingest.parsers.wire import document_to_json
from ingest.refusals import ScanWithoutText, TooDemanding
from nrm.domain.errors import UnreadableDocument

_TITLE_OF_A_PROGRAM = re.compile(r"untitled|^microsoft |\.(docx?|pdf|indd|qxd|tex|dvi)$|^\W*\d*\W*$", re.I)
_LONGEST_TITLE = 200


def read_pdf(reading: Reading) -> dict[str, Any]:
    """The parsed PDF as JSON values.

    :raises UnreadableDocument: encrypted, damaged, too demanding, or without any text.
    """
    return document_to_json(parse_pdf(reading))


def parse_pdf(reading: Reading) -> ParsedDocument:
    """The parsed PDF; see ``read_pdf``."""
    facts, pages = read_pages(reading)
    pages = without_crumbs(pages, reading.options.get("recognised", ()))
    _refuse_scan(pages)
    kept, taken = without_furniture(pages)
    drafts = drafts_of(kept, facts.outline)
    labels = facts.page_labels or printed_labels(taken)
    title = _title(facts, drafts)
    pictures = " ".join(str(page.number) for page in pages if page.pictures and not page.lines)
    return assemble(
        drafts, DocumentFacts(title, facts.language, labels, ((PICTURES_ONLY, pictures),), remarks=_remarks(pages))
    )


def read_pages(reading: Reading) -> tuple[PdfFacts, list[PdfPage]]:
    """What the file says of itself and its pages as printed, running heads included."""
    refuse_bombs(reading.path.read_bytes(), reading.limits)
    reader = open_with_pypdf(reading.path, reading.password)
    if reader is not None:
        refuse_heavy_pages(reader, reading.limits)
    facts = pdf_facts(reader)
    with opened(reading.path, reading.password) as document:
        count = len(document)
        _refuse_page_count(count, reading.limits.pages)
        reading.tell({"pages": count})
        return facts, _pages(document, count, reading)


def _pages(document: Any, count: int, reading: Reading) -> list[PdfPage]:
    pages: list[PdfPage] = []
    characters = 0
    for number in range(1, count + 1):
        pages.append(read_page(document, number))
        characters += sum(len(line.text) for line in pages[-1].lines)
        if characters > reading.limits.characters:
            raise TooDemanding(f"it has more than {reading.limits.characters:,} characters.", "Split the file.")
        reading.tell({"page": number})
    return pages


def _refuse_page_count(count: int, most: int) -> None:
    if count == 0:
        raise UnreadableDocument("the file has no pages.", "Download or export it again.")
    if count > most:
        raise TooDemanding(f"it has {count:,} pages; we read up to {most:,}.", "Split the file.")


def _refuse_scan(pages: Sequence[PdfPage]) -> None:
    if any(letter.isalnum() for page in pages for line in page.lines for letter in line.text):
        return
    why = "a scan" if any(page.pictures for page in pages) else "empty pages"
    raise ScanWithoutText(f"no text on {len(pages)} of {len(pages)} pages ({why}).", INSTALL_OCR)


def _remarks(pages: Sequence[PdfPage]) -> tuple[str, ...]:
    without = sum(not page.lines for page in pages)
    if not without:
        return ()
    return (f"{without} of {len(pages)} pages have no text. Pictures of text cannot be quoted without OCR.",)


def _title(facts: PdfFacts, drafts: Sequence[Draft]) -> str:
    """The file's own title unless a program made it up, else the largest heading of the first page."""
    if facts.title and not _TITLE_OF_A_PROGRAM.search(facts.title):
        return facts.title[:_LONGEST_TITLE]
    headings = [draft for draft in drafts if draft.kind is BlockKind.HEADING and draft.page == 1]
    largest = max(headings, key=lambda draft: draft.font_size or 0.0, default=None)
    return largest.text[:_LONGEST_TITLE] if largest else ""
