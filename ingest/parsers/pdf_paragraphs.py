"""Group the lines of the flow into headings, paragraphs, list items and tables."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.blocks import BlockKind
from ingest.parsers.pdf_headings import Headings
from ingest.parsers.pdf_lines import LINE_END_HYPHEN, Line

BULLET = re.compile(r"^[•‣▪▫◦●○■□◆▶►➢➤➔→✓✔☐☑·\uf0b7\uf0a7]\s*|^[–—*»›-]\s+")
_LETTERED = re.compile(r"^\(?(?:[^\W\d_]|[ivx]{1,5})\)\s")
_NUMBERED = re.compile(r"^\(?\d{1,3}[.)]\s|^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s")
_ENDS_SENTENCE = re.compile(r"[.!?:;…»”\")\]؟。]\s*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
# A new paragraph stands further below the last line than this share of the usual distance.
_PARAGRAPH_GAP = 1.35
_INDENT_SIZES = 0.6
_SAME_SIZE_SHARE = 0.12
_SHORT_LINE_SHARE = 0.3
_FULL_LINE_SIZES = 0.3
_HYPHENS = ("-", "\u2010", LINE_END_HYPHEN)


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that make one block."""

    kind: BlockKind
    lines: tuple[Line, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Measures:
    """Usual distance of base lines by font size; left and right edge of each column of each page."""

    pitch: dict[float, float]
    edges: dict[tuple[int, int], tuple[float, float]]

    def pitch_of(self, line: Line) -> float:
        """The usual distance between lines of this size, in points."""
        return self.pitch.get(line.size, 1.2 * line.size)

    def edges_of(self, line: Line) -> tuple[float, float]:
        """The edges of the line's column."""
        return self.edges.get((line.page, line.column), (line.left, line.right))


def measure(lines: Iterable[Line]) -> Measures:
    """The usual distances and edges of these lines."""
    listed = [line for line in lines if line.upright]
    distances: dict[float, Counter[float]] = defaultdict(Counter)
    for above, below in pairwise(listed):
        distance = below.bottom - above.bottom
        if above.page == below.page and above.size == below.size and 0.9 < distance / above.size < 2.2:
            distances[above.size][round(distance * 2) / 2] += 1
    pitch = {size: counts.most_common(1)[0][0] for size, counts in distances.items()}
    sides: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in listed:
        sides[line.page, line.column].append(line)
    return Measures(pitch, {place: _edges(column) for place, column in sides.items()})


def group(lines: Sequence[Line], headings: Headings, rows: set[int], measures: Measures) -> list[Piece]:
    """The lines as pieces in the same order; a paragraph may go on over a column or page."""
    pieces: list[Piece] = []
    for line in lines:
        level = headings.level(line)
        kind = BlockKind.HEADING if level else BlockKind.TABLE if id(line) in rows else BlockKind.PARAGRAPH
        if pieces and _goes_on(pieces[-1], line, kind, headings, measures):
            last = pieces[-1]
            pieces[-1] = Piece(last.kind, (*last.lines, line), last.level)
        else:
            pieces.append(Piece(_kind_of_first(kind, line, measures), (line,), level))
    return pieces


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    return lefts[len(lefts) // 10], rights[len(rights) * 19 // 20]


def _kind_of_first(kind: BlockKind, line: Line, measures: Measures) -> BlockKind:
    if kind is not BlockKind.PARAGRAPH:
        return kind
    text = line.text
    indented = line.left > measures.edges_of(line)[0] + _INDENT_SIZES * line.size
    if BULLET.match(text) or _LETTERED.match(text) or (indented and _NUMBERED.match(text)):
        return BlockKind.LIST_ITEM
    return kind


def _goes_on(piece: Piece, line: Line, kind: BlockKind, headings: Headings, measures: Measures) -> bool:
    last = piece.lines[-1]
    if kind is BlockKind.HEADING or piece.kind is BlockKind.HEADING:
        return kind is piece.kind and headings.together(last, line)
    if kind is BlockKind.TABLE or piece.kind is BlockKind.TABLE:
        return kind is piece.kind and last.page == line.page and 0 < line.top - last.top < 4 * line.size
    if last.upright != line.upright or abs(line.size - last.size) > _SAME_SIZE_SHARE * last.size:
        return False
    if _beside(last, line):
        return True
    below = last.page == line.page and last.column == line.column and line.top > last.top
    return _goes_on_below(piece, line, measures) if below else _goes_on_elsewhere(last, line, measures)


def _beside(last: Line, line: Line) -> bool:
    """Whether PDFium broke one printed line in two."""
    same = last.page == line.page and last.column == line.column
    return same and abs(last.bottom - line.bottom) < 0.3 * last.size and line.upright


def _goes_on_below(piece: Piece, line: Line, measures: Measures) -> bool:
    last = piece.lines[-1]
    if line.bottom - last.bottom > _PARAGRAPH_GAP * max(measures.pitch_of(last), last.size):
        return False
    ended = bool(_ENDS_SENTENCE.search(last.text))
    if BULLET.match(line.text) or _is_next_item(piece, line, ended):
        return False
    if _is_indented(piece, line):
        return False
    return not (ended and _is_short(last, measures) and not line.text[:1].islower())


def _is_next_item(piece: Piece, line: Line, ended: bool) -> bool:
    """Whether a number or letter begins a new item, and is not just the first word of a line."""
    if not (_LETTERED.match(line.text) or _NUMBERED.match(line.text)):
        return False
    first, last = piece.lines[0], piece.lines[-1]
    beside_first = abs(line.left - first.left) < _INDENT_SIZES * line.size
    return ended or last.text.endswith((",", " and", " or")) or (piece.kind is BlockKind.LIST_ITEM and beside_first)


def _is_indented(piece: Piece, line: Line) -> bool:
    """Whether the line is set in as the first of a paragraph, or set out of a list item."""
    if _RIGHT_TO_LEFT.search(line.text):
        return False
    first, last = piece.lines[0], piece.lines[-1]
    step = _INDENT_SIZES * line.size
    if piece.kind is BlockKind.LIST_ITEM:
        hangs = len(piece.lines) > 1 and last.left > first.left + step / 2
        return line.left < first.left - step or (hangs and line.left < first.left + step / 2)
    return len(piece.lines) > 1 and line.left > last.left + step and bool(_ENDS_SENTENCE.search(last.text))


def _is_short(line: Line, measures: Measures) -> bool:
    left, right = measures.edges_of(line)
    if _RIGHT_TO_LEFT.search(line.text):
        return line.left > left + _SHORT_LINE_SHARE * (right - left)
    return line.right < right - _SHORT_LINE_SHARE * (right - left)


def _goes_on_elsewhere(last: Line, line: Line, measures: Measures) -> bool:
    """Whether a paragraph continues at the top of the next column or page."""
    if line.page - last.page > 1 or not last.upright or BULLET.match(line.text):
        return False
    if last.text.endswith(_HYPHENS):
        return True
    if _ENDS_SENTENCE.search(last.text):
        # The last line of a paragraph hardly ever fills the column to its edge.
        return last.right >= measures.edges_of(last)[1] - _FULL_LINE_SIZES * last.size
    return line.text[:1].islower() or line.text[:1].isdigit() or not _is_short(last, measures)
