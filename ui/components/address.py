"""What a page keeps in its address, so that a view can be shared: filters and passages, never a question."""

from collections.abc import Container, Iterable
from urllib.parse import urlencode

import streamlit as st


def choices_in_address(name: str, allowed: Container[str]) -> tuple[str, ...]:
    """The allowed values of a query parameter, in the order of the address; others are ignored."""
    return tuple(dict.fromkeys(value for value in st.query_params.get_all(name) if value in allowed))


def choice_in_address(name: str, allowed: Container[str], otherwise: str = "") -> str:
    """The first allowed value of a query parameter."""
    return next(iter(choices_in_address(name, allowed)), otherwise)


def keep_in_address(name: str, values: str | Iterable[str]) -> None:
    """Write values under a query parameter; no value takes it away."""
    kept = [values] if isinstance(values, str) else list(values)
    kept = [value for value in kept if value]
    if kept:
        if st.query_params.get_all(name) != kept:
            st.query_params[name] = kept
    elif name in st.query_params:
        del st.query_params[name]


def page_address(page: str, **parameters: str) -> str:
    """The address of a page of this app, for a link.

    >>> page_address("library", passage="coe-cets197-2005/13.1")
    '/library?passage=coe-cets197-2005%2F13.1'
    """
    query = urlencode({name: value for name, value in parameters.items() if value})
    return f"/{page}{'?' + query if query else ''}"
