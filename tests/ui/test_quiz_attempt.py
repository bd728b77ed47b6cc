import pytest

from nrm.quiz.items import GAP, ItemCitation, ItemType, QuizItem
from nrm.quiz.taking import Response
from ui.quiz.attempt import Attempt, answered, ended, is_empty, marks, next_question, scores

CITATION = ItemCitation("made-up-1", "made-up", "An artificial source", "art. 1", "", "An artificial rule.")
ONE = QuizItem("one", ItemType.ONE_RIGHT, "Artificial?", CITATION, ("a",), ("b", "c"), topic="children")
SEVERAL = QuizItem("several", ItemType.SEVERAL_RIGHT, "Artificial?", CITATION, ("a", "b"), ("c",), topic="x")
MATCHING = QuizItem(
    "matching", ItemType.MATCHING, "Artificial?", CITATION, pairs=(("l1", "r1"), ("l2", "r2")), topic="x"
)
ORDERING = QuizItem("ordering", ItemType.ORDERING, "Artificial?", CITATION, ("a", "b", "c"))
CLOZE = QuizItem("cloze", ItemType.CLOZE, f"In {GAP} days.", CITATION, ("30",))
CASE = QuizItem("case", ItemType.CASE, "Artificial?", CITATION, ("A point.",), topic="x")


@pytest.mark.parametrize(
    ("item", "nothing", "something"),
    [
        (ONE, None, "a"),
        (SEVERAL, [], ["c"]),
        (MATCHING, {"l1": "r1", "l2": ""}, {"l1": "r2", "l2": "r1"}),
        (ORDERING, ["a", "b"], ["a", "b", "a"]),
        (CLOZE, "  ", "twenty"),
        (CASE, "", "A sentence."),
    ],
)
def test_an_answer_counts_only_when_all_of_it_is_given(item: QuizItem, nothing: Response, something: Response) -> None:
    assert is_empty(item, nothing)
    assert not is_empty(item, something)


def test_a_question_is_answered_then_the_next_one_opens_and_the_last_ends_it() -> None:
    attempt = answered(Attempt((ONE, CLOZE)), "a")

    assert attempt.checked
    assert attempt.item is ONE
    attempt = next_question(attempt)
    assert (attempt.item, attempt.checked, attempt.is_last) == (CLOZE, False, True)
    assert next_question(answered(attempt, None)).ended


def test_points_are_counted_by_topic_over_what_was_seen() -> None:
    attempt = answered(Attempt((ONE, SEVERAL, CASE, CLOZE)), "a")
    attempt = answered(next_question(attempt), ["a"])
    attempt = ended(answered(next_question(attempt), "Artificial words."))

    assert [(score.topic, score.points, score.items) for score in scores(attempt)] == [
        ("children", 1.0, 1),
        ("x", 0.5, 1),
    ]
    assert [given.share for _, given in marks(attempt)] == [1.0, 0.5, None]


def test_a_skipped_question_gives_no_point() -> None:
    attempt = ended(answered(Attempt((ONE,)), None))

    assert [score.points for score in scores(attempt)] == [0.0]
