"""Where a question goes before anything is searched: decided by reviewed rules and examples, never by a model."""

from dataclasses import dataclass

from nrm.answering.screening.compiled import Table, table_of
from nrm.answering.screening.matching import Reading
from nrm.answering.screening.nearness import Nearness, nearness
from nrm.answering.screening.pieces import pieces_of
from nrm.corpus.safety import SafetyRules
from nrm.domain.vocabulary import Outcome

LONGEST_QUESTION = 4000
EXAMPLES = "examples"
# A person at risk comes first: whoever else wrote, the emergency number does no harm.
_ORDER = (Outcome.PERSON_AT_RISK, Outcome.HARMFUL, Outcome.OUT_OF_SCOPE)
# Chosen on the tuning half of evaluation/questions/safety.yaml and five folds over the examples' themes
# (docs/decisions/0005-examples-decide-by-nearness.md); the scale is that of ``Nearness``.
# Nearer than this, the examples decide where no rule does: for a person at risk sooner than against anybody.
_NEAR_ENOUGH = {Outcome.PERSON_AT_RISK: -0.2, Outcome.HARMFUL: 0.1}
_NEAR_THOUGH_OFF_TOPIC = 1.0  # the same where a rule says that the question is off the topic
# Farther than this, the examples overrule a weighed rule; one that tells a person at risk is believed longer.
_OVERRULED = {Outcome.PERSON_AT_RISK: -0.7, Outcome.HARMFUL: -0.5}
_OVERRULED_WHATEVER_THE_RULE = -1.0  # the same for a narrow rule, but only one against somebody
# How much nearer the other route must be before a rule's route is changed for it: not at all towards help.
_LEAD = {Outcome.PERSON_AT_RISK: 0.0, Outcome.HARMFUL: 0.3}
_DOUBT = 0.3  # by which the harmful examples may be nearer, and help is shown all the same


@dataclass(frozen=True, slots=True)
class Screening:
    """The route of a question; ``None`` means that it may be searched.

    ``reason`` is the id of the rule that decided, ``EXAMPLES`` where the reviewed examples did, else empty.
    ``case_advice`` says that a professional describes a concrete case, so the answer carries that notice.
    """

    route: Outcome | None
    reason: str = ""
    case_advice: bool = False


def screen(question: str, rules: SafetyRules) -> Screening:
    """Decide the route of a question; the same question always takes the same one.

    :param question: as typed, in any language and spelling; above ``LONGEST_QUESTION`` characters it is
        not read at all.
    """
    if len(question) > LONGEST_QUESTION:
        return Screening(Outcome.TOO_LONG, "too-long")
    table = table_of(rules)
    reading = Reading(question, table)
    decided = _ruled(reading, table)
    if rules.learned:
        decided = _with_examples(decided, nearness(pieces_of(question, reading, table), rules.learned), table)
    if decided.route:
        return decided
    return Screening(None, "", any(reading.obeys(rule) for rule in table.rules["case"]))


def by_examples(near: Nearness) -> Screening:
    """What the examples say on their own; in doubt, a person at risk."""
    at_risk = near.person_at_risk - _NEAR_ENOUGH[Outcome.PERSON_AT_RISK]
    harmful = near.harmful - _NEAR_ENOUGH[Outcome.HARMFUL]
    if max(at_risk, harmful) <= 0:
        return Screening(None)
    help_is_shown = at_risk > 0 and at_risk >= harmful - _DOUBT
    return Screening(Outcome.PERSON_AT_RISK if help_is_shown else Outcome.HARMFUL, EXAMPLES)


def _ruled(reading: Reading, table: Table) -> Screening:
    for route in _ORDER:
        for rule in table.rules[route.value]:
            if reading.obeys(rule):
                return Screening(route, rule.id)
    return Screening(None)


def _with_examples(ruled: Screening, near: Nearness, table: Table) -> Screening:
    """What the rules say, unless the examples speak clearly for something else.

    One turn of phrase that is enough for a narrow rule that finds a person at risk cannot be overruled; what only adds up can.
    """
    if ruled.route is None:
        return by_examples(near)
    if ruled.route is Outcome.OUT_OF_SCOPE:
        return by_examples(near) if near.nearest > _NEAR_THOUGH_OFF_TOPIC else ruled
    against = ruled.route is Outcome.HARMFUL and near.nearest < _OVERRULED_WHATEVER_THE_RULE
    if against or (near.nearest < _OVERRULED[ruled.route] and ruled.reason in table.weighed):
        return Screening(None)
    nearer = by_examples(near)
    if nearer.route is None or nearer.route is ruled.route:
        return ruled
    lead = near.harmful - near.person_at_risk
    if nearer.route is Outcome.PERSON_AT_RISK:
        lead = -lead
    return nearer if lead > _LEAD[nearer.route] else ruled
