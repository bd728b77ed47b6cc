"""Terms: what they mean, which term is meant, and which expression is better avoided."""

import random
import re
from collections.abc import Iterator

from nrm.domain.knowledge import GlossaryTerm
from nrm.quiz.facts import Facts
from nrm.quiz.items import TRUE_FALSE, ItemType, Level, QuizItem
from nrm.quiz.wording import FORMAL_TOPICS
from nrm.quiz.writing import (
    DISTRACTORS,
    Scope,
    cite_term,
    fits_length,
    in_random_order,
    make_item,
    mutually,
    spread_by_length,
)

KINDS = frozenset({"term", "topic", "procedure", "person_word"})
LONGEST_EXPRESSION = 30
ALIKE_DEFINITIONS = 0.08
_STEM_LETTERS = 4
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_MATCH = {"term": "Match each term with its meaning.", "topic": "Match each topic with what it covers."}
_MERE_FORM = FORMAL_TOPICS | {"scope", "purpose"}
OBJECTIVE = "Use terms in their defined sense"


def which_term(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """A definition: which term does it describe?"""
    chance = random.Random(f"{seed}/which_term")
    for term in in_random_order(defined(facts, scope), seed, "which_term"):
        pool = [other.preferred for other in strangers(facts, term) if not repeats(other.preferred, term.definition)]
        wrong = spread_by_length(term.preferred, pool, chance)
        if len(wrong) == DISTRACTORS:
            yield make_item(
                "which_term", ItemType.ONE_RIGHT, Level.UNDERSTAND,
                f"Which {_noun(term)} is meant? “{term.definition}”",
                cite_term(facts, term, term.definition), keys=(term.preferred,), distractors=tuple(wrong),
                explanation=explain_term(term), objective=OBJECTIVE, topic=_topic(scope, term),
                rests_on=(term.id,),
            )  # fmt: skip


def which_meaning(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """A term: which definition is its own?"""
    chance = random.Random(f"{seed}/which_meaning")
    for term in in_random_order(defined(facts, scope), seed, "which_meaning"):
        pool = [other.definition for other in strangers(facts, term) if fits_length(term.definition, other.definition)]
        wrong = spread_by_length(term.definition, pool, chance)
        if len(wrong) == DISTRACTORS:
            yield make_item(
                "which_meaning", ItemType.ONE_RIGHT, Level.UNDERSTAND, f"What does {_asked(term)} in work against trafficking?",
                cite_term(facts, term, term.definition), keys=(term.definition,), distractors=tuple(wrong),
                explanation=explain_term(term), objective=OBJECTIVE, topic=_topic(scope, term),
                rests_on=(term.id,),
            )  # fmt: skip


def meaning_true_false(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """A term beside a definition: is it its own?"""
    chance = random.Random(f"{seed}/meaning_true_false")
    for term in in_random_order(defined(facts, scope), seed, "meaning_true_false"):
        others, holds = strangers(facts, term), chance.random() < 0.5
        if not holds and not others:
            continue
        shown = term.definition if holds else chance.choice(others).definition
        keys, distractors = TRUE_FALSE[:: 1 if holds else -1]
        yield make_item(
            "meaning_true_false", ItemType.TRUE_FALSE, Level.UNDERSTAND,
            f"True or false: this is what {_told(term)} in work against trafficking. “{shown}”",
            cite_term(facts, term, term.definition), keys=(keys,), distractors=(distractors,),
            explanation=explain_term(term), objective=OBJECTIVE, topic=_topic(scope, term),
            rests_on=(term.id,),
        )  # fmt: skip


def match_terms(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """Four terms and four definitions."""
    terms = in_random_order(defined(facts, scope), seed, "match_terms")
    while len(terms) >= DISTRACTORS:
        group = mutually(terms, lambda one, two: one.kind == two.kind and are_strangers(facts, one, two), 4)
        terms = [term for term in terms[1:] if term not in group]
        if len(group) == DISTRACTORS + 1:
            yield make_item(
                "match_terms", ItemType.MATCHING, Level.UNDERSTAND, _MATCH[_noun(group[0])],
                cite_term(facts, group[0], group[0].definition),
                pairs=tuple((term.preferred, term.definition) for term in group),
                explanation=" ".join(explain_term(term) for term in group), objective=OBJECTIVE,
                topic=_topic(scope, group[0]), rests_on=tuple(term.id for term in group),
            )  # fmt: skip


def better_avoided(facts: Facts, scope: Scope, seed: int) -> Iterator[QuizItem]:
    """Four expressions on one subject: which is better avoided, and why?"""
    chance = random.Random(f"{seed}/better_avoided")
    for term in in_random_order(scope.terms, seed, "better_avoided"):
        fine = fitting_words(facts, term)
        expressions = [(words, why) for words, why in term.avoid if is_plain_advice(words, why)]
        if not expressions or len(fine) < DISTRACTORS:
            continue
        expression, why = chance.choice(expressions)
        yield make_item(
            "better_avoided", ItemType.ONE_RIGHT, Level.APPLY,
            f"You are writing a report that deals with “{term.preferred}”. "
            "Which of these expressions is better avoided?",
            cite_term(facts, term, expression), keys=(expression,),
            distractors=tuple(spread_by_length(expression, fine, chance)),
            explanation=f"“{expression}” is better avoided: {why}.",
            objective="Choose words that respect the people concerned", topic=_topic(scope, term),
            rests_on=(term.id,),
        )  # fmt: skip


def is_plain_advice(expression: str, why: str) -> bool:
    """Whether an expression is short, without remarks, and advised against in every text."""
    # A bare adjective beside names of things would stand out.
    return (
        expression != "illegal"
        and len(expression) <= LONGEST_EXPRESSION
        and "(" not in expression
        and bool(why)
        and "only" not in why
    )


def defined(facts: Facts, scope: Scope) -> list[GlossaryTerm]:
    """Terms whose definition follows an instrument and does not repeat the term."""
    return [term for term in scope.terms if is_defined(facts, term)]


def is_defined(facts: Facts, term: GlossaryTerm) -> bool:
    """Whether a question on the term's meaning has a source and does not answer itself."""
    named = term.definition_source.partition(" ")[0]
    return (
        term.kind in KINDS
        and _MERE_FORM.isdisjoint({term.id, *term.topics})
        and named in facts.sources
        and not repeats(term.preferred, term.definition)
    )


def _topic(scope: Scope, term: GlossaryTerm) -> str:
    """A requested topic, which may be the term's own, else its first."""
    return term.id if term.id in scope.topics else scope.topic_of(term.topics)


def _noun(term: GlossaryTerm) -> str:
    """A topic's definition says what it covers, not what its word means."""
    return "topic" if term.kind == "topic" else "term"


def _asked(term: GlossaryTerm) -> str:
    return f"the topic “{term.preferred}” cover" if _noun(term) == "topic" else f"“{term.preferred}” mean"


def _told(term: GlossaryTerm) -> str:
    return f"the topic “{term.preferred}” covers" if _noun(term) == "topic" else f"“{term.preferred}” means"


def repeats(preferred: str, definition: str) -> bool:
    """Whether the definition takes up a word of the term, also in another form ("marriage", "marry")."""
    told = {word[:_STEM_LETTERS] for word in _LONG_WORD.findall(definition.casefold())}
    return any(word[:_STEM_LETTERS] in told for word in _LONG_WORD.findall(preferred.casefold()))


def strangers(facts: Facts, term: GlossaryTerm) -> list[GlossaryTerm]:
    """Terms of the same kind that mean something plainly different."""
    return [
        other
        for other in facts.terms.values()
        if other.kind == term.kind and is_defined(facts, other) and are_strangers(facts, term, other)
    ]


def are_strangers(facts: Facts, term: GlossaryTerm, other: GlossaryTerm) -> bool:
    """Whether neither term could pass for the other: unrelated, no shared topic, unlike definitions."""
    if term.id == other.id or other.id in term.related or term.id in other.related:
        return False
    if set(term.related) & set(other.related) or set(term.topics) & set(other.topics):
        return False
    return facts.definitions_near(term).get(other.id, 0.0) < ALIKE_DEFINITIONS


def fitting_words(facts: Facts, term: GlossaryTerm) -> list[str]:
    """The preferred term and the law's own words for it, none of which is on a list to avoid."""
    avoided = {expression.casefold() for each in facts.terms.values() for expression, why in each.avoid if why}
    words = (term.preferred, *(words for words, _ in term.legal_terms))
    apart = {word.casefold(): word for word in words if not any(bad in word.casefold() for bad in avoided)}
    return [word for word in apart.values() if len(word) <= 60]


def explain_term(term: GlossaryTerm) -> str:
    """The term with its definition and where that comes from."""
    return f"“{term.preferred}”: {term.definition}"
