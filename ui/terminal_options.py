"""What the commands of ``nrm`` take: options that several share, and filters read from them."""

import inspect
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import wraps
from typing import Annotated, Any

import typer

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document on stdout.")]
Kinds = Annotated[list[str] | None, typer.Option("--kind", help="Kind of source.")]
Authorities = Annotated[list[str] | None, typer.Option("--authority", help="How much a source binds.")]
Topics = Annotated[list[str] | None, typer.Option("--topic", help="Topic of the corpus.")]
Bodies = Annotated[list[str] | None, typer.Option("--body", help="Who adopted the source.")]
States = Annotated[list[str] | None, typer.Option("--state", help="State, by code or name.")]
Audiences = Annotated[list[str] | None, typer.Option("--audience", help="Whose work it serves.")]
Languages = Annotated[list[str] | None, typer.Option("--lang", help="Language of the source.")]
Sources = Annotated[list[str] | None, typer.Option("--source", help="Slug of a source.")]
Table = Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet.")]
Pillars = Annotated[list[str] | None, typer.Option("--pillar", help="Part of protection.")]
Targets = Annotated[list[str] | None, typer.Option("--target", help="For whom it was done.")]
SourceKinds = Annotated[list[str] | None, typer.Option("--source-kind", help="Who says so.")]
Periods = Annotated[list[str] | None, typer.Option("--period", help="Five years, such as 2020-2024.")]
FILTERS: Mapping[str, Any] = {
    "kind": Kinds,
    "authority": Authorities,
    "topic": Topics,
    "body": Bodies,
    "state": States,
    "audience": Audiences,
    "lang": Languages,
    "source": Sources,
}
PRACTICE_FACETS: Mapping[str, Any] = {
    "pillar": Pillars,
    "target": Targets,
    "source_kind": SourceKinds,
    "period": Periods,
}
Given = Mapping[str, list[str]]  # values by the names of their options; only those that were given
Command = Callable[..., None]


class QuizFormat(StrEnum):
    """What a quiz can be written as."""

    JSON = "json"
    MOODLE = "moodle"
    GIFT = "gift"
    QTI = "qti"
    H5P = "h5p"
    ANKI = "anki"
    DOCX = "docx"
    PDF = "pdf"
    CSV = "csv"
    KAHOOT = "kahoot"


def takes(options: Mapping[str, Any], parameter: str) -> Callable[[Command], Command]:
    """Lets a command take several options as one mapping, ``Given``, in place of its ``parameter``."""

    def decorate(command: Command) -> Command:
        own = inspect.signature(command)

        @wraps(command)
        def taking(**values: Any) -> None:
            chosen = {name: values.pop(name) for name in options}
            given = {name: value for name, value in chosen.items() if value}
            command(**values, **{parameter: given})

        parameters = [
            each
            for one in own.parameters.values()
            for each in (_parameters(options) if one.name == parameter else (one,))
        ]
        # Typer reads both to know which options there are.
        taking.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
        taking.__annotations__ = {each.name: each.annotation for each in parameters}
        return taking

    return decorate


def _parameters(options: Mapping[str, Any]) -> list[inspect.Parameter]:
    return [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
        for name, kind in options.items()
    ]
