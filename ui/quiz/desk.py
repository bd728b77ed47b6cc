"""The quiz on a trainer's desk: its items, what was asked for, what was dropped. Steps give new desks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nrm.quiz.build import Quiz
from nrm.quiz.editing import swapped, with_state
from nrm.quiz.items import ItemState, QuizItem
from nrm.quiz.request import QuizRequest

EVERY_STATE = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """``reasons`` say why there are fewer items than asked for; ``dropped`` are (place, item), latest last.

    ``gone`` are ids that must not come back when another question is asked for.
    """

    items: tuple[QuizItem, ...]
    request: QuizRequest = field(default_factory=QuizRequest)
    reasons: tuple[str, ...] = ()
    dropped: tuple[tuple[int, QuizItem], ...] = ()
    gone: frozenset[str] = frozenset()
    from_file: bool = False

    @property
    def quiz(self) -> Quiz:
        """The items as the services know them."""
        return Quiz(self.items, self.reasons)


def mixed(items: Sequence[QuizItem]) -> tuple[QuizItem, ...]:
    """The items with those of one rule spread evenly over the quiz, so that neighbours differ."""
    count, met = Counter(item.rule for item in items), Counter[str]()
    places: list[tuple[float, int]] = []
    for number, item in enumerate(items):
        places.append(((met[item.rule] + 0.5) / count[item.rule], number))
        met[item.rule] += 1
    return tuple(items[number] for _, number in sorted(places))


def item_of(desk: Desk, name: str) -> QuizItem | None:
    """The item with this id."""
    return next((item for item in desk.items if item.id == name), None)


def in_state(desk: Desk, state: str) -> tuple[QuizItem, ...]:
    """The items in one state of review, or all, in the order of the quiz."""
    return tuple(item for item in desk.items if state in (EVERY_STATE, item.state))


def usable(desk: Desk, approved_only: bool = False) -> tuple[QuizItem, ...]:
    """The items to take or to print: all but the rejected, or the approved alone."""
    if approved_only:
        return in_state(desk, ItemState.APPROVED)
    return tuple(item for item in desk.items if item.state is not ItemState.REJECTED)


def exchanged(desk: Desk, name: str, new: QuizItem) -> Desk:
    """The desk with one item replaced in its place; an id that is gone does not come back."""
    gone = desk.gone | {name} if new.id != name else desk.gone
    return replace(desk, items=swapped(desk.items, name, new), gone=gone)


def with_added(desk: Desk, new: Sequence[QuizItem]) -> Desk:
    """The desk with more items at its end; one that is there already is not added again."""
    known = {item.id for item in desk.items}
    return replace(desk, items=(*desk.items, *(item for item in new if item.id not in known)))


def judged(desk: Desk, names: frozenset[str], state: ItemState) -> Desk:
    """The desk with these items in another state of review."""
    items = (with_state(item, state) if item.id in names else item for item in desk.items)
    return replace(desk, items=tuple(items))


def without(desk: Desk, name: str) -> Desk:
    """The desk without one item, which can be put back."""
    for place, item in enumerate(desk.items):
        if item.id == name:
            items = (*desk.items[:place], *desk.items[place + 1 :])
            return replace(desk, items=items, dropped=(*desk.dropped, (place, item)), gone=desk.gone | {name})
    return desk


def with_last_put_back(desk: Desk) -> Desk:
    """The desk with the item that was dropped last, in the place where it stood."""
    if not desk.dropped:
        return desk
    *earlier, (place, item) = desk.dropped
    items = (*desk.items[:place], item, *desk.items[place:])
    return replace(desk, items=items, dropped=tuple(earlier), gone=desk.gone - {item.id})


def number_of(desk: Desk, name: str) -> int:
    """The number of a question in the quiz, from 1; 0 when it is not there."""
    return next((number for number, item in enumerate(desk.items, start=1) if item.id == name), 0)
