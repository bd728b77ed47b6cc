"""The commands of ``nrm`` that look for something: passages, answers, commitments, practices."""

from typing import Annotated

import typer

from ui.terminal_options import FILTERS, PRACTICE_FACETS, Given, Json, Table, takes

Text = Annotated[str, typer.Argument(help="Words to look for; none lists all.")]


@takes(FILTERS, "filters")
def search(
    words: Annotated[str, typer.Argument(help="What to look for.")],
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="Most hits to show.")] = 10,
    *,
    filters: Given,
    as_json: Json = False,
) -> None:
    """Find passages by meaning and words."""
    from ui.question_commands import run_search

    run_search(words, k, filters, as_json)


@takes(FILTERS, "filters")
def ask(
    question: Annotated[str, typer.Argument(help="A question; - reads it from standard input.")],
    *,
    filters: Given,
    as_json: Json = False,
) -> None:
    """Answer a question with passages that can be checked."""
    from ui.question_commands import run_ask

    run_ask(question, filters, as_json)


@takes(FILTERS, "filters")
def commitments(text: Text = "", *, filters: Given, as_json: Json = False, as_csv: Table = False) -> None:
    """List legal and political commitments."""
    from ui.listing_commands import run_commitments

    run_commitments(text, filters, as_json, as_csv)


@takes(FILTERS, "filters")
@takes(PRACTICE_FACETS, "facets")
def practices(text: Text = "", *, filters: Given, facets: Given, as_json: Json = False, as_csv: Table = False) -> None:
    """List practices of OSCE participating States."""
    from ui.listing_commands import run_practices

    run_practices(text, filters, facets, as_json, as_csv)
