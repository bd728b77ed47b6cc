"""The bodies that make law and commitments, as questions name them in seven languages."""

import re

from nrm.retrieval.parts import Named
from nrm.retrieval.words import words

# Short names count in capitals only: "un" is French for "a", "oil" is English for something else.
_NAMES = {
    "Council of Europe": r"CoE|COE|(?i:council of europe|conseil de l['’]europe|europarat\w*|consiglio d['’]europa|"
    r"consejo de europa|совет\w* европы|рад[аиіу] європи)",
    "United Nations": r"UN|UNO|ONU|ООН|(?i:united nations|nations unies|vereinten nationen|nazioni unite|"
    r"naciones unidas|объедин[её]нных наций|об['’]єднаних націй)",
    "European Union": r"EU|UE|ЕС|ЄС|(?i:european union|union europ[ée]enne|europäischen? union|unione europea|"
    r"unión europea|европейск\w+ союз\w*|європейськ\w+ союз\w*)",
    "International Labour Organization": r"ILO|OIT|OIL|IAO|МОТ|МОП|(?i:international labou?r organi[sz]ation)",
}
_PATTERNS = {body: re.compile(rf"\b(?:{names})\b") for body, names in _NAMES.items()}


def named_bodies(text: str) -> list[Named]:
    """The bodies that a question names, each once, where it names them first."""
    found = [(body, match) for body, pattern in _PATTERNS.items() if (match := pattern.search(text))]
    return [Named(f"body:{body}", _places(text, match)) for body, match in found]


def _places(text: str, match: re.Match[str]) -> range:
    start = len(words(text[: match.start()]))
    return range(start, start + len(words(match[0])))
