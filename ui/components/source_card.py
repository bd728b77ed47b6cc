"""A passage opened: in its article, the quoted words marked, with its authority and the way to the official text."""

from collections.abc import Sequence

import streamlit as st

from nrm.domain.answers import Citation
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Wording
from ui.components.described import Described, Records, citation_text, describe
from ui.components.markup import chip, html, link, marked, plain_label, strength_chips
from ui.library_access import searcher
from ui.wording import answer_view as words
from ui.wording.labels import AUTHORITIES, AUTHORITY_NOTES

_MOST_AROUND = 12  # passages of one article that are shown around the cited one


def source_card(citation: Citation, records: Records) -> None:
    """An expander with the cited passage in its article."""
    described = describe(citation.passage, records)
    known = words.READ_IN_ARTICLE if citation.passage.locator.article else words.READ_IN_FULL
    label = known.format(n=citation.n, place=described.place or described.title)
    with st.expander(plain_label(label)):
        st.html(card_html(citation, described, around(citation.passage)))
        st.caption(words.COPY_CITATION)
        st.code(citation_text(citation.passage, citation.quote, records), language=None, wrap_lines=True)


def card_html(citation: Citation, described: Described, context: Sequence[Passage]) -> str:
    """The inside of the card."""
    passage = citation.passage
    parts = [_heading(passage, described)]
    for neighbour in context:
        if neighbour.id == passage.id:
            parts.append(
                f'<p class="nrm-passage nrm-cited" lang="{html(passage.source.language)}">'
                f"{marked(passage.text, citation.quote, citation.start)}</p>"
            )
        else:
            parts.append(
                f'<p class="nrm-passage nrm-around" lang="{html(neighbour.source.language)}">{html(neighbour.text)}</p>'
            )
    return "".join([*parts, *_our_words(passage, described), _way_out(passage, described)])


def around(passage: Passage) -> tuple[Passage, ...]:
    """The passage among those of its article, else between the one before and the one after, in reading order."""
    opened = searcher()
    reading = _reading_order(opened.generation.name, passage.source.slug, passage.source.wording.value)
    place = next((number for number, other in enumerate(reading) if other.id == passage.id), None)
    if place is None:
        return (passage,)
    article = passage.locator.article
    if article is None or passage.source.wording is Wording.SUMMARY:
        return (
            (passage,)
            if passage.source.wording is Wording.SUMMARY
            else reading[max(0, place - 1) : place + 2]
        )
    same = [number for number, other in enumerate(reading) if other.locator.article == article]
    first = max(same[0], place - _MOST_AROUND // 2)
    return tuple(reading[number] for number in same if first <= number < first + _MOST_AROUND)


@st.cache_resource(max_entries=60, show_spinner=False)
def _reading_order(generation: str, slug: str, wording: str) -> tuple[Passage, ...]:  # noqa: ARG001  # a key of the cache
    return tuple(searcher().store.passages(slug, Wording(wording)))


def _heading(passage: Passage, described: Described) -> str:
    path = " › ".join(passage.locator.heading_path)
    chips = " ".join(
        (
            chip(AUTHORITIES[passage.authority]),
            strength_chips(record.strength for record in described.commitments),
            chip(described.wording, "nrm-ours" if passage.source.wording is Wording.SUMMARY else ""),
        )
    )
    where = f'<p class="nrm-small">{html(path)}</p>' if path else ""
    as_of = f" · {html(described.as_of)}" if described.as_of else ""
    return (
        f'<p class="nrm-source"><strong>{html(passage.source.title)}</strong><br>{html(described.place)}</p>{where}'
        f'<p class="nrm-source">{chips}</p><p class="nrm-small">{html(AUTHORITY_NOTES[passage.authority])}{as_of}</p>'
    )


def _our_words(passage: Passage, described: Described) -> list[str]:
    if passage.source.wording is Wording.SUMMARY:
        return []
    return [
        f'<div class="nrm-notes"><p><strong>{html(words.OUR_WORDS)}:</strong> {html(record.summary)}'
        + (f" <strong>{html(words.LIMITS)}:</strong> {html(record.limits)}" if record.limits else "")
        + "</p></div>"
        for record in described.commitments[:3]
    ]


def _way_out(passage: Passage, described: Described) -> str:
    official = bool(described.commitments) or passage.source.wording is Wording.OFFICIAL
    to_load = (
        words.LOAD_TO_QUOTE if described.commitments and passage.source.wording is Wording.SUMMARY else ""
    )
    address = (
        link(described.url, words.OFFICIAL_LINK if official else words.PAGE_LINK) if described.url else ""
    )
    unseen = words.LINK_NOT_OPENED if address and not described.url_seen else ""
    return "".join(
        f'<p class="nrm-small">{part}</p>' for part in (address, html(unseen), html(to_load)) if part
    )
