"""``nrm library`` and ``nrm evaluate``: what is loaded, and how good it is."""

from pathlib import Path
from typing import Annotated

import typer

from ui.terminal_options import Json

library_app = typer.Typer(help="What is loaded.", no_args_is_help=False, invoke_without_command=True)
evaluate_app = typer.Typer(help="How good it is.", no_args_is_help=True)


@library_app.callback()
def library(context: typer.Context) -> None:
    """What is loaded; without a further word, the list."""
    if context.invoked_subcommand is None:
        library_list()


@library_app.command("list")
def library_list(as_json: Json = False) -> None:
    """Every source in the library."""
    from ui.library_commands import run_list

    run_list(as_json)


@library_app.command("show")
def library_show(slug: Annotated[str, typer.Argument(help="Slug of a source.")], as_json: Json = False) -> None:
    """One source with its passages."""
    from ui.library_commands import run_show

    run_show(slug, as_json)


@library_app.command("remove")
def library_remove(slug: Annotated[str, typer.Argument(help="Slug of a source.")], as_json: Json = False) -> None:
    """Remove a source, its original and its traces in the index."""
    from ui.library_commands import run_remove

    run_remove(slug, as_json)


@library_app.command("verify")
def library_verify(as_json: Json = False) -> None:
    """Check counts, hashes and whether passages find themselves."""
    from ui.library_commands import run_verify

    run_verify(as_json)


@evaluate_app.command("retrieval")
def evaluate_retrieval(
    beir: Annotated[Path, typer.Option(help="Folder with corpus.jsonl, queries.jsonl and qrels.tsv.")],
    queries: Annotated[str, typer.Option(help="Name of the file of queries.")] = "queries.jsonl",
    run_out: Annotated[Path | None, typer.Option(help="Write our ranking as a TREC run.")] = None,
    as_json: Json = False,
) -> None:
    """Measure ranking on a public set, in a temporary folder."""
    from ui.evaluate_commands import run_retrieval

    run_retrieval(beir, run_out, queries, as_json)


@evaluate_app.command("answers")
def evaluate_answers(
    questions: Annotated[Path, typer.Option(help="YAML file of questions with gold.")],
    split: Annotated[str, typer.Option(help="Only questions of this split.")] = "",
    run_out: Annotated[Path | None, typer.Option(help="Write the run as JSON, and a report (.md) beside it.")] = None,
    floors: Annotated[
        Path | None, typer.Option(help="YAML file of least shares; below one of them the exit code is 1.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Ask every question of a file and count outcomes, gold found and quotes verbatim."""
    from ui.evaluate_commands import run_answers

    run_answers(questions, split, as_json, run_out, floors)
