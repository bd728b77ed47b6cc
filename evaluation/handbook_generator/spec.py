"""What to generate, and what is then known about it."""

from dataclasses import asdict, dataclass
from typing import Any

NOTICE = "ARTIFICIAL TEST DOCUMENT"


@dataclass(frozen=True, slots=True)
class HandbookSpec:
    """A document to generate; the same values give the same bytes but for dates.

    ``interleaved`` draws the lines of both columns row by row, as some programs do;
    ``page_labels`` writes labels into the file (they are printed in any case);
    ``pillar_names`` take the place of placeholder words in the pillars' headings.
    """

    pages: int = 400
    seed: int = 7
    outline: bool = True
    page_labels: bool = True
    interleaved: bool = False
    pillar_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TruthBlock:
    """One paragraph, list item, box paragraph, footnote or table, as it was meant.

    ``page`` counts from 1 and is where it starts; ``column`` counts from 0.
    """

    kind: str
    text: str
    heading_path: tuple[str, ...]
    standard: str | None
    page: int
    page_label: str
    column: int


@dataclass(frozen=True, slots=True)
class Truth:
    """All blocks in reading order and the printed label of each page."""

    blocks: tuple[TruthBlock, ...]
    page_labels: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The truth as plain values."""
        return asdict(self)
