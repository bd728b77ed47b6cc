"""The Glossary page: terms, what they mean by source, and what they are called in other languages."""

import streamlit as st

from nrm.domain.errors import WrongUse
from nrm.domain.knowledge import GlossaryTerm
from nrm.services.explorer.glossary import by_letter, find_terms, known_term, letter_of
from nrm.services.explorer.glossary_exports import terms_brief, terms_sheet
from ui.components.markup import html, plain_label
from ui.explorer.address import opened_address, remember_address, write_address
from ui.explorer.downloads import offer_downloads
from ui.explorer.glossary_html import term_in_list, whole_term
from ui.explorer.look import apply_look
from ui.explorer.resources import Explorer, explorer
from ui.wording import glossary_page as words

PAGE = "glossary"
TERM = "glossary_term"
LETTER = "glossary_letter"
TEXT = "glossary_text"
COMPLAINT = "glossary_complaint"
PER_PAGE = 12


def render() -> None:
    """Show the page."""
    apply_look()
    st.html(f"<h1>{html(words.TITLE)}</h1><p>{html(words.INTRODUCTION)}</p>")
    tool = explorer()
    glossary = tool.catalogue.corpus.glossary
    _take_address(glossary)
    if st.session_state.get(COMPLAINT):
        st.warning(plain_label(st.session_state[COMPLAINT]))
    chosen = next((term for term in glossary if term.id == st.session_state.get(TERM)), None)
    if chosen:
        _show_term(tool, chosen)
    else:
        _show_list(tool)


def _take_address(glossary: tuple[GlossaryTerm, ...]) -> None:
    """Open the term or letter that an address names, when somebody came by it and not by a choice."""
    address = opened_address(PAGE)
    if address is None:
        return
    st.session_state[COMPLAINT] = ""
    try:
        given = address.get("term", [""])[0]
        st.session_state[TERM] = known_term(given, glossary) if given else ""
    except WrongUse as error:
        st.session_state[TERM], st.session_state[COMPLAINT] = "", str(error)
    letter = address.get("letter", [""])[0].upper()
    st.session_state[LETTER] = letter if letter in by_letter(glossary) else None
    remember_address(PAGE, address)


def _show_term(tool: Explorer, term: GlossaryTerm) -> None:
    st.button(words.BACK, on_click=_open, args=("",), type="tertiary", key="glossary_back")
    st.html(whole_term(term, tool.catalogue))
    names = {other.id: other.preferred for other in tool.catalogue.corpus.glossary}
    related = [other for other in term.related if other in names]
    if related:
        st.html(f'<h3 class="nrm-h3">{html(words.RELATED)}</h3>')
        with st.container(horizontal=True):
            for other in related:
                st.button(plain_label(names[other]), key=f"related_{other}", on_click=_open, args=(other,))
    offer_downloads(f"term-{term.id}", lambda: terms_sheet([term]), lambda: terms_brief([term], tool.catalogue))
    write_address(PAGE, {"term": term.id})


@st.fragment
def _show_list(tool: Explorer) -> None:
    """The list; typing runs this alone."""
    text = st.text_input(
        words.SEARCH,
        key=TEXT,
        type="search",
        live="200ms",
        placeholder=words.SEARCH_HINT,
        max_chars=100,
        autocomplete="off",
        persist_state="page",
    )
    letters = by_letter(tool.catalogue.corpus.glossary)
    letter = st.pills(words.LETTERS, list(letters), key=LETTER, persist_state="page")
    found = find_terms(text or "", tool.catalogue.corpus.glossary)
    shown = [term for term in found if not letter or letter_of(term) == letter]
    _show_terms(shown)
    if shown:
        offer_downloads("glossary", lambda: terms_sheet(shown), lambda: terms_brief(shown, tool.catalogue))
    write_address(PAGE, {"letter": letter})


def _show_terms(shown: list[GlossaryTerm]) -> None:
    heading = words.FOUND_ONE if len(shown) == 1 else words.FOUND.format(count=len(shown))
    st.html(f'<h2 class="nrm-h2" aria-live="polite">{html(heading if shown else words.FOUND_NONE)}</h2>')
    if not shown:
        st.markdown(words.NONE_HELP)
    pages = -(-len(shown) // PER_PAGE)
    key = f"glossary_page_{hash(tuple(term.id for term in shown))}"
    first = ((st.session_state.get(key) or 1) - 1) * PER_PAGE
    for term in shown[first : first + PER_PAGE]:
        with st.container(border=True):
            st.html(term_in_list(term))
            label = plain_label(words.OPEN_TERM.format(term=term.preferred))
            if st.button(label, key=f"open_{term.id}", on_click=_open, args=(term.id,)):
                st.rerun()
    if pages > 1:
        st.pagination(pages, key=key, max_visible_pages=5)


def _open(name: str) -> None:
    st.session_state[TERM] = name
    st.session_state[COMPLAINT] = ""
