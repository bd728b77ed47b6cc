"""Asking golden questions and counting: outcomes, gold found, gold cited, quotes verbatim."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.golden import GoldenQuestion, found_within, share
from nrm.domain.answers import Answer, Hit
from nrm.domain.vocabulary import Outcome
from nrm.services.as_json import citation_json, hit_json
from nrm.services.asking import Asker

_SHOWN = 10
_ANY = "any"
_ANSWERED = frozenset({Outcome.ANSWERED, Outcome.PARTIAL})


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, its answer, and the hits of a search for it (none where it was not searched)."""

    question: GoldenQuestion
    answer: Answer
    hits: tuple[Hit, ...]

    def found(self, cut: int) -> bool:
        """Whether the gold is among the first ``cut`` hits."""
        return found_within(self.question, [hit.passage for hit in self.hits[:cut]])

    @property
    def cited(self) -> bool:
        """Whether the answer cites the gold."""
        return found_within(self.question, [citation.passage for citation in self.answer.citations])

    @property
    def verbatim(self) -> bool:
        """Whether every quote stands in its passage."""
        return all(citation.quote in citation.passage.text for citation in self.answer.citations)

    @property
    def as_expected(self) -> bool:
        """Whether the outcome is one of those expected; without expectation, anything will do."""
        return not self.question.expected or self.answer.outcome.value in self.question.expected


@dataclass(frozen=True, slots=True)
class AnswerRun:
    """All questions of a run, in order."""

    asked: tuple[Asked, ...]


def run_questions(questions: Iterable[GoldenQuestion], asker: Asker) -> AnswerRun:
    """Ask each question afresh, as a conversation of its own."""
    return AnswerRun(tuple(_ask(question, asker) for question in questions))


def _ask(question: GoldenQuestion, asker: Asker) -> Asked:
    answer, hits = asker.ask_with_hits(question.question)
    return Asked(question, answer, hits[:_SHOWN])


def answers_json(run: AnswerRun) -> dict[str, Any]:
    """The document that ``nrm evaluate answers --json`` prints."""
    kinds = list(dict.fromkeys(asked.question.kind or "all" for asked in run.asked))
    by_kind = {kind: [asked for asked in run.asked if (asked.question.kind or "all") == kind] for kind in kinds}
    return {
        "questions": len(run.asked),
        "kinds": {kind: _summary(asked) for kind, asked in by_kind.items()},
        "total": _summary(run.asked),
        "confusion": confusion(run),
        "results": [_result(asked) for asked in run.asked],
    }


def confusion(run: AnswerRun) -> dict[str, dict[str, int]]:
    """How often each outcome came for each that was expected (the first named; ``any`` where none is)."""
    rows: dict[str, Counter[str]] = {}
    for asked in run.asked:
        expected = asked.question.expected[0] if asked.question.expected else _ANY
        rows.setdefault(expected, Counter())[asked.answer.outcome.value] += 1
    return {expected: dict(sorted(counts.items())) for expected, counts in sorted(rows.items())}


def _summary(asked: Sequence[Asked]) -> dict[str, Any]:
    outcomes = Counter(one.answer.outcome for one in asked)
    with_gold = [one for one in asked if one.question.gold]
    quoted = [one for one in asked if one.answer.citations]

    def shared(values: list[bool]) -> float | None:
        return round(share(values), 4) if values else None

    return {
        "questions": len(asked),
        "answered": sum(outcomes[outcome] for outcome in _ANSWERED),
        "refused": {name.value: count for name, count in sorted(outcomes.items()) if name not in _ANSWERED},
        "gold_at_1": shared([one.found(1) for one in with_gold]),
        "gold_at_5": shared([one.found(5) for one in with_gold]),
        "gold_at_10": shared([one.found(10) for one in with_gold]),
        "gold_cited": shared([one.cited for one in with_gold]),
        "quotes_verbatim": shared([one.verbatim for one in quoted]),
        "as_expected": shared([one.as_expected for one in asked if one.question.expected]),
    }


def _result(asked: Asked) -> dict[str, Any]:
    return {
        "id": asked.question.id,
        "kind": asked.question.kind,
        "lang": asked.question.lang,
        "outcome": asked.answer.outcome,
        "expected": list(asked.question.expected),
        "hits": [hit_json(hit, rank) for rank, hit in enumerate(asked.hits, start=1)],
        "citations": [citation_json(citation) for citation in asked.answer.citations],
    }
