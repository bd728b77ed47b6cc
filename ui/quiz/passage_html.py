"""The passage behind a question: the record it cites, in our words, and the official text when loaded."""

from nrm.domain.knowledge import GlossaryTerm, Practice, SourceRecord
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Wording
from nrm.quiz.items import ItemCitation, QuizItem
from nrm.services.quiz import Facts
from ui.components.markup import chip, html, link
from ui.explorer.cards import commitment_card
from ui.explorer.glossary_html import whole_term
from ui.explorer.html import details, paragraph, strong, tag
from ui.practice_views.cards import practice_record
from ui.quiz.resources import Bench, library_passage
from ui.wording import quiz_taking as taking
from ui.wording.labels import AUTHORITIES, AUTHORITY_NOTES


def passage_details(item: QuizItem, bench: Bench) -> str:
    """Something that opens: the passage in the library, else what the quiz says of it."""
    label = taking.READ_PASSAGE.format(label=item.citation.label)
    opened = tag("div", passage_html(item.citation, bench), class_="nrm-opened")
    return tag("div", details(label, opened), class_="nrm-fold")


def passage_html(citation: ItemCitation, bench: Bench) -> str:
    """The record that a citation names; a record unknown to us is said to be so."""
    name, facts, catalogue = citation.record, bench.facts, bench.explorer.catalogue
    if name in catalogue.commitments:
        return commitment_card(catalogue.commitments[name], bench.explorer, state="", whole=True)
    if name in facts.practices:
        return _practice(facts.practices[name], bench)
    if name in facts.terms:
        return _term(facts.terms[name], bench)
    if name in facts.sources:
        return _source(facts.sources[name], citation)
    passage = library_passage(name)
    if passage:
        return _from_library(passage)
    return paragraph(html(taking.PASSAGE_UNKNOWN), small=True) + _as_quoted(citation)


def topic_name(facts: Facts, topic: str) -> str:
    """The topic as people read it, with a capital; "" for none."""
    label = facts.topic_label(topic) if topic else ""
    return label[:1].upper() + label[1:]


def _practice(practice: Practice, bench: Bench) -> str:
    return practice_record(practice, bench.explorer.catalogue)


def _term(term: GlossaryTerm, bench: Bench) -> str:
    return whole_term(term, bench.explorer.catalogue)


def _source(source: SourceRecord, citation: ItemCitation) -> str:
    return tag(
        "article",
        tag("h3", html(source.title))
        + paragraph(html(f"{source.body}, {source.year}."), chip(AUTHORITIES[source.authority]))
        + paragraph(html(AUTHORITY_NOTES[source.authority]), small=True)
        + _as_quoted(citation, source.url),
        class_="nrm-duty",
    )


def _from_library(passage: Passage) -> str:
    """A passage of a loaded text, in its own words."""
    source = passage.source
    ours = " nrm-ours" if source.wording is Wording.SUMMARY else ""
    return tag(
        "article",
        tag("h3", html(", ".join(part for part in (source.title, passage.locator.pinpoint) if part)))
        + paragraph(chip(AUTHORITIES[source.authority]))
        + tag("blockquote", html(passage.text), class_=f"nrm-quote{ours}")
        + (paragraph(link(source.url, taking.OFFICIAL_PAGE), small=True) if source.url else ""),
        class_="nrm-duty",
    )


def _as_quoted(citation: ItemCitation, address: str = "") -> str:
    quote = tag("blockquote", html(citation.quote), class_="nrm-quote nrm-ours") if citation.quote else ""
    way_out = link(address or citation.url, taking.OFFICIAL_PAGE) if address or citation.url else ""
    return paragraph(strong(citation.label)) + quote + paragraph(way_out, small=True)
