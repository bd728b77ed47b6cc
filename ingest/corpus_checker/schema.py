"""Does a record have the keys of its kind, and does every value fit?"""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import EnumType
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from nrm.corpus.lines import Entry
from nrm.domain.knowledge import (
    AskedIn,
    Commitment,
    Contact,
    Equivalent,
    Meaning,
    PartyRow,
    Practice,
    SourceRecord,
    State,
    Topic,
)
from nrm.domain.vocabulary import Pillar


@dataclass(frozen=True, slots=True)
class _LegalTerm:
    term: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Avoid:
    term: str
    why: str


@dataclass(frozen=True, slots=True)
class _Glossary:
    """A glossary term as it stands in the file."""

    id: str
    preferred: str
    kind: str
    definition: str
    definition_source: str
    meanings: tuple[Meaning, ...]
    legal_terms: tuple[_LegalTerm, ...]
    practitioners_say: tuple[str, ...]
    avoid: tuple[_Avoid, ...]
    equivalents: dict[str, tuple[Equivalent, ...]]
    related: tuple[str, ...]
    topics: tuple[str, ...]
    reviewed_on: str


@dataclass(frozen=True, slots=True)
class _Version:
    where: str
    says: str


@dataclass(frozen=True, slots=True)
class _Conflict:
    """A known conflict as it stands in the file."""

    id: str
    about: str
    passages: tuple[str, ...]
    versions: tuple[_Version, ...]
    reviewed_on: str


@dataclass(frozen=True, slots=True)
class _Digest:
    id: str
    title: str
    text: str
    topics: tuple[str, ...]
    asked_as: tuple[str, ...]
    pillar: Pillar | None = None
    url: str = ""
    checked_on: str = ""


@dataclass(frozen=True, slots=True)
class _DigestFile:
    slug: str
    url: str
    reviewed_on: str


@dataclass(frozen=True, slots=True)
class _CommitmentFile:
    source: str
    text: str
    rests_on: str


@dataclass(frozen=True, slots=True)
class _AskedFile:
    language: str
    checked: bool


KINDS: Mapping[str, type] = {
    "sources": SourceRecord,
    "commitments": Commitment,
    "practices": Practice,
    "handbook": _Digest,
    "glossary": _Glossary,
    "topics": Topic,
    "states": State,
    "parties": PartyRow,
    "conflicts": _Conflict,
    "contacts": Contact,
    "asked": AskedIn,
}
HEAD_KINDS: Mapping[str, type] = {"commitments": _CommitmentFile, "handbook": _DigestFile, "asked": _AskedFile}
# What stands at the head of a file holds for each of its records.
INHERITING = frozenset({"commitments", "asked"})
Problem = tuple[str, str, str]  # path of the offending key, rule, message


def schema_problems(part: str, entry: Entry, head: bool = False) -> list[Problem]:
    """``unknown-key``, ``missing-key`` and ``bad-value`` of a record, or of the head of a file."""
    kinds = HEAD_KINDS if head else KINDS
    if part not in kinds:
        return []
    inherits = part in INHERITING and not head
    given = frozenset(field.name for field in fields(HEAD_KINDS[part])) if inherits else frozenset[str]()
    return list(_record_problems(entry.values, kinds[part], "", given))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _record_problems(value: Any, kind: type, above: str, given: frozenset[str] = frozenset()) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield above.rstrip("."), "bad-value", f"a record with keys is expected, not {value!r}"
        return
    hints = {name: hint for name, hint in _hints(kind).items() if name not in given}
    optional = {field.name for field in fields(kind) if field.default is not MISSING}
    for key in value:
        if key not in hints:
            message = f"'{key}' is not a key of this record (nearest: {nearest(str(key), hints)})"
            yield f"{above}{key}", "unknown-key", message
    for key, hint in hints.items():
        if key in value:
            yield from _value_problems(value[key], hint, f"{above}{key}")
        elif key not in optional:
            yield above.rstrip("."), "missing-key", f"'{key}' is missing"


def _value_problems(value: Any, hint: Any, path: str) -> Iterator[Problem]:
    origin = get_origin(hint)
    if origin is tuple or origin is dict:
        yield from _items_problems(value, hint, path)
    elif is_dataclass(hint):
        yield from _record_problems(value, hint, f"{path}.")  # type: ignore[arg-type]  # a class, not an instance
    elif isinstance(hint, EnumType):
        yield from _choice_problems(value, [str(item) for item in hint], path)  # type: ignore[var-annotated]
    elif isinstance(hint, UnionType):  # ``int | None``
        yield from () if value is None else _value_problems(value, get_args(hint)[0], path)
    elif type(value) is not hint:
        yield path, "bad-value", f"'{path}' does not fit: {hint.__name__} is expected, not {value!r}"


def _items_problems(value: Any, hint: Any, path: str) -> Iterator[Problem]:
    wanted, name = (list, "list") if get_origin(hint) is tuple else (dict, "mapping")
    if not isinstance(value, wanted):
        yield path, "bad-value", f"'{path}' does not fit: a {name} is expected, not {value!r}"
        return
    inner = get_args(hint)[0 if wanted is list else 1]
    for key, item in enumerate(value) if isinstance(value, list) else value.items():
        yield from _value_problems(item, inner, f"{path}.{key}")


def _choice_problems(value: Any, choices: list[str], path: str) -> Iterator[Problem]:
    if value not in choices:
        message = f"'{value}' is not a value of '{path}' (nearest: {nearest(str(value), choices)})"
        yield path, "bad-value", message


def nearest(word: str, words: Any) -> str:
    """The most similar of the words; "none" when there are none."""
    return next(iter(difflib.get_close_matches(word, sorted(words), n=1, cutoff=0.0)), "none")
