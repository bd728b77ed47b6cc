"""Addresses that can be shared: what a view shows, as query parameters. Free words are never among them."""

from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from nrm.domain.errors import WrongUse

Address = dict[str, list[str]]
Resolver = Callable[[str], str]


def opened_address(page: str) -> Address | None:
    """The address, when it is not the one that the page itself wrote last; else ``None``."""
    given = {name: st.query_params.get_all(name) for name in st.query_params}
    return None if st.session_state.get(_key(page)) == given else given


def remember_address(page: str, address: Address) -> None:
    """Take an address as read, so that the next run does not read it again."""
    st.session_state[_key(page)] = address


def write_address(page: str, values: Mapping[str, Iterable[str] | str | None]) -> None:
    """Put values into the address; empty ones are left out."""
    address = tidy(values)
    if st.session_state.get(_key(page)) != address:
        st.query_params.from_dict(address)
        remember_address(page, address)


def tidy(values: Mapping[str, Iterable[str] | str | None]) -> Address:
    """Values as lists, without empty ones.

    >>> tidy({"view": "topic", "state": None, "topic": ["children"]})
    {'view': ['topic'], 'topic': ['children']}
    """
    lists = {name: [value] if isinstance(value, str) else list(value or ()) for name, value in values.items()}
    return {name: kept for name, items in lists.items() if (kept := [item for item in items if item])}


def resolved(given: Iterable[str], resolver: Resolver) -> tuple[list[str], list[str]]:
    """The values that exist, and for each of the others a message that names the nearest."""
    found: list[str] = []
    complaints: list[str] = []
    for value in given:
        try:
            found.append(resolver(value))
        except WrongUse as error:
            complaints.append(str(error))
    return list(dict.fromkeys(found)), complaints


def _key(page: str) -> str:
    return f"{page}.address"
