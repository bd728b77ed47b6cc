"""Complete sentences of a passage, as spans of its text."""

import re

_END = re.compile(r"(?<=[.!?;])[\"”’)]*\s+(?=[\"“(A-ZÀ-ÝА-ЯЇІЄҐ0-9])|\n{2,}|\n(?=\(?[a-z0-9]{1,3}(?:[.)]\s|\)\w))")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Art|Arts|No|Nos|para|paras|Mr|Ms|Dr|St|cf|e\.g|i\.e|vol|p|pp|etc|Rev|Doc|ст|п|пп|гл|ч)\.|^\(?\d{1,3}[.)])$"
)
_FEWEST_WORDS = 4


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Spans that cover every word of the text, in order; a lone number or abbreviation joins what follows.

    >>> [text[a:b] for text in ["1. First here is one. Second one is here."] for a, b in sentence_spans(text)]
    ['1. First here is one.', 'Second one is here.']
    """
    spans: list[tuple[int, int]] = []
    left = 0
    for match in _END.finditer(text):
        piece = text[left : match.start()]
        if _ABBREVIATION.search(piece.strip()) or (len(piece.split()) < _FEWEST_WORDS and "\n" not in match.group()):
            continue
        if piece.strip():
            spans.append((left + len(piece) - len(piece.lstrip()), left + len(piece.rstrip())))
        left = match.end()
    rest = text[left:]
    if rest.strip():
        spans.append((left + len(rest) - len(rest.lstrip()), left + len(rest.rstrip())))
    return spans
