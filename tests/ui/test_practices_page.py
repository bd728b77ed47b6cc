from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from nrm.settings import PROJECT_DIR
from ui.wording import practices_page as words

PAGE = "from ui.pages.practices import render\nrender()\n"


@pytest.fixture(scope="module", autouse=True)
def no_index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A machine on which nothing was ingested: words alone are compared."""
    folder = tmp_path_factory.mktemp("library")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NRM_DATA_DIR", str(folder))
        environment.setenv("NRM_CORPUS_DIR", str(PROJECT_DIR / "corpus"))
        yield folder


def opened(**address: str | list[str]) -> AppTest:
    page = AppTest.from_string(PAGE, default_timeout=120)
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def shown(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def test_the_page_says_that_inclusion_is_no_judgement_and_that_periods_are_past() -> None:
    page = opened()

    assert not page.exception
    assert "not our judgement" in shown(page)
    assert "past periods" in shown(page)
    assert "116 practices" in shown(page)


def test_without_an_index_words_still_find_and_the_page_says_so() -> None:
    page = opened()

    page = page.text_input(key="practices_text").set_value("Barnahus").run()

    assert "Run: nrm ingest" in shown(page)
    assert "Barnahus" in " ".join(button.label for button in page.button)


def test_typed_words_do_not_reach_the_address() -> None:
    page = opened()

    page = page.text_input(key="practices_text").set_value("canary-5150").run()

    assert "canary" not in str(page.query_params)


def test_an_address_opens_with_its_facets_and_a_wrong_value_names_the_nearest() -> None:
    page = opened(state=["FI"], theme=["childre"])

    assert page.multiselect(key="practices_facet_state").value == ["FI"]
    assert "Children" in page.warning[0].value
    assert "5 practices" in shown(page)


def test_an_empty_list_offers_steps_with_their_counts() -> None:
    page = opened(state=["FI"], theme=["barnahus"])

    labels = [button.label for button in page.button]

    assert words.FOUND_NONE in shown(page)
    assert "Any value of “State”: 2" in labels
    page = page.button(key="loosen_state").click().run()
    assert "2 practices" in shown(page)


def test_a_record_opens_by_its_address_and_an_unknown_one_names_the_nearest() -> None:
    assert "GRETA listed it" in shown(opened(view="record", id="PP-022"))

    page = opened(view="record", id="PP-999")

    assert "There is no practice" in page.warning[0].value


def test_two_practices_are_compared_by_their_address() -> None:
    page = opened(view="compare", id=["PP-022", "PP-050"])

    assert "Side by side" in shown(page)
    assert page.multiselect(key="practices_compared").value == ["PP-022", "PP-050"]


def test_a_fifth_practice_is_not_compared() -> None:
    page = opened(view="compare", id=[f"PP-00{number}" for number in range(1, 6)])

    assert not page.exception
    assert len(page.multiselect(key="practices_compared").value) == 4


def test_a_whole_suggestion_passes_and_is_offered_as_a_file() -> None:
    page = opened(view="suggest")
    for key, text in _TEXTS.items():
        field = page.text_area if key in ("summary", "limits", "praise", "also_seen") else page.text_input
        field(key=f"suggest_{key}").set_value(text)
    page.multiselect(key="suggest_states").set_value(["FI"])
    page.multiselect(key="suggest_pillars").set_value(["social_inclusion"])
    page.multiselect(key="suggest_themes").set_value(["housing"])
    page.selectbox(key="suggest_kind").set_value("service")
    page.selectbox(key="suggest_source_kind").set_value("official")
    page.date_input(key="suggest_checked_on").set_value(date(2026, 1, 31))

    page = page.button(key=_check_key(page)).click().run()

    assert not page.exception
    assert [message.value for message in page.success]
    assert "Download" in page.get("download_button")[0].proto.label


def _check_key(page: AppTest) -> str:
    return str(next(button.key for button in page.button if button.label == "Check the record"))


_TEXTS = {
    "country": "Finland",
    "institution": "An artificial institution",
    "title": "An artificial practice",
    "plain": "In Finland, an artificial practice helps nobody, because it is a test.",
    "summary": "It is artificial.",
    "period": "since 2020",
    "asked_0": "artificial practice",
    "asked_1": "Is there an artificial practice?",
    "asked_2": "anything artificial?",
    "url": "https://example.org/practice",
}
