"""A suggested practice, checked with the corpus's own rules and written as a YAML file; nothing is stored."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ingest.corpus_checker import RULES
from ingest.corpus_checker.known import Known, known_of
from ingest.corpus_checker.reading import read_files
from ingest.corpus_checker.schema import schema_problems
from nrm.corpus.lines import Entry
from nrm.corpus.records import record_from
from nrm.domain.errors import CorpusInvalid
from nrm.domain.knowledge import Practice

_PART = "practices"
_NAME = "suggestion"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_NUMBER = re.compile(r"PP-(\d+)")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a reviewer would send back: the key of the record, and what is wrong."""

    key: str
    message: str


def corpus_known(corpus_dir: Path, today: date) -> Known:
    """What the rules compare a record with; reading the whole corpus takes a second or two."""
    return known_of(read_files(corpus_dir), None, today)


def next_id(ids: Iterable[str]) -> str:
    """The id after the highest one.

    >>> next_id(["PP-001", "PP-116"])
    'PP-117'
    """
    numbers = [int(match.group(1)) for name in ids if (match := _NUMBER.fullmatch(name))]
    return f"PP-{max(numbers, default=0) + 1:03d}"


def remarks_on(values: Mapping[str, Any], known: Known) -> tuple[Remark, ...]:
    """Everything that the corpus's rules find in a record, in the order of its keys.

    :param values: one for each key of a practice, as they would stand in its file.
    """
    entry = Entry(_NAME, 1, dict(values), {})
    misfits = [Remark(path, message) for path, _, message in schema_problems(_PART, entry)]
    spoilt = {_top(remark.key) for remark in misfits}
    fitting = Entry(_NAME, 1, {key: value for key, value in values.items() if key not in spoilt}, {})
    broken = [
        Remark(path, message)
        for rule in RULES
        if _PART in rule.parts
        for path, message in rule.check(_PART, fitting, known)
    ]
    keys = [field.name for field in fields(Practice)]
    order = {key: place for place, key in enumerate(keys)}
    found = dict.fromkeys((*misfits, *broken)) or dict.fromkeys(_not_loadable(entry))
    return tuple(sorted(found, key=lambda remark: order.get(_top(remark.key), len(order))))


def as_yaml(values: Mapping[str, Any]) -> bytes:
    """The record as a file of ``corpus/practices``, its keys in the order of the others, its texts tidy."""
    ordered = {field.name: tidy(values[field.name]) for field in fields(Practice) if field.name in values}
    text = yaml.safe_dump(ordered, sort_keys=False, allow_unicode=True, width=110)
    return text.encode("utf-8")


def tidy(value: Any) -> Any:
    r"""Texts on one line, without control characters, which YAML cannot hold or takes for line ends.

    >>> tidy(["a\u0085b\n c", 3])
    ['a b c', 3]
    """
    if isinstance(value, str):
        return " ".join(_CONTROL.sub(" ", value).split())
    return [tidy(item) for item in value] if isinstance(value, list) else value


def _top(path: str) -> str:
    return path.partition(".")[0]


def _not_loadable(entry: Entry) -> list[Remark]:
    """What the program itself says of a record in which no rule finds anything; it should be nothing."""
    try:
        record_from(Practice, entry)
    except CorpusInvalid as error:
        return [Remark("", str(error))]
    return []
