"""Where practices come from: a map, and a table with the same facts."""

from typing import Any

import streamlit as st

from nrm.services.practice_finding.labels import REGION
from nrm.services.practice_finding.origins import Origin, origins
from ui.components.markup import html
from ui.explorer.address import write_address
from ui.explorer.html import details, internal_link, paragraph, table, tag
from ui.explorer.look import show_small
from ui.maps.region_map import VIEWS, Place, region_map
from ui.practice_views import choices
from ui.practice_views.resources import Desk
from ui.wording import practices_page as words

_COLOURS = ("#5fa3b8", "#ffffff")


def origins_view(desk: Desk) -> None:
    """The map and the table."""
    rows = origins(desk.practices.values(), desk.catalogue.corpus.states)
    states = [row for row in rows if row.code in desk.catalogue.states]
    for column, view in zip(st.columns(2), VIEWS, strict=True):
        column.vega_lite_chart(_map(states, view), width="stretch", theme=None, alt=words.MAP_ALT[view])
    show_small(words.MAP_NOTE)
    cells = [(html(row.name), _which(row)) for row in rows if row.practices]
    st.html(table(words.MAP_CAPTION, words.MAP_HEAD, cells))
    missing = ", ".join(row.name for row in rows if not row.practices)
    if missing:
        st.html(paragraph(html(words.MAP_MISSING.format(names=missing))))
    write_address(choices.PAGE, {"view": "map"})


def _map(rows: list[Origin], view: str) -> dict[str, Any]:
    having = sum(bool(row.practices) for row in rows)
    has, none = words.MAP_HAS.format(count=having), words.MAP_NONE.format(count=len(rows) - having)
    places = [Place(row.code, row.name, has if row.practices else none, {"facts": _count(row)}) for row in rows]
    return region_map(places, dict(zip((has, none), _COLOURS, strict=True)), words.MAP_TOOLTIP, view)


def _count(row: Origin) -> str:
    count = len(row.practices)
    if not count:
        return words.MAP_COUNT_NONE
    return words.MAP_COUNT_ONE if count == 1 else words.MAP_COUNT.format(count=count)


def _which(row: Origin) -> str:
    lines = "".join(
        tag("li", internal_link(item.title, "practices", view="record", id=item.id)) for item in row.practices
    )
    listed = tag("ul", lines, class_="nrm-list")
    everything = internal_link(words.SHOW_THEM, "practices", state=row.code or REGION)
    return details(_count(row), f"{listed}<p>{everything}</p>") if len(row.practices) > 1 else listed
