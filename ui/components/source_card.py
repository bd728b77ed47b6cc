"""A passage opened: in its article, the quoted words marked, its authority, the way to the official text."""

from collections.abc import Sequence

import streamlit as st

from nrm.domain.answers import Citation
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Wording
from ui.components.described import Described, Records, citation_text, describe
from ui.components.markup import chip, html, link, marked, paragraph, plain_label, strength_chips
from ui.library_access import searcher
from ui.library_views.address import see_in_document
from ui.wording import answer_view as words
from ui.wording.labels import AUTHORITIES, AUTHORITY_NOTES

_MOST_DIGESTS = 3
_MOST_AROUND = 12  # passages of one article that are shown, nearest to the cited one


def source_card(citation: Citation, records: Records, key: str) -> None:
    """An expander with the cited passage in its article; ``key`` tells the cards of a conversation apart."""
    described = describe(citation.passage, records)
    known = words.READ_IN_ARTICLE if citation.passage.locator.article else words.READ_IN_FULL
    label = known.format(n=citation.n, place=described.place or described.title)
    with st.expander(plain_label(label)):
        st.html(card_html(citation, described, around(citation.passage)))
        if citation.passage.source.wording is Wording.OFFICIAL:
            see_in_document(citation, f"{key}_{citation.n}")
        st.caption(words.COPY_CITATION)
        st.code(citation_text(citation.passage, citation.quote, records), language=None, wrap_lines=True)


def card_html(citation: Citation, described: Described, context: Sequence[Passage]) -> str:
    """The inside: the cited passage among its neighbours, our words, the way to the official text."""
    passage = citation.passage
    cited = paragraph(
        marked(passage.text, citation.quote, citation.start), "nrm-passage nrm-cited", passage.source.language
    )
    shown = (
        cited
        if other.id == passage.id
        else paragraph(html(other.text), "nrm-passage nrm-around", other.source.language)
        for other in context
    )
    after = (*_our_words(passage, described), _way_out(passage, described))
    return "".join((_heading(passage, described), *shown, *after))


def around(passage: Passage) -> tuple[Passage, ...]:
    """An official passage among those of its article, else between its neighbours; a summary stands alone."""
    if passage.source.wording is Wording.SUMMARY:
        return (passage,)
    reading = _reading_order(searcher().generation.name, passage.source.slug)
    place = next((number for number, other in enumerate(reading) if other.id == passage.id), None)
    if place is None:
        return (passage,)
    article = passage.locator.article
    if article is None:
        return reading[max(0, place - 1) : place + 2]
    same = [number for number, other in enumerate(reading) if other.locator.article == article]
    nearest = sorted(sorted(same, key=lambda number: abs(number - place))[:_MOST_AROUND])
    return tuple(reading[number] for number in nearest)


@st.cache_resource(max_entries=60, show_spinner=False)
def _reading_order(generation: str, slug: str) -> tuple[Passage, ...]:
    """The official passages of a source; with the generation as a key, a newer library is read anew."""
    return tuple(searcher().store.passages(slug, Wording.OFFICIAL))


def _heading(passage: Passage, described: Described) -> str:
    path = " › ".join(passage.locator.heading_path)
    ours = "nrm-ours" if passage.source.wording is Wording.SUMMARY else ""
    strengths = strength_chips(record.strength for record in described.commitments)
    chips = f"{chip(AUTHORITIES[passage.authority])} {strengths} {chip(described.wording, ours)}"
    note = " · ".join(part for part in (AUTHORITY_NOTES[passage.authority], described.as_of) if part)
    title = f"<strong>{html(passage.source.title)}</strong><br>{html(described.place)}"
    return (
        paragraph(title, "nrm-source")
        + (paragraph(html(path), "nrm-small") if path and path != described.place else "")
        + paragraph(chips, "nrm-source")
        + paragraph(html(note), "nrm-small")
    )


def _our_words(passage: Passage, described: Described) -> list[str]:
    if passage.source.wording is Wording.SUMMARY:
        return []
    return [
        f'<div class="nrm-notes"><p><strong>{html(words.OUR_WORDS)}:</strong> {html(record.summary)}'
        + (f" <strong>{html(words.LIMITS)}:</strong> {html(record.limits)}" if record.limits else "")
        + "</p></div>"
        for record in described.commitments[:_MOST_DIGESTS]
    ]


def _way_out(passage: Passage, described: Described) -> str:
    summary = passage.source.wording is Wording.SUMMARY
    label = words.PAGE_LINK if summary and not described.commitments else words.OFFICIAL_LINK
    lines = [link(described.url, label)] if described.url else []
    lines += [html(words.LINK_NOT_OPENED)] if lines and not described.url_seen else []
    lines += [html(words.LOAD_TO_QUOTE)] if summary and described.commitments else []
    return "".join(paragraph(line, "nrm-small") for line in lines)
