"""The map of the participating States by where each stands towards an instrument.

Darkness falls with the strength of the tie, so the map can be read without colours; the legend counts.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.standing import STANDING, Standing, StateStanding, as_of_text, standing_text
from ui.maps.region_map import Place, region_map

_COLOURS: Mapping[Standing, str] = {
    Standing.PARTY: "#0b4f66",
    Standing.EU_MEMBER: "#0b4f66",
    Standing.PARTICIPATING: "#0b4f66",
    Standing.SIGNED: "#5fa3b8",
    Standing.WITHDREW: "#b5651d",
    Standing.NOT_PARTY: "#f3dcc3",
    Standing.NOT_EU_MEMBER: "#f3dcc3",
    Standing.UNKNOWN: "#ffffff",
    Standing.NO_PARTIES: "#ffffff",
}
_TITLES: Mapping[str, str] = {"name": "State", "standing": "Standing", "as_of": "Evidence"}


def standing_map(rows: Sequence[StateStanding], catalogue: Catalogue, view: str = "region") -> dict[str, Any]:
    """The map for one instrument as a Vega-Lite specification.

    :param rows: each State once.
    :param view: one of ``VIEWS`` in ``region_map.py``.
    """
    counted = Counter(row.standing for row in rows)
    groups = {standing: f"{STANDING[standing]} ({counted[standing]})" for standing in Standing if counted[standing]}
    places = [Place(row.state, catalogue.states[row.state].name, groups[row.standing], _facts(row)) for row in rows]
    return region_map(places, {group: _COLOURS[name] for name, group in groups.items()}, _TITLES, view)


def _facts(row: StateStanding) -> dict[str, str]:
    return {"standing": standing_text(row), "as_of": as_of_text(row) or row.remark}
