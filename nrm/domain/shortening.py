"""Whether some words shorten others: taken from them in their order, and not stitched from scraps."""

from collections.abc import Callable, Sequence

# Of the words from the first to the last one used: below this a text is stitched from scraps.
_LEAST_KEPT = 0.5


def places_in_order(said: Sequence[str], quoted: Sequence[str], alike: Callable[[str, str], bool]) -> list[int] | None:
    """Where each word said stands among those quoted, one after the other; ``None`` when one does not.

    >>> places_in_order(["each", "assist"], ["each", "party", "shall", "assist"], str.__eq__)
    [0, 3]
    """
    places: list[int] = []
    for word in said:
        after = places[-1] + 1 if places else 0
        found = next((place for place in range(after, len(quoted)) if alike(word, quoted[place])), None)
        if found is None:
            return None
        places.append(found)
    return places


def is_of_scraps(places: Sequence[int]) -> bool:
    """Whether less than half of what stands between the first and the last place was kept; so with no place."""
    return not places or len(places) < _LEAST_KEPT * (places[-1] - places[0] + 1)
