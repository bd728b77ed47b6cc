"""What must be read together with a quote: its whole sentences, and what leads into its list.

"Detain a child" may be a point under "The Parties shall not:", and half a sentence may say the opposite of
the whole.
"""

import re
from dataclasses import dataclass

from nrm.answering.sentences import sentence_spans
from nrm.domain.answers import Citation

_POINT = re.compile(r"\(?(?:[a-z]|\d{1,3}|[ivx]{1,4})(?:[.)]\s|\)(?=\w))|[-–—•*]\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Whole sentences that hold a quote, as a span of the passage, and the words that lead into their list."""

    start: int
    end: int
    lead_in: str


def surroundings(text: str, span: tuple[int, int]) -> Surroundings:
    """The whole sentences around a span of a passage; ``lead_in`` is empty when they are no points of a list."""
    spans = sentence_spans(text)
    touched = [place for place, (start, end) in enumerate(spans) if start < span[1] and end > span[0]]
    first, last = touched[0], touched[-1]
    lead_in = _lead_in([text[start:end] for start, end in spans[:first]], text[slice(*spans[first])])
    return Surroundings(spans[first][0], spans[last][1], lead_in)


def led_in(citation: Citation) -> str:
    """The words that lead into the list of a quote, as they are shown before it; empty when it is no point.

    An ellipsis says that other points stand between.
    """
    if not citation.lead_in:
        return ""
    follows = citation.passage.text[: citation.start].rstrip().endswith(citation.lead_in)
    return citation.lead_in if follows else f"{citation.lead_in} […]"


def _lead_in(before: list[str], sentence: str) -> str:
    if not before or not _POINT.match(sentence):
        return ""
    opening = next((piece for piece in reversed(before) if ":" in piece), "")
    return opening[: opening.rfind(":") + 1]
