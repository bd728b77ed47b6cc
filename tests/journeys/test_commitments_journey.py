"""Through the Commitments page in a real browser, at the width of a desk and of a phone."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from ui.wording import commitments_page as words

pytestmark = pytest.mark.journey
SEARCH = "Search the commitments"
VIEWS = {
    "search": "topic=compensation&strength=must&state=RS",
    "topic": "view=topic&topic=compensation&state=RS",
    "state": "view=state&state=MD",
    "map": "view=map&instrument=coe-cets210-istanbul-2011",
    "instruments": "view=compare&instrument=coe-cets197-2005&instrument=un-trafficking-protocol-2000",
    "states": "view=compare&what=states&state=RS&state=FR&state=DK",
    "record": "view=record&id=coe-cets197-2005-047&state=RS",
    "nearest": "view=topic&topic=compensaton",
}


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """An empty tab; what it asks for elsewhere and what the page complains of end the test."""
    context = browser.new_context(viewport={"width": request.param, "height": 844}, accept_downloads=True)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda sent: wrong.append(sent.url) if _is_elsewhere(sent.url) else None)
    yield opened
    context.close()
    assert wrong == []


def _is_elsewhere(url: str) -> bool:
    return url.startswith(("http", "ws")) and not re.match(r"(?:http|ws)s?://127\.0\.0\.1[:/]", url)


def open_view(page: Page, url: str, query: str) -> None:
    page.goto(f"{url}/commitments?{query}")
    page.get_by_role("heading", name=words.TITLE, exact=True).wait_for(timeout=120_000)
    settle(page)


def settle(page: Page) -> None:
    page.wait_for_timeout(500)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=120_000)
    page.locator("[data-testid=stSkeleton]").first.wait_for(state="detached", timeout=60_000)
    page.wait_for_timeout(300)


def grave_faults(page: Page) -> list[tuple[str, Any]]:
    found = Axe().run(page).response["violations"]
    return [(fault["id"], fault["nodes"][0]["html"]) for fault in found if fault["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens_by_its_address_can_be_read_by_all_and_fits(page: Page, running_app: Any, view: str) -> None:
    open_view(page, running_app.url, VIEWS[view])

    assert grave_faults(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    expect(page.get_by_text("Something went wrong")).to_have_count(0)


def test_search_answers_while_typing_and_keeps_the_words_out_of_the_address(page: Page, running_app: Any) -> None:
    open_view(page, running_app.url, "state=RS")

    page.get_by_label(SEARCH).press_sequentially("compensation from a fund", delay=30)

    expect(page.get_by_role("heading", name="Guaranteed compensation")).to_be_visible(timeout=60_000)
    settle(page)
    assert page.url.endswith("/commitments?state=RS")
    expect(page.get_by_text("Serbia:").first).to_be_visible()


def test_a_record_opens_from_the_list_and_the_list_is_still_there_after_it(page: Page, running_app: Any) -> None:
    open_view(page, running_app.url, "topic=compensation&strength=may")
    heading = page.get_by_role("heading", level=2).first.inner_text()

    page.get_by_role("button", name="Open the record").first.click()
    page.wait_for_url(re.compile("view=record"), timeout=60_000)
    settle(page)
    page.get_by_role("button", name=words.BACK).click()
    page.get_by_label(SEARCH).wait_for(timeout=60_000)
    settle(page)

    assert page.url.endswith("topic=compensation&strength=may")
    assert page.get_by_role("heading", level=2).first.inner_text() == heading


def test_map_is_drawn_and_a_table_says_the_same(page: Page, running_app: Any) -> None:
    open_view(page, running_app.url, VIEWS["map"])

    expect(page.locator("[data-testid=stVegaLiteChart] svg path").nth(50)).to_be_attached(timeout=60_000)
    expect(page.get_by_role("table")).to_contain_text("party 38, withdrew 1, not party 18")
    expect(page.get_by_role("row")).to_have_count(58)
    expect(page.get_by_role("row").filter(has_text="withdrew")).to_contain_text("Türkiye")


def test_conflicting_evidence_is_shown_on_both_sides(page: Page, running_app: Any) -> None:
    open_view(page, running_app.url, VIEWS["state"])

    line = page.get_by_role("row").filter(has_text="CRPD").filter(has_text=words.DISAGREE)

    expect(line).to_contain_text("2010-09-21")
    expect(line).to_contain_text("not party")


def test_crosswalk_is_taken_along_as_word_brief_with_footnotes_and_as_table(
    page: Page, running_app: Any, tmp_path: Path
) -> None:
    open_view(page, running_app.url, VIEWS["topic"])

    brief, table = tmp_path / "brief.docx", tmp_path / "table.csv"
    for name, target in (("Word brief", brief), ("CSV table", table)):
        with page.expect_download(timeout=60_000) as download:
            page.get_by_role("button", name=name).click()
        download.value.save_as(target)

    with zipfile.ZipFile(brief) as archive:
        assert "CETS No. 197" in archive.read("word/footnotes.xml").decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    assert rows[0]["pinpoint"] == "art. 15(3)" and rows[0]["State's standing"] == "party"


def test_print_shows_the_table_and_not_the_controls(page: Page, running_app: Any) -> None:
    open_view(page, running_app.url, VIEWS["topic"])

    page.emulate_media(media="print")

    expect(page.get_by_role("table")).to_be_visible()
    expect(page.get_by_role("button", name="Word brief")).to_be_hidden()
    expect(page.get_by_text(words.MY_STATE, exact=True)).to_be_hidden()
