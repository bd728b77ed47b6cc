"""Through the Practices page in a real browser, at the width of a desk and of a phone."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey

_GRAVE = ("serious", "critical")


def serious(page: Page) -> list[str]:
    """What axe finds serious or critical."""
    found = Axe().run(page).response["violations"]
    return [f"{item['id']}: {item['nodes'][0]['html']}" for item in found if item["impact"] in _GRAVE]


def choose(page: Page, label: str, typed: str) -> None:
    """Choose a value of a facet."""
    box = page.get_by_role("combobox", name=re.compile(f"^{label}"))
    box.fill(typed)
    page.get_by_role("option", name=typed).click()
    page.keyboard.press("Escape")


def test_search_finds_while_typing_and_no_word_reaches_the_address(
    visit: Any, running_app: Any, practices: Any
) -> None:
    page = visit.page
    practices.open(page, f"{running_app.url}/practices")

    practices.search(page, "shelter for men")

    expect(practices.cards(page).first).to_contain_text("In Austria, men", timeout=30_000)
    assert "men" not in page.url.partition("?")[2]
    own = running_app.url.partition("//")[2]
    assert all(own in address for address in visit.requests if "://" in address)


def test_a_record_shows_both_sides_its_source_and_relatives_and_the_way_back(
    visit: Any, running_app: Any, practices: Any
) -> None:
    page = visit.page
    practices.open(page, f"{running_app.url}/practices")
    practices.search(page, "six-month reflection period")
    expect(practices.cards(page).first).to_contain_text("In Norway", timeout=30_000)

    page.get_by_role("button", name="Six-month reflection period").click()

    expect(page.get_by_role("heading", name="Six-month reflection period")).to_be_visible(timeout=30_000)
    expect(page.locator(".nrm-praise")).to_contain_text("GRETA listed it in its 2016")
    expect(page.locator(".nrm-limits")).to_contain_text("the permit cannot be renewed")
    source = page.get_by_role("link", name="Open the source")
    assert source.get_attribute("rel") == "noopener noreferrer"
    expect(page).to_have_url(re.compile("view=record&id=PP-022$"))
    served = page.locator('a[href^="/commitments?view=record&id="]').first
    expect(served).to_be_visible()
    page.get_by_role("button", name="Ireland: 60-day recovery and reflection period").click()
    expect(page).to_have_url(re.compile("id=PP-097"), timeout=30_000)
    page.get_by_role("button", name="Back to the list").click()
    expect(practices.cards(page).first).to_contain_text("In Norway", timeout=30_000)
    assert page.get_by_label("Search the practices").input_value() == "six-month reflection period"


def test_a_narrowed_list_can_be_shared_by_its_address(visit: Any, running_app: Any, practices: Any) -> None:
    page = visit.page
    practices.open(page, f"{running_app.url}/practices")
    page.get_by_text("Narrow the list").click()

    choose(page, "State", "Belgium")

    expect(page.get_by_role("heading", name="5 practices")).to_be_visible(timeout=30_000)
    expect(page).to_have_url(re.compile(r"\?state=BE$"))
    practices.open(page, page.url)
    expect(page.get_by_role("heading", name="5 practices")).to_be_visible(timeout=30_000)


def test_an_empty_list_says_what_to_loosen_and_does_it(visit: Any, running_app: Any, practices: Any) -> None:
    page = visit.page
    practices.open(page, f"{running_app.url}/practices?state=FI&theme=barnahus")
    expect(page.get_by_role("heading", name="No practice fits")).to_be_visible()

    page.get_by_role("button", name="Any value of “State”: 2").click()

    expect(page.get_by_role("heading", name="2 practices")).to_be_visible(timeout=30_000)


def test_practices_are_compared_side_by_side_from_the_list(visit: Any, running_app: Any, practices: Any) -> None:
    page = visit.page
    practices.open(page, f"{running_app.url}/practices?theme=barnahus")
    buttons = page.get_by_role("button", name="Compare", exact=True)

    buttons.first.click()
    expect(page.get_by_text("Choose one more")).to_be_visible(timeout=30_000)
    buttons.first.click()
    page.get_by_role("button", name="Compare 2 side by side").click()

    expect(page.get_by_role("table")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("rowheader", name="Limits named")).to_be_attached()
    assert page.url.count("id=PP-") == 2


def test_a_suggestion_is_checked_and_offered_as_a_file_and_not_kept(
    visit: Any, running_app: Any, practices: Any
) -> None:
    page = visit.page
    practices.open(page, f"{running_app.url}/practices?view=suggest")
    page.get_by_label("Title").fill("Night bus with an interpreter")
    before = sorted(running_app.data_dir.rglob("*"))

    page.get_by_role("button", name="Check the record").click()

    expect(page.get_by_text("A reviewer would send this back")).to_be_visible(timeout=60_000)
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download the record").click()
    record = yaml.safe_load(Path(caught.value.path()).read_text(encoding="utf-8"))
    assert record["title"] == "Night bus with an interpreter"
    assert sorted(running_app.data_dir.rglob("*")) == before
    assert "Night" not in running_app.log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "address",
    [
        "/practices",
        "/practices?view=record&id=PP-022",
        "/practices?view=map",
        "/practices?view=compare&id=PP-050&id=PP-001",
        "/practices?view=suggest",
        "/practices?state=FI&theme=barnahus",
    ],
)
def test_no_view_has_a_serious_fault_of_access_or_scrolls_sideways(
    visit: Any, running_app: Any, practices: Any, address: str
) -> None:
    page = visit.page

    practices.open(page, running_app.url + address)
    page.wait_for_timeout(1000)

    assert serious(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_the_map_draws_and_the_table_says_the_same_and_ranks_nobody(
    visit: Any, running_app: Any, practices: Any
) -> None:
    page = visit.page

    practices.open(page, f"{running_app.url}/practices?view=map")

    expect(page.get_by_test_id("stVegaLiteChart")).to_have_count(2, timeout=60_000)
    expect(page.get_by_role("row").filter(has_text="Belgium")).to_contain_text("5 practices")
    expect(page.get_by_text("None here yet")).to_contain_text("Andorra")
    expect(page.get_by_text("It does not rank States")).to_be_visible()
