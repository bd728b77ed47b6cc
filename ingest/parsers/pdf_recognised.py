"""What OCR made of pictures between pages of text: words are kept, the patterns of photographs are not."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.parsers.pdf_lines import PdfPage

_WORD = re.compile(r"[^\W\d_]{3,}")
# Set on photographs and maps of the public PDFs: what OCR sees in them are crumbs of one or two letters.
_FEWEST_WORDS, _LEAST_SHARE = 15, 0.6


def without_crumbs(pages: Sequence[PdfPage], recognised: Collection[int]) -> list[PdfPage]:
    """The pages; of those recognised the ones that do not read like text are left empty."""
    return [replace(page, lines=()) if page.number in recognised and not _reads(page) else page for page in pages]


def _reads(page: PdfPage) -> bool:
    text = " ".join(line.text for line in page.lines)
    words = _WORD.findall(text)
    marks = sum(not character.isspace() for character in text)
    return len(words) >= _FEWEST_WORDS and sum(map(len, words)) >= _LEAST_SHARE * marks
