"""One practice on its own: summary, limits and praise, source, commitments, relatives."""

import streamlit as st

from nrm.services.practice_finding.briefs import practices_brief
from nrm.services.practice_finding.relatives import related_practices
from nrm.services.practice_finding.sheets import practices_sheet
from ui.components.markup import html, plain_label
from ui.explorer.address import write_address
from ui.explorer.downloads import offer_downloads
from ui.explorer.html import paragraph, tag
from ui.practice_views import choices
from ui.practice_views.browse_view import show_compare_button
from ui.practice_views.cards import practice_record
from ui.practice_views.resources import Desk
from ui.wording import practices_page as words


def record_view(desk: Desk, name: str) -> None:
    """The practice, the way back, and the nearest others."""
    item = desk.practices.get(name)
    if item is None:
        st.button(words.BACK, on_click=choices.close_record)
        st.warning(plain_label(words.NO_PRACTICE.format(id=name)))
        return
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.button(words.BACK, key="practices_back", on_click=choices.close_record)
        show_compare_button(item)
    st.html(practice_record(item, desk.catalogue))
    _show_related(desk, name)
    offer_downloads(
        f"practice-{name.lower()}",
        lambda: practices_sheet([item], desk.catalogue),
        lambda: practices_brief([item], desk.catalogue),
    )
    write_address(choices.PAGE, {"view": "record", "id": name})


def _show_related(desk: Desk, name: str) -> None:
    related = related_practices(desk.practices[name], desk.practices.values())
    if not related:
        return
    note = paragraph(html(words.RELATED_NOTE), small=True)
    st.html(tag("div", tag("h3", html(words.RELATED)) + note, class_="nrm-part"))
    with st.container(key="practices_related", gap="xxsmall"):
        for item in related:
            st.button(
                f"{plain_label(item.country)}: {plain_label(item.title)}",
                key=f"related_{item.id}",
                type="tertiary",
                on_click=choices.open_record,
                args=(item.id,),
            )
