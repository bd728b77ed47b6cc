"""Public retrieval sets in BEIR layout, as passages of an artificial source."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nrm.domain.errors import MissingFile, WrongUse
from nrm.domain.passages import Locator, Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Passages, queries and judgements; only queries with a judgement are kept."""

    name: str
    passages: tuple[Passage, ...]
    queries: dict[str, str]
    judgements: dict[str, dict[str, int]]


def load_retrieval_set(folder: Path, queries_file: str = "queries.jsonl") -> RetrievalSet:
    """Read ``corpus.jsonl``, ``queries.jsonl`` and ``qrels.tsv``.

    :raises MissingFile: if one of them is not there.
    :raises WrongUse: at the first line that does not fit.
    """
    judgements = _judgements(folder / "qrels.tsv")
    source = Source(folder.name, "", SourceKind.DOCUMENT, Authority.REFERENCE)
    passages = tuple(
        Passage(str(line["_id"]), source, str(line["text"]), Locator(heading_path=_title(line)))
        for line in _lines(folder / "corpus.jsonl")
    )
    queries = {
        str(line["_id"]): str(line["text"]) for line in _lines(folder / queries_file) if str(line["_id"]) in judgements
    }
    return RetrievalSet(folder.name, passages, queries, judgements)


def _title(line: dict[str, Any]) -> tuple[str, ...]:
    title = str(line.get("title") or "")
    return (title,) if title else ()


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        raise MissingFile(f"There is no file {path}.", "A BEIR folder has corpus.jsonl, queries.jsonl and qrels.tsv.")
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield _record(line, f"{path.name}:{number}")


def _record(line: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise WrongUse(f"{where} is not JSON.", "Each line must be one JSON object.") from error
    if not isinstance(record, dict) or "_id" not in record or "text" not in record:
        raise WrongUse(f"{where} lacks _id or text.", "Each line must have both.")
    return record


def _judgements(path: Path) -> dict[str, dict[str, int]]:
    if not path.is_file():
        raise MissingFile(f"There is no file {path}.", "A BEIR folder has corpus.jsonl, queries.jsonl and qrels.tsv.")
    judgements: dict[str, dict[str, int]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if len(parts) >= 3 and parts[-1].strip().lstrip("-").isdigit():  # the first line may be a header
            judgements.setdefault(parts[0], {})[parts[-2]] = int(parts[-1])
    return judgements
