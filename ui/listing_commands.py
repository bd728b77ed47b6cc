"""``nrm commitments`` and ``nrm practices``."""

import sys
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table

from nrm.adapters.corpus_cache import cached_corpus
from nrm.domain.errors import IndexMissing, StaleIndex
from nrm.services.commitments import (
    commitment_filters,
    commitments_as_csv,
    commitments_as_json,
    select_commitments,
)
from nrm.services.practices import (
    practice_choices,
    practice_filters,
    practices_as_csv,
    practices_as_json,
    select_practices,
)
from nrm.services.searcher import Searcher
from nrm.settings import Settings
from ui.terminal import print_json


def run_commitments(text: str, given: Mapping[str, Sequence[str]], as_json: bool, as_csv: bool) -> None:
    """Print the commitments that pass; with words, best first."""
    settings = Settings.from_environment()
    corpus = cached_corpus(settings.corpus_dir)
    filters = commitment_filters(given, corpus)
    found = select_commitments(corpus, filters, text, _searcher(settings, text))
    if as_json:
        print_json(commitments_as_json(found, corpus, filters.state))
    elif as_csv:
        sys.stdout.buffer.write(commitments_as_csv(found, corpus, filters.state))
    else:
        rows = [(item.source, item.pinpoint, item.strength, item.title) for item in found]
        _print_table(("source", "where", "strength", "duty"), rows)


def run_practices(
    text: str, given: Mapping[str, Sequence[str]], facets: Mapping[str, Sequence[str]], as_json: bool, as_csv: bool
) -> None:
    """Print the practices that pass filters and facets; with words, best first."""
    settings = Settings.from_environment()
    corpus = cached_corpus(settings.corpus_dir)
    filters, chosen = practice_filters(given, corpus), practice_choices(facets, corpus)
    found = select_practices(corpus, filters, text, _searcher(settings, text), chosen)
    if as_json:
        print_json(practices_as_json(found, corpus))
    elif as_csv:
        sys.stdout.buffer.write(practices_as_csv(found, corpus))
    else:
        rows = [(item.id, item.country, item.period, item.title) for item in found]
        _print_table(("id", "State", "period", "practice"), rows)


def _searcher(settings: Settings, text: str) -> Searcher | None:
    """Search by meaning when there are words and an index; words alone are compared otherwise."""
    try:
        return Searcher(settings) if text else None
    except (IndexMissing, StaleIndex):
        return None


def _print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = Table(*head)
    for row in rows:
        table.add_row(*row)
    console = Console()
    console.print(table)
    console.print(f"{len(rows)} found.")
