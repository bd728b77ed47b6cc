"""From what a person gave to a value that exists, or a message that names the nearest."""

import difflib
from collections.abc import Mapping

from nrm.domain.errors import WrongUse
from nrm.services.explorer.catalogue import Catalogue

_SHORT = 4  # words up to this length are too alike to lead anywhere


def known_topic(given: str, catalogue: Catalogue) -> str:
    """The id of a topic given by id or label.

    :raises WrongUse: if there is none; the message names the nearest.
    """
    return known_value(given, {item.id: item.label for item in catalogue.corpus.topics}, "topic")


def known_state(given: str, catalogue: Catalogue) -> str:
    """The code of a State given by code or name; raises as ``known_topic``."""
    return known_value(given, {item.code: item.name for item in catalogue.corpus.states}, "participating State")


def known_instrument(given: str, catalogue: Catalogue) -> str:
    """The slug of an instrument given by slug or short title; raises as ``known_topic``."""
    names = {item.slug: item.short_title for item in catalogue.corpus.sources}
    return known_value(given, names, "instrument")


def known_value(given: str, names: Mapping[str, str], what: str) -> str:
    """The key whose key or name was given; case, spaces and underscores do not matter.

    :param names: what each key is called.
    :param what: how the message calls such a value.
    :raises WrongUse: if there is none; the message names the nearest by its name and key.
    """
    by_folded = {_folded(name): key for key, name in names.items()} | {_folded(key): key for key in names}
    key = by_folded.get(_folded(given))
    if key is not None:
        return key
    raise WrongUse(f"There is no {what} '{given[:60]}'.", _hint(_folded(given), by_folded, names))


def _hint(given: str, by_folded: Mapping[str, str], names: Mapping[str, str]) -> str:
    """The nearest name, or the name that has the nearest word in it."""
    by_word = {word: key for folded, key in by_folded.items() for word in folded.split() if len(word) > _SHORT}
    candidates = by_word | dict(by_folded)
    nearest = difflib.get_close_matches(given, list(candidates), n=1, cutoff=0.0)
    return f"The nearest is {_shown(candidates[nearest[0]], names)}." if nearest else ""


def _shown(key: str, names: Mapping[str, str]) -> str:
    return f"'{names[key]}'" if names[key].casefold() == key.casefold() else f"'{names[key]}' ({key})"


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").split())
