"""The steps of an answer for one's own work: on the page, and as a card to print."""

from collections.abc import Iterable
from itertools import groupby

import streamlit as st

from nrm.answering.checklist import Checklist, Step
from nrm.domain.answers import Answer
from nrm.domain.vocabulary import Audience
from nrm.services.answer_exports import card_pdf
from nrm.services.answer_exports.card import STAGES
from nrm.services.checklists import checklist_for
from ui.components.markup import chip, html, paragraph
from ui.library_access import searcher
from ui.wording import answer_view as words
from ui.wording import export_words
from ui.wording.ask_page import SCOPE
from ui.wording.labels import AUDIENCES, STRENGTHS

_PDF = "application/pdf"


def show_steps(answer: Answer, key: str) -> None:
    """The answer as a checklist, when the question asks what to do; nothing otherwise."""
    if not answer.statements or checklist_for(answer, searcher()) is None:
        return
    with st.expander(words.STEPS_HEADING, key=f"{key}_steps"):
        role = st.selectbox(
            words.STEPS_ROLE, [None, *Audience], format_func=_role_name, key=f"{key}_role", persist_state="session"
        )
        checklist = checklist_for(answer, searcher(), role)
        if checklist:
            st.html(steps_html(checklist))
            _card_button(checklist, answer, key)


def steps_html(checklist: Checklist) -> str:
    """The steps under their stages, then those of others, then who set the order."""
    order = words.STEPS_ORDER_OF_SOURCE if checklist.ordered_by_source else words.STEPS_ORDER_OURS
    others = (
        f'<h4 class="nrm-h4">{html(words.STEPS_OF_OTHERS)}</h4>{_steps(checklist.others)}' if checklist.others else ""
    )
    return f"{_staged(checklist.steps)}{others}{paragraph(html(order), 'nrm-small')}"


def _staged(steps: Iterable[Step]) -> str:
    return "".join(
        f'<h4 class="nrm-h4">{html(STAGES[stage])}</h4>{_steps(found)}'
        for stage, found in groupby(steps, key=lambda step: step.stage)
    )


def _steps(steps: Iterable[Step]) -> str:
    return f'<ul class="nrm-steps">{"".join(map(_step, steps))}</ul>'


def _step(step: Step) -> str:
    strength = f" {chip(STRENGTHS[step.strength], 'nrm-strength')}" if step.strength else ""
    actor = (
        f'<br><span class="nrm-small">{html(words.STEP_ACTOR.format(actor=step.actor))}</span>' if step.actor else ""
    )
    number = f'<span class="nrm-number">[{step.citation}]</span>'
    return f"<li>{html(step.text)} {number}{strength}{actor}</li>"


def _card_button(checklist: Checklist, answer: Answer, key: str) -> None:
    st.download_button(
        export_words.CARD_LABEL,
        data=lambda: card_pdf(checklist, answer, SCOPE[0]),
        file_name=export_words.CARD_FILE,
        mime=_PDF,
        key=f"{key}_card",
        on_click="ignore",
    )


def _role_name(role: Audience | None) -> str:
    return AUDIENCES[role] if role else words.STEPS_EVERYBODY
