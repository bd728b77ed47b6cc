"""The Ask page: a question, an answer made of quotations, and what was asked before."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from nrm.answering.masking import Masked, mask
from nrm.domain.answers import Filters
from nrm.domain.errors import IndexMissing, StaleIndex
from nrm.domain.vocabulary import Outcome
from ui.components.answer import past_answer_html, show_answer
from ui.components.at_risk import show_at_risk
from ui.components.conversation import Turn, forget_all, remember, turns
from ui.components.described import Records, records_of
from ui.components.filters import chosen_filters, show_filters
from ui.components.markup import html, paragraph, plain_label
from ui.library_access import asker, corpus, handbook_is_loaded, searcher, settings
from ui.wording import ask_page as words
from ui.wording import safety

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


def render() -> None:
    """Show the page."""
    if st.session_state.get(_AT_RISK):
        _render_at_risk()
        return
    _render_opening()
    with st.container(
        key="ask_box"
    ):  # in a container it stays here; alone it would sink to the foot and scroll the page
        typed = st.chat_input(words.ASK_LABEL, key="ask_question", max_chars=settings().max_question_characters)
    narrowing = st.container()
    if question := typed or st.session_state.pop(_PENDING, ""):
        _ask(question, chosen_filters(_FILTERS))  # before the filters: a person at risk never waits for the library
    with narrowing:
        _render_filters()
    if turns():
        _render_conversation()
    else:
        _render_samples()


def _render_opening() -> None:
    """The whole scope notice at the start; its short form once there is an answer to read."""
    if turns() or st.session_state.get("ask_question") or _PENDING in st.session_state:
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


def _ask(question: str, filters: Filters) -> None:
    with st.spinner(words.SEARCHING):
        answer = asker().ask(question, filters)
    if answer.outcome is Outcome.PERSON_AT_RISK:
        forget_all()
        st.session_state[_AT_RISK] = filters.state or ("",)
        st.rerun()
    masked = mask(question)
    shown = replace(answer, question=masked.text)
    remember(Turn(masked.text[: _shown_length()], _what_was_masked(masked), filters, shown))


def _shown_length() -> int:
    return settings().max_question_characters


def _what_was_masked(masked: Masked) -> str:
    counts = Counter(kind for kind, _ in {(found.kind, found.placeholder) for found in masked.found})
    return ", ".join(f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in sorted(counts.items()))


def _render_conversation() -> None:
    *earlier, latest = turns()
    records = records_of(corpus())
    st.button(words.NEW_TOPIC, key="ask_new_topic", on_click=forget_all)
    _render_question(latest)
    show_answer(
        latest.answer,
        records,
        handbook_is_loaded(),
        f"turn_{len(earlier)}",
        latest.filters,
    )
    _render_understood(latest, len(earlier))
    if earlier:
        _render_earlier(earlier, records)


def _render_question(turn: Turn) -> None:
    remarks = [words.MASKED.format(what=turn.masked)] if turn.masked else []
    remarks += [_who_writes()] if turn.answer.statements else []
    small = "".join(paragraph(html(remark), "nrm-small") for remark in remarks)
    st.html(
        f'<p class="nrm-asked"><span>{html(words.YOUR_QUESTION)}:</span> '
        f"<strong>{html(turn.question)}</strong></p>{small}"
    )


def _render_understood(turn: Turn, number: int) -> None:
    understood = turn.answer.understood_as
    if not understood or turn.answer.outcome in _NOT_SEARCHED:
        return
    names = {state.code: state.name for state in corpus().states}
    states = ", ".join(names.get(code, code) for code in turn.filters.state) or words.ALL_STATES
    label = plain_label(f"{understood} · {states}")
    with st.expander(f"{words.UNDERSTOOD}: {label}"), st.form(f"again_{number}", border=False):
        edited = st.text_area(words.CHANGE_QUESTION, understood, max_chars=settings().max_question_characters)
        if st.form_submit_button(words.ASK_AGAIN) and edited:
            st.session_state[_PENDING] = edited
            st.rerun()


def _render_earlier(earlier: list[Turn], records: Records) -> None:
    st.html(f'<h2 class="nrm-h2">{html(words.EARLIER)}</h2>')
    for turn in reversed(earlier):
        with st.expander(plain_label(turn.question)):
            st.html(past_answer_html(turn.answer, records))


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
