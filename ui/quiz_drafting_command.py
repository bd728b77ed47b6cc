"""``nrm quiz --passage``: items that the configured language model drafts from passages of the library."""

import sys
from collections.abc import Sequence

import typer
from rich.console import Console

from nrm.adapters.library_store import LibraryStore
from nrm.answering.consent import Consent
from nrm.corpus import Corpus
from nrm.domain.errors import WrongUse
from nrm.domain.passages import Passage
from nrm.quiz.items import QuizItem
from nrm.services.quiz import Quiz, facts_of
from nrm.services.quiz_drafting import QuizDrafter, open_drafter
from nrm.settings import Settings


def drafted_quiz(settings: Settings, corpus: Corpus, names: Sequence[str], number: int, console: Console) -> Quiz:
    """Items from these passages, at most ``number``, and why there are fewer.

    :raises WrongUse: when no model is configured, or a passage is not in the library.
    """
    drafter, store = open_drafter(settings), LibraryStore(settings.data_dir)
    if drafter is None:
        raise WrongUse(
            "No language model is configured, and --passage needs one.",
            "Set NRM_LLM_BASE_URL and NRM_LLM_MODEL, or leave out --passage.",
        )
    facts = facts_of(corpus, store)
    made: dict[QuizItem, None] = {}
    reasons: list[str] = []
    for passage in _passages(store, names):
        if len(made) < number:
            left = number - len(made)
            drafted = drafter.draft(facts, passage, left, _consent(drafter, passage, left, console))
            made.update(dict.fromkeys(drafted.items))
            reasons += [f"{passage.id}: {reason}" for reason in drafted.reasons]
    return Quiz(tuple(made)[:number], tuple(reasons))


def _passages(store: LibraryStore, names: Sequence[str]) -> list[Passage]:
    found = store.passages_by_id(list(names)) if store.exists() else {}
    for name in names:
        if name not in found:
            raise WrongUse(f"There is no passage '{name}' in the library.", "Take a passage_id from: nrm search --json")
    return [found[name] for name in names]


def _consent(drafter: QuizDrafter, passage: Passage, number: int, console: Console) -> Consent | None:
    """For another machine: the exact text, and a yes from the person at the terminal; nobody there means no."""
    if not drafter.needs_consent or not sys.stdin.isatty():
        return None
    shown = drafter.text_to_send(passage, number)
    console.print(shown.text, markup=False, highlight=False)
    agreed = typer.confirm(f"Send this text to {shown.server}?", default=False, err=True)
    return shown.consent if agreed else None
