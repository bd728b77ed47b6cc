"""The form for suggesting a practice; what is typed stays in this session and in the file that is offered."""

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from ingest.corpus_checker.known import Known
from nrm.domain.vocabulary import Pillar
from nrm.services.explorer.labels import pillar_label, where_label
from nrm.services.practice_finding.facets import PracticeFacet
from nrm.services.practice_finding.labels import REGION
from ui import library_access
from ui.components.markup import html
from ui.explorer.address import write_address
from ui.explorer.html import strong, tag
from ui.explorer.look import show_small
from ui.practice_views import choices
from ui.practice_views.resources import Desk
from ui.practice_views.suggestion import Remark, as_yaml, corpus_known, next_id, remarks_on
from ui.wording import practice_suggestion as words

_LONG, _SHORT = 1200, 300
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def suggest_view(desk: Desk) -> None:
    """The form, and after a check what a reviewer would say and the file."""
    st.html(f"<p>{html(words.INTRODUCTION)}</p>")
    with st.form("practice_suggestion", enter_to_submit=False):
        about, asked, source = _about(desk), _asked(), _source(desk)
        checked = st.form_submit_button(words.CHECK, type="primary")
    if checked:
        values = {"id": next_id(desk.practices), **about, **asked, **source, "odihr_listed": "unknown"}
        _show_result(values)
    write_address(choices.PAGE, {"view": "suggest"})


def _about(desk: Desk) -> dict[str, Any]:
    labels = desk.table.labels
    states = {code: state.name for code, state in desk.catalogue.states.items() if code != REGION}
    pillars = {pillar.value: pillar_label(pillar) for pillar in Pillar}
    themes = {topic.id: topic.label[:1].upper() + topic.label[1:] for topic in desk.catalogue.corpus.topics}
    _heading(words.ABOUT)
    chosen: dict[str, Any] = {"title": _text("title"), "plain": _text("plain", words.PLAIN_HELP)}
    left, right = st.columns(2)
    with left:
        chosen |= {
            "states": _several("states", states, words.REGION_HELP),
            "country": _text("country"),
            "institution": _text("institution"),
            "kind": _one("kind", labels[PracticeFacet.KIND]),
        }
    with right:
        chosen |= {
            "pillars": _several("pillars", pillars),
            "themes": _several("themes", themes),
            "target_groups": _several("target_groups", labels[PracticeFacet.TARGET]),
            "period": _text("period", words.PERIOD_HELP),
        }
        first, last = st.columns(2)
        chosen |= {"first_year": _year("first_year", first), "last_year": _year("last_year", last)}
    chosen["summary"] = _area("summary")
    left, right = st.columns(2)
    with left:
        chosen["limits"] = _area("limits", words.LIMITS_HELP)
    with right:
        chosen["praise"] = _area("praise", words.PRAISE_HELP)
    return {**chosen, "commitments": _several("commitments", _commitments(desk))}


def _asked() -> dict[str, Any]:
    _heading(words.WORDS)
    show_small(words.ASKED_HELP)
    columns = st.columns(3)
    ways = [
        column.text_input(label, key=f"suggest_asked_{number}", max_chars=_SHORT)
        for number, (column, label) in enumerate(zip(columns, words.ASKED, strict=True))
    ]
    return {"asked_as": [way.strip() for way in ways if way and way.strip()]}


def _source(desk: Desk) -> dict[str, Any]:
    _heading(words.SOURCE)
    left, right = st.columns(2)
    with left:
        chosen: dict[str, Any] = {
            "url": _text("url"),
            "also_seen": [line.strip() for line in _area("also_seen").splitlines() if line.strip()],
        }
    with right:
        chosen |= {
            "source_kind": _one("source_kind", desk.table.labels[PracticeFacet.SOURCE_KIND]),
            "as_of": _text("as_of") or words.AS_OF_UNKNOWN,
        }
        day = st.date_input(words.LABELS["checked_on"], key="suggest_checked_on", value=None, max_value=date.today())
    return {**chosen, "checked_on": day.isoformat() if day else ""}


def _show_result(values: dict[str, Any]) -> None:
    remarks = remarks_on(values, _known(date.today()))
    if remarks:
        said = words.NOT_WELL_ONE if len(remarks) == 1 else words.NOT_WELL.format(count=len(remarks))
        lines = "".join(tag("li", _line(remark)) for remark in remarks)
        st.warning(said)
        st.html(tag("ul", lines, class_="nrm-list"))
    else:
        st.success(words.WELL)
    st.download_button(
        words.DOWNLOAD,
        as_yaml(values),
        words.FILE_NAME,
        "application/yaml",
        key="suggest_download",
        on_click="ignore",
    )


def _line(remark: Remark) -> str:
    label = words.LABELS.get(remark.key.partition(".")[0], remark.key)
    return f"{strong(label)}: {html(remark.message)}"


@st.cache_resource(max_entries=1, show_spinner=False)
def _known(today: date) -> Known:
    return corpus_known(library_access.settings().corpus_dir, today)


def _commitments(desk: Desk) -> dict[str, str]:
    catalogue = desk.catalogue
    return {
        name: f"{where_label(item, catalogue.source_of(item))}: {item.title}"
        for name, item in catalogue.commitments.items()
    }


def _heading(text: str) -> None:
    st.html(tag("h2", html(text), class_="nrm-h2"))


def _text(key: str, hint: str = "") -> str:
    value = st.text_input(words.LABELS[key], key=f"suggest_{key}", max_chars=_SHORT, help=hint or None)
    return (value or "").strip()


def _area(key: str, hint: str = "") -> str:
    label = words.LABELS[key]
    value = st.text_area(label, key=f"suggest_{key}", max_chars=_LONG, help=hint or None, height=110)
    return (value or "").strip()


def _several(key: str, names: dict[str, str], hint: str = "") -> list[str]:
    return st.multiselect(
        words.LABELS[key],
        list(names),
        format_func=lambda value: names[value],
        key=f"suggest_{key}",
        placeholder=words.ANY,
        help=hint or None,
    )


def _one(key: str, names: dict[str, str]) -> str:
    chosen = st.selectbox(
        words.LABELS[key],
        list(names),
        format_func=lambda value: names[value],
        index=None,
        key=f"suggest_{key}",
        placeholder=words.ANY,
    )
    return chosen or ""


def _year(key: str, column: Any) -> int | None:
    label: Callable[..., Any] = column.number_input
    value = label(
        words.LABELS[key],
        min_value=_FIRST_YEAR,
        max_value=_LAST_YEAR,
        value=None,
        step=1,
        key=f"suggest_{key}",
    )
    return None if value is None else int(value)
