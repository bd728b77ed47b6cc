"""A topic across all instruments, as one table."""

from collections import Counter

import streamlit as st

from nrm.domain.knowledge import Commitment
from nrm.services.explorer.briefs import crosswalk_brief
from nrm.services.explorer.crosswalk import InstrumentDuties, crosswalk
from nrm.services.explorer.labels import AUTHORITY, STRENGTH, rests_on_label
from nrm.services.explorer.sheets import crosswalk_sheet
from nrm.services.explorer.standing import StateStanding, as_of_text, standing_text
from ui.components.markup import chip, html
from ui.explorer import choices, pickers
from ui.explorer.address import write_address
from ui.explorer.downloads import offer_downloads
from ui.explorer.html import details, internal_link, marked_words, paragraph, strong, table, tag, whole_days
from ui.explorer.look import show_small
from ui.explorer.resources import Explorer
from ui.wording import commitments_page as words


def crosswalk_view(tool: Explorer) -> None:
    """A topic and a State to choose, and the table."""
    counts = Counter(topic for item in tool.catalogue.corpus.commitments for topic in item.topics)
    names = {topic: _topic_name(tool, topic, count) for topic, count in counts.items()}
    ordered = sorted(counts, key=lambda topic: names[topic].casefold())
    left, right = st.columns(2)
    with left:
        topic = pickers.pick_one(words.TOPIC, choices.TOPIC, ordered, names, words.CHOOSE_TOPIC)
    with right:
        state = pickers.pick_state(tool.catalogue)
    if topic:
        _show(tool, topic, state)
    else:
        st.html(paragraph(html(words.TOPIC_INDEX)) + _index(ordered, names, state))
    write_address(choices.PAGE, {"view": "topic", "topic": topic, "state": state})


def crosswalk_table(tool: Explorer, topic: str, groups: tuple[InstrumentDuties, ...], state: str) -> str:
    """The table as HTML, one row a duty."""
    head = (*words.CROSSWALK_HEAD, *((tool.catalogue.states[state].name,) if state else ()))
    rows = [_row(tool, group, duty, state) for group in groups for duty in group.duties]
    caption = words.CROSSWALK_CAPTION.format(
        topic=tool.catalogue.topic_label(topic), duties=len(rows), instruments=len(groups)
    )
    return table(caption, head, rows)


def _show(tool: Explorer, topic: str, state: str) -> None:
    groups = crosswalk(topic, tool.catalogue, state)
    st.html(paragraph(html(tool.catalogue.topics[topic].definition)))
    offer_downloads(
        f"topic-{topic}",
        lambda: crosswalk_sheet(groups, tool.catalogue, state),
        lambda: crosswalk_brief(topic, groups, tool.catalogue, state),
    )
    show_small(f"{words.PRINT_HINT} {words.AGE}" if state else words.PRINT_HINT)
    st.html(crosswalk_table(tool, topic, groups, state))


def _index(topics: list[str], names: dict[str, str], state: str) -> str:
    """Every topic as a link, for those who do not know the names."""
    links = (internal_link(names[topic], choices.PAGE, view="topic", topic=topic, state=state) for topic in topics)
    return tag("ul", "".join(tag("li", link) for link in links), class_="nrm-index")


def _topic_name(tool: Explorer, topic: str, count: int) -> str:
    label = tool.catalogue.topic_label(topic)
    return f"{label[:1].upper()}{label[1:]} ({count})"


def _row(tool: Explorer, group: InstrumentDuties, duty: Commitment, state: str) -> tuple[str, ...]:
    partial = rests_on_label(duty)
    row = (
        f"{html(group.source.short_title)}<br>{chip(AUTHORITY[group.source.authority])}",
        paragraph(strong(f"{duty.title}.") + " " + html(duty.summary))
        + (paragraph(chip(partial, "nrm-caution")) if partial else ""),
        chip(STRENGTH[duty.strength], "nrm-strength"),
        record_link(duty, state),
        _words(tool, duty),
    )
    return row if group.standing is None else (*row, standing_cell(group.standing))


def record_link(duty: Commitment, state: str = "") -> str:
    """The place of a duty, which opens its record."""
    return internal_link(duty.pinpoint, choices.PAGE, view="record", id=duty.id, state=state)


def _words(tool: Explorer, duty: Commitment) -> str:
    passages = tool.official.of(duty)
    if not passages:
        return html(words.NOT_LOADED_SHORT)
    text = "\n".join(passage.text for passage in passages)
    quote = tag("div", marked_words(text, duty.operative_words), class_="nrm-quote")
    return details(words.SHOW_WORDS, quote)


def standing_cell(standing: StateStanding) -> str:
    """Where a State stands, how old that is, and a mark when the evidence disagrees."""
    return (
        paragraph(tag("strong", whole_days(standing_text(standing))))
        + (paragraph(chip(words.DISAGREE, "nrm-caution")) if standing.disagree else "")
        + paragraph(whole_days(as_of_text(standing) or standing.remark), small=True)
    )
