"""A map of the 57 participating States in a few colours, for any fact that is not where States stand.

Colour is never alone: the legend names each group, a State tells its facts under the pointer, and the page
shows a table with the same facts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import altair as alt

from ui.maps.standing_map import _POINTS, VIEWS, _atlas, _layer, _neighbours, _states_with

_HEIGHT = 400


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


def _shapes(scale: alt.Scale, titles: Mapping[str, str]) -> Any:
    chart = alt.Chart(_layer("states")).mark_geoshape(
        stroke="#42545e", strokeWidth=0.5, aria=False, clip=True
    )
    legend = alt.Legend(title=None, orient="bottom", columns=1, labelLimit=330, labelFontSize=13)
    fill = alt.Fill("properties.group:N", scale=scale, legend=legend)
    return chart.encode(fill=fill, tooltip=_tooltip("properties.", titles))


def _points(facts: Mapping[str, dict[str, str]], scale: alt.Scale, titles: Mapping[str, str]) -> Any:
    values = [
        {**facts[code], "longitude": place[0], "latitude": place[1]}
        for code, place in _POINTS.items()
        if code in facts
    ]
    chart = alt.Chart(alt.InlineData(name="points", values=values)).mark_point(
        size=45, stroke="#1b2a33", strokeWidth=1, opacity=1, aria=False, clip=True
    )
    fill = alt.Fill("group:N", scale=scale, legend=None)
    return chart.encode(
        longitude="longitude:Q", latitude="latitude:Q", fill=fill, tooltip=_tooltip("", titles)
    )


def _tooltip(prefix: str, titles: Mapping[str, str]) -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{prefix}{name}:N", title=title) for name, title in titles.items()]
