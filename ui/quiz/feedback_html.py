"""What is said of an answer, and the score at the end, as HTML."""

from collections.abc import Mapping, Sequence

from nrm.quiz.items import ItemType, QuizItem, options_of
from nrm.quiz.taking import Mark, Response, TopicScore, mark
from nrm.services.quiz import Facts
from ui.components.markup import chip, html, items
from ui.explorer.html import paragraph, strong, table, tag
from ui.quiz.attempt import Attempt, is_empty, marks, points_text, scores
from ui.quiz.passage_html import topic_name
from ui.wording import quiz_page as words
from ui.wording import quiz_taking as taking


def feedback_html(item: QuizItem, response: Response) -> str:
    """The verdict in words, the right answer when it was not given, and why."""
    given = mark(item, response)
    verdict, look = verdict_of(item, given, response)
    parts = (
        tag("p", html(verdict), class_="nrm-verdict-word"),
        "" if given.right else right_answer_html(item),
        paragraph(html(item.explanation)) if item.explanation else "",
    )
    return tag("div", "".join(parts), class_=f"nrm-verdict {look}".strip())


def verdict_of(item: QuizItem, given: Mark, response: Response) -> tuple[str, str]:
    """The verdict in words and its look."""
    if given.share is None:
        return taking.VERDICT_CASE, ""
    if response is None or is_empty(item, response):
        return taking.VERDICT_SKIPPED, ""
    if given.right:
        return taking.VERDICT_RIGHT, "nrm-good"
    if given.share > 0:
        return taking.VERDICT_PART.format(points=points_text(given.share)), "nrm-part"
    return taking.VERDICT_WRONG, "nrm-part"


def given_html(item: QuizItem, response: Response) -> str:
    """The answer as it was given, in the place of the fields; the right choices are marked."""
    if isinstance(response, Mapping):
        lines = [_pair_line(left, own, response.get(left, "")) for left, own in item.pairs]
        return tag("ul", "".join(lines), class_="nrm-given")
    if item.type in (ItemType.CLOZE, ItemType.CASE):
        return paragraph(strong(taking.GIVEN), html(str(response))) if response else ""
    if item.type is ItemType.ORDERING:
        return tag("ol", "".join(tag("li", html(step)) for step in response or ()))
    chosen = {response} if isinstance(response, str) else set(response or ())
    lines = [_choice_line(item, option, option in chosen) for option in options_of(item)]
    return tag("ul", "".join(lines), class_="nrm-given")


def right_answer_html(item: QuizItem) -> str:
    """The right answer in words, in the shape of the question."""
    if item.type is ItemType.CASE:
        return items(item.keys)
    heading = paragraph(strong(f"{taking.RIGHT_ANSWER}:"))
    if item.type is ItemType.ORDERING:
        return heading + tag("ol", "".join(tag("li", html(step)) for step in item.keys))
    if item.type is ItemType.MATCHING:
        return heading + items(f"{left} → {right}" for left, right in item.pairs)
    if item.type is ItemType.CLOZE:
        return paragraph(strong(f"{taking.RIGHT_ANSWER}:"), html(item.keys[0]))
    if len(item.keys) == 1:
        return paragraph(strong(f"{taking.RIGHT_ANSWER}:"), html(item.keys[0]))
    return heading + items(item.keys)


def score_html(attempt: Attempt, facts: Facts) -> str:
    """The total, the points by topic, and how many short cases a person has to mark."""
    found = scores(attempt)
    cases = sum(item.type is ItemType.CASE for item in attempt.seen)
    parts = [f'<div role="status"><h2 class="nrm-h2">{html(taking.SCORE)}</h2></div>']
    if found:
        parts += [tag("p", html(total_text(found)), class_="nrm-score"), _table(found, facts)]
    elif not cases:
        parts.append(paragraph(html(taking.SCORE_NONE)))
    if cases:
        said = taking.SCORE_CASES_ONE if cases == 1 else taking.SCORE_CASES.format(count=cases)
        parts.append(paragraph(html(said), small=True))
    return "".join(parts)


def total_text(found: Sequence[TopicScore]) -> str:
    """All points together."""
    points, count = sum(score.points for score in found), sum(score.items for score in found)
    return taking.SCORE_TOTAL.format(points=points_text(points), count=count)


def answers_list_html(attempt: Attempt) -> str:
    """Each question seen with how it was answered."""
    lines = (
        tag("li", f"{chip(_short(item, given, attempt.responses[item.id]))} {html(item.stem)}")
        for item, given in marks(attempt)
    )
    return tag("ol", "".join(lines), class_="nrm-list")


def _choice_line(item: QuizItem, option: str, chosen: bool) -> str:
    chips = [chip(taking.CHOSEN)] if chosen else []
    chips += [chip(words.RIGHT, "nrm-right")] if option in item.keys else []
    return tag("li", " ".join((strong(option) if chosen else html(option), *chips)))


def _pair_line(left: str, own: str, chosen: str) -> str:
    verdict = chip(words.RIGHT, "nrm-right") if chosen == own else chip(taking.NOT_RIGHT)
    return tag("li", f"{html(left)} → {strong(chosen)} {verdict}")


def _short(item: QuizItem, given: Mark, response: Response) -> str:
    if given.share is None:
        return words.TYPES[ItemType.CASE]
    return verdict_of(item, given, response)[0].rstrip(".")


def _table(found: Sequence[TopicScore], facts: Facts) -> str:
    rows = [
        (
            html(topic_name(facts, score.topic) or taking.NO_TOPIC),
            html(taking.SCORE_CELL.format(points=points_text(score.points), count=score.items)),
        )
        for score in found
    ]
    return table(taking.SCORE_CAPTION, taking.SCORE_HEAD, rows)
