"""What is chosen on the commitments page: where each choice is kept, and how an address is read into them."""

from collections.abc import Mapping
from typing import Any

from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.comparison import MOST
from nrm.services.explorer.facets import Facet, FacetTable
from nrm.services.explorer.nearest import known_instrument, known_state, known_topic, known_value
from ui.explorer.address import Address, Resolver, resolved
from ui.wording import commitments_page as words

PAGE = "commitments"
VIEW = "commitments_view"
STATE = "commitments_state"
TOPIC = "commitments_topic"
INSTRUMENT = "commitments_instrument"
RECORD = "commitments_record"
COMPLAINTS = "commitments_complaints"
TEXT = "commitments_text"
SORT = "commitments_sort"
ONLY_BINDING = "commitments_only_binding"
WHAT = "commitments_what"
COMPARED = {"instruments": "commitments_instruments", "states": "commitments_states"}
SHOWN_FACETS = tuple(Facet(name) for name in words.FACETS)


def facet_key(facet: Facet) -> str:
    """Where the chosen values of a facet are kept."""
    return f"commitments_facet_{facet.value}"


def choices_of(address: Address, catalogue: Catalogue, facets: FacetTable) -> tuple[dict[str, Any], list[str]]:
    """Every choice as the address has it, the others empty, and a message for each value that does not exist.

    A message names the nearest value, so the page works on with what is left.
    """
    reader = _Reader(address, catalogue, facets)
    view = reader.one("view", lambda given: known_value(given, _VIEWS, "view")) or "search"
    choices: dict[str, Any] = {
        VIEW: "search" if view == "record" else view,
        RECORD: reader.one("id", reader.commitment) if view == "record" else "",
        SORT: reader.one("sort", lambda given: known_value(given, words.SORTS, "order")) or "best",
        ONLY_BINDING: address.get("only") == ["binding"],
        WHAT: "instruments",
    }
    choices |= {TOPIC: None, INSTRUMENT: None, COMPARED["instruments"]: [], COMPARED["states"]: []}
    choices |= {facet_key(facet): [] for facet in SHOWN_FACETS}
    choices |= _READERS[view](reader)
    choices[STATE] = None if view == "compare" else reader.one("state", reader.state)
    return choices, reader.complaints


class _Reader:
    """Reads single parameters and gathers what was wrong with them."""

    def __init__(self, address: Address, catalogue: Catalogue, facets: FacetTable) -> None:
        self._address, self._catalogue, self._facets = address, catalogue, facets
        self.complaints: list[str] = []

    def many(self, name: str, resolver: Resolver) -> list[str]:
        found, complaints = resolved(self._address.get(name, ()), resolver)
        self.complaints += complaints
        return found

    def one(self, name: str, resolver: Resolver) -> str | None:
        return next(iter(self.many(name, resolver)), None)

    def state(self, given: str) -> str:
        return known_state(given, self._catalogue)

    def topic(self, given: str) -> str:
        return known_topic(given, self._catalogue)

    def instrument(self, given: str) -> str:
        return known_instrument(given, self._catalogue)

    def commitment(self, given: str) -> str:
        titles = {name: item.title for name, item in self._catalogue.commitments.items()}
        return known_value(given, titles, "commitment")

    def facet(self, facet: Facet) -> list[str]:
        names = self._facets.labels[facet]
        return self.many(facet.value, lambda given: known_value(given, names, words.FACETS[facet.value].lower()))


_VIEWS: Mapping[str, str] = words.VIEWS | {"record": "Record"}


def _search(reader: _Reader) -> dict[str, Any]:
    return {facet_key(facet): reader.facet(facet) for facet in SHOWN_FACETS}


def _compare(reader: _Reader) -> dict[str, Any]:
    what = reader.one("what", lambda given: known_value(given, words.COMPARABLE, "comparison")) or "instruments"
    return {
        WHAT: what,
        COMPARED["instruments"]: reader.many("instrument", reader.instrument)[:MOST],
        COMPARED["states"]: reader.many("state", reader.state)[:MOST],
    }


_READERS = {
    "search": _search,
    "record": lambda reader: {},
    "topic": lambda reader: {TOPIC: reader.one("topic", reader.topic)},
    "state": lambda reader: {},
    "map": lambda reader: {INSTRUMENT: reader.one("instrument", reader.instrument)},
    "compare": _compare,
}
