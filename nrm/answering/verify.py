"""Proof: the only place where a citation is made.

A statement survives when its quote stands word for word in a passage that was retrieved, and its
sentence claims nothing that the quote does not say. What fails is dropped, never repaired.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nrm.answering.claims import contradicts
from nrm.answering.quotes import comparable, find_quote
from nrm.domain.answers import Citation, DraftAnswer, DraftStatement, Statement
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Support

_FEWEST_WORDS_OF_QUOTE = 3  # "of the State" proves nothing
_FEWEST_SHARED_WORDS = 0.5  # of the sentence's content words, in quote or passage heading


@dataclass(frozen=True, slots=True)
class Proven:
    """What survived, in the order of the draft, and why the rest did not."""

    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    dropped: tuple[str, ...] = ()


def prove(draft: DraftAnswer, passages: Mapping[str, Passage]) -> Proven:
    """Check every statement of a draft against the passages that were retrieved.

    Citations are numbered from 1 in order of first use; the same quote is one citation.
    """
    statements: list[Statement] = []
    citations: dict[tuple[str, int, int], Citation] = {}
    dropped: list[str] = []
    for claim in draft.statements:
        passage = passages.get(claim.passage_id)
        span = find_quote(claim.quote, passage.text) if passage else None
        reason = _why_not(claim, passage, span)
        if reason or passage is None or span is None:
            dropped.append(reason)
            continue
        key = (passage.id, *span)
        citation = citations.get(key) or Citation(
            len(citations) + 1, passage, passage.text[slice(*span)], span[0]
        )
        citations[key] = citation
        support = Support.VERBATIM if comparable(claim.text) == comparable(citation.quote) else Support.PROVEN
        statements.append(Statement(claim.text, (citation.n,), support))
    return Proven(tuple(statements), tuple(citations.values()), tuple(dropped))


def _why_not(claim: DraftStatement, passage: Passage | None, span: tuple[int, int] | None) -> str:
    if passage is None:
        return "a passage that was not retrieved"
    if span is None:
        return "a quote that does not stand in the passage"
    if len(claim.quote.split()) < _FEWEST_WORDS_OF_QUOTE:
        return "a quote too short to prove anything"
    if comparable(claim.text) == comparable(claim.quote):
        return ""
    return contradicts(claim.text, claim.quote) or _foreign_words(claim.text, claim.quote)


def _foreign_words(sentence: str, quote: str) -> str:
    said, quoted = _content_words(sentence), _content_words(quote)
    shared = sum(any(_alike(word, other) for other in quoted) for word in said)
    return "" if said and shared >= _FEWEST_SHARED_WORDS * len(said) else "words that the quote does not have"


def _content_words(text: str) -> list[str]:
    return [
        word for word in comparable(text).lower().replace("'", " ").split() if len(word.strip(".,;:()")) > 3
    ]


def _alike(word: str, other: str) -> bool:
    return word[:5] == other[:5]


def renumbered(statements: Iterable[Statement], citations: Iterable[Citation]) -> Proven:
    """The same proof with citations numbered in the order in which these statements use them."""
    by_number = {citation.n: citation for citation in citations}
    kept: dict[int, Citation] = {}
    numbered = []
    for statement in statements:
        for n in statement.citations:
            old = by_number[n]
            kept.setdefault(n, Citation(len(kept) + 1, old.passage, old.quote, old.start))
        numbered.append(
            Statement(statement.text, tuple(kept[n].n for n in statement.citations), statement.support)
        )
    return Proven(tuple(numbered), tuple(kept.values()))
