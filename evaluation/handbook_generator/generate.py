"""Generate an artificial handbook and the truth about it."""

import random
from dataclasses import replace

from evaluation.handbook_generator.compose import Composer
from evaluation.handbook_generator.drawing import Measure, draw, new_pdf
from evaluation.handbook_generator.pages import Press
from evaluation.handbook_generator.spec import HandbookSpec, Truth
from evaluation.handbook_generator.story import annex, front_matter, pillar

_PILLARS = 4
_ANNEXES = "ABC"
# The front matter takes about one page in fifty, the annexes one in ten, the pillars the rest.
_FRONT_SHARE, _ANNEX_SHARE = 0.02, 0.1
_ROMAN = (
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
)


def generate(spec: HandbookSpec | None = None) -> tuple[bytes, Truth]:
    """The PDF and the truth about it."""
    spec = spec or HandbookSpec()
    pdf = new_pdf()
    composer = Composer(Press(Measure(pdf)), random.Random(spec.seed))
    front = min(max(2, round(spec.pages * _FRONT_SHARE)), len(_ROMAN))
    composer.set_until(front_matter(composer.chance), front)
    front = len(composer.press.sheets)
    first_annex = spec.pages - max(1, round(spec.pages * _ANNEX_SHARE))
    for number in range(1, _PILLARS + 1):
        name = spec.pillar_names[number - 1] if spec.pillar_names else ""
        composer.set_until(pillar(number, composer.chance, name), front + (first_annex - front) * number // _PILLARS)
    for number, letter in enumerate(_ANNEXES, 1):
        last = first_annex + (spec.pages - first_annex) * number // len(_ANNEXES)
        composer.set_until(annex(letter, composer.chance), last)
    composer.press.finish()
    labels = _labels(len(composer.press.sheets), front)
    blocks = tuple(replace(block, page_label=labels[block.page - 1]) for block in composer.truth)
    return draw(pdf, composer.press.sheets, composer.headings, labels, spec), Truth(blocks, labels)


def _labels(pages: int, front: int) -> tuple[str, ...]:
    return tuple(_ROMAN[page] if page < front else str(page - front + 1) for page in range(pages))
