"""Taking a quiz: marks and scores."""

from dataclasses import replace

import pytest

from nrm.quiz.items import GAP, ItemCitation, ItemType, QuizItem
from nrm.quiz.taking import Response, TopicScore, mark, scores_by_topic

CITATION = ItemCitation("r", "s", "An artificial source", "art. 1", "", "An artificial rule.")
ONE = QuizItem(
    id="one",
    type=ItemType.ONE_RIGHT,
    stem="Which?",
    citation=CITATION,
    keys=("x",),
    distractors=("y", "z"),
    topic="t",
)
SEVERAL = replace(ONE, id="several", type=ItemType.SEVERAL_RIGHT, keys=("x", "w"))
MATCHING = replace(ONE, id="matching", type=ItemType.MATCHING, keys=(), distractors=(), pairs=(("a", "1"), ("b", "2")))
ORDERING = replace(ONE, id="ordering", type=ItemType.ORDERING, keys=("1", "2", "3"), distractors=())
GAPPED = replace(ONE, id="gap", type=ItemType.CLOZE, stem=f"{GAP} days", keys=("thirty", "30"), distractors=())
CASE = replace(ONE, id="case", type=ItemType.CASE, keys=("a rubric line",), distractors=())


@pytest.mark.parametrize(
    ("item", "response", "share"),
    [
        (ONE, "x", 1.0),
        (ONE, "y", 0.0),
        (ONE, None, 0.0),
        (SEVERAL, ["w", "x"], 1.0),
        (SEVERAL, ["x"], 0.5),
        (SEVERAL, ["x", "w", "y", "z"], 0.0),
        (SEVERAL, "x", 0.0),
        (MATCHING, {"a": "1", "b": "1"}, 0.5),
        (ORDERING, ["1", "2", "3"], 1.0),
        (ORDERING, ["1", "3", "2"], 0.0),
        (GAPPED, " Thirty ", 1.0),
        (GAPPED, "31", 0.0),
        (CASE, "A long answer.", None),
    ],
)
def test_answers_are_marked(item: QuizItem, response: Response, share: float | None) -> None:
    assert mark(item, response).share == share


def test_scores_add_up_by_topic_and_leave_cases_to_a_person() -> None:
    other = replace(ONE, id="other", topic="u")

    scores = scores_by_topic([ONE, SEVERAL, CASE, other], {"one": "x", "several": ["x"], "other": "y"})

    assert scores == (TopicScore("t", 1.5, 2), TopicScore("u", 0.0, 1))
