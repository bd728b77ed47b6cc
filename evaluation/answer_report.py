"""A run of golden questions as one small JSON and as a page to read, and the floors it must not fall below."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from nrm.domain.errors import MissingFile, WrongUse

FLOORS_FILE = Path(__file__).with_name("floors.yaml")
_SHARES = ("gold_at_1", "gold_at_5", "gold_at_10", "gold_cited", "quotes_verbatim", "as_expected")


def load_floors(file: Path = FLOORS_FILE) -> dict[str, dict[str, float]]:
    """The least share of each figure, by kind of question (``total`` for all).

    :raises MissingFile: if the file is not there.
    :raises WrongUse: if it is no table of kinds and shares.
    """
    if not file.is_file():
        raise MissingFile(f"There is no file {file}.", "See evaluation/floors.yaml.")
    read = yaml.safe_load(file.read_text(encoding="utf-8"))
    if not isinstance(read, dict) or not all(isinstance(row, dict) for row in read.values()):
        raise WrongUse(f"{file.name} holds no floors.", "See evaluation/floors.yaml.")
    return read


def below_floors(document: Mapping[str, Any], floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """One line for each figure of a run that fell below its floor; kinds that were not asked are passed over."""
    rows = {**document["kinds"], "total": document["total"]}
    return [
        f"{kind}: {name} is {rows[kind][name]}, its floor is {floor}"
        for kind, least in floors.items()
        if kind in rows
        for name, floor in least.items()
        if rows[kind].get(name) is not None and rows[kind][name] < floor
    ]


def write_run(document: Mapping[str, Any], file: Path, missed: Sequence[str] = ()) -> Path:
    """Write a run as JSON, without the texts that were found, and beside it a report in Markdown.

    :return: where the report is.
    """
    kept = {**document, "results": [_without_texts(result) for result in document["results"]], "below_floors": missed}
    file.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    report = file.with_suffix(".md")
    report.write_text(report_markdown(document, missed), encoding="utf-8")
    return report


def report_markdown(document: Mapping[str, Any], missed: Sequence[str] = ()) -> str:
    """The run to read: figures by kind, which outcome came for which, what went wrong."""
    rows = {**document["kinds"], "total": document["total"]}
    wrong = [result for result in document["results"] if result["expected"] and not _is_expected(result)]
    parts = [
        f"# Answers to {document['questions']} questions",
        _table(("kind", "questions", "answered", *_SHARES), (_figures(kind, row) for kind, row in rows.items())),
        "## Which outcome came for which\n\nRows: expected first; columns: what came.",
        _confusion_table(document["confusion"]),
        "## Below the floor\n\n" + ("\n".join(f"- {line}" for line in missed) or "Nothing."),
        "## Not as expected\n\n" + ("\n".join(f"- {_wrong_line(result)}" for result in wrong) or "Nothing."),
    ]
    return "\n\n".join(parts) + "\n"


def _figures(kind: str, row: Mapping[str, Any]) -> tuple[str, ...]:
    shares = ("" if row[name] is None else f"{row[name]:.3f}" for name in _SHARES)
    return kind, str(row["questions"]), str(row["answered"]), *shares


def _confusion_table(rows: Mapping[str, Mapping[str, int]]) -> str:
    outcomes = sorted({outcome for counts in rows.values() for outcome in counts})
    lines = ((expected, *(str(counts.get(name, "")) for name in outcomes)) for expected, counts in rows.items())
    return _table(("expected", *outcomes), lines)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))


def _is_expected(result: Mapping[str, Any]) -> bool:
    return result["outcome"] in result["expected"]


def _wrong_line(result: Mapping[str, Any]) -> str:
    return f"{result['id']} ({result['kind']}, {result['lang']}): {result['outcome']}"


def _without_texts(result: Mapping[str, Any]) -> dict[str, Any]:
    places = {name: [item["passage_id"] for item in result[name]] for name in ("hits", "citations")}
    return {**result, **places}
