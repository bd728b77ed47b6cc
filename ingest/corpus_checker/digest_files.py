"""A Markdown file of digests as entries, a line for every field."""

import re
from typing import Any

import yaml

from nrm.corpus.lines import Entry

_FIELD = re.compile(r"^- ([a-z_]+): *(.*)$")
_LISTS = {"topics": re.compile(r"[,\s]+"), "asked_as": re.compile(r"\s*\|\s*")}


def read_digest_file(text: str, name: str) -> tuple[Entry, tuple[Entry, ...]]:
    """The front matter, and one entry for each ``## `` heading with its fields, ``title`` and ``text``."""
    lines = text.splitlines()
    head, body_from = _front_matter(lines, name)
    starts = [place for place, line in enumerate(lines) if place >= body_from and line.startswith("## ")]
    ends = [*starts[1:], len(lines)] if starts else []
    slug = head.values.get("slug", "")
    entries = [
        _digest(lines, start, end, name, f"{slug}/{number:02d}")
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]
    return head, tuple(entries)


def _front_matter(lines: list[str], name: str) -> tuple[Entry, int]:
    if lines[:1] != ["---"] or "---" not in lines[1:]:
        return Entry(name, 1, {}, {}), 0
    end = lines.index("---", 1)
    try:
        values = yaml.safe_load("\n".join(lines[1:end]))
    except yaml.YAMLError:
        values = None
    if not isinstance(values, dict):
        return Entry(name, 1, {}, {}), end + 1
    places = {line.partition(":")[0]: number for number, line in enumerate(lines[1:end], start=2)}
    return Entry(name, 1, {str(key): str(value) for key, value in values.items()}, places), end + 1


def _digest(lines: list[str], start: int, end: int, name: str, identifier: str) -> Entry:
    values: dict[str, Any] = {"id": identifier, "title": lines[start][3:].strip()}
    places = {"title": start + 1}
    text: list[str] = []
    for number, line in enumerate(lines[start + 1 : end], start=start + 2):
        match = _FIELD.match(line)
        if match:
            values[match.group(1)] = _value(match.group(1), match.group(2).strip())
            places[match.group(1)] = number
        elif line.strip():
            text.append(line.strip())
            places.setdefault("text", number)
    return Entry(name, start + 1, {**values, "text": " ".join(text)}, places)


def _value(field: str, text: str) -> str | list[str]:
    return [item for item in _LISTS[field].split(text) if item] if field in _LISTS else text
