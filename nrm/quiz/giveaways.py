"""What can give the right answer away: length, absolute words, grammar, an echo of the question."""

import re

from nrm.quiz.items import ItemType, QuizItem, answers_of
from nrm.quiz.likeness import overlap

LONGEST_KEY_RATIO = 1.8
SHORTEST_KEY_RATIO = 0.4
LENGTH_MATTERS_FROM = 25
_ABSOLUTE = re.compile(r"\b(always|never|all|every|none|nobody|no one|anybody|only)\b", re.IGNORECASE)
# Their options are taken from a short fixed list; the guessers watch over the set instead.
_FIXED_PHRASES = ("how_strong", "which_instrument", "which_body")


def giveaway(item: QuizItem) -> str:
    """What tells the key of a question with choices, or "" when nothing does."""
    if item.type not in (ItemType.ONE_RIGHT, ItemType.SEVERAL_RIGHT):
        return ""
    return _length_tell(item) or _absolute_tell(item) or _grammar_tell(item) or _echo_tell(item)


def _length_tell(item: QuizItem) -> str:
    if item.rule in _FIXED_PHRASES:
        return ""
    usual = sum(map(len, item.distractors)) / len(item.distractors)
    longest = max(map(len, item.keys))
    if max(longest, usual) < LENGTH_MATTERS_FROM:
        return ""
    ratios = [len(key) / usual for key in item.keys]
    if min(ratios) > LONGEST_KEY_RATIO or max(ratios) < SHORTEST_KEY_RATIO:
        return "The right answer stands out by its length."
    return ""


def _absolute_tell(item: QuizItem) -> str:
    keys = [bool(_ABSOLUTE.search(key)) for key in item.keys]
    others = [bool(_ABSOLUTE.search(distractor)) for distractor in item.distractors]
    if all(others) and not any(keys):
        return "Only the wrong answers use words such as “always” or “never”."
    return ""


def _grammar_tell(item: QuizItem) -> str:
    ends = item.stem.rstrip("_ [].…:").rsplit(" ", 1)[-1].casefold()
    if ends not in ("a", "an"):
        return ""
    fitting = [answer for answer in answers_of(item) if (answer[:1].casefold() in "aeiou") == (ends == "an")]
    return "The article before the gap fits only some answers." if len(fitting) < len(answers_of(item)) else ""


def _echo_tell(item: QuizItem) -> str:
    if item.rule == "which_year" or item.type is not ItemType.ONE_RIGHT:
        return ""
    key = overlap(item.stem, item.keys[0])
    others = max(overlap(item.stem, distractor) for distractor in item.distractors)
    return "The right answer alone repeats the words of the question." if key >= 0.6 and others == 0 else ""
