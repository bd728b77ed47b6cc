"""What the commands of ``nrm`` take: options that several share, and filters read from them."""

from enum import StrEnum
from typing import Annotated

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
FILTERS = ("kind", "authority", "topic", "body", "state", "audience", "lang", "source")


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


def given_values(names: tuple[str, ...], *values: list[str] | None) -> dict[str, list[str]]:
    """The values that were given, by the names of their options."""
    return {name: chosen for name, chosen in zip(names, values, strict=True) if chosen}
