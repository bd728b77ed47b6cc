"""A term of the glossary as HTML."""

from nrm.domain.knowledge import Equivalent, GlossaryTerm, Meaning
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.glossary import (
    CHECKED,
    DRAFT,
    LANGUAGES,
    definition_source,
    shown_equivalents,
    source_name,
)
from ui.components.markup import chip, html, link
from ui.explorer.html import paragraph, strong, table, tag
from ui.wording import glossary_page as words


def term_in_list(term: GlossaryTerm) -> str:
    """Name and definition, and how many meanings the sources have."""
    several = words.SEVERAL_MEANINGS.format(count=len(term.meanings)) if len(term.meanings) > 1 else ""
    parts = (
        tag("h3", html(term.preferred)),
        paragraph(html(term.definition)),
        paragraph(html(several), small=True) if several else "",
    )
    return tag("article", "".join(parts), class_="nrm-duty")


def whole_term(term: GlossaryTerm, catalogue: Catalogue) -> str:
    """Everything on a term: meanings by source, names, words to avoid, equivalents."""
    source = words.DEFINITION_FROM.format(source=definition_source(term, catalogue))
    parts = (
        tag("h2", html(term.preferred), class_="nrm-h2"),
        paragraph(html(term.definition)),
        paragraph(html(source), small=True),
        _meanings(term.meanings, catalogue),
        _legal_terms(term, catalogue),
        _practitioners(term),
        _list(words.AVOID, [f"{strong(name)}: {html(why)}" for name, why in term.avoid]),
        _equivalents(term),
    )
    return tag("article", "".join(parts), class_="nrm-duty")


def _meanings(meanings: tuple[Meaning, ...], catalogue: Catalogue) -> str:
    if not meanings:
        return ""
    lines = (
        tag("dt", strong(source_name(meaning.source, catalogue)))
        + tag("dd", f"{html(meaning.definition)}<br>{_seen(meaning)}")
        for meaning in meanings
    )
    return _heading(words.MEANINGS) + tag("dl", "".join(lines))


def _seen(meaning: Meaning) -> str:
    address = link(meaning.url, meaning.url) if meaning.url else ""
    seen = html(words.SEEN_ON.format(date=meaning.checked_on)) if meaning.checked_on else ""
    return tag("span", ", ".join(part for part in (address, seen) if part), class_="nrm-small")


def _legal_terms(term: GlossaryTerm, catalogue: Catalogue) -> str:
    lines = []
    for name, sources in term.legal_terms:
        where = "; ".join(source_name(source, catalogue) for source in sources)
        lines.append(f"{html(name)} {tag('span', html(where), class_='nrm-small')}")
    return _list(words.LAW_SAYS, lines)


def _practitioners(term: GlossaryTerm) -> str:
    if not term.practitioners_say:
        return ""
    return _heading(words.PRACTITIONERS_SAY) + paragraph(html(" · ".join(term.practitioners_say)))


def _list(name: str, lines: list[str]) -> str:
    if not lines:
        return ""
    return _heading(name) + tag("ul", "".join(tag("li", line) for line in lines), class_="nrm-list")


def _heading(name: str) -> str:
    return tag("h3", html(name), class_="nrm-h3")


def _equivalents(term: GlossaryTerm) -> str:
    pairs = shown_equivalents(term)
    if not pairs:
        return ""
    rows = [_equivalent_row(code, item) for code, item in pairs]
    return _heading(words.EQUIVALENTS) + table(words.EQUIVALENTS_CAPTION, words.EQUIVALENTS_HEAD, rows)


def _equivalent_row(code: str, item: Equivalent) -> tuple[str, ...]:
    mark = chip(CHECKED, "nrm-strength") if item.checked else chip(DRAFT, "nrm-caution")
    seen = _source_link(item.source) if item.checked else html("–")
    return html(LANGUAGES.get(code, code)), tag("span", html(item.term), lang=code), mark, seen


def _source_link(source: str) -> str:
    """The source with its address, where it holds one, as a link."""
    address = next((word for word in source.split() if word.startswith(("https://", "http://"))), "")
    before, _, after = source.partition(address) if address else (source, "", "")
    return f"{html(before)}{link(address, address) if address else ''}{html(after)}"
