"""A map of the 57 participating States, coloured by where each stands towards an instrument.

Shapes: Natural Earth 1:50m (public domain), reduced by ``reduce_atlas.py``. Colour is never alone: darkness
falls with the strength of the tie, the legend counts each standing, a State tells its own under the pointer,
and the page always shows a table with the same facts.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import altair as alt

from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.standing import STANDING, Standing, StateStanding, as_of_text, standing_text

_FOLDER = Path(__file__).parent
_HEIGHT = 400
# One picture of the whole region, and one of Europe, where most of the States are, near enough to be seen.
VIEWS: Mapping[str, Mapping[str, Any]] = {
    "region": {"type": "naturalEarth1", "rotate": [-10, 0]},
    "europe": {"type": "azimuthalEqualArea", "rotate": [-15, -53], "scale": 450},
}
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
# Too small to be seen as shapes: longitude and latitude of a point instead.
_POINTS: Mapping[str, tuple[float, float]] = {
    "AD": (1.55, 42.55),
    "LI": (9.53, 47.15),
    "LU": (6.1, 49.75),
    "MC": (7.42, 43.74),
    "MT": (14.4, 35.9),
    "SM": (12.46, 43.94),
    "VA": (12.45, 41.9),
}


def standing_map(rows: Sequence[StateStanding], catalogue: Catalogue, view: str = "region") -> dict[str, Any]:
    """The map for one instrument as a Vega-Lite specification.

    :param rows: each State once.
    :param view: one of ``VIEWS``.
    """
    counted = Counter(row.standing for row in rows)
    legend = {
        standing: f"{STANDING[standing]} ({counted[standing]})" for standing in Standing if counted[standing]
    }
    facts = {row.state: _facts(row, legend, catalogue) for row in rows}
    scale = alt.Scale(domain=list(legend.values()), range=[_COLOURS[standing] for standing in legend])
    layers = alt.layer(_neighbours(), _shapes(scale), _points(facts, scale))
    centred = layers.project(**VIEWS[view])
    drawn: dict[str, Any] = centred.properties(height=_HEIGHT).configure_view(stroke=None).to_dict()
    # Altair copies and checks its data again and again, which takes seconds for shapes, so they come last.
    drawn["layer"][0]["data"]["values"] = _atlas("neighbours")
    drawn["layer"][1]["data"]["values"] = _states_with(facts)
    return drawn


def _facts(row: StateStanding, legend: Mapping[Standing, str], catalogue: Catalogue) -> dict[str, str]:
    return {
        "name": catalogue.states[row.state].name,
        "standing": legend[row.standing],
        "facts": standing_text(row),
        "as_of": as_of_text(row) or row.remark,
    }


def _neighbours() -> Any:
    return alt.Chart(_layer("neighbours")).mark_geoshape(
        fill="#e9edef", stroke="#ffffff", aria=False, clip=True
    )


def _shapes(scale: alt.Scale) -> Any:
    chart = alt.Chart(_layer("states")).mark_geoshape(
        stroke="#42545e", strokeWidth=0.5, aria=False, clip=True
    )
    legend = alt.Legend(title=None, orient="bottom", columns=2, labelLimit=260, labelFontSize=13)
    return chart.encode(
        fill=alt.Fill("properties.standing:N", scale=scale, legend=legend), tooltip=_tooltip("properties.")
    )


def _states_with(facts: Mapping[str, dict[str, str]]) -> dict[str, Any]:
    """The atlas of the States, each with what is known of it."""
    atlas = _atlas("states")
    geometries = [
        {**shape, "properties": facts[shape["properties"]["code"]]}
        for shape in atlas["objects"]["states"]["geometries"]
        if shape["properties"]["code"] in facts
    ]
    return {**atlas, "objects": {"states": {"type": "GeometryCollection", "geometries": geometries}}}


def _points(facts: Mapping[str, dict[str, str]], scale: alt.Scale) -> Any:
    values = [
        {**facts[code], "longitude": place[0], "latitude": place[1]}
        for code, place in _POINTS.items()
        if code in facts
    ]
    chart = alt.Chart(alt.InlineData(name="points", values=values)).mark_point(
        size=45, stroke="#1b2a33", strokeWidth=1, opacity=1, aria=False, clip=True
    )
    return chart.encode(
        longitude="longitude:Q",
        latitude="latitude:Q",
        fill=alt.Fill("standing:N", scale=scale, legend=None),
        tooltip=_tooltip(""),
    )


def _tooltip(prefix: str) -> list[alt.Tooltip]:
    titles = {"name": "State", "facts": "Standing", "as_of": "Evidence"}
    return [alt.Tooltip(f"{prefix}{name}:N", title=title) for name, title in titles.items()]


def _layer(feature: str) -> alt.InlineData:
    return alt.InlineData(
        name=feature, values={}, format=alt.TopoDataFormat(type="topojson", feature=feature)
    )


@cache
def _atlas(name: str) -> dict[str, Any]:
    atlas: dict[str, Any] = json.loads((_FOLDER / f"{name}-50m.json").read_text(encoding="utf-8"))
    return atlas
