import pytest

from nrm.domain.errors import WrongUse
from nrm.quiz.items import ItemCitation, ItemState, ItemType, QuizItem
from nrm.quiz.saving import LONGEST_TEXT, reopen_quiz, save_quiz
from ui.quiz.edit_form import changed, lines_of

ITEM = QuizItem(
    "a",
    ItemType.ONE_RIGHT,
    "Artificial?",
    ItemCitation("r", "s", "t", "", "", ""),
    ("right",),
    ("wrong", "also wrong"),
    rule="which_term",
    state=ItemState.APPROVED,
)


def test_a_line_is_an_answer_and_empty_lines_are_none() -> None:
    assert lines_of(" one \n\n two\r\n   \n") == ("one", "two")


def test_an_edited_question_is_a_draft_again() -> None:
    new = changed(ITEM, {"stem": "Artificial?", "distractors": ("wrong", "other")})

    assert new.distractors == ("wrong", "other")
    assert (new.state, new.rule) == (ItemState.DRAFT, "which_term")


def test_saving_without_a_change_leaves_the_approval() -> None:
    assert changed(ITEM, {"stem": "Artificial?", "keys": ("right",)}) is ITEM


def test_what_could_not_be_asked_is_refused_with_the_reason() -> None:
    with pytest.raises(WrongUse, match="two distractors"):
        changed(ITEM, {"distractors": ("wrong",)})


@pytest.mark.parametrize("change", [{"stem": "x" * (LONGEST_TEXT + 1)}, {"distractors": tuple(map(str, range(21)))}])
def test_what_a_saved_file_could_not_hold_is_refused_at_once(change: dict[str, object]) -> None:
    with pytest.raises(WrongUse, match="cannot be kept"):
        changed(ITEM, dict(change))


def test_an_edited_question_opens_again_from_its_file() -> None:
    new = changed(ITEM, {"stem": "Ärtificial \u202e <b>?"})

    assert reopen_quiz(save_quiz([new])) == (new,)
