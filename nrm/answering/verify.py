"""Proof: the only place where a citation is made.

A statement survives when its quote stands word for word in a passage that was retrieved, and its
sentence claims nothing that the whole sentence around the quote does not say. What fails is dropped,
never repaired.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from nrm.answering.claims import contradicts, denies_its_points
from nrm.answering.faithful import adds_to
from nrm.answering.injections import speaks_to_machines
from nrm.answering.markup import adds_markup
from nrm.answering.quotes import comparable, find_quote
from nrm.answering.surroundings import Surroundings, surroundings
from nrm.domain.answers import Citation, DraftAnswer, DraftStatement, Statement
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Support

_FEWEST_WORDS_OF_QUOTE = 3  # "of the State" proves nothing
_CHECKED_LANGUAGE = "en"  # denials and strengths of other languages are not known to us


@dataclass(frozen=True, slots=True)
class Proven:
    """What survived, in the order of the draft, and why the rest did not."""

    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    dropped: tuple[str, ...] = ()


def prove(draft: DraftAnswer, passages: Mapping[str, Passage]) -> Proven:
    """Check every statement of a draft against the passages that were retrieved.

    A citation shows whole sentences, so that a fragment never speaks for what it was cut from. Citations
    are numbered from 1 in order of first use; the same quote is one citation.
    """
    statements: list[Statement] = []
    citations: dict[tuple[str, int, int], Citation] = {}
    dropped: list[str] = []
    for claim in draft.statements:
        passage = passages.get(claim.passage_id)
        span = find_quote(claim.quote, passage.text) if passage else None
        if passage is None or span is None:
            dropped.append(_NOT_THERE if passage else _NOT_RETRIEVED)
            continue
        around = surroundings(passage.text, span)
        reason = _why_not(claim, passage, span, around)
        if reason:
            dropped.append(reason)
            continue
        citation = citations.setdefault(
            (passage.id, around.start, around.end), _citation(len(citations) + 1, passage, around)
        )
        statements.append(_statement(claim, passage.text[slice(*span)], citation.n))
    return Proven(tuple(statements), tuple(citations.values()), tuple(dropped))


_NOT_RETRIEVED = "a passage that was not retrieved"
_NOT_THERE = "a quote that does not stand in the passage"


def _citation(n: int, passage: Passage, around: Surroundings) -> Citation:
    return Citation(n, passage, passage.text[around.start : around.end], around.start, around.lead_in)


def _statement(claim: DraftStatement, quoted: str, n: int) -> Statement:
    """A statement that is its quote is shown in the letters of the passage, not of the draft."""
    if comparable(claim.text) == comparable(quoted):
        return Statement(quoted, (n,), Support.VERBATIM)
    return Statement(claim.text, (n,), Support.PROVEN)


def _why_not(claim: DraftStatement, passage: Passage, span: tuple[int, int], around: Surroundings) -> str:
    if len(claim.quote.split()) < _FEWEST_WORDS_OF_QUOTE:
        return "a quote too short to prove anything"
    if speaks_to_machines(passage.text):
        return "a passage that gives orders to a machine"
    if _is_whole(claim, passage.text, span, around):
        return "a denial before the list left out" if denies_its_points(around.lead_in) else ""
    whole = f"{around.lead_in} {passage.text[around.start : around.end]}"
    if passage.source.language != _CHECKED_LANGUAGE:
        return "other words than the quote, in a language whose claims we cannot check"
    if adds_markup(claim.text, whole):
        return "an address or markup that the quote does not have"
    return contradicts(claim.text, whole) or adds_to(claim.text, whole)


def _is_whole(claim: DraftStatement, text: str, span: tuple[int, int], around: Surroundings) -> bool:
    """Whether the statement is nothing but whole sentences of the passage."""
    whole = comparable(text[around.start : around.end])
    return comparable(text[slice(*span)]) == whole == comparable(claim.text)
