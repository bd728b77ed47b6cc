"""One commitment on its own, with what is related to it."""

import streamlit as st

from nrm.services.explorer import labels
from nrm.services.explorer.briefs import commitments_brief
from nrm.services.explorer.sheets import commitments_sheet
from ui.components.markup import html, plain_label
from ui.explorer import choices, pickers
from ui.explorer.address import write_address
from ui.explorer.cards import commitment_card
from ui.explorer.downloads import offer_downloads
from ui.explorer.resources import Explorer
from ui.wording import commitments_page as words


def record_view(tool: Explorer, name: str) -> None:
    """The commitment with this id, which exists."""
    item = tool.catalogue.commitments[name]
    st.button(words.BACK, on_click=pickers.close_record, type="tertiary", key="commitments_back")
    state = pickers.pick_state(tool.catalogue)
    with st.container(border=True):
        st.html(commitment_card(item, tool, state, whole=True))
    _show_related(tool, name)
    _show_topics(tool, item.topics)
    offer_downloads(
        name,
        lambda: commitments_sheet([item], tool.catalogue, state),
        lambda: commitments_brief([item], tool.catalogue, tool.official.of, state),
    )
    write_address(choices.PAGE, {"view": "record", "id": name, "state": state})


def _show_related(tool: Explorer, name: str) -> None:
    related = tool.catalogue.related[name]
    if not related:
        return
    st.html(f'<h3 class="nrm-h3">{html(words.RELATED)}</h3>')
    for other in related:
        item = tool.catalogue.commitments[other]
        where = labels.where_label(item, tool.catalogue.source_of(item))
        label = f"{item.title} · {where}"
        st.button(plain_label(label), key=f"related_{other}", on_click=pickers.open_record, args=(other,))


def _show_topics(tool: Explorer, topics: tuple[str, ...]) -> None:
    st.html(f'<h3 class="nrm-h3">{html(words.TOPICS)}</h3>')
    with st.container(horizontal=True):
        for topic in topics:
            label = tool.catalogue.topic_label(topic)
            st.button(plain_label(label), key=f"topic_{topic}", on_click=pickers.open_topic, args=(topic,))
