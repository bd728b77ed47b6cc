"""One verdict for each rule: what the corpus says of one answer, read from the item's own words."""

from collections.abc import Callable

from nrm.quiz import drafted
from nrm.quiz import verdicts_on_duties as on_duties
from nrm.quiz import verdicts_on_facts as on_facts
from nrm.quiz.facts import Facts
from nrm.quiz.items import QuizItem

Verdict = Callable[[Facts, QuizItem, str, str], bool | None]

VERDICTS: dict[str, Verdict] = {
    "which_instrument": on_duties.instrument,
    "instrument_true_false": on_duties.instrument_named,
    "match_duties": on_duties.instrument,
    "which_rules": on_duties.rule_of,
    "which_firm": on_duties.firm_point,
    "who_acts": on_duties.who_acts,
    "which_article": on_duties.article,
    "how_strong": on_duties.strength,
    "strength_true_false": on_duties.is_firm,
    "odd_one_out": on_duties.odd_one,
    "which_rule_answers": on_duties.answers,
    "short_case": on_duties.rubric,
    "which_year": on_facts.year,
    "which_body": on_facts.body,
    "binding_or_not": on_facts.binding,
    "which_party": on_facts.party,
    "which_parties": on_facts.party,
    "party_true_false": on_facts.party,
    "which_term": on_facts.meaning,
    "which_meaning": on_facts.meaning,
    "match_terms": on_facts.meaning,
    "meaning_true_false": on_facts.meaning_named,
    "better_avoided": on_facts.avoided,
    "which_state": on_facts.practice,
    "match_practices": on_facts.practice,
    drafted.RULE: drafted.verdict,
    "number_gap": on_facts.gap,
    "verb_gap": on_facts.gap,
}
