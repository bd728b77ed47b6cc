"""How well a generated handbook is read: pinpoints, words, boxes."""

import random
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2

from evaluation.handbook_generator import Truth, TruthBlock
from ingest.blocks import Block, BlockKind, ParsedDocument
from ingest.parsers.page_picture_job import quote_job
from ingest.parsers.reading import Reading
from ingest.structure.handbook import parts_of

QUOTES = 500
_QUOTE_WORDS = (5, 16)
# Search first near the place where the block before was found: words of placeholders repeat.
_NEAR = 20_000


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters and digits of a document, folded, and where each stands in its text."""

    text: str
    places: list[int]


def handbook_figures(path: Path, document: ParsedDocument, truth: Truth, quotes: int = QUOTES) -> dict[str, Any]:
    """Shares between 0 and 1: pinpoints right, words found in place, random quotes covered by boxes."""
    letters = _letters_of(document.text)
    starts = [block.start for block in document.blocks]
    paths = _heading_paths(document)
    right: Counter[str] = Counter()
    words = found_words = 0
    wrong: list[dict[str, Any]] = []
    cursor = 0
    for meant in truth.blocks:
        count = len(meant.text.split())
        words += count
        place = _find(letters, _fold(meant.text), cursor)
        if place is None:
            wrong.append({"missing": meant.text[:80], "page": meant.page, "kind": meant.kind})
            continue
        found_words += count
        cursor = max(cursor, place)
        index = bisect_right(starts, letters.places[place]) - 1
        checks = _checks(document, document.blocks[index], paths[index], meant)
        right.update(name for name, holds in checks.items() if holds)
        if not checks["pinpoint"]:
            wrong.append({"wrong": meant.text[:60], "page": meant.page, "kind": meant.kind, **checks})
    return {
        "blocks": len(truth.blocks),
        **{name: round(right[name] / len(truth.blocks), 5) for name in sorted(right)},
        "words_found_in_place": round(found_words / max(words, 1), 5),
        **_box_figures(path, document, quotes),
        "wrong_first_ten": wrong[:10],
    }


def _checks(document: ParsedDocument, block: Block, path: tuple[str, ...], meant: TruthBlock) -> dict[str, bool]:
    label = document.page_labels[(block.page or 1) - 1] if document.page_labels else str(block.page)
    checks = {
        "heading_path": _same_path(path, meant.heading_path),
        "standard": parts_of(path).standard == meant.standard,
        "page_label": label == meant.page_label and block.page == meant.page,
        "kind": block.kind.value == meant.kind,
        "one_block": _fold(document.text[block.start : block.end]) == _fold(meant.text),
    }
    checks["pinpoint"] = checks["heading_path"] and checks["standard"] and checks["page_label"]
    return checks


def _same_path(one: Sequence[str], other: Sequence[str]) -> bool:
    return [_fold(heading) for heading in one] == [_fold(heading) for heading in other]


def _heading_paths(document: ParsedDocument) -> list[tuple[str, ...]]:
    """For each block the headings above it, outermost first, by their levels."""
    paths: list[tuple[str, ...]] = []
    above: list[tuple[int, str]] = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            above = [one for one in above if one[0] < block.level]
            above.append((block.level, document.text[block.start : block.end]))
        paths.append(tuple(text for _, text in above))
    return paths


def _box_figures(path: Path, document: ParsedDocument, count: int) -> dict[str, Any]:
    """Of random quotes, how many are covered by the boxes found for them, as PDFium reads the boxes."""
    quotes = list(_random_quotes(document, count, random.Random(1)))
    covered = exact = block_covered = 0
    with pypdfium2.PdfDocument(path) as pdf:
        for quote, block in quotes:
            pages = sorted({box.page for box in block.boxes})
            boxes = quote_job(Reading(path, options={"pages": pages, "quote": quote}))
            inside = _fold("".join(_bounded(pdf, _middle(box)) for box in boxes))
            covered += _fold(quote) in inside
            exact += inside == _fold(quote)
            around = "".join(_bounded(pdf, [box.page, box.left, box.top, box.right, box.bottom]) for box in block.boxes)
            block_covered += _fold(quote) in _fold(around)
    count = max(len(quotes), 1)
    return {
        "quotes": len(quotes),
        "quote_boxes_cover": round(covered / count, 4),
        "quote_boxes_cover_nothing_else": round(exact / count, 4),
        "block_boxes_cover": round(block_covered / count, 4),
    }


def _random_quotes(document: ParsedDocument, count: int, chance: random.Random) -> Iterator[tuple[str, Block]]:
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ASIDE, BlockKind.FOOTNOTE)
    blocks = [block for block in document.blocks if block.kind in kinds and block.boxes]
    for _ in range(count if blocks else 0):
        block = chance.choice(blocks)
        words = document.text[block.start : block.end].split()
        start = chance.randrange(max(len(words) - _QUOTE_WORDS[0], 1))
        yield " ".join(words[start : start + chance.randint(*_QUOTE_WORDS)]), block


def _middle(box: Sequence[float]) -> list[float]:
    """The middle of a line's box: tails of letters of the line above reach into its upper part."""
    number, left, top, right, bottom = box
    inset = 0.3 * (bottom - top)
    return [number, left, top + inset, right, bottom - inset]


def _bounded(pdf: Any, box: Sequence[float]) -> str:
    """The text that PDFium finds within a box of an upright page."""
    number, left, top, right, bottom = box
    page = pdf[int(number) - 1]
    height = page.get_size()[1]
    text_page = page.get_textpage()
    text: str = text_page.get_text_bounded(left - 0.5, height - bottom - 0.5, right + 0.5, height - top + 0.5)
    text_page.close()
    page.close()
    return text


def _find(letters: _Letters, wanted: str, cursor: int) -> int | None:
    near = letters.text.find(wanted, max(cursor - _NEAR, 0), cursor + 2 * _NEAR)
    place = near if near >= 0 else letters.text.find(wanted)
    return place if place >= 0 else None


def _letters_of(text: str) -> _Letters:
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        letters = _fold(character)
        folded.append(letters)
        places += [place] * len(letters)
    return _Letters("".join(folded), places)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())
