"""The ``nrm`` command. Heavy parts are imported when a command needs them, so help comes at once."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from nrm.domain.errors import NrmError
from nrm.domain.vocabulary import SourceKind
from ui import finding_terminal
from ui.library_terminal import evaluate_app, library_app
from ui.terminal_options import Json, QuizFormat, Sources, Topics

app = typer.Typer(
    name="nrm",
    help="A knowledge base and guidance chatbot for people who protect victims of human trafficking.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(library_app, name="library")
app.add_typer(evaluate_app, name="evaluate")


@app.command()
def ingest(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files or folders; none refreshes the corpus.")] = None,
    kind: Annotated[SourceKind | None, typer.Option(help="What sort of document it is.")] = None,
    title: Annotated[str, typer.Option(help="Title to show instead of the file's own.")] = "",
    password: Annotated[bool, typer.Option("--password", help="Ask for the password of an encrypted file.")] = False,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make the whole index anew.")] = False,
    as_json: Json = False,
) -> None:
    """Load documents and the corpus into the library and build the index."""
    from ui.ingest_command import run_ingest

    secret = typer.prompt("Password", hide_input=True, err=True) if password else None
    run_ingest(paths or [], kind, title, secret, rebuild, as_json)


@app.command()
def fetch(
    sources: Annotated[list[str] | None, typer.Argument(help="Slugs of corpus/sources.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every source with an address that was seen.")] = False,
) -> None:
    """Download official texts that the corpus names, when the operator allows it, and load them."""
    from ui.fetch_command import run_fetch

    run_fetch(sources or [], everything)


for _command in (
    finding_terminal.search,
    finding_terminal.ask,
    finding_terminal.commitments,
    finding_terminal.practices,
):
    app.command()(_command)


@app.command()
def quiz(
    topic: Topics = None,
    source: Sources = None,
    n: Annotated[int, typer.Option("-n", min=1, max=1000, help="How many items.")] = 20,
    format: Annotated[QuizFormat, typer.Option("--format", help="What to write.")] = QuizFormat.JSON,
    output: Annotated[Path | None, typer.Option("-o", help="File to write; else standard output.")] = None,
    seed: Annotated[int, typer.Option(help="Another number gives other items.")] = 1,
    passage: Annotated[
        list[str] | None,
        typer.Option("--passage", help="Let the configured language model draft from this passage of the library."),
    ] = None,
) -> None:
    """Build quiz items with their sources and write them in a format that training systems accept."""
    from ui.quiz_command import run_quiz

    run_quiz(topic or [], source or [], n, format.value, output, seed, passage or [])


@app.command()
def replay(
    receipt: Annotated[Path, typer.Argument(help="A receipt saved from an answer.")],
    as_json: Json = False,
) -> None:
    """Come to the answer of a receipt again and say what differs."""
    from ui.replay_command import run_replay

    run_replay(receipt, as_json)


@app.command()
def serve(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on 127.0.0.1.")] = 8501,
) -> None:
    """Open the app on this machine."""
    from nrm.settings import Settings
    from ui.serve import serve as run

    run(Settings.from_environment(), port)


@app.command("check-corpus")
def check_corpus(
    library: Annotated[Path | None, typer.Option(help="Folder of official texts to compare with.")] = None,
    as_json: Json = False,
) -> None:
    """Check every record of the corpus against its rules."""
    from ui.upkeep_commands import run_check_corpus

    run_check_corpus(library, as_json)


@app.command()
def doctor(as_json: Json = False) -> None:
    """Say what is set up, what is missing and how to mend it."""
    from ui.upkeep_commands import run_doctor

    run_doctor(as_json)


@app.command("prepare-encoders", hidden=True)
def prepare_encoders() -> None:
    """Export the encoders for ONNX Runtime; done once by ``make setup``."""
    from ui.upkeep_commands import run_prepare_encoders

    run_prepare_encoders()


def print_json(document: Any) -> None:
    """One JSON document on stdout; letters of every script stay readable."""
    json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def main() -> None:
    """The entrance: every error we know ends as one line with the remedy and its exit code."""
    try:
        app()
    except NrmError as error:
        typer.echo(str(error), err=True)
        raise SystemExit(error.exit_code) from None
    except BrokenPipeError:
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        typer.echo("Stopped. Nothing was lost; run the same command to go on.", err=True)
        raise SystemExit(1) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        typer.echo(f"The system refused a file operation ({reason}). Run `nrm doctor`.", err=True)
        raise SystemExit(1) from None
