"""The words of a passage, marked, and the words around it."""

from collections.abc import Sequence

from nrm.adapters.library_rows import Loaded
from nrm.domain.passages import Passage
from ui.components.markup import html, marked, paragraph
from ui.wording import library_page as words

_AROUND_CHARACTERS = 900
_NAME_CHARACTERS = 60


def place_name(passage: Passage) -> str:
    """Where a passage stands, with its first words, for a list of places."""
    first = " ".join(passage.text.split())
    short = first if len(first) <= _NAME_CHARACTERS else f"{first[:_NAME_CHARACTERS].rsplit(' ', 1)[0]} …"
    return " · ".join(part for part in (passage.locator.pinpoint, short) if part)


def words_html(passage: Passage, quote: str) -> str:
    """The passage as text, the quote marked in it, else nothing."""
    path = " › ".join(passage.locator.heading_path)
    return (
        f'<h2 class="nrm-h2">{html(words.TEXT)}</h2>'
        + (paragraph(html(path), "nrm-small") if path else "")
        + (paragraph(html(passage.locator.pinpoint), "nrm-small") if passage.locator.pinpoint else "")
        + _text(marked(passage.text, quote, passage.text.find(quote)), passage, "nrm-cited")
    )


def around_html(passages: Sequence[Passage], number: int) -> str:
    """The passages before and after one."""
    before, after = passages[max(0, number - 1) : number], passages[number + 1 : number + 2]
    if not before and not after:
        return ""
    shown = (_text(html(passage.text), passage, "nrm-around") for passage in (*before, *after))
    return f'<h2 class="nrm-h2">{html(words.AROUND)}</h2>{"<hr>".join(shown)}'


def context_html(loaded: Loaded, passage: Passage, quote: str) -> str:
    """The passage, or the quote in it, marked in the running text of its document; empty if it is not there."""
    text, start, end = loaded.parsed_text, passage.locator.start, passage.locator.end
    if not passage.text or text[start:end] != passage.text:
        return ""
    place = passage.text.find(quote) if quote else -1
    mark, at = (quote, start + place) if place >= 0 else (passage.text, start)
    first, last = _cut(text, start, end)
    dots_before, dots_after = "… " if first else "", " …" if last < len(text) else ""
    inside = dots_before + marked(text[first:last], mark, at - first) + dots_after
    return f'<h2 class="nrm-h2">{html(words.IN_CONTEXT)}</h2>{_text(inside, passage)}'


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """Some text around a span, cut between words."""
    first, last = max(0, start - _AROUND_CHARACTERS), min(len(text), end + _AROUND_CHARACTERS)
    if first:
        gap = text.find(" ", first, start)
        first = gap + 1 if gap >= 0 else first
    if last < len(text):
        gap = text.rfind(" ", end, last)
        last = gap if gap >= 0 else last
    return first, last


def _text(inside: str, passage: Passage, look: str = "") -> str:
    return paragraph(inside, f"nrm-passage {look}".strip(), passage.source.language)
