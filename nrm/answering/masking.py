"""Personal data taken out of a question, on this machine, before anything else sees it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from nrm.answering.masking_names import names_in
from nrm.answering.masking_numbers import numbers_in

_PLACEHOLDER = re.compile(r"\[(?:name|phone|e-mail|number|birth date|plate|place|account|address) \d{1,6}\]")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing masked; ``start`` and ``end`` are places in the question as it was typed.

    ``kind`` is one of name, phone, e-mail, number (identity, passport, case), birth date, plate, place
    (coordinates), account (IBAN) and address. The same words always get the same placeholder.
    """

    kind: str
    start: int
    end: int
    placeholder: str


@dataclass(frozen=True, slots=True)
class Masked:
    """The question without personal data, and what was taken out, in order."""

    text: str
    found: tuple[Found, ...]


def mask(question: str) -> Masked:
    """The question with personal data replaced by placeholders such as ``[name 1]``.

    Names are found only where the words introduce them ("her name is …", "my client …"), so some will be
    missed: whoever shows a masked question says so. Instruments, articles, years, States and roles stay.
    Masking a masked question changes nothing.
    """
    spans: list[tuple[int, int, str]] = []
    while fresh := _fresh(question, spans):
        spans = sorted((*spans, *fresh))
    found = _numbered(question, spans)
    return Masked(_replaced(question, found), found)


def _fresh(question: str, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """What is found in the parts between what is known already, longest rules first, without overlaps."""
    fresh: list[tuple[int, int, str]] = []
    for start, end in _open_parts(question, spans):
        part = question[start:end]
        taken = -1
        for first, last, kind in sorted((*numbers_in(part), *names_in(part)), key=lambda span: (span[0], -span[1])):
            if first >= taken:
                fresh.append((start + first, start + last, kind))
                taken = last
    return fresh


def _open_parts(question: str, spans: list[tuple[int, int, str]]) -> Iterable[tuple[int, int]]:
    """The stretches outside of known spans and of placeholders that stand in the question already."""
    closed = sorted([(first, last) for first, last, _ in spans] + _placeholders(question))
    place = 0
    for first, last in closed:
        if first > place:
            yield place, first
        place = max(place, last)
    if place < len(question):
        yield place, len(question)


def _placeholders(question: str) -> list[tuple[int, int]]:
    return [found.span() for found in _PLACEHOLDER.finditer(question)]


def _numbered(question: str, spans: Iterable[tuple[int, int, str]]) -> tuple[Found, ...]:
    standing = {question[first:last] for first, last in _placeholders(question)}
    placeholders: dict[tuple[str, str], str] = {}
    counts: dict[str, int] = {}
    found = []
    for start, end, kind in spans:
        key = (kind, question[start:end].casefold())
        while key not in placeholders:
            counts[kind] = counts.get(kind, 0) + 1
            if f"[{kind} {counts[kind]}]" not in standing:
                placeholders[key] = f"[{kind} {counts[kind]}]"
        found.append(Found(kind, start, end, placeholders[key]))
    return tuple(found)


def _replaced(question: str, found: Iterable[Found]) -> str:
    parts, place = [], 0
    for item in found:
        parts += [question[place : item.start], item.placeholder]
        place = item.end
    return "".join((*parts, question[place:]))
