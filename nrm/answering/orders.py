"""Keeping passages that give orders to a machine out of answers."""

from collections.abc import Iterable
from dataclasses import replace

from nrm.answering.injections import speaks_to_machines
from nrm.answering.inquiry import Inquiry
from nrm.domain.passages import Passage


def gives_orders(passages: Iterable[Passage]) -> bool:
    """Whether one of the passages gives orders to a machine."""
    return any(speaks_to_machines(passage.text) for passage in passages)


def without_orders(inquiry: Inquiry) -> Inquiry:
    """The inquiry with only those hits that speak to people, in their order."""
    if inquiry.ranking is None:
        return inquiry
    kept = tuple(hit for hit in inquiry.hits if not speaks_to_machines(hit.passage.text))
    return replace(inquiry, ranking=replace(inquiry.ranking, hits=kept))
