"""What the rules know while they look at one record: the other records, the texts, the day."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from ingest.corpus_checker.reading import PARTS, Reading
from ingest.corpus_checker.texts import OfficialText, path_of_text, read_official_text
from nrm.corpus.lines import Entry

ID_KEYS = {"sources": "slug", "states": "code"}  # the others are called by their ``id``
_PASSAGES = "passages"  # records that people can cite share one space of ids
_SPACES = {name: name for name in ("sources", "states", "topics", "conflicts", "asked")}
CITED = ("commitments", "practices", "handbook", "glossary")
WITHOUT_ID = frozenset({"parties", "contacts"})


@dataclass(frozen=True, slots=True)
class Known:
    """Names by part of the corpus, the first place of each name, and the official texts by their path."""

    today: date
    names: Mapping[str, frozenset[str]]
    first_places: Mapping[tuple[str, str], str]
    texts: Mapping[PurePosixPath, OfficialText]
    counts: Mapping[str, int]

    def text_of(self, entry: Entry) -> OfficialText | None:
        """The official text a commitment is compared with; None when it is not loaded."""
        path = path_of_text(entry)
        return self.texts.get(path) if path else None

    @property
    def cited(self) -> frozenset[str]:
        """The ids of all records that people can cite."""
        return frozenset[str]().union(*(self.names[part] for part in CITED))

    def first_place(self, part: str, name: str) -> str:
        """``file:line`` of the first record of that name, among the records it must differ from."""
        return self.first_places.get((_SPACES.get(part, _PASSAGES), name), "")


def known_of(readings: Iterable[Reading], library: Path | None, today: date) -> Known:
    """What can be known of a corpus; ``library`` is the folder of official texts, when there is one."""
    readings = list(readings)
    first_places: dict[tuple[str, str], str] = {}
    names: dict[str, set[str]] = {part.name: set() for part in PARTS}
    for part, entry, name in _named(readings):
        names[part].add(name)
        first_places.setdefault((_SPACES.get(part, _PASSAGES), name), f"{entry.file}:{entry.line}")
    return Known(
        today=today,
        names={part: frozenset(items) for part, items in names.items()},
        first_places=first_places,
        texts=dict(_texts(commitments_of(readings), library)) if library else {},
        counts=Counter(reading.part for reading in readings for _ in reading.entries),
    )


def commitments_of(readings: Iterable[Reading]) -> list[Entry]:
    """The records of every commitments file."""
    return [entry for reading in readings if reading.part == "commitments" for entry in reading.entries]


def name_of(part: str, entry: Entry) -> str:
    """What a record is called: its id, slug or code; empty when it has none."""
    if part == "asked":  # each language asks for the same records
        return f"{entry.values.get('language')}/{entry.values.get('id')}"
    value = entry.values.get(ID_KEYS.get(part, "id"))
    return value if isinstance(value, str) and part not in WITHOUT_ID else ""


def _named(readings: Iterable[Reading]) -> Iterator[tuple[str, Entry, str]]:
    for reading in readings:
        for entry in reading.entries:
            if name := name_of(reading.part, entry):
                yield reading.part, entry, name


def _texts(commitments: Iterable[Entry], library: Path) -> Iterator[tuple[PurePosixPath, OfficialText]]:
    for path in sorted({path for entry in commitments if (path := path_of_text(entry))}):
        if (library / path).is_file():
            yield path, read_official_text(library / path)
