"""What a whole quiz gives away: whether guessing from the options alone would help."""

from collections.abc import Sequence

from nrm.quiz.baseline import FEWEST_ITEMS, GuesserScore, guesser_scores, true_share
from nrm.quiz.items import QuizItem
from ui.components.markup import html
from ui.explorer.html import details, paragraph, tag
from ui.wording import quiz_page as words


def set_checks_html(items: Sequence[QuizItem]) -> str:
    """The guessers' scores and the share of true statements, in an area that opens."""
    lines = [_guesser_line(score) for score in guesser_scores(items)] or [words.NO_GUESSERS]
    share = true_share(items)
    if share is not None:
        lines.append(words.TRUE_SHARE.format(share=round(100 * share)))
    listed = tag("ul", "".join(tag("li", html(line)) for line in lines), class_="nrm-list")
    inner = paragraph(html(words.GUESSER_NOTE), small=True) + listed
    return tag("div", details(words.SET_CHECKS, inner), class_="nrm-fold")


def _guesser_line(score: GuesserScore) -> str:
    said = words.GUESSER.format(
        guesser=words.GUESSERS.get(score.guesser, score.guesser),
        right=round(100 * score.right),
        chance=round(100 * score.chance),
    )
    if score.items < FEWEST_ITEMS:
        return f"{said} {words.GUESSER_FEW.format(items=score.items)}"
    return said if score.near_chance else f"{said} {words.GUESSER_HIGH}"
