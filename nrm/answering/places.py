"""States that a question names as places, in seven languages, and the question without them."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from nrm.answering.beginnings import beginnings_of, may_hold
from nrm.answering.beyond import beginnings_of_states
from nrm.answering.follow_up_words import FROM_WORDS
from nrm.answering.state_names import COMMON_FORMS, FOREIGN_FORMS, IN_CAPITALS
from nrm.domain.knowledge import State
from nrm.retrieval.language import language_of

_IN = "(?i:in the|in|en|au|aux|in der|im|nel|nella|в|во|у)"
_THE_STATE = {
    "en": "the State", "fr": "l'État", "de": "der Staat", "es": "el Estado", "it": "lo Stato",
    "ru": "государство", "uk": "держава",
}  # fmt: skip


def states_in(text: str, states: Iterable[State]) -> tuple[str, ...]:
    """Codes of the States that a text names as places, in order; not where somebody comes from.

    >>> serbia = State("RS", "Serbia", True, False, True, True)
    >>> states_in("a girl in Serbia", [serbia]), states_in("a girl from Serbia", [serbia])
    (('RS',), ())
    """
    if not may_hold(text, _beginnings()):
        return ()
    found = sorted(
        (match.start(), state.code)
        for state in states
        for match in _pattern_of(state.code, state.name).finditer(text)
        if not FROM_WORDS.search(text[: match.start()])
    )
    return tuple(dict.fromkeys(code for _, code in found))


def general_question(question: str, states: Iterable[State]) -> str:
    """The question with these States left out where it names them as places, else called "the State".

    >>> poland = State("PL", "Poland", True, True, True, True)
    >>> general_question("Must Poland help a girl found in Poland?", [poland])
    'Must the State help a girl found?'
    """
    for state in states:
        pattern = _pattern_of(state.code, state.name)
        if pattern.search(question):
            question = re.sub(rf"\s+(?:{_IN})\s+{pattern.pattern}", "", question)
            question = pattern.sub(_THE_STATE[language_of(question)], question)
    return question


def without_states(text: str, states: Iterable[State]) -> str:
    """The text without the names of these States."""
    for state in states:
        text = _pattern_of(state.code, state.name).sub(" ", text)
    return text


@cache
def _beginnings() -> frozenset[str]:
    """How the names of all States begin; most questions name none, and these tell it at once."""
    forms = (form for several in (*COMMON_FORMS.values(), *FOREIGN_FORMS.values()) for form in several)
    return beginnings_of_states() | beginnings_of(form.removeprefix("the ") for form in forms)


@lru_cache(maxsize=256)
def _pattern_of(code: str, name: str) -> re.Pattern[str]:
    forms = sorted({name, *COMMON_FORMS.get(code, ()), *FOREIGN_FORMS.get(code, ())}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_form, forms))})(?!\w)")


def _form(form: str) -> str:
    """A form in any case, Cyrillic stems with any ending; abbreviations as they stand."""
    if form in IN_CAPITALS:
        return re.escape(form)
    ending = r"\w{0,4}" if re.search("[а-яіїєґ]$", form) else ""
    return f"(?i:{re.escape(form)}{ending})"
