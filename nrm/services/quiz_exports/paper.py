"""A quiz as it stands on paper: numbered questions, lettered choices, and the key to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from nrm.quiz.items import ItemType, QuizItem, options_of

TITLE = "NRM Guide quiz"
KEY_TITLE = "Key for the trainer"
SHEET_TITLE = "Answer sheet"
_INSTRUCTIONS = {
    ItemType.SEVERAL_RIGHT: "Several answers are right.",
    ItemType.MATCHING: "Write the letter beside each number.",
    ItemType.ORDERING: "Write the letters in the right order.",
    ItemType.CASE: "Write three to five sentences.",
}
LINES_FOR_CASE = 6


@dataclass(frozen=True, slots=True)
class PaperItem:
    """One question ready to be printed; ``left`` is the numbered side of a matching item."""

    number: int
    stem: str
    instruction: str
    left: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    key: tuple[str, ...]
    why: str
    source: str
    lines: int


def paper_items(items: Sequence[QuizItem]) -> list[PaperItem]:
    """The items in their order, numbered from 1."""
    return [_paper_item(number, item) for number, item in enumerate(items, start=1)]


def lettered(item: QuizItem) -> tuple[tuple[str, str], ...]:
    """The choices with their letters, in the order of every export."""
    return tuple(zip(ascii_uppercase, options_of(item), strict=False))


def key_lines(item: QuizItem) -> tuple[str, ...]:
    """The right answer as letters where there are choices, else in words."""
    letters = {text: letter for letter, text in lettered(item)}
    if item.type in (ItemType.CLOZE, ItemType.CASE):
        return (" / ".join(item.keys),) if item.type is ItemType.CLOZE else item.keys
    if item.type is ItemType.MATCHING:
        return (", ".join(f"{place}–{letters[right]}" for place, (_, right) in enumerate(item.pairs, start=1)),)
    chosen = [letters[key] for key in item.keys]
    return (", ".join(chosen if item.type is ItemType.ORDERING else sorted(chosen)),)


def source_line(item: QuizItem) -> str:
    """Where the answer stands, with the address and the date of facts that change."""
    parts = (item.citation.label, item.citation.url, f"as of {item.as_of}" if item.as_of else "")
    return " · ".join(part for part in parts if part)


def _paper_item(number: int, item: QuizItem) -> PaperItem:
    return PaperItem(
        number=number,
        stem=item.stem,
        instruction=_INSTRUCTIONS.get(item.type, ""),
        left=tuple(left for left, _ in item.pairs),
        choices=lettered(item),
        key=key_lines(item),
        why=item.explanation,
        source=source_line(item),
        lines=LINES_FOR_CASE if item.type is ItemType.CASE else 0,
    )
