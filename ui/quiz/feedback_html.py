"""What is said of an answer, and the score at the end, as HTML."""

from collections.abc import Sequence

from nrm.quiz.items import ItemType, QuizItem
from nrm.quiz.taking import Mark, Response, TopicScore, mark
from nrm.services.quiz import Facts
from ui.components.markup import chip, html, items
from ui.explorer.html import paragraph, strong, table, tag
from ui.quiz.attempt import Attempt, is_empty, marks, points_text, scores
from ui.quiz.passage_html import topic_name
from ui.wording import quiz_page as words


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
        return words.VERDICT_CASE, ""
    if response is None or is_empty(item, response):
        return words.VERDICT_SKIPPED, ""
    if given.right:
        return words.VERDICT_RIGHT, "nrm-good"
    if given.share > 0:
        return words.VERDICT_PART.format(points=points_text(given.share)), "nrm-part"
    return words.VERDICT_WRONG, "nrm-part"


def right_answer_html(item: QuizItem) -> str:
    """The right answer in words, in the shape of the question."""
    if item.type is ItemType.CASE:
        return items(item.keys)
    heading = paragraph(strong(f"{words.RIGHT_ANSWER}:"))
    if item.type is ItemType.ORDERING:
        return heading + tag("ol", "".join(tag("li", html(step)) for step in item.keys))
    if item.type is ItemType.MATCHING:
        return heading + items(f"{left} → {right}" for left, right in item.pairs)
    if item.type is ItemType.CLOZE:
        return paragraph(strong(f"{words.RIGHT_ANSWER}:"), html(item.keys[0]))
    if len(item.keys) == 1:
        return paragraph(strong(f"{words.RIGHT_ANSWER}:"), html(item.keys[0]))
    return heading + items(item.keys)


def score_html(attempt: Attempt, facts: Facts) -> str:
    """The total, the points by topic, and how many short cases a person has to mark."""
    found = scores(attempt)
    cases = sum(item.type is ItemType.CASE for item in attempt.seen)
    parts = [f'<h2 class="nrm-h2" role="status">{html(words.SCORE)}</h2>']
    if found:
        parts += [tag("p", html(total_text(found)), class_="nrm-score"), _table(found, facts)]
    elif not cases:
        parts.append(paragraph(html(words.SCORE_NONE)))
    if cases:
        said = words.SCORE_CASES_ONE if cases == 1 else words.SCORE_CASES.format(count=cases)
        parts.append(paragraph(html(said), small=True))
    return "".join(parts)


def total_text(found: Sequence[TopicScore]) -> str:
    """All points together."""
    points, count = sum(score.points for score in found), sum(score.items for score in found)
    return words.SCORE_TOTAL.format(points=points_text(points), count=count)


def answers_list_html(attempt: Attempt) -> str:
    """Each question seen with how it was answered."""
    lines = (
        tag("li", f"{chip(_short(item, given, attempt.responses[item.id]))} {html(item.stem)}")
        for item, given in marks(attempt)
    )
    return tag("ol", "".join(lines), class_="nrm-list")


def _short(item: QuizItem, given: Mark, response: Response) -> str:
    if given.share is None:
        return words.TYPES[ItemType.CASE]
    return verdict_of(item, given, response)[0].rstrip(".")


def _table(found: Sequence[TopicScore], facts: Facts) -> str:
    rows = [
        (
            html(topic_name(facts, score.topic) or words.NO_TOPIC),
            html(points_text(score.points)),
            str(score.items),
        )
        for score in found
    ]
    return table(words.SCORE_CAPTION, words.SCORE_HEAD, rows)
