"""Where a question goes before anything is searched: decided by reviewed rules, never by a model."""

from dataclasses import dataclass

from nrm.answering.screening.compiled import table_of
from nrm.answering.screening.matching import Reading
from nrm.corpus.safety import SafetyRules
from nrm.domain.vocabulary import Outcome

LONGEST_QUESTION = 4000
# A person at risk comes first: whoever else wrote, the emergency number does no harm.
_ORDER = (Outcome.PERSON_AT_RISK, Outcome.HARMFUL, Outcome.OUT_OF_SCOPE)


@dataclass(frozen=True, slots=True)
class Screening:
    """The route of a question; ``None`` means that it may be searched.

    ``reason`` is the id of the rule that decided, empty when none did. ``case_advice`` says that a
    professional describes a concrete case, so the answer carries that notice.
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
    for route in _ORDER:
        for rule in table.rules[route.value]:
            if reading.obeys(rule):
                return Screening(route, rule.id)
    return Screening(None, "", any(reading.obeys(rule) for rule in table.rules["case"]))
