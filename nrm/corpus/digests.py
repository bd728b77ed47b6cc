"""What the factsheet says, digested: Markdown with front matter, one fact under each heading."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from nrm.domain.errors import CorpusInvalid

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_SECTION = re.compile(r"^## +(.+?) *\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_FIELD = re.compile(r"^- (topics|asked_as|pillar|url|checked_on): *(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class HandbookDigest:
    """One fact about the Handbook or its neighbours, in our own words."""

    id: str
    source: str
    title: str
    text: str
    topics: tuple[str, ...]
    pillar: str
    asked_as: tuple[str, ...]
    url: str
    checked_on: str


def read_digests(folder: Path) -> Iterable[HandbookDigest]:
    """Every digest of ``handbook/*.md``.

    A file's front matter gives ``slug``, ``url`` and ``reviewed_on``; each ``## `` heading is one
    digest, whose lines ``- topics:``, ``- asked_as:`` (separated by `` | ``), ``- pillar:`` and
    ``- url:`` are its fields and whose other text is what is shown.

    :raises CorpusInvalid: if the front matter is missing, lacks a key or cannot be read.
    """
    for path in sorted((folder / "handbook").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        name = f"{folder.name}/handbook/{path.name}"
        match = _FRONT_MATTER.match(text)
        head = _read_head(match.group(1), name) if match else None
        if not isinstance(head, dict) or not {"slug", "url", "reviewed_on"} <= head.keys():
            raise CorpusInvalid(f"{name}:1: front-matter: slug, url and reviewed_on are expected.")
        for number, section in enumerate(_SECTION.finditer(text), start=1):
            yield _digest(section, number, head)


def _read_head(text: str, name: str) -> Any:
    """The values of a front matter, whose first line is the second of its file."""
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise CorpusInvalid(f"{name}:{line}: yaml: {getattr(error, 'problem', error)}.") from error
    except ValueError as error:  # a day or hour that cannot be
        raise CorpusInvalid(f"{name}:1: front-matter: a value cannot be read: {error}.") from error


def _digest(section: re.Match[str], number: int, head: dict[str, str]) -> HandbookDigest:
    fields = {name: value.strip() for name, value in _FIELD.findall(section.group(2))}
    return HandbookDigest(
        id=f"{head['slug']}/{number:02d}",
        source=str(head["slug"]),
        title=section.group(1),
        text=" ".join(_FIELD.sub("", section.group(2)).split()),
        topics=tuple(name for name in fields.get("topics", "").replace(",", " ").split() if name),
        pillar=fields.get("pillar", ""),
        asked_as=tuple(way.strip() for way in fields.get("asked_as", "").split("|") if way.strip()),
        url=fields.get("url", str(head["url"])),
        checked_on=fields.get("checked_on", str(head["reviewed_on"])),
    )
