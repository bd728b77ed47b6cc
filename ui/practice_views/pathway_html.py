"""The pathway as HTML: the picture, and what we hold under each part."""

from collections.abc import Iterable, Sequence

from nrm.domain.vocabulary import Pillar
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.labels import pillar_label, where_label
from nrm.services.pathway import PILLARS, THEMES, HandbookSection, PathwayPart, Question
from nrm.services.practice_finding.labels import word_label
from ui.components.linked_question import address_of_question
from ui.components.markup import html
from ui.explorer.html import internal_link, paragraph, tag
from ui.wording import pathway_page as words

PICTURE_ID = "pathway-picture"


def picture(parts: Sequence[PathwayPart]) -> str:
    """Four pillars that stand on two bars; each is a link to its part of the page."""
    by_pillar = {part.pillar: part for part in parts}
    columns = "".join(_stone(by_pillar[pillar], number) for number, pillar in enumerate(PILLARS, 1))
    bars = "".join(_stone(by_pillar[pillar]) for pillar in THEMES)
    inner = tag("div", columns, class_="nrm-columns") + tag("div", bars, class_="nrm-bars")
    return tag("nav", inner, class_="nrm-temple", id=PICTURE_ID, aria_label=words.PICTURE)


def part_section(part: PathwayPart, catalogue: Catalogue) -> str:
    """Commitments by topic, practices, questions, and the sections of a loaded Handbook."""
    blocks = (
        _block(words.COMMITMENTS, _topics(part, catalogue)),
        _block(words.PRACTICES, _practices(part)),
        _block(words.QUESTIONS, _questions(part, catalogue)),
        _block(words.HANDBOOK, _sections(part.sections)) if part.sections else "",
    )
    back = tag("a", html(words.BACK_TO_PICTURE), href=f"#{PICTURE_ID}")
    return tag(
        "section",
        tag("h2", html(pillar_label(part.pillar)), class_="nrm-h2", id=f"heading-{part.pillar.value}")
        + tag("div", "".join(blocks), class_="nrm-blocks")
        + paragraph(back, small=True),
        id=_anchor(part.pillar),
        class_="nrm-pathway",
        aria_labelledby=f"heading-{part.pillar.value}",
    )


def _stone(part: PathwayPart, number: int | None = None) -> str:
    counts = words.COUNTS.format(commitments=part.commitments, practices=len(part.practices))
    above = str(number) if number else words.THEMES_NOTE
    inner = (
        tag("span", html(above), class_="nrm-above")
        + tag("strong", html(pillar_label(part.pillar)))
        + tag("span", html(counts), class_="nrm-counts")
    )
    return tag("a", inner, href=f"#{_anchor(part.pillar)}", class_=f"nrm-stone nrm-{part.pillar.value}")


def _topics(part: PathwayPart, catalogue: Catalogue) -> str:
    pillar = part.pillar.value
    links = (
        internal_link(word_label(catalogue.topic_label(topic)), "commitments", pillar=pillar, topic=topic)
        + html(f" ({count})")
        for topic, count in part.topics
    )
    everything = internal_link(words.ALL_COMMITMENTS.format(count=part.commitments), "commitments", pillar=pillar)
    return _list((*links, everything))


def _practices(part: PathwayPart) -> str:
    if not part.practices:
        return paragraph(html(words.NO_PRACTICES))
    links = (
        html(f"{item.country}: ") + internal_link(item.title, "practices", view="record", id=item.id)
        for item in part.examples
    )
    label = words.ALL_PRACTICES.format(count=len(part.practices))
    return _list((*links, internal_link(label, "practices", pillar=part.pillar.value)))


def _questions(part: PathwayPart, catalogue: Catalogue) -> str:
    lines = (_asked(question, catalogue) for question in part.questions)
    return paragraph(html(words.QUESTIONS_NOTE), small=True) + _list(lines)


def _asked(question: Question, catalogue: Catalogue) -> str:
    """The question, which opens the Ask page, and the place of the commitment that answers it."""
    item = catalogue.commitments[question.commitment]
    where = where_label(item, catalogue.source_of(item))
    ask = tag("a", html(question.text), href=address_of_question(item.id), target="_self")
    return f"{ask} {tag('span', internal_link(where, 'commitments', view='record', id=item.id), class_='nrm-small')}"


def _sections(sections: Iterable[HandbookSection]) -> str:
    links = (
        internal_link(section.heading, "library", passage=section.passage)
        + (html(f" {words.PAGE.format(page=section.page)}") if section.page else "")
        for section in sections
    )
    return _list(links)


def _block(heading: str, inner: str) -> str:
    return tag("div", tag("h3", html(heading)) + inner, class_="nrm-part")


def _list(lines: Iterable[str]) -> str:
    return tag("ul", "".join(tag("li", line) for line in lines), class_="nrm-list")


def _anchor(pillar: Pillar) -> str:
    return f"part-{pillar.value}"
