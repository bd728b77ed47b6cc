"""What a parser in the child process is given: the file, its limits and a way to tell progress."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.parsers.limits import Limits


def _silent(_: dict[str, Any]) -> None:
    """Progress that nobody asked for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One request: parsers take it and return plain JSON values (see ``wire``)."""

    path: Path
    limits: Limits = field(default_factory=Limits)
    password: str | None = None
    options: dict[str, Any] = field(default_factory=dict)
    tell: Callable[[dict[str, Any]], None] = _silent
