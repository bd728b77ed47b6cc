"""Draft questions from a passage with the language model of the settings; nothing is here when there is none."""

from collections.abc import Mapping

import streamlit as st

from nrm.adapters.library_store import LibraryStore
from nrm.answering.consent import Consent
from nrm.domain.errors import NrmError
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Wording
from nrm.services.quiz_drafting import Drafted, QuizDrafter, open_drafter
from nrm.services.quiz_drafting.drafter import LONGEST_PASSAGE
from nrm.services.quiz_drafting.reply import MOST_ITEMS
from nrm.settings import Settings
from ui.components.markup import html, items, plain_label
from ui.library_access import settings
from ui.quiz import session
from ui.quiz.desk import Desk, with_added
from ui.quiz.resources import Bench
from ui.wording import quiz_drafting as words

_GO, _TOLD = "quiz_draft_go", "quiz_draft_told"
_SOURCE, _PASSAGE, _NUMBER = "quiz_draft_source", "quiz_draft_passage", "quiz_draft_number"
_SHORTEST_PASSAGE = 60  # letters; less gives nothing to ask
_LABEL_LETTERS = 80
Order = tuple[str, int, Consent | None]


def show_drafting(bench: Bench) -> None:
    """The area with source, passage and number; for a model elsewhere the exact text and a yes."""
    try:
        drafter = _drafter(settings())
    except NrmError as error:
        st.html(f'<p class="nrm-small">{html(str(error))}</p>')
        return
    if drafter is None:
        return
    order: Order | None = st.session_state.pop(_GO, None)
    if order:
        _draft(bench, drafter, order)
    told: tuple[str, ...] = st.session_state.get(_TOLD, ())
    with st.expander(words.AREA, key="quiz_draft_area", expanded=bool(told)):
        st.html(f"<p>{html(words.EXPLAINED.format(model=drafter.model.name, server=drafter.server))}</p>")
        st.html(f'<div role="status">{items(told) if told else ""}</div>')
        _show_form(drafter, LibraryStore(settings().data_dir))


def _show_form(drafter: QuizDrafter, store: LibraryStore) -> None:
    sources = _sources(store)
    if not sources:
        st.info(words.NOTHING_LOADED)
        return
    name = st.selectbox(words.SOURCE, list(sources), format_func=lambda each: sources[each], key=_SOURCE)
    passages = _passages(store, name)
    chosen = st.selectbox(
        words.PASSAGE,
        list(passages),
        index=None,
        format_func=lambda each: _label(passages[each]),
        key=_PASSAGE,
        placeholder=words.CHOOSE_PASSAGE,
    )
    number = st.number_input(words.NUMBER, min_value=1, max_value=MOST_ITEMS, value=3, step=1, key=_NUMBER)
    if chosen is not None and chosen in passages:
        _show_sending(drafter, passages[chosen], int(number))


def _show_sending(drafter: QuizDrafter, passage: Passage, number: int) -> None:
    """The passage, or for another machine the whole text that would go there, and the button."""
    if not drafter.needs_consent:
        st.html(f'<blockquote class="nrm-quote">{html(passage.text)}</blockquote>')
        st.button(words.DRAFT, key="quiz_draft", type="primary", on_click=_order, args=(passage.id, number, None))
        return
    shown = drafter.text_to_send(passage, number)
    st.markdown(words.SEND_EXPLAINED.format(server=plain_label(shown.server)))
    st.code(shown.text, language=None, wrap_lines=True)
    label = words.SEND.format(server=plain_label(shown.server))
    st.button(label, key="quiz_draft_send", type="primary", on_click=_order, args=(passage.id, number, shown.consent))


def _order(passage_id: str, number: int, consent: Consent | None) -> None:
    """Keep what was on the screen when the button was pressed: that, and nothing else, is sent."""
    st.session_state[_GO] = (passage_id, number, consent)


def _draft(bench: Bench, drafter: QuizDrafter, order: Order) -> None:
    passage_id, number, consent = order
    found = LibraryStore(settings().data_dir).passages_by_id([passage_id])
    with st.spinner(words.DRAFTING):
        drafted = drafter.draft(bench.facts, found[passage_id], number, consent) if found else Drafted()
    if drafted.items:
        desk = session.desk()
        if desk:
            session.keep(with_added(desk, drafted.items))
        else:
            session.start_with(Desk(drafted.items, from_file=True))
    st.session_state[_TOLD] = (_made_line(len(drafted.items)), *drafted.reasons)
    st.rerun()


def _made_line(count: int) -> str:
    if not count:
        return words.MADE_NONE
    return words.MADE_ONE if count == 1 else words.MADE.format(count=count)


def _sources(store: LibraryStore) -> dict[str, str]:
    """Names of the loaded English sources, by slug and wording."""
    if not store.exists():
        return {}
    loaded = [each.source for each in store.sources() if each.source.language == "en" and each.passages]
    named = {
        f"{each.slug} {each.wording}": each.title + (words.OUR_SUMMARY if each.wording is Wording.SUMMARY else "")
        for each in loaded
    }
    return dict(sorted(named.items(), key=lambda pair: pair[1].casefold()))


def _passages(store: LibraryStore, name: str) -> Mapping[str, Passage]:
    """The passages of a source that are long enough to ask about and short enough to send."""
    slug, _, wording = name.rpartition(" ")
    return {
        passage.id: passage
        for passage in store.passages(slug, Wording(wording))
        if _SHORTEST_PASSAGE <= len(passage.text) <= LONGEST_PASSAGE
    }


def _label(passage: Passage) -> str:
    text = " ".join(passage.text.split())
    short = text if len(text) <= _LABEL_LETTERS else f"{text[:_LABEL_LETTERS]}…"
    return ": ".join(part for part in (passage.locator.pinpoint, short) if part)


def _as_key(chosen: Settings) -> str:
    return chosen.model_dump_json()


@st.cache_resource(hash_funcs={Settings: _as_key}, max_entries=1, show_spinner=False)
def _drafter(chosen: Settings) -> QuizDrafter | None:
    """One client for all sessions; it keeps nothing of what it sent."""
    return open_drafter(chosen)
