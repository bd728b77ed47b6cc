"""Which of the hits answer: near enough to the best, no two alike, law and practice apart."""

from collections.abc import Sequence
from dataclasses import replace

from nrm.answering.confidence import calibration, probability, signs_of
from nrm.answering.inquiry import Inquiry, Library
from nrm.domain.answers import Hit
from nrm.domain.vocabulary import Authority, Outcome, SourceKind

MOST_STATEMENTS = 6
_FEWEST_STATEMENTS = 2
_NEAR_BEST = 0.84  # a hit answers too when its score is at least this share of the best
_MOST_PRACTICES = 2
_MOST_OF_ONE_SOURCE = 2  # so that one treaty does not crowd out the others
_ALIKE = 0.8  # share of common words from which two passages say the same
_NEAREST_SHOWN = 3
_ABOUT_THE_HANDBOOK = frozenset({SourceKind.FACTSHEET, SourceKind.HANDBOOK})


def choose(inquiry: Inquiry, library: Library) -> Inquiry:
    """Pick the hits that answer, or end the inquiry with the nearest passages."""
    if inquiry.wants_handbook and not library.is_loaded("handbook"):
        about = [hit for hit in inquiry.hits if hit.passage.source.kind in _ABOUT_THE_HANDBOOK]
        return replace(
            inquiry, outcome=Outcome.SOURCE_NOT_LOADED, detail="handbook", chosen=tuple(_distinct(about)[:3])
        )
    likely = probability(signs_of(inquiry.ranking)) if inquiry.ranking else 0.0
    if likely < calibration().partial_from or not inquiry.hits:
        nearest = tuple(hit.passage for hit in inquiry.hits[:_NEAREST_SHOWN])
        return replace(inquiry, outcome=Outcome.NOT_FOUND, related=nearest)
    chosen = _answering(inquiry)
    rest = [hit.passage for hit in inquiry.hits if hit not in chosen]
    outcome = Outcome.ANSWERED if likely >= calibration().answer_from else Outcome.PARTIAL
    return replace(inquiry, outcome=outcome, chosen=tuple(chosen), related=tuple(rest[:_NEAREST_SHOWN]))


def _answering(inquiry: Inquiry) -> list[Hit]:
    usable = [hit for hit in _distinct(inquiry.hits) if _fits(hit, inquiry)]
    if not usable:
        usable = list(inquiry.hits[:1])
    best = max(hit.score for hit in usable)
    first, rest = usable[:_FEWEST_STATEMENTS], usable[_FEWEST_STATEMENTS:]
    return _limited([*first, *(hit for hit in rest if hit.score >= _NEAR_BEST * best)])


def _fits(hit: Hit, inquiry: Inquiry) -> bool:
    """Whether a hit may stand in an answer: the glossary answers only what a word means."""
    return inquiry.wants_definition or hit.passage.source.kind is not SourceKind.GLOSSARY


def _distinct(hits: Sequence[Hit]) -> list[Hit]:
    kept: list[tuple[Hit, set[str]]] = []
    for hit in hits:
        words = set(hit.passage.text.lower().split())
        if not any(len(words & other) >= _ALIKE * len(words | other) for _, other in kept):
            kept.append((hit, words))
    return [hit for hit, _ in kept]


def _limited(hits: Sequence[Hit]) -> list[Hit]:
    """At most six, two of one source and two practices, so that nothing crowds out the rest."""
    kept: list[Hit] = []
    for hit in hits:
        source = sum(other.passage.source.slug == hit.passage.source.slug for other in kept)
        practices = sum(other.passage.authority is Authority.PRACTICE for other in kept)
        is_practice = hit.passage.authority is Authority.PRACTICE
        if source < _MOST_OF_ONE_SOURCE and not (is_practice and practices >= _MOST_PRACTICES):
            kept.append(hit)
    return kept[:MOST_STATEMENTS]
