"""Every rule that builds items, with its type, its level and its share of a mixed quiz."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nrm.quiz.facts import Facts
from nrm.quiz.items import ItemType, Level, QuizItem
from nrm.quiz.rules import gaps, instruments, practices, questions, roles, several, sources, states, strength, words
from nrm.quiz.writing import Scope

Builder = Callable[[Facts, Scope, int], Iterator[QuizItem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to build items, and the share of a mixed quiz that it may fill."""

    name: str
    type: ItemType
    level: Level
    build: Builder
    weight: int = 1
    about_topics: bool = True


RULES: tuple[Rule, ...] = (
    Rule("which_rule_answers", ItemType.ONE_RIGHT, Level.APPLY, questions.which_rule_answers, 5),
    Rule("which_instrument", ItemType.ONE_RIGHT, Level.UNDERSTAND, instruments.which_instrument, 3),
    Rule("how_strong", ItemType.ONE_RIGHT, Level.UNDERSTAND, strength.how_strong, 2),
    Rule("odd_one_out", ItemType.ONE_RIGHT, Level.UNDERSTAND, strength.odd_one_out, 2),
    Rule("strength_true_false", ItemType.TRUE_FALSE, Level.UNDERSTAND, strength.strength_true_false),
    Rule("order_by_strength", ItemType.ORDERING, Level.UNDERSTAND, strength.order_by_strength),
    Rule("instrument_true_false", ItemType.TRUE_FALSE, Level.UNDERSTAND, instruments.instrument_true_false, 2),
    Rule("which_rules", ItemType.SEVERAL_RIGHT, Level.UNDERSTAND, several.which_rules),
    Rule("which_firm", ItemType.SEVERAL_RIGHT, Level.UNDERSTAND, several.which_firm),
    Rule("who_acts", ItemType.ONE_RIGHT, Level.UNDERSTAND, roles.who_acts),
    Rule("which_article", ItemType.ONE_RIGHT, Level.REMEMBER, instruments.which_article),
    Rule("match_duties", ItemType.MATCHING, Level.UNDERSTAND, instruments.match_duties),
    Rule("short_case", ItemType.CASE, Level.APPLY, questions.short_case, 2),
    Rule("which_term", ItemType.ONE_RIGHT, Level.UNDERSTAND, words.which_term, 2),
    Rule("which_meaning", ItemType.ONE_RIGHT, Level.UNDERSTAND, words.which_meaning, 2),
    Rule("meaning_true_false", ItemType.TRUE_FALSE, Level.UNDERSTAND, words.meaning_true_false),
    Rule("match_terms", ItemType.MATCHING, Level.UNDERSTAND, words.match_terms),
    Rule("better_avoided", ItemType.ONE_RIGHT, Level.APPLY, words.better_avoided, 2),
    Rule("which_state", ItemType.ONE_RIGHT, Level.REMEMBER, practices.which_state, 2),
    Rule("match_practices", ItemType.MATCHING, Level.REMEMBER, practices.match_practices),
    Rule("number_gap", ItemType.CLOZE, Level.REMEMBER, gaps.number_gap),
    Rule("verb_gap", ItemType.CLOZE, Level.UNDERSTAND, gaps.verb_gap),
    Rule("which_party", ItemType.ONE_RIGHT, Level.REMEMBER, states.which_party, 1, False),
    Rule("which_parties", ItemType.SEVERAL_RIGHT, Level.REMEMBER, states.which_parties, 1, False),
    Rule("party_true_false", ItemType.TRUE_FALSE, Level.REMEMBER, states.party_true_false, 1, False),
    Rule("which_year", ItemType.ONE_RIGHT, Level.REMEMBER, sources.which_year, 1, False),
    Rule("which_body", ItemType.ONE_RIGHT, Level.REMEMBER, sources.which_body, 1, False),
    Rule("binding_or_not", ItemType.TRUE_FALSE, Level.UNDERSTAND, sources.binding_or_not, 1, False),
    Rule("order_by_year", ItemType.ORDERING, Level.REMEMBER, sources.order_by_year, 1, False),
)
