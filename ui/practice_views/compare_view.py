"""Two to four practices side by side."""

import streamlit as st

from nrm.domain.knowledge import Practice
from nrm.services.explorer.comparison import FEWEST, MOST
from nrm.services.practice_finding.briefs import comparison_brief
from nrm.services.practice_finding.comparison import column_heads, compare_practices
from nrm.services.practice_finding.sheets import practices_sheet
from ui.components.markup import html, link
from ui.explorer.address import write_address
from ui.explorer.downloads import offer_downloads
from ui.explorer.html import table
from ui.practice_views import choices
from ui.practice_views.resources import Desk
from ui.wording import practices_page as words


def compare_view(desk: Desk) -> None:
    """Practices to choose, and the table."""
    ids = st.multiselect(
        words.CHOOSE,
        sorted(desk.practices, key=lambda name: _label(desk.practices[name]).casefold()),
        format_func=lambda name: _label(desk.practices[name]),
        key=choices.COMPARED,
        max_selections=MOST,
        persist_state="page",
    )
    if len(ids) < FEWEST:
        st.markdown(words.CHOOSE_TWO)
    else:
        _show([desk.practices[name] for name in ids], desk)
    write_address(choices.PAGE, {"view": "compare", "id": ids})


def _show(chosen: list[Practice], desk: Desk) -> None:
    head = (words.COMPARE_FIELD, *column_heads(chosen))
    rows = [(html(field.label), *map(_cell, field.cells)) for field in compare_practices(chosen, desk.catalogue)]
    offer_downloads(
        "practices-compared",
        lambda: practices_sheet(chosen, desk.catalogue),
        lambda: comparison_brief(chosen, desk.catalogue),
    )
    st.html(table(words.COMPARE_CAPTION, head, rows))


def _cell(text: str) -> str:
    return link(text, text) if text.startswith(("https://", "http://")) else html(text)


def _label(item: Practice) -> str:
    return f"{item.country}: {item.title}"
