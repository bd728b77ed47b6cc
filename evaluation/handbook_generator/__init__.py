"""Makes handbook-like PDFs of placeholder words, with the exact truth about every paragraph.

Nothing in them comes from any handbook: they test how documents of that size and shape are read.
"""

from evaluation.handbook_generator.generate import generate
from evaluation.handbook_generator.spec import HandbookSpec, Truth, TruthBlock

__all__ = ["HandbookSpec", "Truth", "TruthBlock", "generate"]
