"""From the pages of a PDF to its blocks in reading order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.blocks import BlockKind
from ingest.parsers.assemble import Draft
from ingest.parsers.joining import Vocabulary, join_lines, vocabulary
from ingest.parsers.pdf_asides import with_asides
from ingest.parsers.pdf_columns import in_columns
from ingest.parsers.pdf_footnotes import Footnote, anchor, split_footnotes
from ingest.parsers.pdf_headings import Headings, body_style, find_headings
from ingest.parsers.pdf_lines import Line, PdfPage
from ingest.parsers.pdf_outline import OutlineEntry
from ingest.parsers.pdf_paragraphs import Measures, Piece, group, measure
from ingest.parsers.pdf_tables import row_text, table_rows
from nrm.domain.passages import Box


@dataclass(frozen=True, slots=True)
class _Flow:
    """The lines of the text, and what hangs on them: pieces by the ``id`` of the line they follow."""

    lines: list[Line]
    attached: dict[int, list[Piece]]
    leading: list[Piece]


def drafts_of(pages: Sequence[PdfPage], outline: Sequence[OutlineEntry]) -> list[Draft]:
    """The blocks of a document whose pages have lost their running heads and feet."""
    ordered = [with_asides(page, in_columns(page)) for page in pages]
    everything = [line for lines in ordered for line in lines]
    words = vocabulary(line.text for line in everything)
    flow = _flow(ordered, body_style(everything)[0])
    headings = find_headings(flow.lines, outline)
    rows = table_rows([line for line in flow.lines if not headings.level(line)])
    pieces = group(flow.lines, headings, rows, measure(flow.lines))
    return [_draft(piece, words) for piece in _with_attached(pieces, flow)]


def _flow(pages: Iterable[Sequence[Line]], body_size: float) -> _Flow:
    flow = _Flow([], defaultdict(list), [])
    for lines in pages:
        kept, notes = split_footnotes(lines, body_size)
        _add_page(flow, kept)
        on_page = [line for line in kept if line.aside < 0]
        for note in notes:
            _attach(flow, anchor(note, on_page), [_note_piece(note)])
    return flow


def _add_page(flow: _Flow, lines: Sequence[Line]) -> None:
    for aside, stretch in groupby(lines, key=lambda line: line.aside):
        together = list(stretch)
        if aside < 0:
            flow.lines.extend(together)
        else:
            _attach(flow, flow.lines[-1] if flow.lines else None, _aside_pieces(together))


def _attach(flow: _Flow, line: Line | None, pieces: list[Piece]) -> None:
    if line is None:
        flow.leading.extend(pieces)
    else:
        flow.attached[id(line)].extend(pieces)


def _note_piece(note: Footnote) -> Piece:
    return Piece(BlockKind.FOOTNOTE, note.lines)


def _aside_pieces(lines: Sequence[Line]) -> list[Piece]:
    """The paragraphs of a box; a change of weight starts a new one, so its heading stands alone."""
    pieces: list[Piece] = []
    measures: Measures = measure(lines)
    for _, stretch in groupby(lines, key=lambda line: line.bold):
        for piece in group(list(stretch), Headings({}, {}), set(), measures):
            pieces.append(Piece(BlockKind.ASIDE, piece.lines))
    return pieces


def _with_attached(pieces: Sequence[Piece], flow: _Flow) -> Iterator[Piece]:
    yield from flow.leading
    for piece in pieces:
        yield piece
        for line in piece.lines:
            yield from flow.attached.get(id(line), ())


def _draft(piece: Piece, words: Vocabulary) -> Draft:
    first = piece.lines[0]
    if piece.kind is BlockKind.TABLE:
        text = "\n".join(row_text(line) for line in piece.lines)
    else:
        text = join_lines([line.text for line in piece.lines], words)
    bold = all(line.bold for line in piece.lines)
    return Draft(piece.kind, text, piece.level, first.page, _boxes(piece.lines), first.size, bold)


def _boxes(lines: Sequence[Line]) -> tuple[Box, ...]:
    """One box for each column and page the block stands in."""
    boxes: list[Box] = []
    before: Line | None = None
    for line in lines:
        goes_on = before is not None and (before.page, before.column) == (line.page, line.column)
        if goes_on and before is not None and line.top > before.top - before.size:
            boxes[-1] = _union(boxes[-1], line.box)
        else:
            boxes.append(line.box)
        before = line
    return tuple(boxes)


def _union(one: Box, other: Box) -> Box:
    return Box(
        one.page,
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )
