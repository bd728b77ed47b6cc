"""A question of ours that an address names by its commitment, so that no words stand in an address."""

import streamlit as st

from nrm.services.pathway import full_question
from ui.components.address import page_address
from ui.library_access import corpus

_ABOUT = "about"


def address_of_question(commitment: str) -> str:
    """The address of the Ask page with the question that people ask about a commitment.

    >>> address_of_question("coe-cets197-2005-047")
    '/?about=coe-cets197-2005-047'
    """
    return page_address("", **{_ABOUT: commitment})


def linked_question() -> str:
    """The question that the address names, once: it is taken out of the address. Empty when it names none."""
    name = st.query_params.get(_ABOUT, "")
    if not name:
        return ""
    del st.query_params[_ABOUT]
    return next((full_question(item) for item in corpus().commitments if item.id == name), "")
