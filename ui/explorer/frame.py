"""The frame of a page with several views: its address, what was wrong in it, and the choice of a view."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from ui.components.choosing import switch
from ui.components.markup import plain_label
from ui.explorer.address import Address, opened_address, remember_address

Reader = Callable[[Address], tuple[dict[str, Any], list[str]]]
RECORD_VIEW = "record"


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a page keeps its choices in the session, and what its views are called; the first is the usual one."""

    page: str
    view: str
    record: str
    complaints: str
    label: str
    names: Mapping[str, str]


def open_frame(frame: Frame, read: Reader) -> str:
    """The view to show: the one chosen, or ``RECORD_VIEW`` while a record is open.

    :param read: every choice as an address has it, and a message for each value that does not exist.
    """
    _take_address(frame, read)
    for complaint in st.session_state.get(frame.complaints, ()):
        st.warning(plain_label(complaint))
    view = switch(
        frame.label,
        frame.names,
        frame.view,
        on_change=_change_view,
        args=(frame,),
        label_visibility="collapsed",
        persist_state="page",
    )
    return RECORD_VIEW if st.session_state.get(frame.record) else view


def _take_address(frame: Frame, read: Reader) -> None:
    """Set every choice as the address says, when somebody came by an address and not by a choice."""
    address = opened_address(frame.page)
    if address is None:
        return
    values, complaints = read(address)
    st.session_state.update(values)
    st.session_state[frame.complaints] = complaints
    remember_address(frame.page, address)


def _change_view(frame: Frame) -> None:
    st.session_state[frame.record] = ""
    st.session_state[frame.complaints] = []
