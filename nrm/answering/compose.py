"""An answer without a model: complete sentences or numbered paragraphs, word for word."""

from dataclasses import replace

from nrm.answering.inquiry import Inquiry
from nrm.answering.sentences import sentence_spans
from nrm.domain.answers import DraftAnswer, DraftStatement, Hit
from nrm.retrieval.words import terms

_WHOLE_UP_TO = 95  # words; a paragraph of this length is shown as it stands


def compose(inquiry: Inquiry) -> Inquiry:
    """Quote every chosen passage: strongest authority first, then best first."""
    ordered = sorted(inquiry.chosen, key=lambda hit: (hit.passage.authority.rank, -hit.score))
    statements = tuple(_statement(hit, inquiry.question) for hit in ordered)
    return replace(inquiry, draft=DraftAnswer(statements))


def _statement(hit: Hit, question: str) -> DraftStatement:
    quote = best_extract(hit.passage.text, question, hit.passage.source.language)
    return DraftStatement(quote, hit.passage.id, quote)


def best_extract(text: str, question: str, language: str = "en") -> str:
    """The passage itself when it is short, else the run of whole sentences that fits the question best."""
    if len(text.split()) <= _WHOLE_UP_TO:
        return text
    spans = sentence_spans(text)
    wanted = set(terms(question, language))
    runs = [_run_from(text, spans, first) for first in range(len(spans))]
    best = max(range(len(runs)), key=lambda first: (_worth(text[slice(*runs[first])], wanted, language), -first))
    return text[slice(*runs[best])]


def _run_from(text: str, spans: list[tuple[int, int]], first: int) -> tuple[int, int]:
    """The longest run of sentences from this one on that is short enough; one sentence at least."""
    start, end = spans[first]
    for _, further in spans[first + 1 :]:
        if len(text[start:further].split()) > _WHOLE_UP_TO:
            break
        end = further
    return start, end


def _worth(extract: str, wanted: set[str], language: str) -> float:
    found = terms(extract, language)
    return len(wanted & set(found)) + sum(term in wanted for term in found) / (len(found) + 1)
