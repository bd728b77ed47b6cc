"""From a YAML entry to a frozen record: every key known, none missing, every value of its type."""

import difflib
from collections.abc import Callable, Mapping
from enum import EnumType, StrEnum
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from nrm.corpus.lines import Entry
from nrm.domain.errors import CorpusInvalid

Converter = Callable[[Any], Any]
Record = TypeVar("Record")


def record_from(
    kind: type[Record],
    entry: Entry,
    filled: Mapping[str, Any] | None = None,
    converters: Mapping[str, Converter] | None = None,
    extra_keys: frozenset[str] = frozenset(),
) -> Record:
    """A record of a frozen dataclass ``kind``, one key for each field.

    :param filled: fields that come from the file's head, not from the record.
    :param converters: how to turn a nested value into the field's type; it may raise ValueError.
    :param extra_keys: keys that reviewers keep but the program does not need.
    :raises CorpusInvalid: ``file:line: rule: message`` for an unknown key, a missing key or a bad value.
    """
    filled, converters = filled or {}, converters or {}
    types = {name: hint for name, hint in get_type_hints(kind).items() if name not in filled}
    _check_keys(entry, set(types), extra_keys)
    values = {name: _converted(entry, name, hint, converters.get(name)) for name, hint in types.items()}
    return kind(**values, **filled)


def _check_keys(entry: Entry, known: set[str], extra: frozenset[str]) -> None:
    for key in entry.values:
        if key not in known | extra:
            nearest = difflib.get_close_matches(str(key), sorted(known), n=1, cutoff=0.0)
            _refuse(entry, key, "unknown-key", f"'{key}' is not a key of this record (nearest: {nearest[0]})")
    for key in sorted(known - set(entry.values)):
        _refuse(entry, key, "missing-key", f"'{key}' is missing")


def _converted(entry: Entry, key: str, hint: Any, converter: Converter | None) -> Any:
    value = entry.values[key]
    try:
        return converter(value) if converter else _as_type(value, hint)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        return _refuse(entry, key, "bad-value", f"'{key}' does not fit: {error}")


def _as_type(value: Any, hint: Any) -> Any:
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise ValueError("a list is expected")
        return tuple(_as_type(item, get_args(hint)[0]) for item in value)
    if isinstance(hint, EnumType):
        return _member(hint, value)
    if hint in (str, bool, int):
        if type(value) is not hint:
            raise ValueError(f"{hint.__name__} is expected, not {value!r}")
        return value
    if value is None or isinstance(value, int):  # the remaining hint is ``int | None``
        return value
    raise ValueError(f"a whole number or nothing is expected, not {value!r}")


def _member(kind: EnumType, value: Any) -> StrEnum:
    try:
        member: StrEnum = kind(value)
    except ValueError:
        names = [str(item) for item in kind]  # type: ignore[var-annotated]
        nearest = difflib.get_close_matches(str(value), names, n=1, cutoff=0.0)[0]
        raise ValueError(f"'{value}' is not one of its values (nearest: {nearest})") from None
    return member


def _refuse(entry: Entry, key: str, rule: str, message: str) -> Any:
    name = entry.values.get("id") or entry.values.get("slug") or ""
    where = f" in {name}" if name else ""
    raise CorpusInvalid(f"{entry.file}:{entry.line_of(key)}: {rule}: {message}{where}.")
