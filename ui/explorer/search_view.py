"""Searching the commitments: free words, facets, and cards."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

import streamlit as st

from nrm.domain.knowledge import Commitment
from nrm.domain.vocabulary import Strength
from nrm.services.commitments import may_bind
from nrm.services.explorer.briefs import commitments_brief
from nrm.services.explorer.crosswalk import on_trafficking
from nrm.services.explorer.facets import Facet
from nrm.services.explorer.labels import STRENGTH
from nrm.services.explorer.loosening import Loosening, loosenings
from nrm.services.explorer.sheets import commitments_sheet
from ui.components.choosing import pick_order
from ui.components.markup import html, plain_label
from ui.explorer import choices, pickers
from ui.explorer.address import write_address
from ui.explorer.cards import commitment_card
from ui.explorer.downloads import offer_downloads
from ui.explorer.facet_pickers import clear_facets, pick_facets
from ui.explorer.look import show_small
from ui.explorer.loosen import show_loosenings
from ui.explorer.resources import Explorer
from ui.wording import commitments_page as words

PER_PAGE = 10
_Order = Callable[[Commitment, Explorer], Any]


@st.fragment
def search_view(tool: Explorer) -> None:
    """The whole view; typing runs this alone, not the rest of the page."""
    text = st.text_input(
        words.SEARCH, key=choices.TEXT, type="search", live="200ms", placeholder=words.SEARCH_HINT,
        max_chars=300, autocomplete="off", persist_state="page",
    )  # fmt: skip
    if not tool.by_meaning:
        show_small(words.WORDS_ONLY)
    left, right = st.columns(2)
    with left:
        state = pickers.pick_state(tool.catalogue)
    with right:
        order = pick_order(words.SORT, words.SORTS, choices.SORT)
    bound = _Bound(tool, state, bool(state) and _pick_only_binding(tool, state))
    found = bound.of(tool.finder.find(text or ""))
    chosen = pick_facets(found, tool)
    listed = _ordered(tool.facets.matching(found, chosen), tool, order if order != "best" or text else "browse")
    if listed:
        _show_list(listed, tool, state, (text or "", state, order, str(chosen)))
    else:
        _show_nothing(found, bound, chosen)
    write_address(choices.PAGE, _address(state, chosen))


@dataclass(frozen=True, slots=True)
class _Bound:
    """Leaves out what does not bind the State, when ``only`` that is wanted."""

    tool: Explorer
    state: str
    only: bool

    def of(self, items: list[Commitment]) -> list[Commitment]:
        return [item for item in items if not self.only or may_bind(item, (self.state,), self.tool.catalogue)]


def _pick_only_binding(tool: Explorer, state: str) -> bool:
    label = words.ONLY_BINDING.format(state=tool.catalogue.states[state].name)
    return bool(st.checkbox(label, key=choices.ONLY_BINDING, persist_state="page"))


def _ordered(items: list[Commitment], tool: Explorer, order: str) -> list[Commitment]:
    key = _ORDERS.get(order)
    return sorted(items, key=lambda item: key(item, tool)) if key else items


def _for_browsing(item: Commitment, tool: Explorer) -> tuple[bool, int, int]:
    """Instruments on trafficking first, then by authority, then the newer ones."""
    source = tool.catalogue.source_of(item)
    return not on_trafficking(source), source.authority.rank, -source.year


_ORDERS: Mapping[str, _Order] = {
    "strength": lambda item, tool: (item.strength.rank, tool.catalogue.source_of(item).authority.rank),
    "instrument": lambda item, tool: tool.catalogue.source_of(item).short_title.casefold(),
    "browse": _for_browsing,
    "newest": lambda item, tool: -tool.catalogue.source_of(item).year,
}


def _show_list(listed: list[Commitment], tool: Explorer, state: str, asked: tuple[str, ...]) -> None:
    _show_heading(len(listed))
    show_small(_strengths(listed))
    offer_downloads(
        "commitments",
        lambda: commitments_sheet(listed, tool.catalogue, state),
        lambda: commitments_brief(listed, tool.catalogue, tool.official.of, state),
    )
    key = _page_key(asked)
    first = (min(st.session_state.get(key) or 1, ceil(len(listed) / PER_PAGE)) - 1) * PER_PAGE
    for item in listed[first : first + PER_PAGE]:
        _show_card(item, tool, state)
    _show_pages(len(listed), first, key)


def _show_nothing(found: list[Commitment], bound: _Bound, chosen: Mapping[Facet, list[str]]) -> None:
    """What to loosen, and a hint at the words of the law."""
    _show_heading(0)
    everything = bound.of(list(bound.tool.catalogue.corpus.commitments))
    show_loosenings(loosenings(bound.tool.facets, found, everything, chosen), words.FACETS, _loosen)
    st.markdown(words.NONE_HELP)


def _loosen(step: Loosening[Facet]) -> None:
    if step.facet:
        st.session_state[choices.facet_key(step.facet)] = []
    else:
        st.session_state[choices.TEXT] = ""
    if step.everything:
        clear_facets()


def _show_heading(count: int) -> None:
    st.html(f'<h2 class="nrm-h2" aria-live="polite">{html(_heading(count))}</h2>')


def _heading(count: int) -> str:
    if not count:
        return words.FOUND_NONE
    return words.FOUND_ONE if count == 1 else words.FOUND.format(count=f"{count:,}")


def _strengths(listed: list[Commitment]) -> str:
    counted = Counter(item.strength for item in listed)
    return " · ".join(f"{STRENGTH[strength]}: {counted[strength]}" for strength in Strength if counted[strength])


def _page_key(asked: tuple[str, ...]) -> str:
    """Where the page number is kept: somewhere new, so the first page again, for another list."""
    if st.session_state.get("commitments_asked") != asked:
        st.session_state["commitments_asked"] = asked
        st.session_state["commitments_lists"] = st.session_state.get("commitments_lists", 0) + 1
    return f"commitments_page_{st.session_state['commitments_lists']}"


def _show_card(item: Commitment, tool: Explorer, state: str) -> None:
    with st.container(border=True):
        st.html(commitment_card(item, tool, state))
        label = plain_label(words.OPEN_RECORD.format(place=item.pinpoint))
        if st.button(label, key=f"open_{item.id}", on_click=pickers.open_record, args=(item.id,)):
            st.rerun()


def _show_pages(count: int, first: int, key: str) -> None:
    if count > PER_PAGE:
        show_small(words.PAGE_OF.format(first=first + 1, last=min(first + PER_PAGE, count), count=count))
        st.pagination(ceil(count / PER_PAGE), key=key, max_visible_pages=5)


def _address(state: str, chosen: Mapping[Facet, list[str]]) -> dict[str, Any]:
    order = st.session_state.get(choices.SORT)
    only = bool(state) and st.session_state.get(choices.ONLY_BINDING)
    return {
        **{facet.value: values for facet, values in chosen.items()},
        "state": state,
        "only": "binding" if only else "",
        "sort": order if order != "best" else "",
    }
