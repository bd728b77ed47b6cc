"""Choosing files, saying what they are, and starting to add them."""

from collections.abc import Sequence

import streamlit as st

from ingest.add import Wanted
from ingest.parsers.ocr import language_names, ocr_available
from nrm.domain.knowledge import SourceRecord
from nrm.domain.vocabulary import SourceKind
from nrm.services.library_overview import LibraryOverview
from ui.components.markup import html, paragraph
from ui.library_access import settings
from ui.library_views.tasks import adding
from ui.library_views.uploads import SUFFIXES, Upload, put_in_folder
from ui.library_views.work_view import begin
from ui.wording import library_page as words
from ui.wording.labels import KINDS

_MOST_TITLE = 300
_SCANS_LOOKED_AT_SECONDS = 300


def add_view(overview: LibraryOverview, busy: bool) -> None:
    """The form; it empties itself when it is sent, so that no password stays."""
    st.html(f'<h2 class="nrm-h2">{html(words.ADD)}</h2>{paragraph(html(_about_scans()), "nrm-small")}')
    records = {one.record.slug: one.record for one in overview.missing}
    with st.form("library_add", clear_on_submit=True):
        files = st.file_uploader(words.FILES, type=list(SUFFIXES), accept_multiple_files=True, key="library_files")
        which = st.selectbox(
            words.WHICH, ["", *records], format_func=lambda slug: _name_of(slug, records), help=words.WHICH_HELP
        )
        left, right = st.columns(2)
        kind = left.selectbox(words.KIND, [None, *SourceKind], format_func=_kind_name)
        title = right.text_input(words.DOCUMENT_TITLE, max_chars=_MOST_TITLE, autocomplete="off")
        password = st.text_input(words.PASSWORD, type="password", autocomplete="off")
        sent = st.form_submit_button(words.ADD_BUTTON, type="primary", disabled=busy)
    if sent:
        uploads = [Upload(file.name, file.getbuffer()) for file in files or ()]
        _add(uploads, records.get(which), Wanted(kind, title.strip(), password or None))


def _add(uploads: Sequence[Upload], record: SourceRecord | None, wanted: Wanted) -> None:
    if not uploads:
        st.warning(words.NO_FILES)
        return
    if len(uploads) > 1 and (record or wanted.title):
        st.warning(words.SINGLE_ONLY)
        return
    folder, paths = put_in_folder(uploads, record.slug if record else "")
    shown = {path.name: upload.name for path, upload in zip(paths, uploads, strict=True)}
    begin(words.ADDING, adding(folder, paths, shown, settings(), wanted))


@st.cache_data(ttl=_SCANS_LOOKED_AT_SECONDS, show_spinner=False)
def _about_scans() -> str:
    """Whether pages that are pictures can be read here, and if not, what to install."""
    return words.SCANS_READ.format(languages=language_names()) if ocr_available() else words.SCANS_NOT_READ


def _name_of(slug: str, records: dict[str, SourceRecord]) -> str:
    return records[slug].short_title or records[slug].title if slug else words.WHICH_BY_NAME


def _kind_name(kind: SourceKind | None) -> str:
    return KINDS[kind] if kind else words.KIND_OPEN
