"""The Pathway page: the four pillars as a picture, and what this library holds under each."""

import streamlit as st

from nrm.adapters.library_store import LibraryStore
from nrm.corpus import Corpus
from nrm.domain.passages import Passage
from nrm.services.pathway import NAMES_DIGEST, handbook_passages, pathway
from ui import library_access
from ui.components.markup import html, link
from ui.explorer.html import details, paragraph
from ui.explorer.resources import explorer
from ui.practice_views.look import apply_look
from ui.practice_views.pathway_html import part_section, picture
from ui.wording import pathway_page as words


def render() -> None:
    """Show the page."""
    apply_look()
    catalogue = explorer().catalogue
    passages = handbook_passages(LibraryStore(library_access.settings().data_dir))
    parts = pathway(catalogue.corpus, passages)
    scope = "".join(paragraph(html(line)) for line in words.SCOPE)
    st.html(
        f'<div class="nrm-wide"><h1>{html(words.TITLE)}</h1>{paragraph(html(words.INTRODUCTION))}</div>'
        f'<div class="nrm-scope" role="note">{scope}{_names(catalogue.corpus)}</div>'
    )
    st.html(picture(parts))
    remark = _remark(passages, any(part.sections for part in parts))
    if remark:
        st.html(paragraph(html(remark)))
    for part in parts:
        st.html(part_section(part, catalogue))


def _names(corpus: Corpus) -> str:
    digest = next((item for item in corpus.digests if item.id == NAMES_DIGEST), None)
    if digest is None:
        return ""
    checked = html(words.CHECKED.format(date=digest.checked_on))
    inner = paragraph(html(digest.text)) + paragraph(link(digest.url, words.NAMES_LINK), f"({checked})")
    return details(words.NAMES, inner)


def _remark(passages: list[Passage], placed: bool) -> str:
    if not passages:
        return words.NOT_LOADED
    return "" if placed else words.NOT_NAMED
