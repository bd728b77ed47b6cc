"""Two to four instruments, or States, side by side."""

from collections.abc import Sequence

import streamlit as st

from nrm.domain.knowledge import Commitment
from nrm.services.explorer.briefs import instruments_brief, states_brief
from nrm.services.explorer.comparison import FEWEST, MOST, compare_instruments, compare_states
from nrm.services.explorer.sheets import by_strength, instruments_sheet, states_sheet
from ui.components.choosing import switch
from ui.components.markup import html
from ui.explorer import choices
from ui.explorer.address import write_address
from ui.explorer.crosswalk_view import record_link, standing_cell
from ui.explorer.downloads import offer_downloads
from ui.explorer.html import strong, table
from ui.explorer.look import show_small
from ui.explorer.resources import Explorer
from ui.wording import commitments_page as words


def compare_view(tool: Explorer) -> None:
    """Instruments or States to choose, and the table."""
    what = switch(words.WHAT_TO_COMPARE, words.COMPARABLE, choices.WHAT, persist_state="page")
    if what == "states":
        chosen = _pick(words.CHOOSE_STATES, "states", {c: s.name for c, s in tool.catalogue.states.items()})
        _show_states(tool, chosen)
        write_address(choices.PAGE, {"view": "compare", "what": "states", "state": chosen})
    else:
        slugs = dict.fromkeys(item.source for item in tool.catalogue.corpus.commitments)
        names = {slug: tool.catalogue.sources[slug].short_title for slug in slugs}
        chosen = _pick(words.CHOOSE_INSTRUMENTS, "instruments", names)
        _show_instruments(tool, chosen)
        write_address(choices.PAGE, {"view": "compare", "instrument": chosen})


def _pick(label: str, what: str, names: dict[str, str]) -> list[str]:
    chosen = st.multiselect(
        label,
        sorted(names, key=lambda value: names[value].casefold()),
        format_func=lambda value: names[value],
        key=choices.COMPARED[what],
        max_selections=MOST,
        persist_state="page",
    )
    if len(chosen) < FEWEST:
        st.markdown(words.CHOOSE_TWO)
    return chosen


def _show_instruments(tool: Explorer, slugs: Sequence[str]) -> None:
    if len(slugs) < FEWEST:
        return
    shared = st.checkbox(words.SHARED_ONLY, key="commitments_shared", persist_state="page")
    rows = [row for row in compare_instruments(slugs, tool.catalogue) if not shared or row.shared_by > 1]
    head = ("Topic", *(tool.catalogue.sources[slug].short_title for slug in slugs))
    cells = [
        (
            html(tool.catalogue.topic_label(row.topic)),
            *(_places(cell, tool) for cell in row.cells),
        )
        for row in rows
    ]
    offer_downloads(
        "instruments-compared",
        lambda: instruments_sheet(slugs, rows, tool.catalogue),
        lambda: instruments_brief(slugs, rows, tool.catalogue),
    )
    st.html(table(words.INSTRUMENTS_CAPTION, head, cells))


def _places(cell: Sequence[Commitment], tool: Explorer) -> str:
    """The places of some duties by strength, each a link to its record."""
    lines = (
        f"{strong(f'{label}:')} {', '.join(map(record_link, duties))}"
        for label, duties in by_strength(cell, tool.catalogue).items()
    )
    return "<br>".join(lines) or html("–")


def _show_states(tool: Explorer, codes: Sequence[str]) -> None:
    if len(codes) < FEWEST:
        return
    different = st.checkbox(words.DIFFERENT_ONLY, key="commitments_different", persist_state="page")
    rows = [row for row in compare_states(codes, tool.catalogue) if not different or row.differs]
    head = ("Instrument", *(tool.catalogue.states[code].name for code in codes))
    cells = [(html(tool.catalogue.sources[row.source].short_title), *map(standing_cell, row.cells)) for row in rows]
    offer_downloads(
        "states-compared",
        lambda: states_sheet(codes, rows, tool.catalogue),
        lambda: states_brief(codes, rows, tool.catalogue),
    )
    show_small(words.AGE)
    st.html(table(words.STATES_CAPTION, head, cells))
