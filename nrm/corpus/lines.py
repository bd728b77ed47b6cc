"""YAML with the line of every record, so that a message can name ``file:line``."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from nrm.domain.errors import CorpusInvalid

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong in the corpus, printed as ``file:line: rule: message``."""

    file: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}: {self.message}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as it stands in a file: its keys and values, and the line of each key."""

    file: str
    line: int
    values: dict[str, Any]
    lines: dict[str, int]

    def line_of(self, key: str) -> int:
        """The line of a key; the record's own line when the key is absent."""
        return self.lines.get(key, self.line)


def read_entries(path: Path, name: str, under: str = "") -> tuple[dict[str, Any], list[Entry]]:
    """The records of a YAML file and, where they stand under a key, the file's other values.

    :param name: how messages call the file.
    :param under: the key that holds the list of records; empty when the file is the list, or one record.
    :raises CorpusInvalid: if the file is not YAML, not of that shape, or holds a value that cannot be.
    """
    root = _compose(path, name)
    if not under:
        return {}, _records_of(root, name)
    if not isinstance(root, yaml.MappingNode):
        raise CorpusInvalid(f"{name}:1: shape: a mapping with '{under}' is expected.")
    pairs = {_key(key, name): value for key, value in root.value}
    head = {key: _value(node, name) for key, node in pairs.items() if key != under}
    if under not in pairs:
        raise CorpusInvalid(f"{name}:1: shape: '{under}' is missing.")
    return head, _records_of(pairs[under], name)


def _compose(path: Path, name: str) -> Any:
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise CorpusInvalid(f"{name}:{line}: yaml: {getattr(error, 'problem', error)}.") from error
    if root is None:
        raise CorpusInvalid(f"{name}:1: shape: the file is empty.")
    return root


def _records_of(node: Any, name: str) -> list[Entry]:
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    entries = []
    for item in items:
        line = item.start_mark.line + 1
        if not isinstance(item, yaml.MappingNode):
            raise CorpusInvalid(f"{name}:{line}: shape: a record with keys is expected.")
        lines = {_key(key, name): key.start_mark.line + 1 for key, _ in item.value}
        entries.append(Entry(name, line, _value(item, name), lines))
    return entries


def _key(node: Any, name: str) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise CorpusInvalid(f"{name}:{node.start_mark.line + 1}: shape: a key is one word.")
    return str(node.value)


def _value(node: Any, name: str) -> Any:
    """What a node stands for.

    :raises CorpusInvalid: if part of it stands for nothing, such as the 31st of February.
    """
    try:
        return _constructed(node)
    except (ValueError, yaml.YAMLError) as error:
        culprit = next(filter(_fails, _leaves(node)), node)
        reason = getattr(error, "problem", None) or str(error)
        written = f"'{culprit.value}' " if isinstance(culprit, yaml.ScalarNode) else ""
        line = culprit.start_mark.line + 1
        raise CorpusInvalid(f"{name}:{line}: bad-value: {written}cannot be read: {reason}.") from error


def _constructed(node: Any) -> Any:
    loader = _Loader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _fails(leaf: Any) -> bool:
    try:
        _constructed(leaf)
    except (ValueError, yaml.YAMLError):
        return True
    return False


def _leaves(node: Any) -> Iterator[Any]:
    """Every single value inside a node, in the order of the file."""
    if isinstance(node, yaml.ScalarNode):
        yield node
        return
    for item in node.value:
        for part in item if isinstance(item, tuple) else (item,):
            yield from _leaves(part)
