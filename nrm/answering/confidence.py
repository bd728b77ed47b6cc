"""Is there an answer at all? A probability from several signs, calibrated on questions with known ends.

One top score does not tell answerable from unanswerable questions, so the signs are combined by logistic
regression on the tuning half of ``evaluation/questions`` by ``python -m evaluation.calibrate --write``, which
writes ``confidence.yaml``.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from nrm.answering.beyond import asked_for, mentions_state, states_meant
from nrm.answering.missing import document_is_unknown, is_of, place_is_missing, share_of_names_missing
from nrm.domain.answers import Hit, Ranking
from nrm.domain.passages import Passage
from nrm.retrieval.words import terms

WEIGHTS_FILE = Path(__file__).with_name("confidence.yaml")
_TEXTS = frozenset({"documents", "foreign_code"})
_NATIONAL = "national"
_LOOKED_AT = 5  # hits in which States and names are looked for


@dataclass(frozen=True, slots=True)
class Signs:
    """What a ranking shows about whether the library answers (all 0 to 1).

    ``meaning`` of the best hit, ``around`` of the first five on average; ``coverage``: the best share of the
    question's rare words among the first three, ``both``: its product with meaning; ``known``: share of the
    question's subject words that the library has at all; ``topics``: whether the thesaurus knew a term; ``law``:
    whether it names a law or a body of which there are hits; ``case``: whether a professional describes a case.

    Then what speaks against: ``fact``: it asks for a figure, a person, an address, a price, a verdict or an
    errand; ``text``: for a document or a law that is not here, such as that of a State of which no hit speaks;
    ``state``: it names a State of which no hit speaks; ``names``: share of proper names that no hit has; ``place``: an article that the instrument named does not have. ``foreign``: it is not in
    English, so meaning is compared by another encoder, on another scale.
    """

    meaning: float = 0.0
    around: float = 0.0
    coverage: float = 0.0
    both: float = 0.0
    known: float = 0.0
    topics: float = 0.0
    law: float = 0.0
    case: float = 0.0
    fact: float = 0.0
    text: float = 0.0
    state: float = 0.0
    names: float = 0.0
    place: float = 0.0
    foreign: float = 0.0


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the signs, and the probabilities from which we show what is nearest, and answer in full."""

    weights: Mapping[str, float]
    partial_from: float
    answer_from: float


@cache
def calibration() -> Calibration:
    """The calibration as it was last written."""
    read = yaml.safe_load(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return Calibration(read["weights"], read["partial_from"], read["answer_from"])


def signs_of(ranking: Ranking, describes_case: bool = False) -> Signs:
    """The signs of one search; all zero when nothing was found.

    :param describes_case: whether the screen took the question for a professional's case.
    """
    if not ranking.hits:
        return Signs()
    first = ranking.hits[:_LOOKED_AT]
    asked = asked_for(ranking.query, ranking.language)
    meaning, covered = max(0.0, first[0].meaning), max(hit.words for hit in first[:3])
    absent = state_is_absent(ranking.query, ranking.hits)
    return Signs(
        meaning=meaning,
        around=sum(max(0.0, hit.meaning) for hit in first) / len(first),
        coverage=covered,
        both=meaning * covered,
        known=_share_known(ranking),
        topics=float(bool(ranking.topics)),
        law=float(any(is_of(hit.passage, facet) for facet in ranking.named for hit in first)),
        case=float(describes_case),
        fact=float(bool(asked - _TEXTS - {_NATIONAL})),
        text=float(bool(asked & _TEXTS) or (absent and _NATIONAL in asked) or document_is_unknown(ranking)),
        state=float(absent),
        names=share_of_names_missing(ranking, first),
        place=float(place_is_missing(ranking)),
        foreign=float(ranking.language != "en"),
    )


def probability(signs: Signs, weights: Mapping[str, float] | None = None) -> float:
    """How likely the library answers, 0 to 1; with the calibrated weights when none are given."""
    weights = weights or calibration().weights
    total = weights["bias"] + sum(weights[name] * getattr(signs, name) for name in Signs.__dataclass_fields__)
    return 1 / (1 + math.exp(-total))


def _share_known(ranking: Ranking) -> float:
    subject = len(set(terms(ranking.query, ranking.language))) or 1
    return 1 - min(1.0, len(ranking.unknown_words) / subject)


def state_is_absent(question: str, hits: Sequence[Hit]) -> bool:
    """Whether a question names a State, or uses its adjective, of which none of the first hits speaks."""
    states = states_meant(question)
    return bool(states) and not any(mentions_state(_all_words(hit.passage), states) for hit in hits[:_LOOKED_AT])


def _all_words(passage: Passage) -> str:
    """Everything that a passage says of itself: title, headings, place and text."""
    return " ".join((passage.source.title, *passage.locator.heading_path, passage.locator.pinpoint, passage.text))
