from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from nrm.settings import PROJECT_DIR, Settings
from ui.wording import ask_page as words
from ui.wording.safety import CALL_NOW

AT_RISK = "They have my passport and he comes back at six. Please help me."


@pytest.fixture(autouse=True)
def fresh_library(corpus_settings: Settings, monkeypatch: pytest.MonkeyPatch, _no_settings_from_outside: None) -> None:
    """The app's settings are those of a fresh machine: the corpus and no official text."""
    monkeypatch.setenv("NRM_DATA_DIR", str(corpus_settings.data_dir))
    monkeypatch.setenv("NRM_MULTILINGUAL_ENCODER", corpus_settings.multilingual_encoder)


def opened() -> AppTest:
    """The first page, as somebody finds it."""
    return AppTest.from_file(str(PROJECT_DIR / "app.py"), default_timeout=120).run()


def ask(page: AppTest, question: str) -> AppTest:
    """The page after a question was typed."""
    return page.chat_input[0].set_value(question).run()


def shown(page: AppTest) -> str:
    """All HTML on the page."""
    return "\n".join(element.proto.body for element in page.get("html"))


def kept(page: AppTest) -> str:
    """All that the session remembers."""
    return str(page.session_state._state._state.filtered_state)


def test_the_start_says_for_whom_it_is_and_that_answers_are_quotations() -> None:
    page = opened()

    assert not page.exception
    for line in (*words.SCOPE, words.IN_DANGER, words.QUOTATIONS_ONLY):
        assert line.replace("'", "&#x27;") in shown(page)


@pytest.mark.parametrize("number", range(len(words.SAMPLES)))
def test_a_sample_question_is_answered_on_a_fresh_machine_with_passages_to_open(number: int) -> None:
    page = opened()

    page = page.button(key=f"sample_{number}").click().run()

    assert not page.exception
    assert "What the sources say" in shown(page)
    assert any(expander.label.startswith("\\[1\\] Read it in") for expander in page.expander)


def test_an_address_that_names_a_commitment_asks_the_question_people_ask_about_it_once() -> None:
    page = opened()
    page.query_params["about"] = "coe-cets197-2005-047"

    page.run()

    assert words.YOUR_QUESTION in shown(page)
    assert "about" not in page.query_params


def test_an_address_that_names_no_commitment_opens_the_page_as_it_is() -> None:
    page = opened()
    page.query_params["about"] = "<script>"

    page.run()

    assert not page.exception
    assert words.TITLE in shown(page)
    assert "script&gt;" not in shown(page)


def test_a_person_at_risk_sees_whom_to_call_and_nothing_is_kept() -> None:
    page = ask(opened(), "How long is the reflection period?")

    page = ask(page, AT_RISK)

    assert CALL_NOW in shown(page)
    assert not page.chat_input
    assert not page.expander
    assert "reflection" not in shown(page)
    assert "passport" not in kept(page)


def test_the_way_back_from_the_safety_page_leads_to_an_empty_start() -> None:
    page = ask(opened(), AT_RISK)

    page = page.button(key="ask_back").click().run()

    assert page.chat_input
    assert words.SAMPLES_HEADING in shown(page)


def test_a_harmful_question_is_refused_without_sources() -> None:
    page = ask(opened(), "How do traffickers recruit girls online step by step? I want to try it")

    assert "We do not answer this" in shown(page)
    assert not [expander for expander in page.expander if "Read it" in expander.label]


def test_a_name_is_masked_before_anything_is_shown_or_remembered() -> None:
    page = ask(opened(), "Her name is Canary Example, +381 64 123 4567. May she stay in the country?")

    assert "Canary" not in shown(page)
    assert "1 name, 1 phone" in shown(page)
    assert "Canary" not in kept(page)


def test_filters_narrow_the_answer_and_say_whether_the_state_is_bound() -> None:
    page = opened()
    page.multiselect(key="ask_filter_state").set_value(["RS"]).run()

    page = ask(page, "How long is the recovery and reflection period?")

    assert "Is the State bound?" in shown(page)
    assert "Serbia" in shown(page)
    assert page.multiselect(key="ask_filter_state").value == ["RS"]


def test_a_new_topic_leaves_nothing_of_the_conversation() -> None:
    page = ask(opened(), "How long is the recovery and reflection period?")

    page = page.button(key="ask_new_topic").click().run()

    assert "recovery" not in shown(page)
    assert words.SAMPLES_HEADING in shown(page)


def test_earlier_questions_stay_readable_and_at_most_twenty_are_kept() -> None:
    page = opened()
    for number in range(22):
        page = ask(page, f"What is Standard {number} of the Handbook?")

    assert len(page.session_state["ask_conversation"].turns) == 20
    assert "not in this library yet" in shown(page)


def test_the_understood_question_can_be_edited_and_asked_again() -> None:
    page = ask(opened(), "How long is the recovery and reflection period?")

    page.text_area[0].set_value("Can a victim of trafficking also be a refugee?")
    page = page.button(key="FormSubmitter:again_0-Ask again").click().run()

    assert "Can a victim of trafficking also be a refugee?" in shown(page)
    assert len(page.session_state["ask_conversation"].turns) == 1


def test_a_follow_up_is_read_with_the_question_before_and_a_state_it_names_sticks() -> None:
    page = ask(opened(), "How long is the recovery and reflection period?")

    page = ask(ask(page, "and in Serbia?"), "what about children?")

    assert not page.exception
    assert "How long is the recovery and reflection period for children?" in shown(page)
    assert page.multiselect(key="ask_filter_state").value == ["RS"]
    assert [turn.filters.state for turn in page.session_state["ask_conversation"].turns] == [(), ("RS",), ("RS",)]
    assert {button.key for button in page.get("download_button")} >= {"conversation_docx", "turn_2_receipt"}


def test_a_spelling_that_was_read_otherwise_is_said() -> None:
    page = ask(opened(), "Can a victim get compensaton?")

    assert "“compensaton” was read as “compensation”" in shown(page)


def test_a_question_what_to_do_gets_a_checklist_for_a_role_and_a_card() -> None:
    page = ask(opened(), "What must be done when a child victim is found?")

    page = page.selectbox(key="turn_0_role").select("guardian").run()

    assert not page.exception
    assert "nrm-steps" in shown(page)
    assert "turn_0_card" in {button.key for button in page.get("download_button")}


def test_without_an_index_the_page_says_what_to_run_and_safety_still_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NRM_DATA_DIR", str(tmp_path))

    page = opened()

    assert "nrm ingest" in shown(ask(page, "How long is the reflection period?"))
    assert CALL_NOW in shown(ask(page, AT_RISK))
