"""The Commitments page on a machine where nothing was ingested: the corpus alone must do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui.wording import commitments_page as words


def _commitments() -> None:
    from ui.pages.commitments import render

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


def test_search_compares_words_and_says_so_when_there_is_no_index() -> None:
    page = opened(_commitments)

    page.text_input[0].set_value("guardian unaccompanied child").run()

    assert not page.exception
    assert words.WORDS_ONLY in shown(page)
    assert "Guardian for the unaccompanied child" in shown(page)
    assert "nrm ingest coe-cets197-2005.pdf" in shown(page)


def test_words_typed_stay_out_of_the_address_and_facets_go_in() -> None:
    page = opened(_commitments, strength="may")

    page.text_input[0].set_value("a private question").run()

    assert address_of(page) == {"strength": ["may"]}


def test_unknown_state_in_the_address_is_named_with_the_nearest_and_the_page_works() -> None:
    page = opened(_commitments, view="topic", topic="compensation", state="Serbai")

    assert "Serbia" in page.warning[0].value
    assert "Compensation from the perpetrators" in shown(page)
    assert not page.exception


def test_crosswalk_has_a_column_for_the_state_chosen() -> None:
    page = opened(_commitments, view="topic", topic="compensation")

    page.selectbox(key="commitments_state").set_value("RS").run()

    assert ">Serbia<" in shown(page)
    assert address_of(page) == {"view": ["topic"], "topic": ["compensation"], "state": ["RS"]}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ({"view": "state", "state": "TR"}, "withdrew"),
        ({"view": "map", "instrument": "coe-cets210-istanbul-2011"}, "party 38, withdrew 1, not party 18"),
        ({"view": "compare", "what": "states", "state": ["RS", "FR"]}, "not an EU member"),
        (
            {"view": "compare", "instrument": ["coe-cets197-2005", "untoc-2000"]},
            'id=coe-cets197-2005-047" target="_self">art. 15(4)</a>',
        ),
        ({"view": "topic", "topic": "compensation"}, 'id=coe-cets197-2005-047" target="_self">art. 15(4)</a>'),
        ({"view": "topic", "state": "MD"}, "view=topic&amp;topic=compensation&amp;state=MD"),
        ({"view": "state", "state": "MD"}, "/commitments?instrument=cat-1984&amp;state=MD"),
        ({"view": "map", "instrument": "cat-1984"}, "/commitments?view=state&amp;state=MD"),
        ({"view": "record", "id": "coe-cets197-2005-047"}, "In plain words:"),
        ({"view": "record", "id": "coe-cets197-2005-999"}, "Search the commitments"),
    ],
)
def test_view_opens_by_its_address(address: dict[str, str | list[str]], expected: str) -> None:
    page = opened(_commitments, **address)

    labels = " ".join(box.label for box in page.text_input)
    assert expected in shown(page) + labels
    assert not page.exception


def test_record_leads_to_its_topic_across_instruments() -> None:
    page = opened(_commitments, view="record", id="coe-cets197-2005-047")

    page.button(key="topic_compensation").click().run()

    assert address_of(page)["view"] == ["topic"]
    assert "duties in" in shown(page)


def test_list_survives_a_look_at_a_record() -> None:
    page = opened(_commitments, topic="compensation", strength="may")
    before = shown(page)

    page.button(key="open_coe-ets116-1983-004").click().run()
    assert address_of(page)["view"] == ["record"]
    page.button(key="commitments_back").click().run()

    assert address_of(page) == {"topic": ["compensation"], "strength": ["may"]}
    assert shown(page) == before


def test_state_choice_can_leave_out_what_does_not_bind_it() -> None:
    page = opened(_commitments, instrument="coe-cets197-2005", state="US")
    assert "102 commitments" in shown(page)

    page.checkbox(key="commitments_only_binding").check().run()

    assert words.FOUND_NONE in shown(page)
    assert address_of(page)["only"] == ["binding"]


def test_an_empty_list_says_what_to_loosen_and_does_it() -> None:
    page = opened(_commitments, topic="compensation", instrument="ilo-c081-1947")
    assert "No commitment fits" in shown(page)

    page = page.button(key="loosen_topic").click().run()

    assert "21 commitments" in shown(page)
