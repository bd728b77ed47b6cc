from dataclasses import replace
from html.parser import HTMLParser

import pytest

from nrm.quiz.items import GAP, ItemCitation, ItemState, ItemType, QuizItem
from nrm.services.quiz import Check, Result
from ui.quiz.feedback_html import feedback_html
from ui.quiz.item_html import checks_line, item_card
from ui.wording import quiz_page as words
from ui.wording import quiz_taking as taking

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
ALLOWED = {
    "article",
    "blockquote",
    "br",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "h3",
    "li",
    "ol",
    "p",
    "span",
}
HOLDS = Check("key proven", Result.HOLDS, "Follows from the artificial record.")
FAILS = Check("no giveaway", Result.FAILS, f"Too long: {HOSTILE}")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.events: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.events += [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markup: str) -> _Reader:
    """What a browser makes of HTML."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader


def of_type(kind: ItemType, text: str) -> QuizItem:
    """An artificial question with this text in all its places."""
    citation = ItemCitation(text, text, text, text, "", text)
    a, b, c, d = (f"{text}{letter}" for letter in "abcd")
    shape = {
        ItemType.ONE_RIGHT: {"keys": (a,), "distractors": (b, c)},
        ItemType.SEVERAL_RIGHT: {"keys": (a, b), "distractors": (c,)},
        ItemType.TRUE_FALSE: {"keys": ("True",), "distractors": ("False",)},
        ItemType.MATCHING: {"pairs": ((a, b), (c, d))},
        ItemType.ORDERING: {"keys": (a, b, c)},
        ItemType.CLOZE: {"keys": (a, b)},
        ItemType.CASE: {"keys": (a, b)},
    }[kind]
    stem = f"{text} {GAP}" if kind is ItemType.CLOZE else text
    return QuizItem(
        text,
        kind,
        stem,
        citation,
        explanation=text,
        objective=text,
        topic=text,
        language=text,
        as_of=text,
        **shape,
    )  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ItemType)
def test_hostile_text_stays_text_for_the_trainer_and_for_the_learner(kind: ItemType) -> None:
    item = of_type(kind, HOSTILE)

    card = read(item_card(item, 1, [HOLDS, FAILS], HOSTILE, passage=""))
    feedback = read(feedback_html(item, None))

    for shown in (card, feedback):
        assert not shown.tags - ALLOWED - {"summary", "strong", "ul"}
        assert not shown.events
        assert HOSTILE in shown.text


@pytest.mark.parametrize("kind", ItemType)
def test_every_type_shows_its_right_answer_and_its_type(kind: ItemType) -> None:
    item = of_type(kind, "Artificial ")

    card = read(item_card(item, 7, [HOLDS], "Children", passage="")).text

    assert words.QUESTION.format(number=7) in card
    assert words.TYPES[kind] in card
    assert all(key in card for key in (*item.keys, *(side for pair in item.pairs for side in pair)))


def test_each_check_shows_its_reason_and_the_line_names_the_doubtful() -> None:
    card = read(item_card(of_type(ItemType.TRUE_FALSE, "Artificial"), 1, [HOLDS, FAILS], "", passage="")).text

    assert HOLDS.reason in card
    assert FAILS.reason in card
    assert checks_line([HOLDS]) == "All 1 checks hold"
    assert checks_line([HOLDS, FAILS]) == "Look at this: nothing gives it away"


def test_the_state_of_review_is_said_in_words() -> None:
    item = replace(of_type(ItemType.TRUE_FALSE, "Artificial"), state=ItemState.REJECTED)

    assert words.STATES[ItemState.REJECTED] in read(item_card(item, 1, [HOLDS], "", passage="")).text


def test_feedback_says_how_right_an_answer_is_and_shows_the_right_one() -> None:
    item = of_type(ItemType.SEVERAL_RIGHT, "Artificial ")

    right = read(feedback_html(item, list(item.keys))).text
    part = read(feedback_html(item, [item.keys[0]])).text
    wrong = read(feedback_html(item, [item.distractors[0]])).text
    skipped = read(feedback_html(item, None)).text

    assert taking.VERDICT_RIGHT in right
    assert taking.RIGHT_ANSWER not in right
    assert taking.VERDICT_PART.format(points="0.5") in part
    assert taking.VERDICT_WRONG in wrong
    assert taking.VERDICT_SKIPPED in skipped
    assert all(taking.RIGHT_ANSWER in said and item.keys[1] in said for said in (part, wrong, skipped))
