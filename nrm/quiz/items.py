"""What a quiz is made of: frozen items, each with the record that proves it.

``keys`` are the right answers: one for *one right* and *true or false*, several for *several
right*, every accepted spelling for *cloze*, the right order for *ordering*, the lines of the
rubric for a *case*. ``pairs`` belong to *matching* only.
"""

import random
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from nrm.domain.vocabulary import Pillar

GAP = "[____]"
TRUE_FALSE = ("True", "False")
FORBIDDEN_CHARACTERS = frozenset(
    chr(code) for code in (*range(9), 0x0B, 0x0C, *range(0x0D, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF)
)


class ItemType(StrEnum):
    """The seven shapes of a question."""

    ONE_RIGHT = "one_right"
    SEVERAL_RIGHT = "several_right"
    TRUE_FALSE = "true_false"
    MATCHING = "matching"
    ORDERING = "ordering"
    CLOZE = "cloze"
    CASE = "case"


class Level(StrEnum):
    """What the learner has to do with the knowledge, easiest first."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"


class ItemState(StrEnum):
    """Where an item stands in the trainer's review."""

    DRAFT = "draft"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class ItemCitation:
    """The record an item rests on; ``quote`` stands in that record word for word."""

    record: str
    source: str
    title: str
    pinpoint: str
    url: str
    quote: str

    @property
    def label(self) -> str:
        """A short human reference, such as ``Lanzarote Convention, art. 13``."""
        return ", ".join(part for part in (self.title, self.pinpoint) if part)


@dataclass(frozen=True, slots=True)
class QuizItem:
    """One question. It cannot be built in a shape that no reader could answer.

    ``rule`` names the rule that built it ("" when a person wrote it), ``rests_on`` the records
    that the options come from, ``as_of`` the vintage of a fact that changes.

    :raises ValueError: if the shape does not fit the type; the message says what is wrong.
    """

    id: str
    type: ItemType
    stem: str
    citation: ItemCitation
    keys: tuple[str, ...] = ()
    distractors: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    explanation: str = ""
    objective: str = ""
    topic: str = ""
    pillar: Pillar | None = None
    audience: tuple[str, ...] = ()
    level: Level = Level.REMEMBER
    language: str = "en"
    state: ItemState = ItemState.DRAFT
    as_of: str = ""
    rule: str = ""
    rests_on: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        problem = shape_problem(self)
        if problem:
            raise ValueError(problem)


def options_of(item: QuizItem) -> tuple[str, ...]:
    """The choices in the order in which every page and export shows them.

    The order depends on the item's id alone, so the paper, its answer sheet and the screen agree.
    """
    if item.type is ItemType.TRUE_FALSE:
        return TRUE_FALSE
    if item.type in (ItemType.CLOZE, ItemType.CASE):
        return ()
    choices = [right for _, right in item.pairs] or [*item.keys, *item.distractors]
    return shuffled(choices, item.id)


def shuffled(texts: list[str], seed: str) -> tuple[str, ...]:
    """The texts in an order that depends on ``seed`` alone and, for three or more, is not the given one."""
    order = texts[:]
    source = random.Random(seed)
    source.shuffle(order)
    if len(texts) > 2 and order == texts:
        order = [*order[1:], order[0]]
    return tuple(order)


def folded(text: str) -> str:
    """Text as two readers would call it the same: case, white space and typographic forms folded."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def clean_text(text: str) -> str:
    """Text without the characters an item may not hold; line ends become ``\\n``."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in lines if not _is_forbidden(letter))


def shape_problem(item: QuizItem) -> str:
    """Why the item cannot be asked, or "" when it can."""
    texts = texts_of(item)
    if any(_is_forbidden(letter) for text in texts for letter in text):
        return "the text holds control characters"
    if not item.id or not item.stem.strip():
        return "an id and a stem are needed"
    answers = [folded(text) for text in answers_of(item)]
    if not all(answers):
        return "an answer is empty"
    if len(set(answers)) < len(answers) and item.type is not ItemType.CLOZE:
        return "two answers are the same"
    return _type_problem(item)


def texts_of(item: QuizItem) -> tuple[str, ...]:
    """Every text a reader may see."""
    seen = (item.stem, item.explanation, item.objective, item.as_of, item.citation.label, item.citation.quote)
    return (item.id, *seen, item.citation.url, item.topic, *answers_of(item))


def answers_of(item: QuizItem) -> tuple[str, ...]:
    """Keys, distractors and both sides of the pairs."""
    return (*item.keys, *item.distractors, *(side for pair in item.pairs for side in pair))


def _is_forbidden(letter: str) -> bool:
    return letter in FORBIDDEN_CHARACTERS or "\ud800" <= letter <= "\udfff"


def _type_problem(item: QuizItem) -> str:
    keys, distractors, pairs = len(item.keys), len(item.distractors), len(item.pairs)
    fits = {
        ItemType.ONE_RIGHT: (keys == 1 and distractors >= 2 and not pairs, "one key and two distractors"),
        ItemType.SEVERAL_RIGHT: (keys >= 2 and distractors >= 1 and not pairs, "two keys and a distractor"),
        ItemType.TRUE_FALSE: (
            (*item.keys, *item.distractors) in (TRUE_FALSE, TRUE_FALSE[::-1]) and not pairs,
            "'True' or 'False' as its key and the other as its distractor",
        ),
        ItemType.MATCHING: (
            pairs >= 2 and not keys and not distractors,
            "at least two pairs and nothing else",
        ),
        ItemType.ORDERING: (keys >= 3 and not distractors and not pairs, "at least three steps"),
        ItemType.CLOZE: (
            item.stem.count(GAP) == 1 and keys >= 1 and not distractors and not pairs,
            f"one gap written {GAP} and an accepted answer",
        ),
        ItemType.CASE: (keys >= 1 and not distractors and not pairs, "a rubric"),
    }
    fitting, needed = fits[item.type]
    return "" if fitting else f"'{item.type}' needs {needed}"
