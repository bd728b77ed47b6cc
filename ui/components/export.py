"""Taking an answer or a conversation along: Word, PDF, Markdown, and a receipt."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import streamlit as st

from nrm.domain.answers import Answer, Filters, Notice
from nrm.services.answer_exports import FORMATS, AnswerFormat, Wordings, export_answer, export_conversation
from nrm.services.receipts import receipt_json, receipt_of
from ui.library_access import asker, corpus
from ui.wording import export_words as words
from ui.wording.ask_page import SCOPE
from ui.wording.notices import NOTICES
from ui.wording.outcomes import OUTCOMES

_JSON = "application/json"


def export_buttons(answer: Answer, key: str = "answer", filters: Filters | None = None) -> None:
    """Buttons that give this answer as a file; each file is made when its button is pressed, and kept nowhere.

    :param answer: what was proven, with its citations.
    :param key: tells the buttons of several answers on one page apart.
    :param filters: what the search was narrowed to; with it a receipt is offered too.
    """
    with st.container(horizontal=True, key=f"{key}_exports"):
        for each in FORMATS.values():
            _answer_button(answer, each, key)
        if filters is not None:
            _receipt_button(answer, filters, key)


def conversation_buttons(answers: Sequence[Answer]) -> None:
    """Buttons that give all answers of a conversation, oldest first, as one file."""
    with st.container(horizontal=True, key="conversation_exports"):
        for each in FORMATS.values():
            _conversation_button(answers, each)


def wordings() -> Wordings:
    """The reviewed words of the pages, for files."""
    known = corpus()
    names = {state.code: state.name for state in known.states}
    names |= {record.slug: record.short_title for record in known.sources}
    return Wordings(_outcome_words, _notice_words, " ".join(SCOPE[:1]), names, datetime.now(UTC).date().isoformat())


def _answer_button(answer: Answer, each: AnswerFormat, key: str) -> None:
    _button(
        each.label,
        lambda: export_answer(answer, each.name, wordings()),
        (f"{words.FILE_NAME}{each.suffix}", each.media_type),
        f"{key}_{each.name}",
    )


def _conversation_button(answers: Sequence[Answer], each: AnswerFormat) -> None:
    _button(
        each.label,
        lambda: export_conversation(answers, each.name, wordings()),
        (f"{words.CONVERSATION_FILE}{each.suffix}", each.media_type),
        f"conversation_{each.name}",
    )


def _receipt_button(answer: Answer, filters: Filters, key: str) -> None:
    def make() -> str:
        return receipt_json(receipt_of(answer, filters, asker()))

    _button(words.RECEIPT_LABEL, make, (words.RECEIPT_FILE, _JSON), f"{key}_receipt", words.RECEIPT_HELP)


def _button(
    label: str, make: Callable[[], str | bytes], file: tuple[str, str], key: str, help_text: str | None = None
) -> None:
    """A button that gives a file (name and media type) and leaves the page as it is."""
    name, media_type = file
    st.download_button(label, data=make, file_name=name, mime=media_type, key=key, help=help_text, on_click="ignore")


def _outcome_words(answer: Answer) -> str:
    said = OUTCOMES[answer.outcome]
    return " ".join(part for part in (said.heading, said.text.format(detail=answer.detail)) if part)


def _notice_words(notice: Notice) -> str:
    return NOTICES[notice.kind].format(detail=notice.detail)
