"""What binds a State, and which States an instrument binds: tables, and a map."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from nrm.services.explorer.briefs import evidence_note, standings_brief
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.sheets import standings_sheet
from nrm.services.explorer.standing import (
    STANDING,
    Standing,
    StateStanding,
    standing_text,
    standings_of_state,
    standings_towards,
)
from ui.components.markup import chip, html
from ui.explorer import choices, pickers
from ui.explorer.address import write_address
from ui.explorer.downloads import offer_downloads
from ui.explorer.html import details, internal_link, paragraph, table, tag, whole_days
from ui.explorer.look import show_small
from ui.explorer.resources import Explorer
from ui.maps.region_map import VIEWS
from ui.maps.standing_map import standing_map
from ui.wording import commitments_page as words


def state_view(tool: Explorer) -> None:
    """A State towards every instrument."""
    state = pickers.pick_state(tool.catalogue)
    if state:
        rows = sorted(standings_of_state(state, tool.catalogue), key=lambda row: _rank(row, tool.catalogue))
        name = tool.catalogue.states[state].name
        caption = words.STATE_CAPTION.format(state=name, summary=summary_of(rows))
        _offer(f"state-{state.lower()}", f"What binds {name}", rows, tool.catalogue)
        show_small(f"{words.AGE} {words.STATE_LINKS}")
        st.html(table(caption, words.STATE_HEAD, [(_instrument(row, tool.catalogue), *_cells(row)) for row in rows]))
    else:
        st.markdown(words.CHOOSE_STATE)
    write_address(choices.PAGE, {"view": "state", "state": state})


def map_view(tool: Explorer) -> None:
    """Every State towards one instrument."""
    names = {slug: source.short_title for slug, source in tool.catalogue.sources.items()}
    with_parties = sorted(_with_parties(tool.catalogue), key=lambda slug: names[slug].casefold())
    instrument = pickers.pick_one(words.INSTRUMENT, choices.INSTRUMENT, with_parties, names)
    if instrument:
        _show_map(tool, instrument)
    else:
        st.markdown(words.CHOOSE_INSTRUMENT)
    write_address(choices.PAGE, {"view": "map", "instrument": instrument})


def summary_of(rows: Sequence[StateStanding]) -> str:
    """How many stand how, in the order of the legend: "party 20, unknown 3"."""
    counted = Counter(row.standing for row in rows)
    return ", ".join(f"{STANDING[standing]} {counted[standing]}" for standing in Standing if counted[standing])


def _show_map(tool: Explorer, instrument: str) -> None:
    rows = standings_towards(instrument, tool.catalogue)
    name = tool.catalogue.sources[instrument].short_title
    for column, view in zip(st.columns(2), VIEWS, strict=True):
        drawn = standing_map(rows, tool.catalogue, view)
        alternative = words.MAP_ALT[view].format(instrument=name)
        column.vega_lite_chart(drawn, width="stretch", theme=None, alt=alternative)
    show_small(f"{words.MAP_NOTE} {words.AGE}")
    _offer(f"bound-by-{instrument}", f"Who is bound: {name}", rows, tool.catalogue)
    caption = words.MAP_CAPTION.format(instrument=name, summary=summary_of(rows))
    st.html(table(caption, words.MAP_HEAD, [(_state(row, tool.catalogue), *_cells(row)) for row in rows]))


def _with_parties(catalogue: Catalogue) -> list[str]:
    first = next(iter(catalogue.states))
    return [row.source for row in standings_of_state(first, catalogue)]


def _rank(row: StateStanding, catalogue: Catalogue) -> tuple[int, int]:
    return catalogue.sources[row.source].authority.rank, list(Standing).index(row.standing)


def _instrument(row: StateStanding, catalogue: Catalogue) -> str:
    """The instrument, which opens its commitments; some have none in this library."""
    name = catalogue.sources[row.source].short_title
    if not any(item.source == row.source for item in catalogue.corpus.commitments):
        return html(name)
    return internal_link(name, choices.PAGE, instrument=row.source, state=row.state)


def _state(row: StateStanding, catalogue: Catalogue) -> str:
    return internal_link(catalogue.states[row.state].name, choices.PAGE, view="state", state=row.state)


def _cells(row: StateStanding) -> tuple[str, str, str]:
    disagree = paragraph(chip(words.DISAGREE, "nrm-caution")) if row.disagree else ""
    remark = paragraph(whole_days(row.remark), small=True) if row.remark else ""
    standing = paragraph(tag("strong", whole_days(standing_text(row))))
    return standing + disagree + remark, whole_days(row.as_of or "–"), _evidence(row)


def _evidence(row: StateStanding) -> str:
    if not row.evidence:
        return html("–")
    lines = "".join(f"<li>{html(evidence_note(piece).text)}</li>" for piece in row.evidence)
    count = len(row.evidence)
    summary = words.EVIDENCE_ONE if count == 1 else words.EVIDENCE.format(count=count)
    return details(summary, f'<ul class="nrm-list">{lines}</ul>', is_open=row.disagree)


def _offer(file_name: str, title: str, rows: Sequence[StateStanding], catalogue: Catalogue) -> None:
    offer_downloads(
        file_name, lambda: standings_sheet(rows, catalogue), lambda: standings_brief(title, rows, catalogue)
    )
