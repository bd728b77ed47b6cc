"""A map of the 57 participating States in a few colours, for any fact that is not where States stand.

Shapes: Natural Earth 1:50m (public domain), reduced by ``reduce_atlas.py``. Colour is never alone: the legend
names each group, a State tells its facts under the pointer, and the page shows a table with the same facts.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, cast

import altair as alt

from ui.maps.standing_map import _POINTS as POINTS

_FOLDER = Path(__file__).parent
_HEIGHT = 430


@dataclass(frozen=True, slots=True)
class Place:
    """A State, the group that colours it, and the facts shown under the pointer."""

    code: str
    name: str
    group: str
    facts: Mapping[str, str] = field(default_factory=dict)


def region_map(
    places: Sequence[Place], colours: Mapping[str, str], titles: Mapping[str, str]
) -> alt.LayerChart:
    """The map. ``colours``: each group's, in the order of the legend; ``titles``: of name and facts."""
    properties = {place.code: {"name": place.name, "group": place.group, **place.facts} for place in places}
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    layers = alt.layer(_neighbours(), _shapes(properties, scale, titles), _points(properties, scale, titles))
    centred = layers.project(type="azimuthalEqualArea", rotate=[-20, -68], clipAngle=75)
    return cast(alt.LayerChart, centred.properties(height=_HEIGHT).configure_view(stroke=None))


def _neighbours() -> Any:
    return alt.Chart(_layer(_atlas("neighbours"), "neighbours")).mark_geoshape(
        fill="#e9edef", stroke="#ffffff"
    )


def _shapes(properties: Mapping[str, Mapping[str, str]], scale: alt.Scale, titles: Mapping[str, str]) -> Any:
    atlas = _atlas("states")
    geometries = [
        {**shape, "properties": properties[shape["properties"]["code"]]}
        for shape in atlas["objects"]["states"]["geometries"]
        if shape["properties"]["code"] in properties
    ]
    own = {**atlas, "objects": {"states": {"type": "GeometryCollection", "geometries": geometries}}}
    legend = alt.Legend(title=None, orient="bottom", columns=1, labelLimit=330, labelFontSize=13)
    chart = alt.Chart(_layer(own, "states")).mark_geoshape(stroke="#42545e", strokeWidth=0.5)
    return chart.encode(
        fill=alt.Fill("properties.group:N", scale=scale, legend=legend),
        tooltip=[alt.Tooltip(f"properties.{name}:N", title=title) for name, title in titles.items()],
    )


def _points(properties: Mapping[str, Mapping[str, str]], scale: alt.Scale, titles: Mapping[str, str]) -> Any:
    values = [
        {**properties[code], "longitude": place[0], "latitude": place[1]}
        for code, place in POINTS.items()
        if code in properties
    ]
    chart = alt.Chart(alt.InlineData(values=values)).mark_point(size=45, stroke="#1b2a33", opacity=1)
    return chart.encode(
        longitude="longitude:Q",
        latitude="latitude:Q",
        fill=alt.Fill("group:N", scale=scale, legend=None),
        tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in titles.items()],
    )


def _layer(atlas: Mapping[str, Any], feature: str) -> alt.InlineData:
    return alt.InlineData(values=atlas, format=alt.TopoDataFormat(type="topojson", feature=feature))


@cache
def _atlas(name: str) -> dict[str, Any]:
    atlas: dict[str, Any] = json.loads((_FOLDER / f"{name}-50m.json").read_text(encoding="utf-8"))
    return atlas
