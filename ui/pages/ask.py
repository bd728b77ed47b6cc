"""The Ask page: a question, an answer made of quotations, and what was asked before."""

from collections.abc import Iterator

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from nrm.answering.consent import Consent
from nrm.domain.errors import IndexMissing, StaleIndex
from nrm.domain.vocabulary import Outcome
from nrm.services.conversation import Conversation, Turn
from ui.components.answer import past_answer_html, show_answer
from ui.components.asked import asked_html
from ui.components.at_risk import show_at_risk
from ui.components.conversation import answer_consent, conversation, forget_all, keep, start_topic
from ui.components.described import Records, records_of
from ui.components.export import conversation_buttons
from ui.components.filters import chosen_filters, clear_filters, put_filters, show_filters
from ui.components.linked_question import linked_question
from ui.components.markup import html, paragraph, plain_label
from ui.components.sending import offer_sending
from ui.library_access import asker, corpus, handbook_is_loaded, searcher, settings
from ui.wording import ask_page as words
from ui.wording import export_words, safety

_AT_RISK = "ask_at_risk"
_FILTERS = "ask_filter"
_NOT_SEARCHED = frozenset(
    {
        Outcome.HARMFUL,
        Outcome.TOO_LONG,
        Outcome.OUT_OF_SCOPE,
        Outcome.NEEDS_CLARIFICATION,
        Outcome.INDEX_MISSING,
    }
)
_PENDING = "ask_pending"  # a question from a button, asked in the run that follows
_EDITED = "ask_edited"  # the last question put right
_AGAIN = "ask_again"  # the last question is asked again, with the consent that was given


def render() -> None:
    """Show the page."""
    if st.session_state.get(_AT_RISK):
        _render_at_risk()
        return
    if linked := linked_question():
        st.session_state[_PENDING] = linked
    _render_opening()
    with st.container(
        key="ask_box"
    ):  # in a container it stays here; alone it would sink to the foot and scroll the page
        typed = st.chat_input(words.ASK_LABEL, key="ask_question", max_chars=settings().max_question_characters)
    narrowing = st.container()
    if question := typed or st.session_state.pop(_PENDING, ""):
        _ask(question)  # before the filters: a person at risk never waits for the library
    elif edited := st.session_state.pop(_EDITED, ""):
        _ask_edited(edited)
    elif st.session_state.pop(_AGAIN, False):
        _ask_again()
    with narrowing:
        _render_filters()
    if conversation().turns:
        _render_conversation()
    else:
        _render_samples()


def _render_opening() -> None:
    """The whole scope notice at the start; its short form once there is an answer to read."""
    if conversation().turns or st.session_state.get("ask_question") or {_PENDING, _EDITED} & set(st.session_state):
        short = f"{words.SCOPE_SHORT}. {words.IN_DANGER}"
        st.html(f'<h1>{html(words.TITLE_SHORT)}</h1><p class="nrm-small nrm-scope-short" role="note">{html(short)}</p>')
        return
    scope = "".join(f"<p>{html(line)}</p>" for line in (*words.SCOPE, words.IN_DANGER))
    st.html(f'<h1>{html(words.TITLE)}</h1><div class="nrm-scope" role="note">{scope}</div>')
    st.html(paragraph(html(_who_writes()), "nrm-small"))


def _who_writes() -> str:
    """Whether a language model is used, said plainly."""
    return words.WITH_MODEL if settings().llm_base_url and settings().llm_model else words.QUOTATIONS_ONLY


def _render_filters() -> None:
    with st.spinner(words.WAIT):
        try:
            known = searcher().known_values
        except (IndexMissing, StaleIndex):
            return  # the answer says what is missing, and how to mend it
    show_filters(known, corpus(), _FILTERS)


def _ask(question: str) -> None:
    before = conversation().with_filters(chosen_filters(_FILTERS))
    with st.spinner(words.SEARCHING):
        _continue(before.ask(asker(), question))


def _ask_edited(question: str) -> None:
    with st.spinner(words.SEARCHING):
        _continue(conversation().edited(asker(), question, chosen_filters(_FILTERS)))


def _ask_again() -> None:
    with st.spinner(words.SEARCHING):
        _continue(conversation().again(asker()))


def _continue(talk: Conversation) -> None:
    """Go on with a conversation; of one that ended in danger nothing is left but the way to help."""
    if talk.last and talk.last.answer.outcome is Outcome.PERSON_AT_RISK:
        forget_all()
        st.session_state[_AT_RISK] = talk.filters.state or ("",)
        st.rerun()
    keep(talk)
    put_filters(_FILTERS, talk.filters)


def _render_conversation() -> None:
    *earlier, latest = conversation().turns
    records, number = records_of(corpus()), len(earlier)
    st.button(words.NEW_TOPIC, key="ask_new_topic", on_click=_new_topic)
    if asked := asked_html(latest, _who_wrote(latest)):
        st.html(asked)
    show_answer(latest.answer, records, handbook_is_loaded(), f"turn_{number}", latest.filters)
    offer_sending(f"turn_{number}", _send)
    _render_understood(latest, number)
    if earlier:
        _render_earlier(earlier, records)


def _new_topic() -> None:
    start_topic()
    clear_filters(_FILTERS)


def _send(consent: Consent) -> None:
    answer_consent(consent)
    st.session_state[_AGAIN] = True


def _who_wrote(turn: Turn) -> str:
    if not turn.answer.statements:
        return ""
    return words.WRITTEN_BY.format(model=turn.answer.written_by) if turn.answer.written_by else words.QUOTATIONS_ONLY


def _render_understood(turn: Turn, number: int) -> None:
    if not turn.understood or turn.answer.outcome in _NOT_SEARCHED:
        return
    names = {state.code: state.name for state in corpus().states}
    states = ", ".join(names.get(code, code) for code in turn.filters.state) or words.ALL_STATES
    label = plain_label(f"{turn.understood} · {states}")
    with st.expander(f"{words.UNDERSTOOD}: {label}"), st.form(f"again_{number}", border=False):
        edited = st.text_area(words.CHANGE_QUESTION, turn.understood, max_chars=settings().max_question_characters)
        if st.form_submit_button(words.ASK_AGAIN) and edited:
            st.session_state[_EDITED] = edited
            st.rerun()


def _render_earlier(earlier: list[Turn], records: Records) -> None:
    st.html(f'<h2 class="nrm-h2">{html(words.EARLIER)}</h2>')
    for turn in reversed(earlier):
        with st.expander(plain_label(turn.asked or words.NOT_KEPT)):
            st.html(asked_html(turn) + past_answer_html(turn.answer, records))
    st.html(f'<h3 class="nrm-h3">{html(export_words.CONVERSATION_HEADING)}</h3>')
    conversation_buttons([turn.answer for turn in conversation().turns])


def _render_samples() -> None:
    st.html(f'<h2 class="nrm-samples-heading">{html(words.SAMPLES_HEADING)}</h2>')
    columns: Iterator[DeltaGenerator] = iter(())
    for number, sample in enumerate(words.SAMPLES):
        columns = iter(st.columns(2)) if number % 2 == 0 else columns
        next(columns).button(
            f"**{sample.role}**  \n{sample.question}",
            key=f"sample_{number}",
            width="stretch",
            wrap=True,
            on_click=_choose,
            args=(sample.question,),
        )


def _choose(question: str) -> None:
    st.session_state[_PENDING] = question


def _render_at_risk() -> None:
    show_at_risk(st.session_state[_AT_RISK])
    st.button(safety.BACK, key="ask_back", type="tertiary", on_click=_leave_at_risk)


def _leave_at_risk() -> None:
    st.session_state.pop(_AT_RISK, None)
