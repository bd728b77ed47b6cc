"""A document: the page of a passage with its words marked, what stands around it, and the original."""

from pathlib import Path

import streamlit as st

from ingest.add import original_path
from nrm.adapters.library_rows import Loaded
from nrm.adapters.library_store import LibraryStore
from nrm.domain.errors import IndexMissing
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Wording
from ui.components.markup import chip, html, paragraph, wording_chip
from ui.library_access import settings
from ui.library_views.address import open_place, quote_of
from ui.library_views.page_view import page_view
from ui.library_views.pictures import is_pdf
from ui.library_views.text_view import around_html, context_html, place_name, words_html
from ui.library_views.uploads import safe_name
from ui.wording import library_page as words
from ui.wording.labels import AUTHORITIES, KINDS

_PLACE = "library_place"


def document_view(slug: str, wanted: str) -> None:
    """The document of a slug, or the one that a passage is of, at that passage or at its beginning."""
    st.button(words.BACK, key="library_back", on_click=open_place, args=("",))
    loaded, passages = _read(slug, wanted)
    if loaded is None:
        st.warning(words.UNKNOWN_SOURCE)
        return
    original = original_path(settings().data_dir, loaded.source.sha256)
    st.html(_heading_html(loaded))
    _offer_original(loaded, original)
    if not passages:
        st.info(words.NO_PASSAGES)
        return
    number = next((number for number, passage in enumerate(passages) if passage.id == wanted), None)
    if wanted and number is None:
        st.warning(words.UNKNOWN_PASSAGE)
    _show_passage(loaded, passages, number or 0, original)


def _read(slug: str, wanted: str) -> tuple[Loaded | None, list[Passage]]:
    """The official text when there is one, unless the passage is of our summaries."""
    store = LibraryStore(settings().data_dir)
    try:
        passage = store.passages_by_id([wanted]).get(wanted) if wanted else None
        slug = slug or (passage.source.slug if passage else "")
        same = passage is not None and passage.source.slug == slug
        first = passage.source.wording if passage and same else Wording.OFFICIAL
        loaded = store.loaded(slug, first) or store.loaded(slug, Wording.SUMMARY)
        return loaded, store.passages(slug, loaded.source.wording) if loaded else []
    except IndexMissing:
        return None, []


def _heading_html(loaded: Loaded) -> str:
    source = loaded.source
    chips = " ".join((chip(KINDS[source.kind]), chip(AUTHORITIES[source.authority]), wording_chip(source.wording)))
    return f'<h1 class="nrm-wide">{html(source.title)}</h1>{paragraph(chips, "nrm-source")}'


def _offer_original(loaded: Loaded, original: Path) -> None:
    if loaded.source.wording is not Wording.OFFICIAL:
        return
    if not original.is_file():
        st.info(words.ORIGINAL_MISSING)
        return
    kind = "application/pdf" if is_pdf(original) else "application/octet-stream"
    st.download_button(
        words.OPEN_ORIGINAL, original.read_bytes, safe_name(loaded.file_name), kind, key="library_original",
        on_click="ignore",
    )  # fmt: skip


def _show_passage(loaded: Loaded, passages: list[Passage], number: int, original: Path) -> None:
    passage = passages[number]
    _show_places(passages, number)
    quote = quote_of(passage)
    if is_pdf(original) and passage.locator.page is not None:
        left, right = st.columns([3, 2], gap="medium")
        with left:
            page_view(loaded, passage, original, quote)
    else:
        right = st.container()
        _show(context_html(loaded, passage, quote))
    with right:
        st.html(words_html(passage, quote))
    _show(around_html(passages, number))


def _show(made: str) -> None:
    if made:
        st.html(made)


def _show_places(passages: list[Passage], number: int) -> None:
    """Where we are, and the way to the neighbours; the address follows."""
    slug, names = passages[0].source.slug, [place_name(passage) for passage in passages]
    st.session_state[_PLACE] = number
    st.selectbox(
        words.PLACE, range(len(passages)), key=_PLACE, format_func=lambda place: names[place],
        on_change=lambda: open_place(slug, passages[st.session_state[_PLACE]].id),
    )  # fmt: skip
    with st.container(horizontal=True):
        for label, step, key in ((words.PREVIOUS, -1, "library_previous"), (words.NEXT, 1, "library_next")):
            there = 0 <= number + step < len(passages)
            target = passages[number + step].id if there else ""
            st.button(label, key=key, disabled=not there, on_click=open_place, args=(slug, target))
