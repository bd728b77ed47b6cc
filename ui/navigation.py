"""Which pages there are, and how one is shown: with our style, and with errors said plainly."""

import importlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

import streamlit as st

from nrm.domain.errors import NrmError
from ui.components.style import apply_style
from ui.quiet_logs import place_of
from ui.wording.shell import BROKEN_PAGE


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page in the menu; its module has ``render()`` and is imported when it is opened."""

    module: str
    title: str
    address: str


PAGES = (
    PageEntry("ask", "Ask", ""),
    PageEntry("commitments", "Commitments", "commitments"),
    PageEntry("practices", "Practices", "practices"),
    PageEntry("pathway", "Pathway", "pathway"),
    PageEntry("glossary", "Glossary", "glossary"),
    PageEntry("library", "Library", "library"),
    PageEntry("quiz", "Quiz", "quiz"),
)


def existing_pages() -> tuple[PageEntry, ...]:
    """The pages whose module is in this checkout."""
    return tuple(page for page in PAGES if find_spec(f"ui.pages.{page.module}"))


def addresses() -> tuple[str, ...]:
    """The paths of all pages, without a leading slash."""
    return tuple(page.address for page in PAGES)


def show() -> None:
    """Run the page that the address names."""
    pages = [
        st.Page(_opener(page.module), title=page.title, url_path=page.address or None, default=not page.address)
        for page in existing_pages()
    ]
    chosen = st.navigation(pages, position="top")  # text only: Streamlit's icons fetch a font from elsewhere
    st.set_page_config(page_title=f"{chosen.title} · NRM Guide", initial_sidebar_state="collapsed")
    apply_style()
    try:
        chosen.run()
    except NrmError as error:
        st.error(str(error))
    except Exception as error:  # noqa: BLE001  # the entrance: no error may tell what was typed
        logging.getLogger(__name__).error("A page failed: %s", place_of(error))
        st.error(BROKEN_PAGE)


def _opener(module: str) -> Callable[[], None]:
    def open_page() -> None:
        importlib.import_module(f"ui.pages.{module}").render()

    return open_page
