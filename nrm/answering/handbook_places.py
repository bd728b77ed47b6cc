"""A place in a loaded Handbook that a question names by its number: a standard, a step, an annex, a page."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from nrm.answering.inquiry import Inquiry
from nrm.domain.answers import Filters, Hit
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Outcome

_MOST_SHOWN = 6
_RELATED = 3
# What a numbered part of a handbook is called in the languages of the product.
_WORDS: Mapping[str, str] = {
    "standard": r"standards?|est[áa]ndar(?:es)?|normes?|norm[ae]|стандарт\w*",
    "principle": r"principles?|principes?|principi[oa]?|principios?|grunds[aä]tze?|grundsatz|prinzip\w*|принцип\w*",
    "recommendation": r"recommendations?|recommandations?|empfehlung\w*|raccomandazion[ei]|recomendaci\w+|рекомендаци\w*|рекомендаці\w*",
    "step": r"steps?|[ée]tapes?|schritte?|pass[oi]|fas[ei]|etapas?|pasos?|шаг\w*|этап\w*|крок\w*|етап\w*",
    "annex": r"annex(?:es)?|annexes?|anhang|allegat[oi]|anexos?|приложени\w*|додат\w*",
    "box": r"box(?:es)?|encadr[ée]s?|k[aä]sten|riquadr[oi]|recuadros?|вставк\w*|врезк\w*|вріз\w*",
    "pillar": r"pillars?|piliers?|s[aä]ulen?|pilastr[oi]|pilar(?:es)?|столп\w*|стовп\w*",
    "chapter": r"chapters?|sections?|chapitres?|kapitel|capitol[oi]|sezion[ei]|cap[íi]tulos?|secci[oó]n|глав[аеуы]|раздел\w*|розділ\w*",
    "page": r"pages?|seiten?|pagin[ae]|p[áa]ginas?|страниц\w*|сторінк\w*",
}
_SIGN = r"(?:no\.?|nr\.?|n\.?[º°]|№)?"
_NUMBER = r"(?-i:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5}|[A-Z])(?![\w.]*\w)"
_NAMED = {kind: re.compile(rf"\b(?:{names})\s*{_SIGN}\s*({_NUMBER})", re.IGNORECASE) for kind, names in _WORDS.items()}
_ROMAN = dict(zip("I II III IV V VI VII VIII IX X XI XII".split(), map(str, range(1, 13)), strict=True))


@dataclass(frozen=True, slots=True)
class Place:
    """A numbered part: its kind (``standard``) and its number as printed."""

    kind: str
    number: str


def places_named(question: str) -> tuple[Place, ...]:
    """The numbered parts that a question names.

    >>> places_named("What do Standard 2.4 and annex A of the Handbook say?")
    (Place(kind='standard', number='2.4'), Place(kind='annex', number='A'))
    """
    return tuple(
        Place(kind, number) for kind, pattern in _NAMED.items() for number in dict.fromkeys(pattern.findall(question))
    )


def answered_from_place(inquiry: Inquiry, handbook: Sequence[Passage]) -> Inquiry | None:
    """The inquiry with the passages of the places it names chosen, in reading order.

    A standard that a Handbook with numbered standards does not have ends the inquiry: nothing else may pass for it.

    :param handbook: the passages of the loaded Handbook, in reading order.
    :return: ``None`` when no such place is named, where it stands is not known, or the question was filtered.
    """
    open_to_all = inquiry.wants_handbook and inquiry.filters == Filters()
    named = places_named(inquiry.question) if open_to_all and handbook else ()
    found = [passage for passage in handbook if any(_is_in(passage, place) for place in named)]
    if found:
        shown, rest = found[:_MOST_SHOWN], found[_MOST_SHOWN:]
        hits = tuple(Hit(passage, 1.0 - number / len(found)) for number, passage in enumerate(shown))
        return replace(inquiry, outcome=Outcome.ANSWERED, chosen=hits, related=tuple(rest[:_RELATED]))
    has_standards = any(passage.locator.standard for passage in handbook)
    if has_standards and any(place.kind == "standard" for place in named):
        nearest = tuple(hit.passage for hit in inquiry.hits[:_RELATED])
        return replace(inquiry, outcome=Outcome.NOT_FOUND, related=nearest)
    return None


def _is_in(passage: Passage, place: Place) -> bool:
    locator = passage.locator
    if place.kind == "page":
        return (locator.page_label or str(locator.page or "")) == place.number
    if place.kind == "standard" and locator.standard:
        return locator.standard == place.number
    lines = passage.text.splitlines() if place.kind == "box" else []
    return any(_begins_with(line, place) for line in (*locator.heading_path, *lines))


def _begins_with(line: str, place: Place) -> bool:
    match = _NAMED[place.kind].match(line.strip())
    return match is not None and _plain(match.group(1)) == _plain(place.number)


def _plain(number: str) -> str:
    return _ROMAN.get(number, number)
