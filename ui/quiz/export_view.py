"""Take the quiz along: on paper, into a learning system, as cards, or as a file that opens here again."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from nrm.quiz.items import QuizItem
from nrm.services.quiz_exports import FORMATS, ExportFormat, export_quiz, left_out
from ui.components.markup import html
from ui.explorer.html import details, paragraph, strong, tag
from ui.quiz.desk import Desk, number_of
from ui.quiz.pick import pick_items, show_drafts_inside
from ui.wording import quiz_page as words


def export_view(desk: Desk | None) -> None:
    """Every format with what it is for and what it leaves out."""
    if desk is None or not desk.items:
        st.info(words.NO_QUIZ)
        return
    chosen = pick_items(desk)
    if chosen:
        show_drafts_inside(chosen)
    else:
        st.info(words.NOTHING_USABLE)
    for name, (heading, formats) in words.EXPORT_GROUPS.items():
        st.html(f'<h2 class="nrm-h2">{html(heading)}</h2>')
        for format_name in formats:
            _show_format(FORMATS[format_name], desk.items if name == "keep" else chosen, desk)


def save_button(desk: Desk, key: str) -> None:
    """The quiz as a file that opens here again."""
    _download(FORMATS["json"], desk.items, words.SAVE_FILE, key, "content")


def format_html(target: ExportFormat, items: Sequence[QuizItem], desk: Desk) -> str:
    """What a format is for, how many questions it holds, and which it leaves out, with the reason."""
    unfit = left_out(items, target.name)
    held = len(items) - len(unfit)
    parts = [
        paragraph(strong(target.label), html(f"({target.suffix})")),
        paragraph(html(f"{words.EXPORT_NOTES[target.name]} {_holds(held, len(items))}"), small=True),
    ]
    if unfit:
        lines = (words.LEFT_OUT_LINE.format(number=number_of(desk, name), reason=why) for name, why in unfit)
        listed = tag("ul", "".join(tag("li", html(line)) for line in lines), class_="nrm-list")
        parts.append(details(words.LEFT_OUT.format(count=len(unfit)), listed))
    return tag("div", "".join(parts), class_="nrm-format nrm-fold")


def _show_format(target: ExportFormat, items: Sequence[QuizItem], desk: Desk) -> None:
    with st.container(key=f"quiz_row_{target.name}"):
        words_column, button_column = st.columns([3, 1], vertical_alignment="center")
        with words_column:
            st.html(format_html(target, items, desk))
        with button_column:
            label = words.DOWNLOAD.format(label=target.label.partition(",")[0])
            _download(target, items, label, f"quiz_export_{target.name}", "stretch")


def _download(
    target: ExportFormat,
    items: Sequence[QuizItem],
    label: str,
    key: str,
    width: Literal["stretch", "content"],
) -> None:
    """A button whose file is made when it is pressed."""
    st.download_button(
        label,
        lambda: export_quiz(items, target.name),
        f"{words.FILE_NAME}{target.suffix}",
        target.media_type,
        key=key,
        on_click="ignore",
        width=width,
        wrap=True,
        disabled=len(left_out(items, target.name)) == len(items),
    )


def _holds(held: int, count: int) -> str:
    if not held:
        return words.HOLDS_NONE
    if held == count:
        return words.HOLDS_ALL.format(count=count)
    return words.HOLDS_SOME.format(count=held, all=count)
