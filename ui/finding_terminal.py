"""The commands of ``nrm`` that look for something: passages, answers, commitments, practices."""

from typing import Annotated

import typer

from ui.terminal_options import (
    FILTERS,
    Audiences,
    Authorities,
    Bodies,
    Json,
    Kinds,
    Languages,
    Periods,
    Pillars,
    SourceKinds,
    Sources,
    States,
    Table,
    Targets,
    Topics,
    given_values,
)

_PRACTICE_FACETS = ("pillar", "target", "source_kind", "period")


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

    run_search(words, k, given_values(FILTERS, kind, authority, topic, body, state, audience, lang, source), as_json)


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

    run_ask(question, given_values(FILTERS, kind, authority, topic, body, state, audience, lang, source), as_json)


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
    as_csv: Table = False,
) -> None:
    """List legal and political commitments."""
    from ui.listing_commands import run_commitments

    filters = given_values(FILTERS, kind, authority, topic, body, state, audience, lang, source)
    run_commitments(text, filters, as_json, as_csv)


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
    pillar: Pillars = None,
    target: Targets = None,
    source_kind: SourceKinds = None,
    period: Periods = None,
    as_json: Json = False,
    as_csv: Table = False,
) -> None:
    """List practices of OSCE participating States."""
    from ui.listing_commands import run_practices

    filters = given_values(FILTERS, kind, authority, topic, body, state, audience, lang, source)
    facets = given_values(_PRACTICE_FACETS, pillar, target, source_kind, period)
    run_practices(text, filters, facets, as_json, as_csv)
