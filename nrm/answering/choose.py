"""Which of the hits answer: near enough to the best, no two alike, from the law that was asked for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from nrm.answering.confidence import calibration, probability, signs_of
from nrm.answering.inquiry import Inquiry, Library
from nrm.answering.missing import is_of
from nrm.domain.answers import Hit
from nrm.domain.vocabulary import Authority, Outcome, SourceKind
from nrm.retrieval.parts import clauses

MOST_STATEMENTS = 5
# Chosen on the tuning half of evaluation/questions by reading what is shown: with 0.84 every second extract was
# beside the question, above 0.92 the same rule of another treaty is lost.
_NEAR_BEST = 0.9  # a hit answers too when its score is at least this share of the best
_NEAR_BEST_OF_ANOTHER_LAW = 0.97  # when the question names a law, others must be nearly better
_FEWEST_OF_TWO_QUESTIONS = 2  # hits that always answer a question of two clauses: the best of each come first
_WEAK_WORDS, _WEAK_MEANING = 0.3, 0.35  # a further hit below both only shares a common word
_MOST_PRACTICES = 2
_MOST_OF_ONE_SOURCE = 2  # so that one treaty does not crowd out the others
_ALIKE = 0.8  # share of common words from which two passages say the same
_NEAREST_SHOWN = 3
_COMPARES = re.compile(
    r"\bdifferen(?:ce|t)\b.*\b(?:between|from)\b|\bversus\b|\bvs\b|\bdifférence\b|\bunterschied\b|\bdifferenza\b|"
    r"\bdiferencia\b|\bотлич\w+|\bразниц\w+|\bвідрізня\w+|\bрізниц\w+",
    re.IGNORECASE,
)
_ABOUT_THE_HANDBOOK = frozenset({SourceKind.FACTSHEET, SourceKind.HANDBOOK})


def choose(inquiry: Inquiry, library: Library) -> Inquiry:
    """Pick the hits that answer, or end the inquiry with the nearest passages."""
    if inquiry.wants_handbook and not library.is_loaded("handbook"):
        about = [hit for hit in inquiry.hits if hit.passage.source.kind in _ABOUT_THE_HANDBOOK]
        return replace(
            inquiry, outcome=Outcome.SOURCE_NOT_LOADED, detail="handbook", chosen=tuple(islice(_distinct(about), 3))
        )
    likely = probability(signs_of(inquiry.ranking, inquiry.describes_case)) if inquiry.ranking else 0.0
    if likely < calibration().partial_from or not inquiry.hits:
        nearest = tuple(hit.passage for hit in inquiry.hits[:_NEAREST_SHOWN])
        return replace(inquiry, outcome=Outcome.NOT_FOUND, related=nearest)
    chosen = _answering(inquiry)
    rest = [hit.passage for hit in inquiry.hits if hit not in chosen]
    outcome = Outcome.ANSWERED if likely >= calibration().answer_from else Outcome.PARTIAL
    return replace(inquiry, outcome=outcome, chosen=tuple(chosen), related=tuple(rest[:_NEAREST_SHOWN]))


def _answering(inquiry: Inquiry) -> list[Hit]:
    usable = [hit for hit in inquiry.hits if _fits(hit, inquiry)] or list(inquiry.hits[:1])
    named = inquiry.ranking.named if inquiry.ranking else ()
    if named:
        first = _best_of_each(usable, named)
    elif _COMPARES.search(inquiry.question):
        first = _best_of_sources(usable)
    else:
        first = list(islice(_distinct(usable), _FEWEST_OF_TWO_QUESTIONS if _asks_two_things(inquiry) else 1))
    best = max(hit.score for hit in usable)
    rest = [hit for hit in usable if hit not in first and _is_near(hit, best, named)]
    return _limited(_distinct([*first, *rest]))


def _fits(hit: Hit, inquiry: Inquiry) -> bool:
    """Whether a hit may stand in an answer: the glossary answers only what a word means."""
    return inquiry.wants_definition or hit.passage.source.kind is not SourceKind.GLOSSARY


def _asks_two_things(inquiry: Inquiry) -> bool:
    return bool(inquiry.ranking and clauses(inquiry.question, inquiry.ranking.language))


def _best_of_sources(usable: Sequence[Hit]) -> list[Hit]:
    """The best hit of each of the first two sources: what is compared seldom stands in one."""
    best: dict[str, Hit] = {}
    for hit in usable:
        best.setdefault(hit.passage.source.slug, hit)
    return list(islice(best.values(), _FEWEST_OF_TWO_QUESTIONS))


def _best_of_each(usable: Sequence[Hit], named: Sequence[str]) -> list[Hit]:
    """The best hit of each law or body that the question names; the best of all when none has a hit."""
    found = (next((hit for hit in usable if is_of(hit.passage, facet)), None) for facet in named)
    return list(dict.fromkeys(hit for hit in found if hit)) or list(usable[:1])


def _is_near(hit: Hit, best: float, named: Sequence[str]) -> bool:
    if hit.words < _WEAK_WORDS and hit.meaning < _WEAK_MEANING:
        return False
    of_another_law = named and not any(is_of(hit.passage, facet) for facet in named)
    return hit.score >= best * (_NEAR_BEST_OF_ANOTHER_LAW if of_another_law else _NEAR_BEST)


def _distinct(hits: Iterable[Hit]) -> Iterator[Hit]:
    """The hits whose words no earlier one has, in order."""
    kept: list[frozenset[str]] = []
    for hit in hits:
        words = frozenset(hit.passage.text.lower().split())
        if not any(_alike(words, other) for other in kept):
            kept.append(words)
            yield hit


def _alike(words: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(words), len(other)) < _ALIKE * max(len(words), len(other)):
        return False
    common = len(words & other)
    return common >= _ALIKE * (len(words) + len(other) - common)


def _limited(hits: Iterable[Hit]) -> list[Hit]:
    """At most five, two of one source and two practices, so that nothing crowds out the rest."""
    kept: list[Hit] = []
    for hit in hits:
        source = sum(other.passage.source.slug == hit.passage.source.slug for other in kept)
        practices = sum(other.passage.authority is Authority.PRACTICE for other in kept)
        is_practice = hit.passage.authority is Authority.PRACTICE
        if source < _MOST_OF_ONE_SOURCE and not (is_practice and practices >= _MOST_PRACTICES):
            kept.append(hit)
        if len(kept) == MOST_STATEMENTS:
            break
    return kept
