"""Who is bound: every question carries the vintage of the data it rests on."""

import random
from collections.abc import Iterator
from typing import Any

from nrm.domain.knowledge import SourceRecord
from nrm.domain.vocabulary import Binding
from nrm.quiz.facts import Facts
from nrm.quiz.items import TRUE_FALSE, ItemType, Level, QuizItem
from nrm.quiz.naming import instrument_name, names_in_words, with_article
from nrm.quiz.wording import sentence
from nrm.quiz.writing import DISTRACTORS, Scope, cite_source, in_random_order, make_item, shown_date

OBJECTIVE = "Check whether a State is bound before relying on an instrument"
OUTSIDE = (Binding.NOT_PARTY, Binding.SIGNED, Binding.WITHDREW)
ROUNDS = 4
OLDEST_DATA = "2020"
Divided = tuple[SourceRecord, str, list[str], list[str]]


def which_party(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """One party among States that are not, or one State that is not among parties."""
    for turn, chance, (source, as_of, inside, outside) in _rounds(facts, scope, seed, "which_party"):
        one, others, word = (inside, outside, "is") if turn % 2 == 0 else (outside, inside, "is not")
        if not one or len(others) < DISTRACTORS:
            continue
        key = chance.choice(one)
        yield make_item(
            "which_party", ItemType.ONE_RIGHT, Level.REMEMBER,
            f"According to data of {as_of}, which of these States {word} a party to {_named(source)}?",
            cite_source(source, facts.party_line(key, source.slug)), keys=(key,),
            distractors=tuple(chance.sample(others, DISTRACTORS)),
            explanation=_explain(source, as_of, [key], word), **_dated(source, as_of),
        )  # fmt: skip


def which_parties(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """Several States: which are parties?"""
    for _, chance, (source, as_of, inside, outside) in _rounds(facts, scope, seed, "which_parties"):
        if len(inside) < 2 or len(outside) < 2:
            continue
        number = chance.choice((2, 3)) if len(inside) > 2 else 2
        keys = tuple(chance.sample(inside, number))
        yield make_item(
            "which_parties", ItemType.SEVERAL_RIGHT, Level.REMEMBER,
            f"According to data of {as_of}, which of these States are parties to {_named(source)}? "
            "Choose all that apply.",
            cite_source(source, facts.party_line(keys[0], source.slug)), keys=keys,
            distractors=tuple(chance.sample(outside, min(len(outside), 5 - number))),
            explanation=_explain(source, as_of, keys, "are"), **_dated(source, as_of),
        )  # fmt: skip


def party_true_false(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """A State beside an instrument: is it a party?"""
    for turn, chance, (source, as_of, inside, outside) in _rounds(facts, scope, seed, "party_true_false"):
        state = chance.choice(inside if turn % 2 == 0 else outside)
        keys, distractors = TRUE_FALSE[:: 1 if turn % 2 == 0 else -1]
        yield make_item(
            "party_true_false", ItemType.TRUE_FALSE, Level.REMEMBER,
            f"True or false: according to data of {as_of}, {in_sentence(state)} is a party to "
            f"{_named(source)}.",
            cite_source(source, facts.party_line(state, source.slug)),
            keys=(keys,), distractors=(distractors,),
            explanation=_explain(source, as_of, [state], "is" if turn % 2 == 0 else "is not"),
            **_dated(source, as_of),
        )  # fmt: skip


def divided_on(facts: Facts, slug: str, as_of: str) -> tuple[list[str], list[str]]:
    """States that are, and that are not, parties to an instrument in the data of one date."""
    inside: list[str] = []
    outside: list[str] = []
    for code, state in facts.states.items():
        found = facts.binding(code, slug)
        if found and shown_date(found[1]) == as_of:
            (inside if found[0] is Binding.PARTY else outside if found[0] in OUTSIDE else []).append(state.name)
    return inside, outside


def in_sentence(state: str) -> str:
    """A State's name as it stands in a sentence."""
    return f"the {state}" if state.startswith(("Netherlands", "United ", "Russian ", "Holy ", "Czech R")) else state


def _rounds(facts: Facts, scope: Scope, seed: int, rule: str) -> Iterator[tuple[int, random.Random, Divided]]:
    """Every instrument once a round, so that a short quiz does not dwell on one."""
    divided = _divided(facts, scope, seed)
    for turn in range(ROUNDS):
        for place, each in enumerate(divided):
            yield turn + place, random.Random(f"{seed}/{rule}/{turn}/{each[0].slug}"), each


def _divided(facts: Facts, scope: Scope, seed: int) -> list[Divided]:
    found = []
    for source in in_random_order(scope.sources, seed, "states"):
        for as_of in _dates_of(facts, source.slug):
            inside, outside = divided_on(facts, source.slug, as_of)
            if inside and outside:
                found.append((source, as_of, inside, outside))
    return found


def _dates_of(facts: Facts, slug: str) -> list[str]:
    found = (facts.binding(code, slug) for code in facts.states)
    dates = {shown_date(each[1]) for each in found if each}
    return sorted(date for date in dates if date >= OLDEST_DATA)


def _named(source: SourceRecord) -> str:
    return with_article(instrument_name(source))


def _dated(source: SourceRecord, as_of: str) -> dict[str, Any]:
    return {"objective": OBJECTIVE, "as_of": as_of, "rests_on": (source.slug,)}


def _explain(source: SourceRecord, as_of: str, states: list[str] | tuple[str, ...], word: str) -> str:
    kind = "parties" if word == "are" else "a party"
    named = names_in_words([in_sentence(state) for state in states])
    return sentence(f"{named} {word} {kind} to {_named(source)}, according to data of {as_of}")
