"""A commitment as HTML: the duty, its strength and place, the official words, and how far it was checked."""

from collections.abc import Sequence

from nrm.domain.knowledge import Commitment, SourceRecord
from nrm.domain.passages import Passage
from nrm.services.explorer import labels
from nrm.services.explorer.standing import StateStanding, as_of_text, standing_of, standing_text
from ui.components.markup import chip, html, link
from ui.explorer.html import details, marked_words, paragraph, strong, tag
from ui.explorer.resources import Explorer
from ui.wording import commitments_page as words

_SHORT_CHARACTERS = 700  # longer official text opens on demand


def commitment_card(item: Commitment, explorer: Explorer, state: str, whole: bool = False) -> str:
    """One commitment; ``whole`` opens the official text and adds who acts, for whom, and a plain sentence."""
    catalogue = explorer.catalogue
    source = catalogue.source_of(item)
    parts = [
        tag("h3", html(item.title)),
        where_line(item, source),
        paragraph(html(item.summary)),
        paragraph(strong(words.PLAIN), html(item.plain)) if whole else "",
        paragraph(strong(words.LIMITS), html(item.limits)) if item.limits else "",
        state_line(standing_of(state, item.source, catalogue), catalogue.states[state].name) if state else "",
        official_words(item, source, explorer.official.of(item), whole),
        _facts(item) if whole else "",
        checked_line(item, source),
    ]
    return tag("article", "".join(parts), class_="nrm-duty")


def where_line(item: Commitment, source: SourceRecord) -> str:
    """Instrument, pinpoint, authority, strength and the words it rests on."""
    partial = labels.rests_on_label(item)
    return paragraph(
        f"{strong(source.short_title)}, {html(item.pinpoint)}<br>",
        chip(labels.AUTHORITY[source.authority]),
        chip(labels.STRENGTH[item.strength], "nrm-strength"),
        chip(partial, "nrm-caution") if partial else "",
        html(f"“{item.operative_words}”") if item.operative_words else "",
    )


def state_line(standing: StateStanding, name: str) -> str:
    """Where the chosen State stands, and as of when."""
    remark = as_of_text(standing) or standing.remark
    return paragraph(
        strong(f"{name}:"),
        html(standing_text(standing)),
        chip(words.DISAGREE, "nrm-caution") if standing.disagree else "",
        tag("span", html(remark), class_="nrm-small"),
    )


def official_words(item: Commitment, source: SourceRecord, passages: Sequence[Passage], whole: bool = False) -> str:
    """The official text of the place, with the operative words marked; else how to load it."""
    if not passages:
        return paragraph(html(words.NOT_LOADED.format(slug=source.slug)), small=True)
    text = "\n".join(passage.text for passage in passages)
    quote = tag(
        "blockquote",
        marked_words(text, item.operative_words),
        class_="nrm-quote",
        lang=passages[0].source.language,
    )
    summary = words.OFFICIAL.format(place=item.pinpoint)
    return details(summary, quote, whole or len(text) <= _SHORT_CHARACTERS)


def checked_line(item: Commitment, source: SourceRecord) -> str:
    """Official address, whether it was seen, and the day of our review."""
    seen = "" if source.url_seen else f" ({labels.ADDRESS_NOT_CHECKED})"
    address = link(source.url, words.OFFICIAL_PAGE.format(name=source.citation or source.short_title))
    return paragraph(f"{address}{html(seen)} ·", html(words.REVIEWED.format(date=item.reviewed_on)), small=True)


def _facts(item: Commitment) -> str:
    facts = (
        (words.WHO_ACTS, item.actor),
        (words.FOR_WHOM, labels.APPLIES_TO.get(item.applies_to, item.applies_to)),
        (words.WHOSE_WORK, ", ".join(map(labels.audience_label, item.audience))),
        (words.PILLAR, labels.pillar_label(item.pillar)),
        (words.RESTS_ON, words.FULL_TEXT if item.text == "full" else words.PARTIAL_TEXT),
    )
    return paragraph("<br>".join(f"{strong(name)} {html(value)}" for name, value in facts))
