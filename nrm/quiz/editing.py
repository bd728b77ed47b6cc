"""What a trainer does with a built quiz: edit in place, approve, drop. Every step returns new items."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from nrm.domain.errors import WrongUse
from nrm.quiz.items import ItemState, QuizItem, clean_text

_TEXTS = frozenset({"stem", "explanation", "objective", "as_of", "topic"})
_LISTS = frozenset({"keys", "distractors", "pairs"})


def edited(item: QuizItem, **changes: Any) -> QuizItem:
    """The item with changed texts, as a draft again.

    A new stem is a new question, which no rule stands behind: its key then has to be read by a
    person, and the checks say so.

    :raises WrongUse: if a field cannot be edited, or the result could not be asked.
    """
    unknown = set(changes) - _TEXTS - _LISTS
    if unknown:
        raise WrongUse(f"'{min(unknown)}' cannot be edited.", f"Edit one of: {', '.join(sorted(_TEXTS | _LISTS))}.")
    cleaned = {name: _cleaned(value) for name, value in changes.items()}
    rule = "" if cleaned.get("stem", item.stem) != item.stem else item.rule
    try:
        return replace(item, **cleaned, rule=rule, state=ItemState.DRAFT)
    except ValueError as reason:
        raise WrongUse(f"This question cannot be asked: {reason}.", "Change the text and save again.") from reason


def with_state(item: QuizItem, state: ItemState) -> QuizItem:
    """The item in another state of review."""
    return replace(item, state=state)


def swapped(items: Sequence[QuizItem], old: str, new: QuizItem) -> tuple[QuizItem, ...]:
    """The items with one, named by its id, replaced in its place."""
    return tuple(new if item.id == old else item for item in items)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    return tuple(_cleaned(entry) for entry in value)
