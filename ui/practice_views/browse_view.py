"""Browsing the practices: free words, facets, order and cards."""

from collections.abc import Sequence
from math import ceil

import streamlit as st

from nrm.domain.knowledge import Practice
from nrm.services.explorer.comparison import FEWEST, MOST
from nrm.services.practice_finding.briefs import practices_brief
from nrm.services.practice_finding.facets import PracticeFacet
from nrm.services.practice_finding.finding import PracticeSort, in_order
from nrm.services.practice_finding.sheets import practices_sheet
from ui.components.choosing import pick_order
from ui.components.markup import html, plain_label
from ui.explorer.address import write_address
from ui.explorer.downloads import offer_downloads
from ui.explorer.look import show_small
from ui.practice_views import choices
from ui.practice_views.cards import practice_card
from ui.practice_views.facet_pickers import chosen_facets, pick_facets
from ui.practice_views.loosen import show_practice_loosenings
from ui.practice_views.resources import Desk
from ui.wording import practices_page as words

PER_PAGE = 10


@st.fragment
def browse_view(desk: Desk) -> None:
    """The whole view; typing runs this alone, not the rest of the page."""
    wide, narrow = st.columns([3, 1])
    with wide:
        text = _pick_words()
    with narrow:
        sort = PracticeSort(pick_order(words.SORT, words.SORTS, choices.SORT))
    if not desk.by_meaning:
        show_small(words.WORDS_ONLY)
    found = desk.finder.find(text)
    chosen = pick_facets(found, desk)
    listed = in_order(desk.table.matching(found, chosen), _sort_for(sort, text))
    _show_compared(desk)
    st.html(f'<h2 class="nrm-h2" aria-live="polite">{html(_heading(len(listed)))}</h2>')
    if listed:
        _show_list(listed, desk, (text, sort.value, str(chosen)))
    else:
        show_practice_loosenings(found, desk, chosen, bool(text.strip()))
    write_address(choices.PAGE, _address(chosen_facets(), sort))


def _pick_words() -> str:
    typed = st.text_input(
        words.SEARCH, key=choices.TEXT, type="search", live="200ms", placeholder=words.SEARCH_HINT,
        max_chars=300, autocomplete="off", persist_state="page",
    )  # fmt: skip
    return typed or ""


def _sort_for(sort: PracticeSort, text: str) -> PracticeSort:
    """Without words nothing matches better than anything else, so States take turns by name."""
    return sort if text.strip() or sort is not PracticeSort.RELEVANCE else PracticeSort.STATE


def _heading(count: int) -> str:
    if not count:
        return words.FOUND_NONE
    return words.FOUND_ONE if count == 1 else words.FOUND.format(count=f"{count:,}")


def _show_compared(desk: Desk) -> None:
    ids = [name for name in choices.compared() if name in desk.practices]
    if not ids:
        return
    with st.container(border=True, key="practices_tray"):
        titles = "; ".join(desk.practices[name].title for name in ids)
        st.html(f"<p>{html(words.COMPARED.format(titles=titles))}</p>")
        with st.container(horizontal=True):
            if len(ids) < FEWEST:
                show_small(words.COMPARE_ONE_MORE)
            elif st.button(
                words.COMPARE_NOW.format(count=len(ids)),
                type="primary",
                on_click=choices.open_view,
                args=("compare",),
            ):
                st.rerun()
            st.button(words.COMPARE_NONE, type="tertiary", on_click=choices.clear_compared)


def _show_list(listed: Sequence[Practice], desk: Desk, asked: tuple[str, ...]) -> None:
    offer_downloads(
        "practices",
        lambda: practices_sheet(listed, desk.catalogue),
        lambda: practices_brief(listed, desk.catalogue),
    )
    pages, key = ceil(len(listed) / PER_PAGE), _page_key(asked)
    first = (min(st.session_state.get(key) or 1, pages) - 1) * PER_PAGE
    for item in listed[first : first + PER_PAGE]:
        _show_card(item)
    if len(listed) > PER_PAGE:
        last = min(first + PER_PAGE, len(listed))
        show_small(words.PAGE_OF.format(first=first + 1, last=last, count=len(listed)))
        st.pagination(pages, key=key, max_visible_pages=5, persist_state="page")


def _page_key(asked: tuple[str, ...]) -> str:
    """Where the page number is kept: another place, so the first page, when something else is asked for."""
    last, number = st.session_state.get(choices.ASKED, ((), 0))
    if last != asked:
        number += 1
        st.session_state[choices.ASKED] = (asked, number)
    return f"practices_page_{number}"


def _show_card(item: Practice) -> None:
    with st.container(border=True, key=f"card_{item.id}"):
        st.html(practice_card(item))
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            if st.button(
                f"{plain_label(item.title)} →",
                key=f"open_{item.id}",
                type="tertiary",
                wrap=True,
                on_click=choices.open_record,
                args=(item.id,),
            ):
                st.rerun()
            show_compare_button(item)


def show_compare_button(item: Practice) -> None:
    """A button that adds the practice to the comparison or takes it out."""
    ids = choices.compared()
    st.button(
        words.ADDED if item.id in ids else words.ADD,
        key=f"compare_{item.id}",
        on_click=choices.toggle_compared,
        args=(item.id,),
        disabled=item.id not in ids and len(ids) >= MOST,
    )


def _address(chosen: dict[PracticeFacet, list[str]], sort: PracticeSort) -> dict[str, list[str] | str]:
    kept: dict[str, list[str] | str] = {facet.value: values for facet, values in chosen.items()}
    return {**kept, "sort": "" if sort is PracticeSort.RELEVANCE else sort.value}
