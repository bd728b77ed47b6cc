"""Narrowing a search: which rows of a generation the filters leave."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import fields

import numpy as np
from numpy.typing import NDArray

from nrm.domain.answers import Filters
from nrm.domain.errors import WrongUse

_OPEN_FACETS = frozenset({"state"})  # a passage that names no State concerns them all


def allowed_rows(filters: Filters, facets: Mapping[str, NDArray[np.int32]], size: int) -> NDArray[np.bool_] | None:
    """A mask of the rows that pass every filter; ``None`` when nothing is filtered.

    Values of one filter are alternatives; a passage without a State passes the State filter.
    """
    chosen = {field.name: getattr(filters, field.name) for field in fields(filters)}
    masks = [_mask(facet, values, facets, size) for facet, values in chosen.items() if values]
    return np.logical_and.reduce(masks) if masks else None


def _mask(facet: str, values: Iterable[str], facets: Mapping[str, NDArray[np.int32]], size: int) -> NDArray[np.bool_]:
    mask = np.zeros(size, dtype=np.bool_)
    if facet in _OPEN_FACETS:
        mask[:] = True
        for key, rows in facets.items():
            if key.startswith(f"{facet}:"):
                mask[rows] = False
    for value in values:
        mask[facets.get(f"{facet}:{value}", np.array([], dtype=np.int32))] = True
    return mask


def checked_filters(given: Mapping[str, Iterable[str]], known: Mapping[str, Iterable[str]]) -> Filters:
    """Filters from what a person typed; case does not matter.

    :param known: the values that each filter may have.
    :raises WrongUse: for a value that does not exist; the nearest is named.
    """
    checked = {}
    for facet, values in given.items():
        by_folded = {value.casefold(): value for value in known.get(facet, ())}
        checked[facet] = tuple(_known_value(facet, value, by_folded) for value in values)
    return Filters(**checked)


def _known_value(facet: str, value: str, by_folded: Mapping[str, str]) -> str:
    exact = by_folded.get(value.strip().casefold())
    if exact is not None:
        return exact
    nearest = difflib.get_close_matches(value.casefold(), sorted(by_folded), n=1, cutoff=0.0)
    hint = f"The nearest is '{by_folded[nearest[0]]}'." if nearest else "The library is empty."
    raise WrongUse(f"'{value}' is not a {facet} of this library.", hint)
