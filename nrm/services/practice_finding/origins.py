"""Where practices come from: States in the order of their names, which ranks nobody."""

from collections.abc import Iterable
from dataclasses import dataclass

from nrm.domain.knowledge import Practice, State
from nrm.services.practice_finding.labels import REGION, word_label


@dataclass(frozen=True, slots=True)
class Origin:
    """A State (or the region, ``code`` is then ``region``) and its practices in this library."""

    code: str
    name: str
    practices: tuple[Practice, ...]


def origins(practices: Iterable[Practice], states: Iterable[State]) -> tuple[Origin, ...]:
    """Every participating State by name, also those without a practice here, then the region.

    A practice of several States stands under each of them.
    """
    found: dict[str, list[Practice]] = {}
    for item in practices:
        for code in item.states or (REGION,):
            found.setdefault(code, []).append(item)
    names = {state.code: state.name for state in states}
    ordered = sorted({*names, *found} - {REGION}, key=lambda code: (names.get(code) or code).casefold())
    return tuple(
        Origin(code, names.get(code, word_label(code)), tuple(found.get(code, ())))
        for code in (*ordered, *((REGION,) if REGION in found else ()))
    )
