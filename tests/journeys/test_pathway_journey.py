"""Through the Pathway page in a real browser, at the width of a desk and of a phone."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey
_GRAVE = ("serious", "critical")


def open_page(page: Page, address: str) -> None:
    """Go to the page and wait until it is there."""
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Pathway", timeout=120_000)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=120_000)
    expect(page.locator(".nrm-pathway")).to_have_count(6, timeout=60_000)


def test_the_picture_is_walked_by_keyboard_and_leads_to_each_part(visit: Any, running_app: Any) -> None:
    page = visit.page
    open_page(page, f"{running_app.url}/pathway")
    picture = page.get_by_role("navigation", name="The four pillars and two themes")
    stones = picture.get_by_role("link")
    expect(stones).to_have_count(6)

    stones.nth(2).focus()
    page.keyboard.press("Tab")
    focused = page.evaluate("() => document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")

    assert focused == "#part-criminal_justice_redress"
    expect(page.get_by_role("heading", name="Criminal justice and redress")).to_be_in_viewport(timeout=10_000)


def test_a_part_leads_to_its_practices_and_a_question_is_asked_on_the_ask_page(visit: Any, running_app: Any) -> None:
    page = visit.page
    open_page(page, f"{running_app.url}/pathway")

    page.get_by_role("link", name="All 14 practices").click()

    expect(page.get_by_role("heading", name="14 practices")).to_be_visible(timeout=120_000)
    open_page(page, f"{running_app.url}/pathway")
    page.get_by_role("link", name="What is the least support a victim of trafficking must be given?").click()

    expect(page.get_by_text("Your question: What is the least support")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("heading", name="What the sources say")).to_be_visible()
    expect(page).not_to_have_url(re.compile("about="))


def test_no_serious_fault_of_access_and_no_request_elsewhere(visit: Any, running_app: Any) -> None:
    page = visit.page
    open_page(page, f"{running_app.url}/pathway")

    found = Axe().run(page).response["violations"]

    assert [item["id"] for item in found if item["impact"] in _GRAVE] == []
    assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") <= 0
    own = running_app.url.partition("//")[2]
    assert all(own in address for address in visit.requests if "://" in address)
