"""What a person who may be at risk sees: whom to call, and the way out. Nothing else."""

from collections.abc import Sequence

import streamlit as st

from nrm.domain.knowledge import Contact
from ui.components.markup import html, link
from ui.library_access import corpus
from ui.wording import safety as words

_MOST_CONTACTS = 3  # more would need scrolling on a phone


def show_at_risk(states: Sequence[str]) -> None:
    """The emergency number first, at once; then the operator's contacts, which may take a moment to read.

    :param states: codes of the States chosen; their contacts come first.
    """
    contacts = st.empty()
    contacts.html(at_risk_html(()))
    found = nearest_contacts(corpus().contacts, states)
    if found:
        contacts.html(at_risk_html(found))


def nearest_contacts(contacts: Sequence[Contact], states: Sequence[str]) -> tuple[Contact, ...]:
    """At most three contacts: those of the States chosen first, else in the operator's order."""
    return tuple(sorted(contacts, key=lambda contact: contact.state not in states)[:_MOST_CONTACTS])


def at_risk_html(contacts: Sequence[Contact]) -> str:
    """The page as HTML; no script, so it works whatever happens."""
    call = _button(f"tel:{words.EMERGENCY_NUMBER}", words.CALL_BUTTON, "nrm-call")
    leave = _button(words.LEAVE_PATH, words.LEAVE_NOW, "nrm-leave")
    return (
        f'<div class="nrm-risk"><h1>{html(words.CALL_NOW)}</h1><p>{html(words.OR_NATIONAL)}</p>{call}'
        f"{_contacts_html(contacts)}<p>{html(words.NOTHING_KEPT)}</p>{leave}</div>"
    )


def _button(address: str, label: str, look: str) -> str:
    return f'<p><a class="nrm-button {look}" href="{address}" target="_self">{html(label)}</a></p>'


def _contacts_html(contacts: Sequence[Contact]) -> str:
    if not contacts:
        return ""
    lines = "".join(
        f"<li><strong>{link(contact.url, contact.name)}</strong> ({html(contact.state)}): "
        f'<a href="tel:{html("".join(contact.number.split()))}" target="_self">{html(contact.number)}</a> '
        f"– {html(words.CHECKED_ON)} {html(contact.checked_on)}</li>"
        for contact in contacts
    )
    return f"<p>{html(words.WHO_CAN_HELP)}:</p><ul>{lines}</ul>"
