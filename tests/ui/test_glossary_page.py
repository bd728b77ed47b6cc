"""The Glossary page on a machine where nothing was ingested: the corpus alone must do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest


def _glossary() -> None:
    from ui.pages.glossary import render

    render()


@pytest.fixture(scope="module", autouse=True)
def nothing_ingested(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("empty")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NRM_DATA_DIR", str(folder))
        yield folder


def opened(page: object, **address: str | list[str]) -> AppTest:
    test = AppTest.from_function(page, default_timeout=120)  # type: ignore[arg-type]
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def address_of(test: AppTest) -> dict[str, list[str]]:
    given: dict[str, str | list[str]] = dict(test.query_params)
    return {name: [value] if isinstance(value, str) else value for name, value in given.items()}


def shown(test: AppTest) -> str:
    return "\n".join(element.proto.body for element in test.get("html"))


def test_glossary_opens_a_term_by_its_address_with_all_its_meanings() -> None:
    page = opened(_glossary, term="referral_mechanism")

    assert "UK NRM" in shown(page)
    assert "our draft, not checked" in shown(page)
    assert not page.exception


def test_glossary_names_the_nearest_term_and_shows_the_list() -> None:
    page = opened(_glossary, term="reflexion")

    assert "recovery and reflection period" in page.warning[0].value
    assert "256 terms" in shown(page)


def test_glossary_search_finds_other_languages_and_keeps_the_words_out_of_the_address() -> None:
    page = opened(_glossary)

    page.text_input[0].set_value("Bedenkzeit").run()

    assert "recovery and reflection period" in shown(page)
    assert address_of(page) == {}


def test_glossary_term_opens_from_the_list_and_goes_to_the_address() -> None:
    page = opened(_glossary)
    page.text_input[0].set_value("Bedenkzeit").run()

    page.button(key="open_reflection_period").click().run()

    assert address_of(page) == {"term": ["reflection_period"]}
    assert "Erholungs- und Bedenkzeit" in shown(page)
