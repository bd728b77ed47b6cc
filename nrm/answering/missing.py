"""Things that a question names and the library does not have: proper names, articles."""

import re
from collections.abc import Sequence

from nrm.answering.beyond import states_meant
from nrm.domain.answers import Hit, Ranking
from nrm.domain.passages import Passage
from nrm.retrieval.words import folded

# A capital inside a sentence; at its beginning it says nothing, and after "from" only where somebody comes from.
_NAME = re.compile(r"(?<![.!?:] )(?<!^)(?<!\bfrom )(?<!\bfrom the )\b[A-Z][\w’'-]+")
_PARAGRAPH = re.compile(r"\bparagraphs? (\d+)", re.IGNORECASE)
_ANNEX = re.compile(r"\b(?:annex|appendix|schedule) [IVX\d]+\b", re.IGNORECASE)
# Documents that go by a name or a number of their own; one that the thesaurus does not know is not here.
_DOCUMENT = re.compile(
    r"\b(?!The |What |Which |Does |How |Is |EU |Council )[A-Z][\w-]+ (?:[A-Z][\w-]+ )*"
    r"(?:Regulation|Directive|Resolution|Rules|Recommendation|Survey|Strategy|Report|Guidelines|Manual|Process|Act)\b"
    r"|\b(?:Resolution|Regulation|Recommendation|Directive) (?:No\.? ?|\(?[A-Z]{2,3}\)? ?)?\d"
)
_BEGINNING = 6  # letters by which a name and its other forms are taken for one
_SOURCE = "source:"


def is_of(passage: Passage, facet: str) -> bool:
    """Whether a passage is of a law (``source:echr-1950``) or a body (``body:ILO``) that a question names."""
    kind, _, value = facet.partition(":")
    return value == (passage.source.slug if kind == "source" else passage.source.body)


def share_of_names_missing(ranking: Ranking, hits: Sequence[Hit]) -> float:
    """The share of the proper names of an English question that none of the hits has, 0 to 1.

    An instrument or a State that the question names is no such name; other languages cannot be compared with the
    library's English.
    """
    found = _NAME.findall(ranking.query) if ranking.language == "en" and not ranking.named else []
    names = [name for name in found if not states_meant(name)]
    if not names:
        return 0.0
    said = folded(" ".join(f"{hit.passage.source.title} {' '.join(hit.passage.locator.heading_path)} {hit.passage.text}"
                           for hit in hits))  # fmt: skip
    return sum(folded(name)[:_BEGINNING] not in said for name in names) / len(names)


def document_is_unknown(ranking: Ranking) -> bool:
    """Whether an English question names a regulation, resolution, report or the like that the thesaurus lacks."""
    return ranking.language == "en" and not ranking.named and bool(_DOCUMENT.search(ranking.query))


def place_is_missing(ranking: Ranking) -> bool:
    """Whether the question names an article, paragraph or annex of an instrument that was not found there.

    A named article stands among the hits when there is one, as search prefers it.
    """
    slugs = {facet.removeprefix(_SOURCE) for facet in ranking.named if facet.startswith(_SOURCE)}
    places = [hit.passage.locator for hit in ranking.hits if hit.passage.source.slug in slugs]
    if not slugs or not places:
        return False
    if annex := _ANNEX.search(ranking.query):
        return not any(annex.group().casefold() in " ".join(place.heading_path).casefold() for place in places)
    inside = [place for place in places if place.article in ranking.articles]
    if not ranking.articles or not inside:
        return bool(ranking.articles)
    numbers = set(_PARAGRAPH.findall(ranking.query))
    return bool(numbers) and not any(place.paragraph in numbers or place.paragraph is None for place in inside)
