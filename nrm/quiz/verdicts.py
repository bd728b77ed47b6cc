"""One verdict for each rule: what the corpus says of one answer, read from the item's own words.

Each takes the facts, the item, the subject (the stem, or the left side of a pair) and the answer,
and says True, False, or None when the corpus shows neither.
"""

from collections.abc import Callable

from nrm.domain.knowledge import Commitment, GlossaryTerm
from nrm.domain.vocabulary import Authority, Strength
from nrm.quiz.facts import Facts
from nrm.quiz.items import GAP, QuizItem
from nrm.quiz.naming import instrument_name, with_article
from nrm.quiz.rules import gaps, instruments, practices, questions, sources, states, strength, words
from nrm.quiz.wording import STRENGTH_PHRASES, is_firm_duty, is_soft_duty, question

Verdict = Callable[[Facts, QuizItem, str, str], bool | None]


def _commitment(facts: Facts, item: QuizItem) -> Commitment | None:
    return facts.commitments.get(item.citation.record)


def _instrument(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    named = [facts.commitments[name] for name in item.rests_on if name in facts.commitments]
    record = next((each for each in named if each.plain in subject), None)
    slug = facts.slug_of_name.get(answer)
    if record is None or slug is None:
        return None
    return True if slug == record.source else (False if facts.cannot_contain(slug, record) else None)


def _instrument_named(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    found = [name for name in facts.slug_of_name if f"{with_article(name)} contains this rule" in subject]
    return _instrument(facts, item, subject, found[0]) if len(found) == 1 else None


def _article(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    record = _commitment(facts, item)
    if record is None or record.plain not in subject:
        return None
    if answer == f"Article {record.article}":
        return True
    return False if answer in instruments.other_articles(facts, record) else None


def _strength(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    record = _commitment(facts, item)
    if record is None or f"“{record.title}”" not in subject or not strength.is_graded(facts, record):
        return None
    return answer == STRENGTH_PHRASES[record.strength] if answer in STRENGTH_PHRASES.values() else None


def _is_firm(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    record = _commitment(facts, item)
    if record is None or f"“{record.title}”" not in subject or not strength.is_graded(facts, record):
        return None
    return is_firm_duty(record)


def _odd_one(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    record = _commitment(facts, item)
    if record is None:
        return None
    named = [other for other in facts.by_source[record.source] if other.title == answer]
    if len(named) != 1 or not strength.is_graded(facts, named[0]):
        return None
    if named[0] == record:
        return is_soft_duty(record) and record.strength is not Strength.MUST
    return False if is_firm_duty(named[0]) else None


def _answers(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    record = _commitment(facts, item)
    if record is None or question(record.asked_as[questions.FORMAL]) not in subject:
        return None
    if answer == record.plain:
        return True
    return False if answer in questions.unrelated_rules(facts, record) else None


def _rubric(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    record = _commitment(facts, item)
    return True if record and answer in questions.rubric(facts, record) else None


def _year(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    source = facts.sources.get(item.citation.record)
    return answer == str(source.year) if source and source.short_title in subject and answer.isdigit() else None


def _body(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    source = facts.sources.get(item.citation.record)
    if source is None or instrument_name(source) not in subject or answer not in sources.FAMILIES.values():
        return None
    return answer == sources.FAMILIES.get(source.body)


def _binding(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    source = facts.sources.get(item.citation.record)
    if source is None or instrument_name(source) not in subject or not sources.has_clear_authority(source):
        return None
    return source.authority in (Authority.TREATY, Authority.EU_LAW)


def _party(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    source = facts.sources.get(item.citation.record)
    if source is None or instrument_name(source) not in subject or item.as_of not in subject:
        return None
    inside, outside = states.divided_on(facts, source.slug, item.as_of)
    named = [name for name in (*inside, *outside) if f", {states.in_sentence(name)} is a party" in subject] or [answer]
    if named[0] not in (*inside, *outside):
        return None
    return (named[0] in inside) != ("is not a party" in subject)


def _meaning(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether a term and a definition, one in the subject and one as the answer, belong together."""
    for term in (facts.terms[name] for name in item.rests_on if name in facts.terms):
        for told, asked in ((term.preferred, term.definition), (term.definition, term.preferred)):
            if f"“{told}”" in subject or told == subject:
                others = [other for other in words.strangers(facts, term) if answer in _sides(other)]
                return True if answer == asked else (False if others else None)
    return None


def _meaning_named(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    term = facts.terms.get(item.citation.record)
    if term is None or f"“{term.preferred}”" not in subject:
        return None
    if f"“{term.definition}”" in subject:
        return True
    return False if any(f"“{other.definition}”" in subject for other in words.strangers(facts, term)) else None


def _sides(term: GlossaryTerm) -> tuple[str, str]:
    return term.preferred, term.definition


def _avoided(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    term = facts.terms.get(item.citation.record)
    if term is None or term.preferred not in subject:
        return None
    if answer in {expression for expression, _ in term.avoid}:
        return True
    return False if answer in words.fitting_words(facts, term) else None


def _practice(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    named = [facts.practices[name] for name in item.rests_on if name in facts.practices]
    practice = next((each for each in named if practices.told(each) in subject), None)
    if practice is None or not practices.is_placed(facts, practice):
        return None
    if answer == practices.state_name(facts, practice):
        return True
    return False if answer in practices.states_without(facts, practice) else None


def _gap(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    first = item.keys[0]
    forms = gaps.number_forms(first) if first[0].isdigit() or gaps.is_number(first) else gaps.verb_forms(first)
    full = {subject.replace(GAP, form) for form in item.keys}
    return True if answer in forms and _quoted(item, full) else None


def _quoted(item: QuizItem, texts: set[str]) -> bool:
    return any(f"“{item.citation.quote}”" in text for text in texts)


VERDICTS: dict[str, Verdict] = {
    "which_instrument": _instrument,
    "instrument_true_false": _instrument_named,
    "match_duties": _instrument,
    "which_article": _article,
    "how_strong": _strength,
    "strength_true_false": _is_firm,
    "odd_one_out": _odd_one,
    "which_rule_answers": _answers,
    "short_case": _rubric,
    "which_year": _year,
    "which_body": _body,
    "binding_or_not": _binding,
    "which_party": _party,
    "which_parties": _party,
    "party_true_false": _party,
    "which_term": _meaning,
    "which_meaning": _meaning,
    "match_terms": _meaning,
    "meaning_true_false": _meaning_named,
    "better_avoided": _avoided,
    "which_state": _practice,
    "match_practices": _practice,
    "number_gap": _gap,
    "verb_gap": _gap,
}
