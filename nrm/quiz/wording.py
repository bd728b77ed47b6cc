"""The fixed phrases of the builders, in one place so that checks can read them back."""

import re
from functools import lru_cache

from nrm.domain.knowledge import Commitment
from nrm.domain.vocabulary import Authority, Strength

STRENGTH_PHRASES = {
    Strength.MUST: "Fully: it is a firm duty",
    Strength.MUST_IF_LAW_ALLOWS: "Only as far as their own law allows",
    Strength.MUST_ENDEAVOUR: "To try, without having to succeed",
    Strength.MUST_CONSIDER: "To consider it, without having to act",
    Strength.SHOULD: "Not legally: it only urges them",
    Strength.MAY: "Not at all: they are free to choose",
}
SHORT_OF_DUTY = {
    Strength.MUST_IF_LAW_ALLOWS: "one binds a State only as far as its own law allows",
    Strength.MUST_ENDEAVOUR: "for one, a State must try but need not reach a result",
    Strength.MUST_CONSIDER: "one is something a State must only consider",
    Strength.MAY: "one is left to each State's choice",
}
AUTHORITY_PHRASES = {
    Authority.TREATY: "A treaty, binding on the States that are party to it",
    Authority.EU_LAW: "A law of the European Union",
    Authority.POLITICAL_COMMITMENT: "A political commitment, not legally binding",
    Authority.GUIDANCE: "Guidance by an expert or UN body, not binding in itself",
    Authority.CASE_LAW: "A judgment of a court",
}
FORMAL_TOPICS = frozenset({"final_clauses", "reservations", "relationship", "derogation", "derogation_restrictions"})

_HEDGES = re.compile(
    r"\b(may|might|can|could|optional\w*|consider\w*|endeavou?r\w*|encourag\w*|where|wherever|as far as|"
    r"possible|possibly|appropriate|feasible|subject to|subject|try|strive\w*|unless|except\w*|reserv\w*|"
    r"choice|choose|alternative\w*|discretion\w*|not binding|effort\w*|promot\w*|if necessary|"
    r"domestic law|national law|"
    r"internal law|only|least|should|within)\b",
    re.IGNORECASE,
)
_GRADES = {
    Strength.MUST: re.compile(
        r"\b(must|have to|has to|firm duty)\b(?! (also )?(consider|try|make every|make efforts?|look|use|"
        r"think|seek|strive|endeavour|help|not)\b)",
        re.IGNORECASE,
    ),
    Strength.MUST_CONSIDER: re.compile(r"\b(consider\w*|think about|sympath\w*)\b", re.IGNORECASE),
    Strength.MUST_ENDEAVOUR: re.compile(r"\b(endeavou?r\w*|efforts?|striv\w*|try|tries|seek)\b", re.IGNORECASE),
    Strength.MAY: re.compile(r"\b(may|optional|free to|are allowed|encourage[sd]?)\b", re.IGNORECASE),
}
_SHOWN = {
    Strength.MUST_IF_LAW_ALLOWS: re.compile(
        r"\b(subject to|greatest extent|law|legal|concepts|regarded)\b", re.IGNORECASE
    ),
    Strength.MUST_CONSIDER: re.compile(r"\bconsider", re.IGNORECASE),
    Strength.MUST_ENDEAVOUR: re.compile(r"\b(endeavou?r|effort|striv|as far as possible|seek)", re.IGNORECASE),
    Strength.MAY: re.compile(r"\b(may|can|optional)\b", re.IGNORECASE),
}
_MODALS = re.compile(
    r"\b(may|must|should|can|optional|permitted|possib\w*|consider\w*|encourag\w*|duty|duties|"
    r"obligat\w*|effort\w*|"
    r"sympath\w*|option|allowed|recommend\w*|choice|voluntary|limits?|exceptions?|restrict\w*|denied|if)\b",
    re.IGNORECASE,
)
_LEANING = re.compile(
    r"^(it|they|he|she|this|that|these|those|its|their|his|her|such|here|then|also|the same|both|either)\b|"
    r"\b(this|these|those|such|the treaty|the paper|the programme|the experts|the rules|the same|that person|"
    r"that money|the shield|that help|that period|the other|here|above|below|it also|the big crime|"
    r"treaty country|the convention|the protocol|the directive|the charter|the agreement|the panel|"
    r"the case|the scheme|"
    r"the project|there|saying no|says? no|count cases)\b",
    re.IGNORECASE,
)
_PRONOUNS = re.compile(r"\b(he|him|his|she|her|hers|they|them|their)\b", re.IGNORECASE)
_PERSONS = re.compile(
    r"\b(victims?|child|children|persons?|people|wom[ae]n|girls?|boys?|m[ae]n|someone|somebody|"
    r"anyone|witness(es)?|"
    r"workers?|refugees?|suspects?|offenders?|adults?|migrants?|everyone|every\w+|nobody|parents?|"
    r"family|families|"
    r"countr(y|ies)|states?|compan(y|ies)|firms?|embassy|accused|convicts?|employers?|officials?|"
    r"authorities|police|"
    r"judges?|mothers?|traffickers?|survivors?|members?|partner|ngos?|business(es)?|agenc(y|ies)|"
    r"inspectors?)\b",
    re.IGNORECASE,
)
_OTHER_TEXT = re.compile(r"\b(protocol|recommendation)\b", re.IGNORECASE)
_RECOGNISES = re.compile(r"\brecogni[sz]", re.IGNORECASE)
_UNSETTLED = re.compile(
    r"\b(older version|Older version|predates?|stored text|superseded|breaks off|cut off|omissions|secondary summary|third-party)\b"
)
_STATE_ACTORS = re.compile(
    r"(State part(y|ies)|State|States|Member States?|OSCE participating States)( \(legislator\))?",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def stands_alone(text: str) -> bool:
    """Whether a plain sentence can be understood without the article around it."""
    return len(text) >= 30 and not _LEANING.search(text) and _names_before_pronouns(text)


def _names_before_pronouns(text: str) -> bool:
    pronoun, person = _PRONOUNS.search(text), _PERSONS.search(text)
    return not pronoun or bool(person and person.start() < pronoun.start())


def is_settled(record: Commitment) -> bool:
    """Whether the record rests on the whole text in force, of its own instrument and not of an annex."""
    whole = not _UNSETTLED.search(f"{record.summary} {record.limits}")
    return whole and not _OTHER_TEXT.search(record.pinpoint)


def leans_on_what_was_said(text: str) -> bool:
    """Whether a text points back to something that stands elsewhere."""
    return bool(_LEANING.search(text))


def names_a_strength(title: str) -> bool:
    """Whether a title gives away how far its rule binds."""
    return bool(_MODALS.search(title))


def binds_states(record: Commitment) -> bool:
    """Whether the duty is the State's own and about something done, not a formality."""
    return bool(_STATE_ACTORS.fullmatch(record.actor)) and FORMAL_TOPICS.isdisjoint(record.topics)


def is_firm_duty(record: Commitment) -> bool:
    """Whether the record is a *must* on States and nothing in its words softens that."""
    words = " ".join((record.operative_words, record.summary, record.plain, record.limits))
    return (
        record.strength is Strength.MUST
        and binds_states(record)
        and bool(re.search(r"\b(shall|must|undertakes?)\b", record.operative_words))
        and bool(re.search(r"\b(must|have to|has to|is to|are to)\b", record.summary))
        and not re.search(
            r"\b(not|stays?|remains?|intact|prejudice|affects?)\b", f"{record.title} {record.operative_words}"
        )
        and not _HEDGES.search(words)
    )


def is_soft_duty(record: Commitment) -> bool:
    """Whether the record is one step short of a duty, only that, and its operative words show it."""
    words = " ".join((record.summary, record.limits))
    others = [pattern for strength, pattern in _GRADES.items() if strength is not record.strength]
    return (
        record.strength in SHORT_OF_DUTY
        and binds_states(record)
        and bool(_SHOWN[record.strength].search(record.operative_words))
        and not any(pattern.search(words) for pattern in others)
        and not _RECOGNISES.search(words)
    )


def sentence(text: str) -> str:
    """The text with a capital at its start and a mark at its end."""
    start = text[:1].upper() + text[1:]
    return start if start.endswith((".", "?", "!")) else f"{start}."


def question(text: str) -> str:
    """The text with a capital at its start and a question mark at its end."""
    return text[:1].upper() + text[1:].rstrip(".? ") + "?"
