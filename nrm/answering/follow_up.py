"""Questions that only make sense after an earlier one, completed by rules: "and for children?", "in Serbia?"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nrm.answering.follow_up_words import (
    ABOUT_PEOPLE,
    ANAPHORA,
    NEW_TOPIC,
    OPENINGS,
    PEOPLE,
    PREPOSITIONS,
    QUESTION_WORDS,
    THEY,
)
from nrm.answering.places import states_in, without_states
from nrm.domain.knowledge import State
from nrm.retrieval.language import language_of
from nrm.retrieval.words import is_common, terms, words

_MOST_WORDS_OF_FRAGMENT = 7
_MOST_TERMS_OF_BARE_QUESTION = 2  # "Who decides?" cannot stand alone
_MOST_TERMS_OF_POINTING_QUESTION = 3  # a longer one names what it speaks of
_MOST_WORDS_OF_QUESTION = 14  # a longer one tells a story
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_END = " \t\n.?!¿¡…"


@dataclass(frozen=True, slots=True)
class EarlierTurn:
    """What a follow-up may lean on: an earlier question as it was understood, and what its answer was about.

    ``about`` is the heading of the law that was cited first, such as "Recovery and reflection period"; a question
    that tells a story gives way to it, because a story cannot be searched with two words changed.
    """

    question: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Completed:
    """A question that stands alone.

    ``states`` are the codes of States it names as places (for the State filter; empty keeps the filter);
    ``changed`` says that words of an earlier turn were added, ``new_topic`` that a person asked to start anew.
    """

    question: str
    states: tuple[str, ...] = ()
    changed: bool = False
    new_topic: bool = False


def complete(question: str, turns: Sequence[EarlierTurn], states: Iterable[State]) -> Completed:
    """Complete a question from the last turn; a question that stands alone comes back as it is.

    :param turns: oldest first; only questions that were answered or searched.

    >>> complete("and for children?", [EarlierTurn("How long is the reflection period?")], ()).question
    'How long is the reflection period for children?'
    """
    fresh = NEW_TOPIC.sub("", question, count=1)
    if fresh != question:
        return Completed(fresh.strip() or question, states_in(fresh, states), new_topic=True)
    named = states_in(question, states)
    earlier = _leaned_on(turns[-1]) if turns else ""
    rest, opened = _without_opening(question)
    if not earlier or not _leans(rest, opened):
        return Completed(question.strip(), named)
    if named and not terms(without_states(rest, states), language_of(rest)):
        return Completed(earlier, named, changed=True)
    return Completed(_joined(earlier, rest, question), named, changed=True)


def _leaned_on(turn: EarlierTurn) -> str:
    """The earlier question; of a story in English, what its answer was about."""
    question = turn.question.strip()
    told = len(words(question)) > _MOST_WORDS_OF_QUESTION or len(_SENTENCE_END.findall(question)) > 1
    return f"{turn.about}?" if told and turn.about and language_of(question) == "en" else question


def _without_opening(question: str) -> tuple[str, bool]:
    """The question without "and", "what about" and the like, and whether there was one."""
    text = question.strip(_END)
    rest = OPENINGS.sub("", text, count=1).strip(_END + ",")
    return (rest, True) if rest and rest != text else (text, False)


def _leans(rest: str, opened: bool) -> bool:
    """Whether a question, its opening taken away, needs an earlier one."""
    found, about = words(rest), len(terms(rest, language_of(rest)))
    short = 0 < len(found) <= _MOST_WORDS_OF_FRAGMENT
    if _points_back(rest, about):
        return True
    if QUESTION_WORDS.match(rest):
        return _is_bare(rest) or (opened and short and about <= _MOST_TERMS_OF_BARE_QUESTION)
    return short and (opened or bool(PREPOSITIONS.match(rest)))


def _points_back(rest: str, about: int) -> bool:
    """Whether a word of the question stands for something that the question itself does not name."""
    if about > _MOST_TERMS_OF_POINTING_QUESTION:
        return False
    they = THEY.search(rest)
    return bool(ANAPHORA.search(rest)) or bool(they and not terms(rest[: they.start()], language_of(rest)))


def _is_bare(rest: str) -> bool:
    """A question of question words and one verb at most: "why?", "who decides?", "how long?"."""
    language = language_of(rest)
    return len([word for word in words(rest) if not is_common(word, language)]) <= 1


def _joined(earlier: str, rest: str, question: str) -> str:
    stem = earlier.rstrip(_END)
    mark = "?" if earlier.rstrip().endswith("?") or question.rstrip().endswith("?") else ""
    people = _people(rest, language_of(earlier))
    if people:
        return f"{_without_people(stem)} {people}{mark}"
    if QUESTION_WORDS.match(rest):
        first, asked, _ = earlier.partition("?")  # what earlier follow-ups added is left behind
        return f"{first}{asked or mark} {rest[:1].upper()}{rest[1:]}?"
    if PREPOSITIONS.match(rest):
        return f"{stem} {rest}{mark}"
    return f"{stem}: {rest}{mark}"


def _people(rest: str, language: str) -> str:
    """The group of people that a fragment names and nothing else, in the language of the earlier question."""
    match = ABOUT_PEOPLE.match(rest)
    name = next((name for name, forms in PEOPLE.items() if match and match.group("who").casefold() in forms.names), "")
    return PEOPLE[name].phrases.get(language, PEOPLE[name].phrases["en"]) if name else ""


def _without_people(stem: str) -> str:
    """The earlier question without the group it ends with, so that "for adults" gives way to "for children"."""
    for forms in PEOPLE.values():
        for phrase in forms.phrases.values():
            if stem.casefold().endswith(f" {phrase}".casefold()):
                return stem[: -len(phrase)].rstrip()
    return stem
