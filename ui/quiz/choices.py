"""What a trainer asks for, as a form; and the quiz made of it."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from nrm.domain.vocabulary import Audience, Pillar
from nrm.quiz.items import ItemType, Level
from nrm.services.quiz import QuizRequest, make_quiz
from ui.quiz import session
from ui.quiz.desk import Desk, mixed
from ui.quiz.passage_html import topic_name
from ui.quiz.resources import Bench
from ui.wording import quiz_page as words
from ui.wording.labels import AUDIENCES, PILLARS

MOST_QUESTIONS = 200  # of one making on this page; the command line makes up to 1000
_TOPICS, _NUMBER = "quiz_topics", "quiz_number"
_NARROWING: Mapping[str, str] = {
    "sources": words.SOURCES,
    "types": words.TYPES_LABEL,
    "levels": words.LEVELS_LABEL,
    "audiences": words.AUDIENCES,
    "pillars": words.PILLARS,
}


def show_choices(bench: Bench) -> None:
    """The form; pressing its button puts a new quiz on the desk."""
    st.session_state.setdefault(_NUMBER, 20)
    with st.form("quiz_choices", border=False):
        _pick(words.TOPICS, _TOPICS, _topics(bench))
        st.number_input(
            words.NUMBER, min_value=1, max_value=MOST_QUESTIONS, step=1, key=_NUMBER, persist_state="session"
        )
        _narrow(bench)
        if session.desk():
            st.html(f'<p class="nrm-small">{words.REPLACES}</p>')
        made = st.form_submit_button(words.MAKE, type="primary")
    if made:
        _make(bench, request_of(st.session_state, session.makings()))


def request_of(chosen: Mapping[Any, Any], seed: int) -> QuizRequest:
    """The request that the form's values mean.

    :raises WrongUse: if the number is out of range.
    """
    named = {name: tuple(chosen.get(f"quiz_{name}") or ()) for name in _NARROWING}
    return QuizRequest(
        topics=tuple(chosen.get(_TOPICS) or ()),
        sources=named["sources"],
        types=tuple(map(ItemType, named["types"])),
        levels=tuple(map(Level, named["levels"])),
        audiences=tuple(map(Audience, named["audiences"])),
        pillars=tuple(map(Pillar, named["pillars"])),
        number=int(chosen.get(_NUMBER) or 1),
        seed=seed,
    )


def _make(bench: Bench, request: QuizRequest) -> None:
    with st.spinner(words.MAKING):
        quiz = make_quiz(bench.facts, request)
        session.start_with(Desk(mixed(quiz.items), request, quiz.reasons))
    st.rerun()


def _narrow(bench: Bench) -> None:
    count = sum(len(st.session_state.get(f"quiz_{name}") or ()) for name in _NARROWING)
    label = words.MORE_SET.format(count=count) if count else words.MORE
    with st.expander(label, key="quiz_narrow"):
        columns = st.columns(2)
        for number, (name, heading) in enumerate(_NARROWING.items()):
            with columns[number % 2]:
                _pick(heading, f"quiz_{name}", _VALUES[name](bench))


def _pick(label: str, key: str, names: Mapping[str, str]) -> None:
    st.multiselect(
        label,
        list(names),
        format_func=lambda value: names[value],
        key=key,
        placeholder=words.ANY,
        persist_state="session",
    )


def _topics(bench: Bench) -> dict[str, str]:
    """Topics that some record is about, by name."""
    held = {topic for record in bench.facts.commitments.values() for topic in record.topics}
    held |= {theme for practice in bench.facts.practices.values() for theme in practice.themes}
    held |= {topic for term in bench.facts.terms.values() for topic in term.topics}
    return _by_name({topic: topic_name(bench.facts, topic) for topic in held & set(bench.facts.topics)})


def _sources(bench: Bench) -> dict[str, str]:
    records = bench.facts.sources.items()
    return _by_name({slug: record.short_title or record.title for slug, record in records})


def _by_name(names: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(names.items(), key=lambda pair: pair[1].casefold()))


_VALUES: Mapping[str, Callable[[Bench], Mapping[str, str]]] = {
    "sources": _sources,
    "types": lambda _: {str(kind): label for kind, label in words.TYPES.items()},
    "levels": lambda _: {str(level): label for level, label in words.LEVELS.items()},
    "audiences": lambda _: {str(member): label for member, label in AUDIENCES.items()},
    "pillars": lambda _: {str(member): label for member, label in PILLARS.items()},
}
