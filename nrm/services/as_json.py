"""The JSON of the command line: a contract, so every key is spelled here."""

from typing import Any

from nrm.domain.answers import Answer, Citation, Hit, Ranking
from nrm.domain.passages import Locator, Passage


def locator_json(locator: Locator) -> dict[str, Any]:
    """Where a passage stands."""
    return {
        "article": locator.article,
        "paragraph": locator.paragraph,
        "standard": locator.standard,
        "page": locator.page,
        "page_label": locator.page_label,
        "heading_path": list(locator.heading_path),
    }


def passage_json(passage: Passage) -> dict[str, Any]:
    """What every listing says of a passage."""
    return {
        "passage_id": passage.id,
        "source": passage.source.slug,
        "title": passage.source.title,
        "kind": passage.source.kind,
        "authority": passage.authority,
        "wording": passage.source.wording,
        "locator": locator_json(passage.locator),
        "text": passage.text,
        "url": passage.source.url,
    }


def hit_json(hit: Hit, rank: int) -> dict[str, Any]:
    """One hit of ``nrm search --json``."""
    return {"rank": rank, "score": round(hit.score, 6), **passage_json(hit.passage)}


def ranking_json(ranking: Ranking) -> dict[str, Any]:
    """The document that ``nrm search --json`` prints."""
    return {
        "query": ranking.query,
        "language": ranking.language,
        "hits": [hit_json(hit, rank) for rank, hit in enumerate(ranking.hits, start=1)],
        "corrected": dict(ranking.corrected),
        "timings_ms": ranking.timings_ms,
    }


def citation_json(citation: Citation) -> dict[str, Any]:
    """One citation of ``nrm ask --json``."""
    return {
        "n": citation.n,
        "quote": citation.quote,
        "lead_in": citation.lead_in,
        **passage_json(citation.passage),
    }


def answer_json(answer: Answer, message: str) -> dict[str, Any]:
    """The document that ``nrm ask --json`` prints; ``message`` is the reviewed wording of the outcome."""
    return {
        "question": answer.question,
        "language": answer.language,
        "outcome": answer.outcome,
        "message": message,
        "statements": [
            {"text": statement.text, "citations": list(statement.citations), "support": statement.support}
            for statement in answer.statements
        ],
        "notices": [{"kind": notice.kind, "detail": notice.detail} for notice in answer.notices],
        "citations": [citation_json(citation) for citation in answer.citations],
        "uncovered": list(answer.uncovered),
        "conflicts": [
            {
                "about": conflict.about,
                "versions": [{"where": where, "says": says} for where, says in conflict.versions],
            }
            for conflict in answer.conflicts
        ],
        "related": [passage_json(passage) for passage in answer.related],
        "bindings": [
            {
                "source": note.source,
                "state": note.state,
                "status": note.status,
                "since": note.since,
                "as_of": note.as_of,
                "conflicting": note.conflicting,
            }
            for note in answer.bindings
        ],
        "understood_as": answer.understood_as,
        "corrected": dict(answer.corrected),
        "written_by": answer.written_by,
        "timings_ms": answer.timings_ms,
    }
