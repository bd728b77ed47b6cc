"""What States and organisations did: practice and State."""

import random
import re
from collections import Counter
from collections.abc import Iterator

from nrm.domain.knowledge import Practice
from nrm.quiz.balance import Balance
from nrm.quiz.facts import Facts
from nrm.quiz.items import ItemType, Level, QuizItem
from nrm.quiz.writing import DISTRACTORS, Scope, cite_practice, in_random_order, make_item, mutually

OBJECTIVE = "Know practices of other States"
MOST_SHARED = 0.3
_PLACE = re.compile(r"^In [^,]+?(?: and [A-Z][^,]+)?, (?=\w)")
_PEOPLES = {
    "GB": "uk|brit|engl|scot|wales|welsh|london|northern ireland|modern slavery act|home office",
    "US": "u\\.s|americ|washington",
    "NL": "dutch|holland",
    "DE": "german",
    "FR": "french|paris",
    "PL": "polish",
    "BA": "bosni",
    "MD": "moldov",
    "DK": "danish|danes",
    "ES": "spanish|madrid|spain",
    "IE": "irish|dublin",
    "SE": "swed",
    "CH": "swiss",
    "TR": "turk",
    "GR": "greek|greece",
    "CY": "cypr",
    "FI": "finn",
    "IS": "iceland",
    "NO": "norw",
    "MK": "macedon",
}


def which_state(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """A practice: in which State was it recorded?"""
    found = in_random_order(placed(facts, scope), seed, "which_state")
    weights = Counter(state_name(facts, practice) for practice in found)
    balance = Balance(weights, random.Random(f"{seed}/which_state"))
    for practice in balance.in_turn(found, lambda each: state_name(facts, each)):
        key = state_name(facts, practice)
        wrong = balance.wrong_beside(key, sorted(states_without(facts, practice)), DISTRACTORS)
        if len(wrong) == DISTRACTORS:
            yield make_item(
                "which_state", ItemType.ONE_RIGHT, Level.REMEMBER,
                f"In which State was this practice recorded, as of {practice.as_of}? “{told(practice)}”",
                cite_practice(practice, practice.plain), keys=(key,), distractors=wrong,
                explanation=explain_practice(practice), objective=OBJECTIVE, as_of=practice.as_of,
                rests_on=(practice.id,), **_of_practice(scope, practice),
            )  # fmt: skip


def match_practices(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """Four practices and four States."""
    practices = in_random_order(placed(facts, scope), seed, "match_practices")
    while len(practices) >= DISTRACTORS:
        group = mutually(practices, lambda one, two: _apart(facts, one, two), 4)
        practices = [practice for practice in practices[1:] if practice not in group]
        if len(group) == DISTRACTORS + 1:
            as_of = min(practice.as_of for practice in group)
            yield make_item(
                "match_practices", ItemType.MATCHING, Level.REMEMBER,
                f"Match each practice with the State in which it was recorded (as of {as_of} or later).",
                cite_practice(group[0], group[0].plain),
                pairs=tuple((told(practice), state_name(facts, practice)) for practice in group),
                explanation=" ".join(explain_practice(practice) for practice in group), objective=OBJECTIVE,
                as_of=as_of, rests_on=tuple(practice.id for practice in group),
                **_of_practice(scope, group[0]),
            )  # fmt: skip


def placed(facts: Facts, scope: Scope) -> list[Practice]:
    """Practices of exactly one State, with a date, whose plain sentence does not tell the State."""
    return [practice for practice in scope.practices if is_placed(facts, practice)]


def is_placed(facts: Facts, practice: Practice) -> bool:
    """Whether the practice can be asked about without telling the State."""
    return (
        len(practice.states) == 1
        and practice.states[0] in facts.states
        and practice.country.startswith(facts.states[practice.states[0]].name)
        and "/" not in practice.country
        and practice.as_of.isdigit()
        and bool(_PLACE.match(practice.plain))
        and not _tells_state(facts, practice)
    )


def told(practice: Practice) -> str:
    """The plain sentence without the State that it begins with."""
    text = _PLACE.sub("", practice.plain)
    return text[:1].upper() + text[1:]


def state_name(facts: Facts, practice: Practice) -> str:
    """The State's name in the list of participating States."""
    return facts.states[practice.states[0]].name


def states_without(facts: Facts, practice: Practice) -> set[str]:
    """States with recorded practices, none of which is like this one."""
    named: dict[str, bool] = {}
    for other in facts.practices.values():
        for code in other.states:
            if code in facts.states:
                named[code] = named.get(code, True) and not _are_like(facts, practice, other)
    return {facts.states[code].name for code, apart in named.items() if apart and code not in practice.states}


def explain_practice(practice: Practice) -> str:
    """Who did what, when, with the limits that the source names."""
    limits = f" Limits: {practice.limits}" if practice.limits else ""
    actor = f"{practice.country}, {practice.institution} ({practice.period})"
    return f"{actor}: {practice.title}. {practice.summary}{limits}"


def _are_like(facts: Facts, one: Practice, other: Practice) -> bool:
    return bool(set(one.themes) & set(other.themes)) or facts.overlap(one.plain, other.plain) > MOST_SHARED


def _apart(facts: Facts, one: Practice, two: Practice) -> bool:
    return state_name(facts, two) in states_without(facts, one)


def _tells_state(facts: Facts, practice: Practice) -> bool:
    code, name = practice.states[0], facts.states[practice.states[0]].name
    pattern = rf"\b(?:{_PEOPLES.get(code, re.escape(name[:5].casefold()))}|{re.escape(name.casefold())})"
    return bool(re.search(pattern, told(practice).casefold()))


def _of_practice(scope: Scope, practice: Practice) -> dict[str, object]:
    return {
        "topic": scope.topic_of(practice.themes),
        "pillar": practice.pillars[0] if practice.pillars else None,
    }
