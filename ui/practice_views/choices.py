"""What is chosen on the practices page: where each choice is kept, and how an address is read into them."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from nrm.services.explorer.comparison import MOST
from nrm.services.explorer.nearest import known_value
from nrm.services.practice_finding.facets import PracticeFacet
from ui.explorer.address import Address, resolved
from ui.practice_views.resources import Desk
from ui.wording import practices_page as words

PAGE = "practices"
VIEW = "practices_view"
RECORD = "practices_record"
COMPLAINTS = "practices_complaints"
TEXT = "practices_text"
SORT = "practices_sort"
ASKED = "practices_asked"
COMPARED = "practices_compared"
_VIEWS: Mapping[str, str] = words.VIEWS | {"record": "Record"}


def facet_key(facet: PracticeFacet) -> str:
    """Where the chosen values of a facet are kept."""
    return f"practices_facet_{facet.value}"


def choices_of(address: Address, desk: Desk) -> tuple[dict[str, Any], list[str]]:
    """Every choice as the address has it, the others empty, and a message for each value that does not exist.

    A message names the nearest value, so the page works on with what is left.
    """
    complaints: list[str] = []

    def many(name: str, names: Mapping[str, str], what: str) -> list[str]:
        found, complained = resolved(address.get(name, ()), _resolver(names, what))
        complaints.extend(complained)
        return found

    titles = {name: item.title for name, item in desk.practices.items()}
    view = next(iter(many("view", _VIEWS, "view")), "browse")
    ids = many("id", titles, "practice")
    chosen: dict[str, Any] = {
        VIEW: "browse" if view == "record" else view,
        RECORD: ids[0] if view == "record" and ids else "",
        COMPARED: ids[:MOST] if view == "compare" else [],
        SORT: next(iter(many("sort", words.SORTS, "order")), "relevance"),
    }
    for facet, names in desk.table.labels.items():
        chosen[facet_key(facet)] = many(facet.value, names, words.FACETS[facet.value].casefold())
    return chosen, complaints


def compared() -> list[str]:
    """The ids chosen for a comparison."""
    return list(st.session_state.get(COMPARED) or ())


def toggle_compared(name: str) -> None:
    """Add a practice to the comparison, or take it out; a fifth is not added."""
    ids = compared()
    if name in ids:
        ids.remove(name)
    elif len(ids) < MOST:
        ids.append(name)
    st.session_state[COMPARED] = ids


def clear_compared() -> None:
    """Compare nothing."""
    st.session_state[COMPARED] = []


def open_record(name: str) -> None:
    """Show one practice on its own."""
    st.session_state[RECORD] = name


def close_record() -> None:
    """Go back from a practice to the view it was opened from."""
    st.session_state[RECORD] = ""


def open_view(view: str) -> None:
    """Show another view."""
    close_record()
    st.session_state[VIEW] = view


def _resolver(names: Mapping[str, str], what: str) -> Callable[[str], str]:
    return lambda given: known_value(given, names, what)
