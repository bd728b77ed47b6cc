"""From a corpus folder to everything that is wrong in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ingest.corpus_checker.known import Known, commitments_of, known_of
from ingest.corpus_checker.reading import Reading, read_files
from ingest.corpus_checker.schema import INHERITING, schema_problems
from ingest.corpus_checker.table import RULES
from nrm.corpus.lines import Entry, Finding
from nrm.corpus.load import load_corpus
from nrm.domain.errors import MissingFile, NrmError


@dataclass(frozen=True, slots=True)
class CorpusReport:
    """All findings, sorted; how many records were read; how many commitments had no text to compare."""

    findings: tuple[Finding, ...]
    records: int
    not_compared: int


def check_corpus(folder: Path, library: Path | None) -> tuple[Finding, ...]:
    """Everything that is wrong in a corpus folder, sorted by file and line.

    :param library: a folder of official texts, ``<source>.md``; without it pinpoints are not compared.
    :raises MissingFile: if the corpus folder is not there.
    """
    return examine_corpus(folder, library).findings


def examine_corpus(folder: Path, library: Path | None, today: date | None = None) -> CorpusReport:
    """As ``check_corpus``, with the counts; ``today`` is the last day on which a review can have been."""
    if not folder.is_dir():
        raise MissingFile(f"There is no corpus at {folder}.", "Set NRM_CORPUS_DIR to a corpus folder.")
    readings = read_files(folder)
    findings = {finding for reading in readings for finding in (*reading.findings, *_misfits(reading))}
    fitting = [_fitting(reading) for reading in readings]
    known = known_of(fitting, library, today or date.today())
    findings.update(finding for reading in fitting for finding in _broken_rules(reading, known))
    return CorpusReport(
        findings=tuple(sorted(findings or _not_loaded(folder), key=_place)),
        records=sum(known.counts.values()),
        not_compared=sum(known.text_of(entry) is None for entry in commitments_of(fitting)),
    )


def _place(finding: Finding) -> tuple[str, int, str, str]:
    return finding.file, finding.line, finding.rule, finding.message


def _misfits(reading: Reading) -> Iterator[Finding]:
    heads = [reading.head] if reading.head.values or not reading.findings else []
    for entry in [*heads, *reading.entries]:
        for path, rule, message in schema_problems(reading.part, entry, head=entry is reading.head):
            yield Finding(entry.file, _line_at(entry, path), rule, f"{message}.")


def _fitting(reading: Reading) -> Reading:
    """The reading without values that do not fit, so that each rule can trust what it reads."""
    head = _without_misfits(reading.part, reading.head, head=True)
    entries = tuple(_without_misfits(reading.part, entry) for entry in reading.entries)
    if reading.part in INHERITING:
        entries = tuple(replace(entry, values={**entry.values, **head.values}) for entry in entries)
    return replace(reading, head=head, entries=entries)


def _without_misfits(part: str, entry: Entry, head: bool = False) -> Entry:
    spoilt = {path.split(".")[0] for path, _, _ in schema_problems(part, entry, head)}
    return replace(entry, values={key: value for key, value in entry.values.items() if key not in spoilt})


def _line_at(entry: Entry, path: str) -> int:
    """The line of the innermost key on a path that has one; else the record's first line."""
    while path and path not in entry.lines:
        path = path.rpartition(".")[0]
    return entry.line_of(path)


def _broken_rules(reading: Reading, known: Known) -> Iterator[Finding]:
    heads = [(f"{reading.part}-file", reading.head)]
    for part, entry in [*heads, *((reading.part, entry) for entry in reading.entries)]:
        for rule in RULES:
            if part in rule.parts:
                for path, message in rule.check(part, entry, known):
                    yield Finding(entry.file, _line_at(entry, path), rule.name, f"{message}.")


def _not_loaded(folder: Path) -> set[Finding]:
    """What the program itself says of a corpus in which no rule finds anything; it should be nothing."""
    try:
        load_corpus(folder)
    except NrmError as error:
        return {Finding(folder.name, 1, "not-loaded", str(error))}
    return set()
