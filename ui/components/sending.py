"""Before anything goes to another machine: the exact text, and a person's yes or no, once a conversation."""

from collections.abc import Callable

import streamlit as st

from nrm.answering.consent import Consent
from nrm.domain.errors import NrmError
from nrm.services.prompted_model import TextToSend
from ui.components.conversation import answer_consent, conversation
from ui.components.markup import plain_label
from ui.library_access import asker
from ui.wording import ask_page as words


def offer_sending(key: str, send: Callable[[Consent], None]) -> None:
    """Show what the last question would send to a model on another machine, and ask.

    :param send: called with the consent when a person says yes, before the page runs again.
    """
    text = _text_to_send()
    if text is None:
        return
    server = plain_label(text.server)
    with st.expander(words.SEND_OFFER.format(server=server), key=f"{key}_sending"):
        st.markdown(words.SEND_EXPLAINED.format(server=server))
        st.code(text.text, language=None, wrap_lines=True)
        with st.container(horizontal=True):
            st.button(words.SEND_YES, key=f"{key}_send", on_click=send, args=(text.consent,))
            st.button(words.SEND_NO, key=f"{key}_keep", on_click=answer_consent, args=(None,))


def _text_to_send() -> TextToSend | None:
    try:
        return conversation().text_to_send(asker())
    except NrmError:
        return None  # a model that cannot be used writes nothing; the answer stands without it
