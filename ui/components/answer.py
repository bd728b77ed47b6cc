"""A whole answer on the page: grouped by authority, each statement with its source, then what is missing."""

import streamlit as st

from nrm.answering.surroundings import led_in
from nrm.domain.answers import Answer, Citation, Filters, Statement
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Authority, Outcome, Support, Wording
from ui.components.described import Records, describe
from ui.components.export import export_buttons
from ui.components.markup import html, items, paragraph, strength_chips, wording_chip
from ui.components.remarks import bindings_html, case_advice_html, conflicts_html, gaps_html, notices_html
from ui.components.source_card import source_card
from ui.components.steps import show_steps
from ui.wording import answer_view as words
from ui.wording.labels import AUTHORITIES, AUTHORITY_NOTES
from ui.wording.outcomes import OUTCOMES, how_to_load


def show_answer(answer: Answer, records: Records, handbook_loaded: bool, key: str, filters: Filters) -> None:
    """The latest answer, with its passages to open; ``filters`` are those it was asked with."""
    st.html(heading_html(answer) + case_advice_html(answer.notices))
    for authority, statements in by_authority(answer):
        st.html(_group_heading(authority))
        for statement in statements:
            st.html(statement_html(statement, answer, records))
            for citation in _citations(statement, answer):
                source_card(citation, records, f"{key}_{statement.citations[0]}")
    after = (
        bindings_html(answer.bindings, records)
        + conflicts_html(answer.conflicts)
        + gaps_html(answer, handbook_loaded, bool(filters.state))
        + notices_html(answer.notices)
    )
    if after:
        st.html(after)
    _show_related(answer, records)
    if answer.statements:
        show_steps(answer, key)
        export_buttons(answer, key, filters)


def past_answer_html(answer: Answer, records: Records) -> str:
    """An earlier answer, to read again."""
    statements = "".join(statement_html(statement, answer, records) for statement in answer.statements)
    return heading_html(answer) + case_advice_html(answer.notices) + statements + notices_html(answer.notices)


def heading_html(answer: Answer) -> str:
    """How the question ended, what that means, and what can be done."""
    said = OUTCOMES[answer.outcome]
    text = said.text.format(detail=answer.detail)
    steps = (*said.next_steps, *_loading(answer))
    return (
        f'<h2 class="nrm-h2">{html(said.heading)}</h2>'
        + (f"<p>{html(text)}</p>" if text else "")
        + (items(steps) if steps else "")
    )


def by_authority(answer: Answer) -> list[tuple[Authority, list[Statement]]]:
    """The statements under their strongest authority, strongest group first, order kept within a group."""
    groups: dict[Authority, list[Statement]] = {}
    for statement in answer.statements:
        strongest = min((citation.passage.authority for citation in _citations(statement, answer)), key=_rank)
        groups.setdefault(strongest, []).append(statement)
    return sorted(groups.items(), key=lambda group: group[0].rank)


def statement_html(statement: Statement, answer: Answer, records: Records) -> str:
    """A statement under the name of its source, with the numbers of its citations."""
    cited = _citations(statement, answer)
    numbers = " ".join(f'<span class="nrm-number">[{citation.n}]</span>' for citation in cited)
    ours = all(citation.passage.source.wording is Wording.SUMMARY for citation in cited)
    text = statement.text if ours else f"“{statement.text}”"
    look, language = ("nrm-quote nrm-ours" if ours else "nrm-quote"), html(cited[0].passage.source.language)
    lead = led_in(cited[0]) if statement.support is Support.VERBATIM else ""
    before = f'<span class="nrm-lead">{html(lead)}</span><br>' if lead else ""
    sources = "".join(_source_line(citation.passage, records) for citation in cited)
    return f'{sources}<blockquote class="{look}" lang="{language}">{before}{html(text)} {numbers}</blockquote>'


def passage_html(passage: Passage, records: Records) -> str:
    """A passage that is offered, not cited."""
    text = paragraph(html(passage.text), "nrm-passage", passage.source.language)
    return f"{_source_line(passage, records)}{text}"


def _source_line(passage: Passage, records: Records) -> str:
    described = describe(passage, records)
    place = f", {html(described.place)}" if described.place else ""
    strengths = strength_chips(record.strength for record in described.commitments)
    chips = f"{strengths} {wording_chip(passage.source.wording)}"
    as_of = f' <span class="nrm-small">{html(described.as_of)}</span>' if described.as_of else ""
    return paragraph(f"<strong>{html(described.title)}</strong>{place} {chips}{as_of}", "nrm-source")


def _group_heading(authority: Authority) -> str:
    return (
        f'<h3 class="nrm-h3">{html(AUTHORITIES[authority])}</h3>'
        f"{paragraph(html(AUTHORITY_NOTES[authority]), 'nrm-small')}"
    )


def _show_related(answer: Answer, records: Records) -> None:
    if not answer.related:
        return
    listed = "".join(passage_html(passage, records) for passage in answer.related)
    if answer.outcome is Outcome.NOT_FOUND:
        st.html(f'<h3 class="nrm-h3">{html(words.NEAREST_HEADING)}</h3>{listed}')
        return
    with st.expander(words.RELATED_HEADING):
        st.html(listed)


def _loading(answer: Answer) -> tuple[str, ...]:
    return (how_to_load(answer.detail),) if answer.outcome is Outcome.SOURCE_NOT_LOADED else ()


def _citations(statement: Statement, answer: Answer) -> list[Citation]:
    return [citation for citation in answer.citations if citation.n in statement.citations]


def _rank(authority: Authority) -> int:
    return authority.rank
