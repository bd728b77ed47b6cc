"""The corpus folder as one frozen value."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nrm.corpus.digests import HandbookDigest, read_digests
from nrm.corpus.lines import Entry, read_entries
from nrm.corpus.records import record_from
from nrm.domain.errors import CorpusInvalid, MissingFile
from nrm.domain.knowledge import (
    AskedIn,
    Commitment,
    Contact,
    Equivalent,
    GlossaryTerm,
    KnownConflict,
    Meaning,
    PartyRow,
    Practice,
    SourceRecord,
    State,
    Topic,
)
from nrm.domain.vocabulary import Binding


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything we know, reviewed; the order is that of the files."""

    sources: tuple[SourceRecord, ...]
    commitments: tuple[Commitment, ...]
    practices: tuple[Practice, ...]
    digests: tuple[HandbookDigest, ...]
    glossary: tuple[GlossaryTerm, ...]
    topics: tuple[Topic, ...]
    states: tuple[State, ...]
    parties: tuple[PartyRow, ...]
    conflicts: tuple[KnownConflict, ...]
    contacts: tuple[Contact, ...]
    asked_in: tuple[AskedIn, ...] = ()


def load_corpus(folder: Path) -> Corpus:
    """Read every record of a corpus folder.

    :raises MissingFile: if the folder or one of its files is not there.
    :raises CorpusInvalid: at the first record that does not fit, as ``file:line: rule: message``.
    """
    if not folder.is_dir():
        raise MissingFile(f"There is no corpus at {folder}.", "Set NRM_CORPUS_DIR to a corpus folder.")
    return Corpus(
        sources=tuple(record_from(SourceRecord, entry) for entry in entries_of(folder, "sources")),
        commitments=tuple(_commitments(folder)),
        practices=tuple(record_from(Practice, entry) for entry in entries_of(folder, "practices")),
        digests=tuple(read_digests(folder)),
        glossary=tuple(_glossary_term(entry) for entry in entries_of(folder, "glossary.yaml")),
        topics=tuple(record_from(Topic, entry) for entry in entries_of(folder, "topics.yaml")),
        states=tuple(record_from(State, entry) for entry in entries_of(folder, "states.yaml")),
        parties=tuple(_party_rows(folder)),
        conflicts=tuple(_conflict(entry) for entry in entries_of(folder, "conflicts.yaml")),
        contacts=tuple(_contacts(folder)),
        asked_in=tuple(_asked_in(folder)),
    )


def entries_of(folder: Path, part: str, under: str = "") -> list[Entry]:
    """The entries of one file, or of every YAML file of a subfolder, in file order."""
    return [entry for _, entries in heads_and_entries(folder, part, under) for entry in entries]


def heads_and_entries(folder: Path, part: str, under: str) -> Iterable[tuple[dict[str, Any], list[Entry]]]:
    """As ``entries_of``, a file at a time, with the values that stand at the head of the file."""
    place = folder / part
    files = sorted(place.glob("*.yaml")) if place.is_dir() else [place]
    for file in files:
        if not file.is_file():
            raise MissingFile(f"The corpus lacks {part}.", "Restore the file, or set NRM_CORPUS_DIR.")
        yield read_entries(file, f"{folder.name}/{file.relative_to(folder).as_posix()}", under)


def _commitments(folder: Path) -> Iterable[Commitment]:
    for head, entries in heads_and_entries(folder, "commitments", "commitments"):
        filled = {key: str(head.get(key, "")) for key in ("source", "text", "rests_on")}
        for entry in entries:
            yield record_from(Commitment, entry, filled)


def _glossary_term(entry: Entry) -> GlossaryTerm:
    converters = {
        "meanings": lambda items: tuple(Meaning(**item) for item in items),
        "legal_terms": lambda items: tuple((item["term"], tuple(item["sources"])) for item in items),
        "avoid": lambda items: tuple((item["term"], item["why"]) for item in items),
        "equivalents": lambda languages: tuple(
            (language, tuple(Equivalent(**item) for item in items)) for language, items in languages.items()
        ),
    }
    return record_from(GlossaryTerm, entry, converters=converters, extra_keys=frozenset({"reviewed_on"}))


def _conflict(entry: Entry) -> KnownConflict:
    converters = {"versions": lambda items: tuple((item["where"], item["says"]) for item in items)}
    return record_from(KnownConflict, entry, converters=converters, extra_keys=frozenset({"reviewed_on"}))


def _contacts(folder: Path) -> Iterable[Contact]:
    if (folder / "contacts.yaml").is_file():
        for entry in entries_of(folder, "contacts.yaml", "contacts"):
            yield record_from(Contact, entry)


def _asked_in(folder: Path) -> Iterable[AskedIn]:
    if (folder / "asked").is_dir():
        for head, entries in heads_and_entries(folder, "asked", "asked"):
            filled: dict[str, Any] = {key: head[key] for key in ("language", "checked") if key in head}
            for entry in entries:
                yield record_from(AskedIn, entry, filled)


def _party_rows(folder: Path) -> Iterable[PartyRow]:
    path = folder / "parties.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            try:
                status = Binding(row.pop("status"))
                yield PartyRow(**row, status=status)
            except (TypeError, ValueError, KeyError) as error:
                raise CorpusInvalid(f"{folder.name}/parties.csv:{line}: bad-row: {error}.") from error
