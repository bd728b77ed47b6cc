"""The profile of a handbook: which pillar, standard, annex or box a block stands in.

It knows the kinds of parts that handbooks have, and nothing of what any handbook says.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.structure.detectors import (
    annex_label,
    article_number,
    pillar_number,
    principle_number,
    recommendation_number,
    standard_number,
    step_number,
)

_BOX = re.compile(
    r"^\s*(?i:box|encadré|kasten|riquadro|вставка|врезка|recuadro|вріз)\s*(?i:no\.?|№)?\s*(\d{1,3}(?:\.\d{1,3})?)\b"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """Numbers of the innermost parts a block stands in; None where it stands in no such part."""

    article: str | None = None
    standard: str | None = None
    principle: str | None = None
    recommendation: str | None = None
    step: str | None = None
    pillar: str | None = None
    annex: str | None = None


def parts_of(heading_path: Sequence[str]) -> Parts:
    """The parts named on a heading path (outermost first).

    What stands in an annex is not in the standard before it: parts outside the innermost annex are
    left out.

    >>> parts_of(("Pillar II", "Standard 2.4 Artificial")).standard
    '2.4'
    """
    annexes = [index for index, heading in enumerate(heading_path) if annex_label(heading) is not None]
    path = heading_path[annexes[-1] :] if annexes else heading_path
    detectors = {
        "article": article_number,
        "standard": standard_number,
        "principle": principle_number,
        "recommendation": recommendation_number,
        "step": step_number,
        "pillar": pillar_number,
        "annex": annex_label,
    }
    found = {
        part: next((number for heading in reversed(path) if (number := detect(heading)) is not None), None)
        for part, detect in detectors.items()
    }
    return Parts(**found)


def box_number(text: str) -> str | None:
    """The number of a box, from its first words: "Box 3.1 …"."""
    match = _BOX.match(text)
    return match.group(1) if match else None
