"""From a parsed document to passages: a numbered paragraph of an article, or a stretch under one heading.

Laws (tested as properties): every word of the document is in exactly one passage or in the
headings above it; a passage's span cuts exactly its text out of the parsed text; no passage
crosses an article or a heading.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ingest.blocks import Block, ParsedDocument
from ingest.headings import Placed, place_blocks
from ingest.structure.handbook import parts_of
from nrm.domain.passages import Locator, Passage, Source

SPLITTER_VERSION = "3"
_PARAGRAPH_NUMBER = re.compile(r"^\(?(\d{1,3}(?:bis|ter)?)[.)](?=\s|[A-Z“\"'])")
_TARGET_WORDS = 160  # MiniLM reads about 180 English words; longer passages are seen only in part
_MOST_WORDS = 260
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[\"“(A-ZА-ЯЇІЄҐÀ-Ý0-9])")
_REAL_SENTENCE_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text under one heading path, not yet a passage."""

    start: int
    end: int
    heading_path: tuple[str, ...]
    article: str | None
    paragraph: str | None
    blocks: tuple[Block, ...]


def passages_of(document: ParsedDocument, source: Source) -> list[Passage]:
    """The passages of a document in reading order, with ids that name the article where there is one."""
    pieces = list(_pieces(document))
    identifiers = _identifiers(source.slug, pieces)
    return [_passage(document, source, piece, name) for piece, name in zip(pieces, identifiers, strict=True)]


def _pieces(document: ParsedDocument) -> Iterator[_Piece]:
    placed = place_blocks(document)
    for _, section in groupby(placed, key=lambda item: (item.heading_path, item.article)):
        for group in _paragraph_groups(list(section)):
            for run in _runs_of_fair_length(document.text, group):
                yield from _cut_long(document.text, run)


def _paragraph_groups(section: list[Placed]) -> Iterator[list[Placed]]:
    """The blocks of each numbered paragraph of an article; elsewhere, the section as it is."""
    if section[0].article is None:
        yield section
        return
    group: list[Placed] = []
    for item in section:
        if group and _PARAGRAPH_NUMBER.match(item.text):
            yield group
            group = []
        group.append(item)
    yield group


def _runs_of_fair_length(text: str, group: list[Placed]) -> Iterator[_Piece]:
    """Blocks joined up to the length an encoder reads; a numbered paragraph stays whole up to the maximum."""
    numbered = _number_of(group)
    limit = _MOST_WORDS if group[0].article else _TARGET_WORDS
    run: list[Placed] = []
    words = 0
    for item in group:
        length = len(item.text.split())
        if run and words + length > limit:
            yield _joined(run, numbered)
            run, words = [], 0
        run.append(item)
        words += length
    yield _joined(run, numbered)


def _number_of(group: list[Placed]) -> str | None:
    match = _PARAGRAPH_NUMBER.match(group[0].text) if group[0].article else None
    return match.group(1) if match else None


def _joined(run: list[Placed], paragraph: str | None) -> _Piece:
    first, last = run[0], run[-1]
    blocks = tuple(item.block for item in run)
    return _Piece(first.block.start, last.block.end, first.heading_path, first.article, paragraph, blocks)


def _cut_long(text: str, piece: _Piece) -> Iterator[_Piece]:
    """A piece that is still too long, cut between sentences into pieces of about the target length."""
    if len(text[piece.start : piece.end].split()) <= _MOST_WORDS:
        yield piece
        return
    start = piece.start
    words = 0
    for left, right in sentence_spans(text, piece.start, piece.end):
        length = len(text[left:right].split())
        if words and words + length > _TARGET_WORDS:
            yield replace(piece, start=start, end=_rstrip(text, start, left))
            start, words = left, 0
        words += length
    yield replace(piece, start=start, end=piece.end)


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of sentences that cover ``start``..``end``; a fragment such as "Art." joins the next."""
    spans: list[tuple[int, int]] = []
    left = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if len(text[left : match.start()].split()) >= _REAL_SENTENCE_WORDS:
            spans.append((left, match.start()))
            left = match.end()
    spans.append((left, end))
    return spans


def _rstrip(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _identifiers(slug: str, pieces: Iterable[_Piece]) -> list[str]:
    """One id a piece, stable while the document stays: ``slug/13.1``, else ``slug/p17``."""
    seen: dict[str, int] = {}
    names = []
    for position, piece in enumerate(pieces, start=1):
        name = f"{slug}/p{position}"
        if piece.article:
            name = f"{slug}/{piece.article}" + (f".{piece.paragraph}" if piece.paragraph else "")
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}~{seen[name]}")
    return names


def _passage(document: ParsedDocument, source: Source, piece: _Piece, name: str) -> Passage:
    pages = [block.page for block in piece.blocks if block.page is not None]
    page = pages[0] if pages else None
    label = document.page_labels[page - 1] if page and page <= len(document.page_labels) else None
    boxes = tuple(box for block in piece.blocks for box in block.boxes)
    locator = Locator(
        heading_path=piece.heading_path,
        article=piece.article,
        paragraph=piece.paragraph,
        standard=parts_of(piece.heading_path).standard,
        page=page,
        page_label=label,
        start=piece.start,
        end=piece.end,
        boxes=boxes,
    )
    return Passage(name, source, document.text[piece.start : piece.end], locator)
