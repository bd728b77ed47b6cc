"""Verdicts on instruments as such, States, terms, practices and gaps; shaped as those on commitments."""

from nrm.domain.knowledge import GlossaryTerm
from nrm.domain.vocabulary import Authority
from nrm.quiz.facts import Facts
from nrm.quiz.items import GAP, QuizItem
from nrm.quiz.naming import instrument_name
from nrm.quiz.rules import gaps, practices, sources, states, words


def year(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether an instrument is from a year."""
    source = facts.sources.get(item.citation.record)
    return answer == str(source.year) if source and source.short_title in subject and answer.isdigit() else None


def body(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether an instrument was adopted within an organisation."""
    source = facts.sources.get(item.citation.record)
    if source is None or instrument_name(source) not in subject or answer not in sources.FAMILIES.values():
        return None
    return answer == sources.FAMILIES.get(source.body)


def binding(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether the instrument that the stem names binds legally."""
    source = facts.sources.get(item.citation.record)
    if source is None or instrument_name(source) not in subject or not sources.has_clear_authority(source):
        return None
    return source.authority in (Authority.TREATY, Authority.EU_LAW)


def party(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether a State is a party, or is not, as the stem asks, in the data of its date."""
    source = facts.sources.get(item.citation.record)
    if source is None or instrument_name(source) not in subject or item.as_of not in subject:
        return None
    inside, outside = states.divided_on(facts, source.slug, item.as_of)
    named = [name for name in (*inside, *outside) if f", {states.in_sentence(name)} is a party" in subject] or [answer]
    if named[0] not in (*inside, *outside):
        return None
    return (named[0] in inside) != ("is not a party" in subject)


def meaning(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether a term and a definition, one in the subject and one as the answer, belong together."""
    for term in (facts.terms[name] for name in item.rests_on if name in facts.terms):
        for told, asked in ((term.preferred, term.definition), (term.definition, term.preferred)):
            if f"“{told}”" in subject or told == subject:
                others = [other for other in words.strangers(facts, term) if answer in _sides(other)]
                return True if answer == asked else (False if others else None)
    return None


def meaning_named(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether the definition that the stem quotes is that of its term."""
    term = facts.terms.get(item.citation.record)
    if term is None or f"“{term.preferred}”" not in subject:
        return None
    if f"“{term.definition}”" in subject:
        return True
    return False if any(f"“{other.definition}”" in subject for other in words.strangers(facts, term)) else None


def _sides(term: GlossaryTerm) -> tuple[str, str]:
    return term.preferred, term.definition


def avoided(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether an expression is one that the glossary advises against for the term."""
    term = facts.terms.get(item.citation.record)
    if term is None or term.preferred not in subject:
        return None
    if answer in {expression for expression, _ in term.avoid}:
        return True
    return False if answer in words.fitting_words(facts, term) else None


def practice(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether a practice, told in the subject, was recorded in a State."""
    named = [facts.practices[name] for name in item.rests_on if name in facts.practices]
    practice = next((each for each in named if practices.told(each) in subject), None)
    if practice is None or not practices.is_placed(facts, practice):
        return None
    if answer == practices.state_name(facts, practice):
        return True
    return False if answer in practices.states_without(facts, practice) else None


def gap(facts: Facts, item: QuizItem, subject: str, answer: str) -> bool | None:
    """Whether a word fills the gap so that the quote stands there."""
    first = item.keys[0]
    forms = gaps.number_forms(first) if first[0].isdigit() or gaps.is_number(first) else gaps.verb_forms(first)
    full = {subject.replace(GAP, form) for form in item.keys}
    return True if answer in forms and _quoted(item, full) else None


def _quoted(item: QuizItem, texts: set[str]) -> bool:
    return any(f"“{item.citation.quote}”" in text for text in texts)
