"""GIFT: text that Moodle and others import. Every question is marked ``[plain]``: no text is markup."""

import re
from collections.abc import Iterable, Sequence

from nrm.quiz.items import ItemType, QuizItem, options_of
from nrm.services.quiz_exports.moodle import places
from nrm.services.quiz_exports.paper import source_line

_SPECIAL = re.compile(r"([~=#{}:\\])")
_WEIGHT_LIKE = re.compile(r"^%")
# GIFT has no way to write "->" in an answer (it makes pairs), nor an answer that begins like a weight.
ARROW, NO_WEIGHT = "→", "\u2060"


def write_gift(items: Sequence[QuizItem]) -> bytes:
    """A question bank file: Moodle, Question bank, Import, GIFT format."""
    blocks = ("\n".join([_head(item), *_answers(item), "}"]) for item in items)
    return ("\n\n".join(blocks) + "\n").encode("utf-8")


def escaped(text: str) -> str:
    """The text with GIFT's special characters and line ends written as escapes."""
    return _SPECIAL.sub(r"\\\1", text).replace("\n", r"\n")


def _head(item: QuizItem) -> str:
    return f"::{escaped(item.id)}::[plain]{escaped(item.stem)}{{"


def _answers(item: QuizItem) -> Iterable[str]:
    if item.type is ItemType.TRUE_FALSE:
        yield item.keys[0].upper()
    elif item.type in (ItemType.MATCHING, ItemType.ORDERING):
        yield from (f"={_inside(left)} -> {_inside(right)}" for left, right in item.pairs or places(item))
    elif item.type is ItemType.CLOZE:
        yield from (f"=%100%{_inside(key)}" for key in item.keys)
    elif item.type is not ItemType.CASE:
        yield from (f"{_mark(item, option)}{_answer(option)}" for option in options_of(item))
    yield f"####{_inside(_feedback(item))}"


def _feedback(item: QuizItem) -> str:
    rubric = item.keys if item.type is ItemType.CASE else ()
    return "\n".join(part for part in (*rubric, item.explanation, source_line(item)) if part)


def _mark(item: QuizItem, option: str) -> str:
    right = option in item.keys
    if item.type is ItemType.ONE_RIGHT:
        return "=" if right else "~"
    share = 100 / len(item.keys) if right else -100 / len(item.distractors)
    return f"~%{share:.5f}%"


def _answer(text: str) -> str:
    return _inside(f"{NO_WEIGHT}{text}" if _WEIGHT_LIKE.match(text) else text)


def _inside(text: str) -> str:
    return escaped(text.replace("->", ARROW))
