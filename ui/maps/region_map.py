"""A map of the 57 participating States in a few colours.

Shapes: Natural Earth 1:50m (public domain), reduced by ``reduce_atlas.py``. Colour is never alone: the legend
names each group, a State tells its facts under the pointer, and the page shows a table with the same facts.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import altair as alt

_FOLDER = Path(__file__).parent
_HEIGHT = 400
_FEW = 2  # groups whose names stand below each other, since they are long
# One picture of the whole region, and one of Europe, where most of the States are, near enough to be seen.
VIEWS: Mapping[str, Mapping[str, Any]] = {
    "region": {"type": "azimuthalEqualArea", "rotate": [-10, -62]},
    "europe": {"type": "azimuthalEqualArea", "rotate": [-15, -53], "scale": 450},
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


@dataclass(frozen=True, slots=True)
class Place:
    """A State, the group that colours it, and the facts shown under the pointer."""

    code: str
    name: str
    group: str
    facts: Mapping[str, str] = field(default_factory=dict)


def region_map(
    places: Sequence[Place], colours: Mapping[str, str], titles: Mapping[str, str], view: str = "region"
) -> dict[str, Any]:
    """The map as a Vega-Lite specification.

    :param places: each State once.
    :param colours: each group's, in the order of the legend.
    :param titles: what the pointer calls name and facts.
    :param view: one of ``VIEWS``.
    """
    facts = {place.code: {"name": place.name, "group": place.group, **place.facts} for place in places}
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    layers = alt.layer(_neighbours(), _shapes(scale, titles), _points(facts, scale, titles))
    centred = layers.project(**VIEWS[view])
    drawn: dict[str, Any] = centred.properties(height=_HEIGHT).configure_view(stroke=None).to_dict()
    # Altair copies and checks its data again and again, which takes seconds for shapes, so they come last.
    drawn["layer"][0]["data"]["values"] = _atlas("neighbours")
    drawn["layer"][1]["data"]["values"] = _states_with(facts)
    return drawn


def _neighbours() -> Any:
    return alt.Chart(_layer("neighbours")).mark_geoshape(fill="#e9edef", stroke="#ffffff", aria=False, clip=True)


def _shapes(scale: alt.Scale, titles: Mapping[str, str]) -> Any:
    chart = alt.Chart(_layer("states")).mark_geoshape(stroke="#42545e", strokeWidth=0.5, aria=False, clip=True)
    columns = 1 if len(scale.domain) <= _FEW else 2
    legend = alt.Legend(title=None, orient="bottom", columns=columns, labelLimit=330, labelFontSize=13)
    fill = alt.Fill("properties.group:N", scale=scale, legend=legend)
    return chart.encode(fill=fill, tooltip=_tooltip("properties.", titles))


def _points(facts: Mapping[str, dict[str, str]], scale: alt.Scale, titles: Mapping[str, str]) -> Any:
    values = [
        {**facts[code], "longitude": place[0], "latitude": place[1]} for code, place in _POINTS.items() if code in facts
    ]
    chart = alt.Chart(alt.InlineData(name="points", values=values)).mark_point(
        size=45, stroke="#1b2a33", strokeWidth=1, opacity=1, aria=False, clip=True
    )
    fill = alt.Fill("group:N", scale=scale, legend=None)
    return chart.encode(longitude="longitude:Q", latitude="latitude:Q", fill=fill, tooltip=_tooltip("", titles))


def _tooltip(prefix: str, titles: Mapping[str, str]) -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{prefix}{name}:N", title=title) for name, title in titles.items()]


def _states_with(facts: Mapping[str, dict[str, str]]) -> dict[str, Any]:
    """The atlas of the States, each with what is known of it."""
    atlas = _atlas("states")
    geometries = [
        {**shape, "properties": facts[shape["properties"]["code"]]}
        for shape in atlas["objects"]["states"]["geometries"]
        if shape["properties"]["code"] in facts
    ]
    return {**atlas, "objects": {"states": {"type": "GeometryCollection", "geometries": geometries}}}


def _layer(feature: str) -> alt.InlineData:
    return alt.InlineData(name=feature, values={}, format=alt.TopoDataFormat(type="topojson", feature=feature))


@cache
def _atlas(name: str) -> dict[str, Any]:
    atlas: dict[str, Any] = json.loads((_FOLDER / f"{name}-50m.json").read_text(encoding="utf-8"))
    return atlas
