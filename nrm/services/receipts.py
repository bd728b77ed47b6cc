"""Receipts: how an answer came about, so that somebody else can come to the same answer, or see why not.

A receipt holds the question (masked), so it is made only when a person asks for it, and stored by nobody
but that person.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib import metadata
from typing import Any

from nrm.adapters.generation_files import GenerationFiles
from nrm.answering.quotes import find_quote
from nrm.answering.verify import prove
from nrm.domain.answers import Answer, Citation, DraftAnswer, DraftStatement, Filters, Statement
from nrm.domain.errors import WrongUse
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Outcome
from nrm.services.asking import Asker
from nrm.services.receipt_files import FORMAT, read_receipt, receipt_json

__all__ = ["Replay", "read_receipt", "receipt_json", "receipt_of", "replay"]

_NO_RECEIPT = frozenset({Outcome.PERSON_AT_RISK, Outcome.HARMFUL, Outcome.TOO_LONG, Outcome.NEEDS_CLARIFICATION})


@dataclass(frozen=True, slots=True)
class Replay:
    """Whether an answer came out the same again; each difference is one readable line."""

    same: bool
    differences: tuple[str, ...] = ()


def receipt_of(answer: Answer, filters: Filters, asker: Asker) -> dict[str, Any]:
    """Everything needed to come to this answer again, ready for JSON.

    :raises WrongUse: for a question that was never searched; of those nothing is kept.
    """
    if answer.outcome in _NO_RECEIPT:
        raise WrongUse("There is no receipt for this outcome.", "Nothing was searched and nothing is kept.")
    return {
        "format": FORMAT,
        "question": answer.understood_as,
        "filters": {name: list(values) for name, values in asdict(filters).items() if values},
        "outcome": answer.outcome.value,
        "library": _library(asker),
        "versions": {"program": _program_version(), "written_by": answer.written_by},
        "passages": [_passage(citation) for citation in answer.citations],
        "statements": [_checked(statement, answer.citations) for statement in answer.statements],
        "notices": [{"kind": notice.kind.value, "detail": notice.detail} for notice in answer.notices],
        "conflicts": [conflict.about for conflict in answer.conflicts],
    }


def replay(receipt: Mapping[str, Any], asker: Asker) -> Replay:
    """Look the passages up again, prove the statements again, and ask again; tell what differs.

    A model is not asked again, because it need not say the same twice: what it wrote is proven again.

    :raises WrongUse: when the receipt names filters that do not exist.
    """
    differences = [*_library_differences(receipt["library"], _library(asker))]
    passages = asker.searcher.passages(item["id"] for item in receipt["passages"])
    differences += [line for item in receipt["passages"] for line in _passage_differences(item, passages)]
    differences += _proof_differences(receipt, passages)
    if not receipt["versions"].get("written_by"):
        differences += _asked_again(receipt, asker)
    return Replay(not differences, tuple(differences))


def _library(asker: Asker) -> dict[str, Any]:
    manifest = GenerationFiles(asker.settings.data_dir).manifest()
    return {**asdict(manifest), "generation": asker.searcher.generation.name}


def _passage(citation: Citation) -> dict[str, Any]:
    passage = citation.passage
    return {
        "n": citation.n,
        "id": passage.id,
        "sha256": _sha256(passage.text),
        "document_sha256": passage.source.sha256,
        "source": passage.source.slug,
        "year": passage.source.year,
        "wording": passage.source.wording.value,
        "quote": citation.quote,
        "start": citation.start,
    }


def _checked(statement: Statement, citations: Sequence[Citation]) -> dict[str, Any]:
    cited = [citation for citation in citations if citation.n in statement.citations]
    return {
        "text": statement.text,
        "citations": list(statement.citations),
        "support": statement.support.value,
        "checks": {
            "quote_in_passage": all(find_quote(citation.quote, citation.passage.text) for citation in cited),
            "statement_proven": bool(_proof(statement.text, cited[0].quote, cited[0].passage)),
        },
    }


def _proof(text: str, quote: str, passage: Passage) -> tuple[Statement, ...]:
    draft = DraftAnswer((DraftStatement(text, passage.id, quote),))
    return prove(draft, {passage.id: passage}).statements


def _library_differences(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    names = ("library", "corpus", "encoder", "multilingual", "splitter")
    return [f"{name}: was {then.get(name)}, is {now[name]}" for name in names if then.get(name) != now[name]]


def _passage_differences(item: Mapping[str, Any], passages: Mapping[str, Passage]) -> list[str]:
    passage = passages.get(item["id"])
    if passage is None:
        return [f"passage {item['id']}: no longer in the library"]
    if _sha256(passage.text) != item["sha256"]:
        return [f"passage {item['id']}: its text has changed"]
    if passage.source.sha256 != item["document_sha256"]:
        return [f"passage {item['id']}: it comes from another version of the document"]
    return []


def _proof_differences(receipt: Mapping[str, Any], passages: Mapping[str, Passage]) -> list[str]:
    by_number = {item["n"]: item for item in receipt["passages"]}
    return [
        f"statement {place}: no longer proven"
        for place, statement in enumerate(receipt["statements"], start=1)
        if not _still_proven(statement, by_number, passages)
    ]


def _still_proven(
    statement: Mapping[str, Any], by_number: Mapping[int, Mapping[str, Any]], passages: Mapping[str, Passage]
) -> bool:
    item = by_number.get(statement["citations"][0]) if statement["citations"] else None
    passage = passages.get(item["id"]) if item else None
    return bool(item and passage and _proof(statement["text"], item["quote"], passage))


def _asked_again(receipt: Mapping[str, Any], asker: Asker) -> list[str]:
    without_model = asker.settings.model_copy(update={"llm_base_url": ""})
    given = asker.searcher.filters(receipt["filters"])
    answer = Asker(without_model, asker.searcher).ask(receipt["question"], given)
    cited = [citation.passage.id for citation in answer.citations]
    differences = []
    if answer.outcome.value != receipt["outcome"]:
        differences.append(f"outcome: was {receipt['outcome']}, is {answer.outcome.value}")
    if cited != [item["id"] for item in receipt["passages"]]:
        differences.append(f"citations: now {', '.join(cited) or 'none'}")
    if [statement.text for statement in answer.statements] != [item["text"] for item in receipt["statements"]]:
        differences.append("statements: they read otherwise now")
    return differences


def _program_version() -> str:
    try:
        return metadata.version("nrm-guide")
    except metadata.PackageNotFoundError:
        return "from source"


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
