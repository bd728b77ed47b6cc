"""Questions that no law text, guide or record can answer: figures, people in office, addresses, prices, verdicts.

They sound like questions that we can answer ("victims", "shelter", "ministry"), so similarity does not
tell them apart; what they ask *for* does. The words are data: ``asks_for.yaml`` and ``state_stems.yaml``.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from nrm.answering.beginnings import beginnings_of, may_hold

_HERE = Path(__file__).parent
_WORDS = "words"
_ALTERNATIVES = re.compile(r"\|(?![^(]*\))")  # those outside of brackets


def asked_for(question: str, language: str = "en") -> frozenset[str]:
    """The kinds of fact that a question asks for and that stand in no text of ours, as named in the data.

    >>> sorted(asked_for("How many victims were identified in Spain last year?"))
    ['figures', 'now']
    >>> asked_for("How many shelters must a State have?")
    frozenset()
    """
    kinds = _kinds()
    names = {language, "en"}
    return frozenset(kind for kind, by in kinds.items() if any(by[name].search(question) for name in names & set(by)))


def states_meant(question: str) -> frozenset[str]:
    """Codes of the States that a question names or whose adjective it uses ("Polish law").

    >>> sorted(states_meant("Does Polish or Serbian law protect a girl from Kyiv?"))
    ['PL', 'RS']
    """
    if not may_hold(question, beginnings_of_states()):
        return frozenset()
    return frozenset(match.lastgroup for match in _any_state().finditer(question) if match.lastgroup)


def mentions_state(text: str, codes: Iterable[str]) -> bool:
    """Whether a text names one of these States."""
    stems = _stems()
    return any(stems[code].search(text) for code in codes if code in stems)


@cache
def beginnings_of_states() -> frozenset[str]:
    """How the names and adjectives of all States begin, in seven languages; see ``may_hold``."""
    alternatives = (stem for stems in _read("state_stems.yaml").values() for stem in _ALTERNATIVES.split(stems))
    return beginnings_of(alternatives)


@cache
def _kinds() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    read = _read("asks_for.yaml")
    words: Mapping[str, str] = read.pop(_WORDS)
    return {
        kind: {language: _any_of(patterns, words) for language, patterns in by_language.items()}
        for kind, by_language in read.items()
    }


def _any_of(patterns: Iterable[str], words: Mapping[str, str]) -> re.Pattern[str]:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    for name, pattern in words.items():
        joined = joined.replace(name, pattern)
    return re.compile(joined, re.IGNORECASE | re.DOTALL)


@cache
def _any_state() -> re.Pattern[str]:
    """The stems of all States in one pattern, each in a group named by its code."""
    groups = "|".join(f"(?P<{code}>{stems})" for code, stems in _read("state_stems.yaml").items())
    return re.compile(rf"\b(?:{groups})", re.IGNORECASE)


@cache
def _stems() -> Mapping[str, re.Pattern[str]]:
    return {code: re.compile(rf"\b(?:{stems})", re.IGNORECASE) for code, stems in _read("state_stems.yaml").items()}


def _read(name: str) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, Any] = yaml.load((_HERE / name).read_text(encoding="utf-8"), Loader=loader)
    return found
