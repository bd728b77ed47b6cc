"""The filters of the design, as a form on a page."""

from collections.abc import Iterable, Mapping
from dataclasses import fields

import streamlit as st

from nrm.corpus import Corpus
from nrm.domain.answers import Filters
from nrm.domain.vocabulary import Audience, Authority, SourceKind
from nrm.services.explorer.labels import spelled_out
from ui.wording.ask_page import ANY_VALUE, CLEAR_FILTERS, FILTERS_LABEL, FILTERS_SET
from ui.wording.labels import AUDIENCES, AUTHORITIES, FILTERS, KINDS, LANGUAGES

FACETS = tuple(FILTERS)  # in the order in which people need them


def show_filters(known: Mapping[str, list[str]], corpus: Corpus, key: str) -> Filters:
    """The filters as chosen, in an area that opens.

    :param known: the values that each filter may have in this library.
    :param key: prefix of the widgets' keys, so that a page keeps its own choice.
    """
    count = _how_many(chosen_filters(key))
    names = value_names(corpus)
    with st.expander(FILTERS_SET.format(count=count) if count else FILTERS_LABEL, key=f"{key}_area"):
        columns = st.columns(2)
        for number, facet in enumerate(FACETS):
            with columns[number % 2]:
                _show_filter(facet, known.get(facet, []), names.get(facet, {}), key)
        st.button(CLEAR_FILTERS, key=f"{key}_clear", on_click=clear_filters, args=(key,), disabled=not count)
    return chosen_filters(key)


def _show_filter(facet: str, values: Iterable[str], labels: Mapping[str, str], key: str) -> None:
    def named(value: str) -> str:
        return _label(value, labels)

    st.multiselect(
        FILTERS[facet],
        sorted(values, key=named),
        format_func=named,
        key=f"{key}_{facet}",
        placeholder=ANY_VALUE,
        persist_state="session",
    )


def chosen_filters(key: str) -> Filters:
    """What was chosen so far under this key; it can be read before the filters are shown."""
    return Filters(**{facet: tuple(st.session_state.get(f"{key}_{facet}", ())) for facet in FACETS})


def put_filters(key: str, filters: Filters) -> None:
    """Set every filter of a page, before they are shown."""
    for facet in FACETS:
        st.session_state[f"{key}_{facet}"] = list(getattr(filters, facet))


def clear_filters(key: str) -> None:
    """Take away every filter of a page."""
    for facet in FACETS:
        st.session_state[f"{key}_{facet}"] = []


def value_names(corpus: Corpus) -> dict[str, dict[str, str]]:
    """What the values of each filter are called."""
    return {
        "state": {state.code: state.name for state in corpus.states},
        "topic": {topic.id: topic.label[:1].upper() + topic.label[1:] for topic in corpus.topics},
        "authority": {member.value: AUTHORITIES[member] for member in Authority},
        "audience": {member.value: AUDIENCES[member] for member in Audience},
        "kind": {member.value: KINDS[member] for member in SourceKind},
        "lang": dict(LANGUAGES),
        "source": {record.slug: record.short_title or record.title for record in corpus.sources},
    }


def _how_many(filters: Filters) -> int:
    return sum(len(getattr(filters, field.name)) for field in fields(filters))


def _label(value: str, names: Mapping[str, str]) -> str:
    return names.get(value) or (value if " " in value or "/" in value else spelled_out(value))
