"""Heading paths: which headings stand above a block.

Legal texts do not nest their headings by level: "Article 13" often stands on the level of
"Chapter III", and its title follows as a heading of its own. So numbered headings are ranked by
what they name, and a plain heading right below a numbered one is its title.
"""

import re
from dataclasses import dataclass, replace

from ingest.blocks import Block, BlockKind, ParsedDocument
from ingest.structure.words import WORDS, Part

_ARTICLE = re.compile(
    r"^(?:Article|Art\.?|Artikel|Articolo|Artículo|Статья|Стаття)\s+(\d+[A-Za-z]?|[IVXLC]+|[A-Z])\b[.:\s–—-]*(.*)$",
    re.IGNORECASE,
)
_PROTOCOL = re.compile(r"^(?:Optional )?Protocol (?:to|of|relating|against)\b")
_NUMBER = r"\s+(?:\d+|[IVXLC]+)\b"
_DIVISIONS = tuple(
    (re.compile(pattern, re.IGNORECASE), rank)
    for pattern, rank in (
        (r"^(?:PART|TITLE|TEIL|TITRE|PARTE|ЧАСТЬ|ЧАСТИНА)" + _NUMBER, 1),
        (r"^(?:ANNEX|APPENDIX|SCHEDULE|ANHANG|ANNEXE|FINAL ACT|ПРИЛОЖЕНИЕ|ДОДАТОК)\b", 1),
        (r"^(?:Optional )?Protocol (?:to|of|relating|against)\b", 1),
        (r"^(?:CHAPTER|KAPITEL|CHAPITRE|CAPITOLO|CAPÍTULO|ГЛАВА|РОЗДІЛ)" + _NUMBER, 2),
        (r"^[IVXLC]+$", 2),
        (r"^(?:SECTION|ABSCHNITT|SEZIONE|SECCIÓN|РАЗДЕЛ)" + _NUMBER, 3),
        (r"^(?:PREAMBLE|PRÉAMBULE|PRÄAMBEL|PREAMBOLO|PREÁMBULO|ПРЕАМБУЛА)\b", 5),
        (r"^(?:Articles|Artikel|Articoli|Artículos|Статьи|Статті)\s+\d+[^\d\s]*\s+\S+\s+\d+", 5),
    )
)
# A schedule is divided into paragraphs, and these into bare numbers: neither is the title of what stands above.
_PARAGRAPH = re.compile(rf"^(?:{'|'.join(re.escape(word) for word in WORDS[Part.PARAGRAPH])})\s*\d+\b", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"^\(?\d{1,3}[.)]?$")
_ARTICLE_RANK = 5
_BELOW_DIVISIONS = 5  # a plain heading of level n ranks n + this
_NUMBER_RANK = 12  # below plain headings of every level


@dataclass(frozen=True, slots=True)
class Placed:
    """A body block with the headings above it and the article it stands in."""

    block: Block
    text: str
    heading_path: tuple[str, ...]
    article: str | None


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading on the path; ``blocks`` are the heading and its title, ``used`` once something stands below."""

    rank: int
    text: str
    article: str | None
    awaits_title: bool
    blocks: tuple[tuple[Block, str], ...]
    used: bool = False


def article_of(heading: str) -> str | None:
    """The number of an article's heading: ``"13"`` for ``"Article 13 – Recovery"``."""
    match = _ARTICLE.match(heading.strip())
    return match.group(1) if match else None


def place_blocks(document: ParsedDocument) -> list[Placed]:
    """Every body block with its headings, in order; a heading with nothing below it is a body block."""
    legal = any(_opens_article(document, block) for block in document.blocks)
    placed: list[Placed] = []
    path: list[_Heading] = []
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if block.kind is BlockKind.HEADING or (legal and _is_bare_heading(text)):
            heading = _heading(block, text, legal, first=not path and not placed)
            placed.extend(_unused(path, heading))
            path = _descend(path, heading)
        else:
            path = [replace(heading, used=True) for heading in path]
            placed.append(_placed(block, text, path))
    placed.extend(_body(item) for heading in path if not heading.used for item in heading.blocks)
    return sorted(placed, key=lambda item: item.block.start)


def _heading(block: Block, text: str, legal: bool, first: bool) -> _Heading:
    if not legal:
        return _Heading(block.level, text, None, False, ((block, text),))
    match = _ARTICLE.match(text)
    rank = 0 if first and not match else _legal_rank(text, block, match is not None)
    numbered = 0 < rank <= _ARTICLE_RANK
    awaits_title = numbered and not (match and match.group(2))
    return _Heading(rank, text, match.group(1) if match else None, awaits_title, ((block, text),))


def _descend(path: list[_Heading], heading: _Heading) -> list[_Heading]:
    if _is_title_of_last(path, heading):
        last = path[-1]
        titled = replace(
            last, text=f"{last.text} – {heading.text}", awaits_title=False, blocks=last.blocks + heading.blocks
        )
        return [*path[:-1], titled]
    return [*(above for above in path if above.rank < heading.rank), heading]


def _unused(path: list[_Heading], heading: _Heading) -> list[Placed]:
    if _is_title_of_last(path, heading):
        return []
    leaving = [above for above in path if above.rank >= heading.rank and not above.used]
    return [_body(item) for above in leaving for item in above.blocks]


def _is_title_of_last(path: list[_Heading], heading: _Heading) -> bool:
    plain = heading.rank > _BELOW_DIVISIONS and not _divides(heading.text)
    return plain and bool(path) and path[-1].awaits_title and not path[-1].used


def _divides(text: str) -> bool:
    return bool(_PARAGRAPH.match(text) or _BARE_NUMBER.match(text))


def _placed(block: Block, text: str, path: list[_Heading]) -> Placed:
    article = next((heading.article for heading in reversed(path) if heading.article), None)
    if article and any(_PROTOCOL.match(heading.text) for heading in path[1:]):
        article = f"OP {article}"  # the same file holds the treaty, which has an article of that number too
    return Placed(block, text, tuple(heading.text for heading in path), article)


def _body(item: tuple[Block, str]) -> Placed:
    return Placed(item[0], item[1], (), None)


def _legal_rank(text: str, block: Block, is_article: bool) -> int:
    if is_article:
        return _ARTICLE_RANK
    if _BARE_NUMBER.match(text):
        return _NUMBER_RANK
    named = next((rank for pattern, rank in _DIVISIONS if pattern.match(text)), None)
    return block.level + _BELOW_DIVISIONS if named is None else named


def _opens_article(document: ParsedDocument, block: Block) -> bool:
    text = document.text[block.start : min(block.end, block.start + 200)]
    return (block.kind is BlockKind.HEADING and bool(_ARTICLE.match(text))) or _is_bare_heading(text)


def _is_bare_heading(text: str) -> bool:
    """A line that is nothing but "Article 7", set as a paragraph."""
    match = _ARTICLE.match(text)
    return bool(match and not match.group(2) and len(text) < 20)
