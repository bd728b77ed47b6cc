"""Passages as a model sees them: under opaque tokens, every line marked with a boundary nobody can guess."""

import hashlib
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nrm.domain.passages import Passage

_TOKEN_LETTERS, _BOUNDARY_LETTERS = 10, 16


@dataclass(frozen=True, slots=True)
class DealtPassages:
    """The text for the model, the boundary that marks it, and the passage ids behind the tokens."""

    text: str
    boundary: str
    passage_ids: Mapping[str, str]


def deal(passages: Sequence[Passage], seed: str) -> DealtPassages:
    """Put passages under tokens that say nothing of their source.

    :param seed: random and secret; the same seed deals the same tokens, so that what was shown to a
        person before sending is what is sent.
    """
    boundary = _boundary(passages, seed)
    tokens = {_code(seed, f"token {place}", _TOKEN_LETTERS): item for place, item in enumerate(passages)}
    text = "\n\n".join(_marked(token, item.text, boundary) for token, item in tokens.items())
    return DealtPassages(text, boundary, {token: item.id for token, item in tokens.items()})


def unmarked(text: str, boundary: str) -> str:
    """The text without our own mark at the beginning of its lines."""
    return text.replace(f"{boundary} ", "").replace(boundary, "")


def _marked(token: str, text: str, boundary: str) -> str:
    lines = "\n".join(f"{boundary} {line}" for line in text.splitlines() if line.strip())
    return f"{boundary} begin, token {token}\n{lines}\n{boundary} end"


def _boundary(passages: Sequence[Passage], seed: str) -> str:
    """A mark that stands in no passage."""
    marks = (_code(seed, f"boundary {attempt}", _BOUNDARY_LETTERS) for attempt in itertools.count())
    return next(mark for mark in marks if not any(mark in item.text for item in passages))


def _code(seed: str, purpose: str, letters: int) -> str:
    return hashlib.sha256(f"{seed}\n{purpose}".encode()).hexdigest()[:letters]
