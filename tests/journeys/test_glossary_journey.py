"""Through the Glossary page in a real browser, at the width of a desk and of a phone."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from ui.wording import glossary_page as words

pytestmark = pytest.mark.journey


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """An empty tab."""
    context = browser.new_context(viewport={"width": request.param, "height": 844})
    yield context.new_page()
    context.close()


def open_glossary(page: Page, url: str, query: str = "") -> None:
    page.goto(f"{url}/glossary{query}")
    page.get_by_role("heading", name=words.TITLE, exact=True).wait_for(timeout=120_000)
    settle(page)


def settle(page: Page) -> None:
    page.wait_for_timeout(500)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=120_000)
    page.wait_for_timeout(300)


@pytest.mark.parametrize("query", ["", "?term=referral_mechanism", "?term=reflexion", "?letter=R"])
def test_glossary_can_be_read_by_all_and_fits(page: Page, running_app: Any, query: str) -> None:
    open_glossary(page, running_app.url, query)

    faults = Axe().run(page).response["violations"]

    assert [fault["id"] for fault in faults if fault["impact"] in ("serious", "critical")] == []
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def test_term_is_found_in_another_language_opened_and_shared(page: Page, running_app: Any) -> None:
    open_glossary(page, running_app.url)

    page.get_by_label(words.SEARCH).fill("Bedenkzeit")
    page.get_by_role("button", name="Open “recovery and reflection period”").click(timeout=60_000)
    expect(page.get_by_role("heading", name=words.MEANINGS)).to_be_visible(timeout=60_000)
    settle(page)

    assert page.url.endswith("/glossary?term=reflection_period")
    expect(page.get_by_text("UK NRM", exact=False).first).to_be_visible()
    expect(page.get_by_text("our draft, not checked").first).to_be_visible()


def test_unknown_term_names_the_nearest_and_the_list_is_there(page: Page, running_app: Any) -> None:
    open_glossary(page, running_app.url, "?term=reflexion")

    expect(page.get_by_role("alert")).to_contain_text("recovery and reflection period")
    expect(page.get_by_role("heading", name="256 terms")).to_be_visible()
