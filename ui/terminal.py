"""The ``nrm`` command. Heavy parts are imported when a command needs them, so help comes at once."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from nrm.domain.errors import NrmError, WrongUse
from nrm.domain.vocabulary import SourceKind

app = typer.Typer(
    name="nrm",
    help="A knowledge base and guidance chatbot for people who protect victims of human trafficking.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
library_app = typer.Typer(help="What is loaded.", no_args_is_help=False, invoke_without_command=True)
evaluate_app = typer.Typer(help="How good it is.", no_args_is_help=True)
app.add_typer(library_app, name="library")
app.add_typer(evaluate_app, name="evaluate")

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document on stdout.")]
Kinds = Annotated[list[str] | None, typer.Option("--kind", help="Kind of source.")]
Authorities = Annotated[list[str] | None, typer.Option("--authority", help="How much a source binds.")]
Topics = Annotated[list[str] | None, typer.Option("--topic", help="Topic of the corpus.")]
Bodies = Annotated[list[str] | None, typer.Option("--body", help="Who adopted the source.")]
States = Annotated[list[str] | None, typer.Option("--state", help="State, by code or name.")]
Audiences = Annotated[list[str] | None, typer.Option("--audience", help="Whose work it serves.")]
Languages = Annotated[list[str] | None, typer.Option("--lang", help="Language of the source.")]
Sources = Annotated[list[str] | None, typer.Option("--source", help="Slug of a source.")]


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


@app.command()
def search(
    words: Annotated[str, typer.Argument(help="What to look for.")],
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="Most hits to show.")] = 10,
    kind: Kinds = None,
    authority: Authorities = None,
    topic: Topics = None,
    body: Bodies = None,
    state: States = None,
    audience: Audiences = None,
    lang: Languages = None,
    source: Sources = None,
    as_json: Json = False,
) -> None:
    """Find passages by meaning and words."""
    from ui.question_commands import run_search

    run_search(words, k, _filters(kind, authority, topic, body, state, audience, lang, source), as_json)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="A question; - reads it from standard input.")],
    kind: Kinds = None,
    authority: Authorities = None,
    topic: Topics = None,
    body: Bodies = None,
    state: States = None,
    audience: Audiences = None,
    lang: Languages = None,
    source: Sources = None,
    as_json: Json = False,
) -> None:
    """Answer a question with passages that can be checked."""
    from ui.question_commands import run_ask

    run_ask(question, _filters(kind, authority, topic, body, state, audience, lang, source), as_json)


@app.command()
def commitments(
    text: Annotated[str, typer.Argument(help="Words to look for; none lists all.")] = "",
    kind: Kinds = None,
    authority: Authorities = None,
    topic: Topics = None,
    body: Bodies = None,
    state: States = None,
    audience: Audiences = None,
    lang: Languages = None,
    source: Sources = None,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet.")] = False,
) -> None:
    """List legal and political commitments."""
    from ui.listing_commands import run_commitments

    run_commitments(text, _filters(kind, authority, topic, body, state, audience, lang, source), as_json, as_csv)


@app.command()
def practices(
    text: Annotated[str, typer.Argument(help="Words to look for; none lists all.")] = "",
    kind: Kinds = None,
    authority: Authorities = None,
    topic: Topics = None,
    body: Bodies = None,
    state: States = None,
    audience: Audiences = None,
    lang: Languages = None,
    source: Sources = None,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet.")] = False,
) -> None:
    """List practices of OSCE participating States."""
    from ui.listing_commands import run_practices

    run_practices(text, _filters(kind, authority, topic, body, state, audience, lang, source), as_json, as_csv)


@app.command()
def quiz(
    topic: Topics = None,
    source: Sources = None,
    n: Annotated[int, typer.Option("-n", min=1, max=1000, help="How many items.")] = 20,
    format: Annotated[QuizFormat, typer.Option("--format", help="What to write.")] = QuizFormat.JSON,
    output: Annotated[Path | None, typer.Option("-o", help="File to write; else standard output.")] = None,
    seed: Annotated[int, typer.Option(help="Another number gives other items.")] = 1,
) -> None:
    """Build quiz items with their sources and write them in a format that training systems accept."""
    from ui.quiz_command import run_quiz

    run_quiz(topic or [], source or [], n, format.value, output, seed)


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
    as_json: Json = False,
) -> None:
    """Ask every question of a file and count outcomes, gold found and quotes verbatim."""
    from ui.evaluate_commands import run_answers

    run_answers(questions, split, as_json)


def _filters(*values: list[str] | None) -> dict[str, list[str]]:
    names = ("kind", "authority", "topic", "body", "state", "audience", "lang", "source")
    return {name: chosen for name, chosen in zip(names, values, strict=True) if chosen}


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


__all__ = ["WrongUse", "app", "main", "print_json"]
