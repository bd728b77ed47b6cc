"""The picture of the page on which a passage stands."""

from pathlib import Path

import streamlit as st

from ingest.refusals import PasswordNeeded
from nrm.adapters.library_rows import Loaded
from nrm.domain.errors import UnreadableDocument
from nrm.domain.passages import Passage
from ui.components.markup import html, paragraph, plain_label
from ui.library_views.page_password import ask_page_password, page_password
from ui.library_views.pictures import page_name, page_png, pages_of, picture_html, places
from ui.wording import library_page as words


def page_view(loaded: Loaded, passage: Passage, original: Path, quote: str) -> None:
    """A page of the passage with its words marked; when it cannot be drawn, why, or a question for its password."""
    pages, password = pages_of(passage), page_password(loaded.source.sha256)
    try:
        with st.spinner(words.WAIT_PICTURE):
            boxes, is_quote = places(original, pages, passage.locator.boxes, quote, password)
            page = _chosen_page(pages, boxes[0].page if boxes else pages[0], passage, loaded)
            png = page_png(original, page, boxes, password)
    except PasswordNeeded:
        ask_page_password(loaded.source.sha256, wrong=bool(password))
        return
    except UnreadableDocument as error:
        reason = error.problem.replace(original.name, loaded.file_name)
        st.info(plain_label(f"{words.NO_PICTURE} {reason}"))
        return
    name = page_name(page, loaded.page_labels)
    alternative = words.PAGE_ALT.format(page=name, title=loaded.source.title)
    st.html(picture_html(png, alternative, words.PAGE_CAPTION.format(page=name)))
    st.html(paragraph(html(words.MARKED_QUOTE if is_quote else words.MARKED_PASSAGE), "nrm-small"))


def _chosen_page(pages: tuple[int, ...], first: int, passage: Passage, loaded: Loaded) -> int:
    """The page with the first mark, unless the reader chooses another of this passage."""
    if len(pages) == 1:
        return pages[0]
    chosen = st.segmented_control(
        words.PAGES, pages, default=first, key=f"library_page_{passage.id}",
        format_func=lambda page: plain_label(page_name(page, loaded.page_labels)),
    )  # fmt: skip
    return chosen or first
