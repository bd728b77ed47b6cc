import json
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from nrm.quiz.items import ItemState, ItemType, QuizItem
from nrm.quiz.saving import save_quiz
from ui.quiz import session
from ui.quiz.desk import Desk
from ui.wording import quiz_page as words
from ui.wording import quiz_taking as taking

_SCRIPT = "from ui.pages.quiz import render; render()"


@pytest.fixture(scope="module", autouse=True)
def corpus_alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A machine on which nothing was ingested: the quiz needs the corpus and nothing else."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NRM_DATA_DIR", str(tmp_path_factory.mktemp("no-library")))
        environment.setenv("NRM_MULTILINGUAL_ENCODER", "none")
        yield


def opened() -> AppTest:
    """The page as a trainer finds it."""
    return AppTest.from_string(_SCRIPT, default_timeout=180).run()


def made(number: int = 7, **chosen: list[str]) -> AppTest:
    """The page after a quiz was made; topics are children and identification if nothing else is chosen."""
    page = opened()
    for name, values in ({"topics": ["identification", "children"]} | chosen).items():
        page.multiselect(key=f"quiz_{name}").set_value(values)
    page.number_input(key="quiz_number").set_value(number)
    return page.button(key="FormSubmitter:quiz_choices-Make the quiz").click().run()


def desk_of(page: AppTest) -> Desk:
    """The quiz on the desk of the page."""
    desk: Desk = page.session_state["quiz_desk"]
    return desk


def press(page: AppTest, what: str, item: QuizItem) -> AppTest:
    """The page after a button of one question was pressed."""
    return page.button(key=f"quiz_{what}_{session.key_of(item.id)}").click().run()


def shown(page: AppTest) -> str:
    """All HTML on the page."""
    return "\n".join(element.proto.body for element in page.get("html"))


def open_view(page: AppTest, view: str) -> AppTest:
    """The page in another view."""
    return page.segmented_control(key="quiz_view").set_value(view).run()


def upload(page: AppTest, content: bytes) -> AppTest:
    """The page after a file was opened."""
    return page.file_uploader[0].upload("quiz.json", content, "application/json").run()


def test_two_topics_give_questions_each_with_source_checks_and_state() -> None:
    page = made()

    assert not page.exception
    assert len(desk_of(page).items) == 7
    assert shown(page).count('class="nrm-item"') == 5
    assert shown(page).count("All 5 checks hold") == 5
    assert "7 questions: 7 to review" in shown(page)
    assert {item.topic for item in desk_of(page).items} <= {"identification", "children"}


def test_the_same_choices_give_other_questions_when_made_again() -> None:
    page = made()
    first = {item.id for item in desk_of(page).items}

    page = page.button(key="FormSubmitter:quiz_choices-Make the quiz").click().run()

    assert {item.id for item in desk_of(page).items} != first


def test_approving_rejecting_and_dropping_are_counted_and_a_drop_can_be_undone() -> None:
    page = made()
    first, second, third, *_ = desk_of(page).items

    page = press(page, "approved", first)
    page = press(page, "rejected", second)
    page = press(page, "drop", third)

    assert "6 questions: 4 to review, 1 approved, 1 rejected" in shown(page)
    assert "Dropped: 1." in shown(page)
    page = page.button(key="quiz_put_back").click().run()
    assert desk_of(page).items[2] == third


def test_a_question_is_edited_in_its_place_and_its_checks_are_made_anew() -> None:
    page = made(types=["one_right"])
    item = desk_of(page).items[1]
    key = session.key_of(item.id)

    page = press(page, "edit", item)
    page.text_area(key=f"quiz_stem_{key}").set_value("A changed question <b>with</b> markup?")
    page = page.button(key=f"quiz_save_{key}").click().run()

    changed = desk_of(page).items[1]
    assert (changed.id, changed.stem) == (item.id, "A changed question <b>with</b> markup?")
    assert "&lt;b&gt;with&lt;/b&gt;" in shown(page)
    assert "Look at this: the answer is proven" in shown(page)
    assert not page.text_area


def test_an_edit_that_could_not_be_asked_is_refused_and_the_question_stays() -> None:
    page = made(types=["one_right"])
    item = desk_of(page).items[0]
    key = session.key_of(item.id)

    page = press(page, "edit", item)
    page.text_area(key=f"quiz_distractors_{key}").set_value("only one")
    page = page.button(key=f"quiz_save_{key}").click().run()

    assert "two distractors" in page.error[0].value
    assert desk_of(page).items[0] == item


@pytest.mark.parametrize("kind", ItemType)
def test_every_type_can_be_opened_for_editing_and_saved_unchanged(kind: ItemType) -> None:
    page = made(2, types=[str(kind)], topics=[])
    item = desk_of(page).items[0]

    page = press(page, "edit", item)
    page = page.button(key=f"quiz_save_{session.key_of(item.id)}").click().run()

    assert not page.exception
    assert desk_of(page).items[0] == item


def test_another_question_of_the_same_type_comes_in_the_same_place() -> None:
    page = made()
    item = desk_of(page).items[0]

    page = press(page, "other", item)

    new = desk_of(page).items[0]
    assert new.id != item.id
    assert new.type is item.type
    assert item.id in desk_of(page).gone
    assert words.EXCHANGED.format(number=1) in shown(page)


def test_the_drafts_of_a_page_are_approved_together() -> None:
    page = made()

    page = page.button(key="quiz_approve_page").click().run()

    assert [item.state for item in desk_of(page).items] == [ItemState.APPROVED] * 5 + [ItemState.DRAFT] * 2


def test_a_topic_with_too_few_facts_gives_fewer_questions_and_says_why() -> None:
    page = made(50, topics=["age_assessment"], types=["cloze"])

    assert len(desk_of(page).items) < 50
    assert words.FEWER in shown(page)
    assert "of 50 items could be built" in shown(page)


def test_a_saved_quiz_opens_again_with_states_and_edits() -> None:
    page = made()
    saved = save_quiz(desk_of(press(page, "approved", desk_of(page).items[0])).items)

    page = upload(opened(), saved)

    assert not page.exception
    assert save_quiz(desk_of(page).items) == saved
    assert "7 questions opened" in shown(page)
    assert "6 to review, 1 approved" in shown(page)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x00\xff not json", "not valid JSON"),
        (b"[1, 2]", "not a saved quiz"),
        (b"[" * 100_000, "not valid JSON"),
        (json.dumps({"format": "nrm-quiz", "version": 9, "items": []}).encode(), "another version"),
        (json.dumps({"format": "nrm-quiz", "version": 1, "items": [{"id": "x"}]}).encode(), "item 1"),
    ],
)
def test_a_hostile_file_is_refused_with_the_reason_and_the_quiz_stays(content: bytes, reason: str) -> None:
    page = made()
    before = desk_of(page)

    page = upload(page, content)

    assert not page.exception
    assert reason in page.error[0].value.replace("\\", "")
    assert desk_of(page) == before


def test_the_words_of_a_hostile_file_are_not_read_as_markdown_in_its_refusal() -> None:
    item = {"id": "x", "![x](http://evil.example)": 1}
    content = json.dumps({"format": "nrm-quiz", "version": 1, "items": [item]}).encode()

    page = upload(opened(), content)

    assert "![x]" not in page.error[0].value


def test_taking_shows_feedback_with_the_passage_and_a_score_by_topic() -> None:
    page = open_view(made(2, types=["one_right"]), "take")
    page = page.button(key="quiz_start").click().run()

    for _ in range(2):
        item = page.session_state["quiz_attempt"].item
        page.radio[0].set_value(item.keys[0]).run()
        page = page.button(key="quiz_step").click().run()
        assert taking.VERDICT_RIGHT in shown(page)
        assert "Read the passage" in shown(page)
        page = page.button(key="quiz_step").click().run()

    assert taking.SCORE_TOTAL.format(points="2", count=2) in shown(page)
    assert taking.SCORE_CAPTION in shown(page)


def test_checking_without_an_answer_asks_for_one_and_skipping_goes_on() -> None:
    page = open_view(made(2, types=["one_right"]), "take")
    page = page.button(key="quiz_start").click().run()

    page = page.button(key="quiz_step").click().run()
    assert taking.CHOOSE_FIRST in shown(page)
    page = page.button(key="quiz_skip").click().run()

    assert taking.VERDICT_SKIPPED in shown(page)


@pytest.mark.parametrize("kind", ItemType)
def test_every_type_can_be_taken(kind: ItemType) -> None:
    page = open_view(made(1, types=[str(kind)], topics=[]), "take")
    page = page.button(key="quiz_start").click().run()

    page = page.button(key="quiz_skip").click().run()

    assert not page.exception
    assert taking.RIGHT_ANSWER in shown(page) or taking.VERDICT_CASE in shown(page)


def test_a_new_quiz_ends_the_attempt_at_the_old_one() -> None:
    page = open_view(made(1, types=["one_right"]), "take")
    page = open_view(page.button(key="quiz_start").click().run(), "make")

    page = page.button(key="FormSubmitter:quiz_choices-Make the quiz").click().run()

    assert open_view(page, "take").button(key="quiz_start")


def test_taking_again_leaves_nothing_of_the_answers() -> None:
    page = open_view(made(1, types=["cloze"], topics=[]), "take")
    page = page.button(key="quiz_start").click().run()
    page.text_input[0].set_value("a canary answer").run()
    page = page.button(key="quiz_step").click().run()
    page = page.button(key="quiz_step").click().run()

    page = page.button(key="quiz_again").click().run()

    assert "canary" not in repr(page.session_state)


def test_every_format_says_what_it_leaves_out() -> None:
    page = open_view(made(7, types=["true_false", "matching"]), "export")

    assert not page.exception
    assert len(page.get("download_button")) == 10
    assert "Moodle XML" in shown(page)
    assert "What it leaves out" in shown(page)
    assert "Nobody has approved 7 of these 7 questions yet." in shown(page)


def test_rejected_questions_stay_out_of_print_but_in_the_saved_file() -> None:
    page = made(2)
    page = press(page, "rejected", desk_of(page).items[0])

    page = open_view(page, "export")

    assert "Holds all 1." in shown(page)
    assert "Holds all 2." in shown(page)


def test_before_there_is_a_quiz_the_other_views_say_what_to_do() -> None:
    page = opened()

    assert open_view(page, "take").info[0].value == words.NO_QUIZ
    assert open_view(page, "export").info[0].value == words.NO_QUIZ
