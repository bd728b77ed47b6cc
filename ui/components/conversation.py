"""The conversation of one session: in memory only, at most twenty turns, gone with the tab."""

import streamlit as st

from nrm.answering.consent import Consent
from nrm.services.conversation import Conversation

_CONVERSATION = "ask_conversation"


def conversation() -> Conversation:
    """What was asked so far in this session."""
    kept: Conversation = st.session_state.get(_CONVERSATION, Conversation())
    return kept


def keep(talk: Conversation) -> None:
    """Hold the conversation for the rest of the session."""
    st.session_state[_CONVERSATION] = talk


def forget_all() -> None:
    """Nothing of the conversation is left, not even a consent."""
    st.session_state[_CONVERSATION] = Conversation()


def start_topic() -> None:
    """Start anew: no turns; a yes or no to sending still holds."""
    keep(conversation().new_topic())


def answer_consent(consent: Consent | None) -> None:
    """A person's yes (with the consent that came with the text) or no, for the whole conversation."""
    keep(conversation().with_consent(consent))
