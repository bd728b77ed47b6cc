"""The files of a corpus as entries, with a line for every key and list item, and what cannot be read."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any

import yaml

from ingest.corpus_checker.digest_files import read_digest_file
from nrm.corpus.lines import Entry, Finding

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Part:
    """A file or folder of the corpus; ``under`` is the key that holds the records, where there is one."""

    name: str
    place: str
    under: str = ""
    optional: bool = False


PARTS = (
    Part("sources", "sources"),
    Part("commitments", "commitments", under="commitments"),
    Part("practices", "practices"),
    Part("handbook", "handbook"),
    Part("glossary", "glossary.yaml"),
    Part("topics", "topics.yaml"),
    Part("states", "states.yaml"),
    Part("parties", "parties.csv"),
    Part("conflicts", "conflicts.yaml"),
    Part("contacts", "contacts.yaml", under="contacts", optional=True),
    Part("asked", "asked", under="asked", optional=True),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file holds. ``head``: the values above the records; its line is the first of the file."""

    part: str
    head: Entry
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def read_files(folder: Path) -> list[Reading]:
    """Every file of the corpus in order of ``PARTS`` and name; a file that cannot be read is a finding."""
    return [reading for part in PARTS for reading in _read_part(folder, part)]


def _read_part(folder: Path, part: Part) -> Iterator[Reading]:
    place = folder / part.place
    suffix = ".md" if part.name == "handbook" else ".yaml"
    for path in sorted(place.iterdir()) if place.is_dir() else [place]:
        name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        if place.is_dir() and path.suffix != suffix:
            yield _unreadable(part, name, "unread-file", f"only *{suffix} files of this folder are read")
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            yield _unreadable(part, name, "yaml", f"not UTF-8 ({error.reason})")
        except FileNotFoundError:
            if not part.optional:
                yield _unreadable(part, name, "missing-file", "the corpus lacks this file")
        else:
            yield _read_text(text, name, part)


def _read_text(text: str, name: str, part: Part) -> Reading:
    if part.name == "handbook":
        head, entries = read_digest_file(text, name)
        return Reading(part.name, head, entries, ())
    if part.name == "parties":
        return _read_rows(text, name, part)
    return _read_yaml(text, name, part)


def _unreadable(part: Part, name: str, rule: str, problem: str, line: int = 1) -> Reading:
    return Reading(part.name, Entry(name, 1, {}, {}), (), (Finding(name, line, rule, f"{problem}."),))


def _read_yaml(text: str, name: str, part: Part) -> Reading:
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "not YAML"
        return _unreadable(part, name, "yaml", str(problem), mark.line + 1 if mark else 1)
    if root is None:
        return _unreadable(part, name, "shape", "the file is empty")
    if not part.under:
        return _records(part, Entry(name, 1, {}, {}), root, ())
    if not isinstance(root, yaml.MappingNode) or part.under not in [key.value for key, _ in root.value]:
        return _unreadable(part, name, "shape", f"a mapping with '{part.under}' is expected")
    records = next(value for key, value in root.value if key.value == part.under)
    root.value = [(key, value) for key, value in root.value if key.value != part.under]
    head = _entry(root, name)
    if isinstance(head, Finding):
        return _records(part, Entry(name, 1, {}, {}), records, (head,))
    return _records(part, head, records, tuple(_repeated_keys(root, name)))


def _records(part: Part, head: Entry, node: Any, findings: tuple[Finding, ...]) -> Reading:
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    read = [_entry(item, head.file) for item in nodes]
    entries = tuple(item for item in read if isinstance(item, Entry))
    bad = [item for item in read if isinstance(item, Finding)]
    repeated = [finding for item in nodes for finding in _repeated_keys(item, head.file)]
    return Reading(part.name, head, entries, (*findings, *bad, *repeated))


def _entry(node: Any, name: str) -> Entry | Finding:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        return Finding(name, line, "shape", "a record with keys is expected.")
    loader = _Loader("")
    try:
        return Entry(name, line, loader.construct_document(node), dict(_lines(node)))
    except (yaml.YAMLError, ValueError) as error:  # ValueError: 2026-02-31, not in quotes
        return Finding(name, line, "yaml", f"this record has a value that YAML refuses: {error}.")
    finally:
        loader.dispose()


def _lines(node: Any, above: str = "") -> Iterator[tuple[str, int]]:
    """The line of each key and item below a node, under its path: ``equivalents.fr.0.term``."""
    if isinstance(node, yaml.MappingNode):
        below = [(str(key.value), key.start_mark.line, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        below = [(str(place), item.start_mark.line, item) for place, item in enumerate(node.value)]
    else:
        return
    for name, line, value in below:
        yield above + name, line + 1
        yield from _lines(value, f"{above}{name}.")


def _repeated_keys(node: Any, name: str) -> Iterator[Finding]:
    if not isinstance(node, yaml.MappingNode):
        return
    seen: set[str] = set()
    for key, value in node.value:
        if str(key.value) in seen:
            message = f"'{key.value}' stands twice in one record; only the last would count."
            yield Finding(name, key.start_mark.line + 1, "duplicate-key", message)
        seen.add(str(key.value))
        for item in value.value if isinstance(value, yaml.SequenceNode) else [value]:
            yield from _repeated_keys(item, name)


def _read_rows(text: str, name: str, part: Part) -> Reading:
    reader = csv.DictReader(StringIO(text, newline=""), strict=True)
    entries = []
    try:
        for row in reader:
            entries.append(Entry(name, reader.line_num, dict(row), {}))
    except csv.Error as error:
        reading = _unreadable(part, name, "shape", f"not CSV: {error}", reader.reader.line_num)
        return replace(reading, entries=tuple(entries))
    return Reading(part.name, Entry(name, 1, {}, {}), tuple(entries), ())
