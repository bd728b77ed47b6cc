"""A question of the quiz as HTML, for the trainer: answers, source, why, and its checks with reasons."""

from collections.abc import Sequence

from nrm.quiz.items import ItemState, ItemType, QuizItem
from nrm.services.quiz import Check, Result
from nrm.services.quiz_exports.paper import lettered
from ui.components.markup import chip, html, items
from ui.explorer.html import details, paragraph, strong, tag
from ui.wording import quiz_page as words
from ui.wording.labels import LANGUAGES

_STATE_LOOKS = {
    ItemState.DRAFT: "",
    ItemState.APPROVED: "nrm-approved",
    ItemState.REJECTED: "nrm-rejected",
}


def item_card(item: QuizItem, number: int, checks: Sequence[Check], topic: str, passage: str) -> str:
    """Everything on one question.

    :param topic: its topic's name, or "".
    :param passage: the passage it rests on, as HTML.
    """
    facts = (words.TYPES[item.type], words.LEVELS[item.level], topic)
    chips = [chip(words.STATES[item.state], _STATE_LOOKS[item.state])]
    chips += [chip(fact) for fact in facts if fact]
    heading = tag("h3", html(words.QUESTION.format(number=number)))
    look = f"nrm-item {_STATE_LOOKS[item.state]}".strip()
    language = item.language if item.language in LANGUAGES else "en"
    parts = (
        tag("div", heading + paragraph(*chips), class_="nrm-item-head"),
        tag("p", html(item.stem), class_="nrm-stem"),
        answers_html(item),
        details(source_line(item), tag("div", passage, class_="nrm-opened")),
        details(checks_line(checks), checks_html(checks), is_open=bool(doubtful(checks))),
        details(words.WHY, why_html(item)),
    )
    return tag("article", "".join(parts), class_=look, lang=language)


def answers_html(item: QuizItem) -> str:
    """The answers, the right ones marked in words."""
    if item.type is ItemType.MATCHING:
        pairs = (
            tag("li", f'{html(left)} <span class="nrm-arrow">→</span> {strong(right)}') for left, right in item.pairs
        )
        return tag("ul", "".join(pairs), class_="nrm-answers")
    if item.type is ItemType.ORDERING:
        steps = "".join(tag("li", html(step)) for step in item.keys)
        heading = paragraph(html(words.RIGHT_ORDER), small=True)
        return heading + tag("ol", steps, class_="nrm-answers nrm-steps")
    if item.type in (ItemType.CLOZE, ItemType.CASE):
        said = words.ACCEPTED if item.type is ItemType.CLOZE else words.RUBRIC
        return paragraph(html(said), small=True) + items(item.keys)
    choices = (_choice(item, letter, text) for letter, text in lettered(item))
    return tag("ul", "".join(choices), class_="nrm-answers")


def source_line(item: QuizItem) -> str:
    """Where the answer stands, with the date of a fact that changes."""
    as_of = words.AS_OF.format(date=item.as_of) if item.as_of else ""
    return " · ".join(part for part in (words.SOURCE.format(label=item.citation.label), as_of) if part)


def why_html(item: QuizItem) -> str:
    """The explanation, the objective and the quoted words."""
    quoted = f"“{item.citation.quote}”" if item.citation.quote else ""
    quote = paragraph(strong(f"{words.QUOTE}:"), html(quoted)) if quoted else ""
    objective = paragraph(strong(f"{words.OBJECTIVE}:"), html(item.objective)) if item.objective else ""
    return paragraph(html(item.explanation or words.NO_EXPLANATION)) + quote + objective


def checks_line(checks: Sequence[Check]) -> str:
    """All checks in one line: that they hold, or which do not."""
    names = [words.CHECK_NAMES.get(check.name, check.name) for check in doubtful(checks)]
    if names:
        return words.CHECKS_LOOK.format(names="; ".join(names).lower())
    return words.CHECKS_HOLD.format(count=len(checks))


def checks_html(checks: Sequence[Check]) -> str:
    """Each check with its result and reason."""
    lines = (
        tag(
            "li",
            strong(f"{words.CHECK_NAMES.get(check.name, check.name)}: {words.RESULTS[check.result]}.")
            + f" {html(check.reason)}",
            class_=f"nrm-check-{check.result}",
        )
        for check in checks
    )
    return tag("ul", "".join(lines), class_="nrm-list nrm-checks")


def doubtful(checks: Sequence[Check]) -> list[Check]:
    """The checks that do not hold."""
    return [check for check in checks if check.result is not Result.HOLDS]


def _choice(item: QuizItem, letter: str, text: str) -> str:
    right = text in item.keys
    said = f" {chip(words.RIGHT, 'nrm-right')}" if right else ""
    words_of_it = strong(text) if right else html(text)
    return tag("li", f'<span class="nrm-letter">{letter}</span><span>{words_of_it}{said}</span>')
