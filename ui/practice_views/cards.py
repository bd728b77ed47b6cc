"""Practices as HTML: the card in a list, and the whole record with limits and praise side by side."""

from collections.abc import Iterable

from nrm.domain.knowledge import Practice
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.labels import pillar_label, where_label
from nrm.services.practice_finding.labels import as_of_label, source_kind_label, word_label
from ui.components.markup import chip, html, link
from ui.explorer.html import internal_link, paragraph, strong, tag
from ui.wording import practices_page as words


def practice_card(item: Practice) -> str:
    """The plain sentence first, then State, period, kind and kind of source."""
    remark = _remark(item)
    line = paragraph(
        tag("span", html(item.country), class_="nrm-place"),
        *(chip(fact) for fact in (item.period, word_label(item.kind), source_kind_label(item.source_kind))),
        chip(remark, "nrm-caution") if remark else "",
    )
    return tag("article", tag("h3", html(item.plain)) + line, class_="nrm-practice")


def practice_record(item: Practice, catalogue: Catalogue) -> str:
    """Everything we hold on a practice but its relatives."""
    return "".join(
        (
            tag("h2", html(item.title), class_="nrm-h2"),
            paragraph(strong(item.country)),
            tag("p", html(item.plain), class_="nrm-lead"),
            tag("p", html(item.summary), class_="nrm-summary"),
            _limits_and_praise(item),
            _facts(item, catalogue),
            _source(item),
            _served(item, catalogue),
        )
    )


def _remark(item: Practice) -> str:
    if item.limits and item.praise:
        return words.NAMES_BOTH
    return words.NAMES_LIMITS if item.limits else words.NAMES_PRAISE if item.praise else ""


def _limits_and_praise(item: Practice) -> str:
    """Both whenever there is praise; without praise, the limits or that none are named."""
    sides = (
        ("nrm-limits", words.LIMITS, item.limits or words.NO_LIMITS),
        ("nrm-praise", words.PRAISE, item.praise),
    )
    inner = "".join(
        tag("section", tag("h3", html(heading)) + paragraph(html(text)), class_=name)
        for name, heading, text in sides
        if text
    )
    return tag("div", inner, class_="nrm-both")


def _facts(item: Practice, catalogue: Catalogue) -> str:
    facts = (
        (words.DONE_BY, item.institution),
        (words.KIND, word_label(item.kind)),
        (words.FOR, _listed(map(word_label, item.target_groups))),
        (words.PERIOD, item.period),
        (words.PILLARS, _listed(map(pillar_label, item.pillars))),
        (words.THEMES, _listed(word_label(catalogue.topic_label(theme)) for theme in item.themes)),
    )
    pairs = (tag("dt", html(name)) + tag("dd", html(value)) for name, value in facts if value)
    return tag("dl", "".join(pairs), class_="nrm-facts")


def _source(item: Practice) -> str:
    dated = as_of_label(item)
    checked = words.CHECKED if dated.startswith("as of ") else words.CHECKED_UNDATED
    also = [link(address, address) for address in item.also_seen]
    parts = (
        tag("h3", html(words.SOURCE)),
        paragraph(strong(source_kind_label(item.source_kind)), "·", link(item.url, words.SOURCE_PAGE)),
        paragraph(html(item.url), small=True),
        paragraph(html(words.ALSO_SEEN), ", ".join(also), small=True) if also else "",
        paragraph(html(checked.format(date=item.checked_on, as_of=dated)), small=True),
        paragraph(html(words.ODIHR_UNKNOWN), small=True) if item.odihr_listed == "unknown" else "",
    )
    return tag("div", "".join(parts), class_="nrm-part")


def _served(item: Practice, catalogue: Catalogue) -> str:
    known = [catalogue.commitments[name] for name in item.commitments if name in catalogue.commitments]
    if not known:
        return ""
    lines = "".join(
        tag(
            "li",
            internal_link(where_label(one, catalogue.source_of(one)), "commitments", view="record", id=one.id)
            + f": {html(one.title)}",
        )
        for one in known
    )
    heading = tag("h3", html(words.SERVES)) + paragraph(html(words.SERVES_NOTE), small=True)
    return tag("div", heading + tag("ul", lines, class_="nrm-list"), class_="nrm-part")


def _listed(names: Iterable[str]) -> str:
    return "; ".join(names)
