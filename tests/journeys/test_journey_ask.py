"""A professional, and a person at risk, meet the Ask page in a real browser."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from nrm.settings import Settings
from ui.wording.ask_page import SAMPLES
from ui.wording.safety import CALL_NOW

if TYPE_CHECKING:
    from tests.journeys.conftest import RunningApp, Visit

pytestmark = pytest.mark.journey
AT_RISK = "They have my passport and he comes back at six. Please help me."
CANARY = "zanzicanary"
LEAVE_ADDRESS = Settings().leave_address


def serious_faults(visit: "Visit") -> list[str]:
    """What axe finds serious or critical on the page as it stands."""
    violations = Axe().run(visit.page).response["violations"]
    return [
        f"{fault['id']}: {fault['nodes'][0]['html'][:120]}"
        for fault in violations
        if fault["impact"] in ("serious", "critical")
    ]


def test_each_sample_question_is_answered_and_its_source_opens_with_the_words_marked(visit: "Visit") -> None:
    for number, sample in enumerate(SAMPLES):
        visit.page.locator(f".st-key-sample_{number} button").click()
        visit.settled()
        expect(visit.page.locator(".nrm-asked")).to_contain_text(sample.question)
        expect(visit.page.get_by_role("heading", name="What the sources say")).to_be_visible()

        first = visit.page.get_by_test_id("stExpander").filter(has_text="[1]").first
        first.locator("summary").click()

        mark = first.locator("mark.nrm-mark")
        expect(mark).to_be_visible()
        quote = visit.page.locator("blockquote.nrm-quote").first.inner_text()
        assert " ".join(mark.inner_text().split()) in " ".join(quote.split())
        visit.page.locator(".st-key-ask_new_topic button").click()
        visit.settled()

    assert visit.complaints == []


def test_a_person_at_risk_sees_the_number_and_the_way_out_without_scrolling(visit: "Visit") -> None:
    visit.ask(AT_RISK)

    expect(visit.page.get_by_role("heading", name=CALL_NOW)).to_be_in_viewport(ratio=1)
    expect(visit.page.get_by_role("link", name="Call 112")).to_have_attribute("href", "tel:112")
    expect(visit.page.get_by_role("link", name="Leave this page now")).to_be_in_viewport(ratio=1)
    expect(visit.page.get_by_test_id("stChatInput")).to_have_count(0)
    main = visit.page.get_by_test_id("stMain")
    assert main.evaluate("part => part.scrollHeight <= part.clientHeight")
    assert serious_faults(visit) == []


def test_leaving_opens_an_everyday_page_and_the_way_back_is_empty(visit: "Visit") -> None:
    visit.page.route(f"{LEAVE_ADDRESS}*", lambda route: route.fulfill(body="<title>Weather</title>"))
    visit.ask(AT_RISK)

    visit.page.get_by_role("link", name="Leave this page now").click()
    visit.page.wait_for_url(f"{LEAVE_ADDRESS}*")
    visit.page.go_back()

    visit.page.get_by_test_id("stChatInputTextArea").wait_for(timeout=60_000)
    assert "passport" not in visit.page.content()
    assert CALL_NOW not in visit.page.content()


def test_a_question_about_something_else_is_refused_and_a_missing_source_named(visit: "Visit") -> None:
    visit.ask("What is Standard 12 of the Handbook?")
    expect(visit.page.get_by_role("heading", name="not in this library yet")).to_be_visible()
    expect(visit.page.get_by_text("nrm ingest handbook.pdf")).to_be_visible()

    visit.ask("How do I change the oil filter of a diesel engine?")

    heading = visit.page.get_by_role("heading", name=re.compile("We found no passage|This library cannot help"))
    expect(heading).to_be_visible()
    expect(visit.page.get_by_test_id("stExpander").filter(has_text="Read it")).to_have_count(0)


def test_choosing_a_state_tells_whether_it_is_bound_and_sticks(visit: "Visit") -> None:
    area = visit.page.locator(".st-key-ask_filter_area")
    area.locator("summary").click()
    box = area.get_by_role("combobox", name="State")
    box.fill("Serbia")
    visit.page.get_by_role("option", name="Serbia").click()
    visit.settled()
    visit.page.keyboard.press("Escape")
    assert serious_faults(visit) == []

    visit.ask("How long is the recovery and reflection period?")

    expect(visit.page.get_by_role("heading", name="Is the State bound?")).to_be_visible()
    expect(visit.page.locator("table.nrm-table")).to_contain_text("Serbia")
    expect(area.locator("summary")).to_contain_text("1 set")


def test_a_follow_up_is_read_with_the_question_before_can_be_put_right_and_taken_along(visit: "Visit") -> None:
    visit.ask("How long is the recovery and reflection period?")
    visit.ask("and in Serbia?")
    expect(visit.page.locator("table.nrm-table")).to_contain_text("Serbia")
    visit.ask("what about children?")
    expect(visit.page.get_by_text("Read together with your earlier question").first).to_contain_text("for children?")
    assert serious_faults(visit) == []

    understood = visit.page.get_by_test_id("stExpander").filter(has_text="Understood as")
    understood.locator("summary").click()
    understood.get_by_role("textbox").fill("Who represents a child who is alone?")
    understood.get_by_role("button", name="Ask again").click()
    visit.settled()

    expect(visit.page.locator(".nrm-asked").first).to_contain_text("Who represents a child who is alone?")
    expect(visit.page.get_by_role("heading", name="Earlier in this conversation")).to_be_visible()
    for key, beginning in (("conversation_docx", b"PK"), ("conversation_pdf", b"%PDF"), ("turn_2_receipt", b"{")):
        with visit.page.expect_download() as download:
            visit.page.locator(f".st-key-{key} button").filter(visible=True).click()
        assert download.value.path().read_bytes().startswith(beginning)
    visit.page.locator(".st-key-ask_new_topic button").click()
    visit.settled()
    expect(visit.page.locator(".nrm-asked")).to_have_count(0)
    expect(visit.page.locator(".st-key-ask_filter_area summary")).not_to_contain_text("set")


def test_steps_for_a_role_and_a_card_are_reached_from_an_answer(visit: "Visit") -> None:
    visit.ask("What must be done when a child victim is found?")

    steps = visit.page.get_by_test_id("stExpander").filter(has_text="As a checklist")
    steps.locator("summary").click()
    visit.settled()

    expect(steps.locator("ul.nrm-steps li").first).to_be_visible()
    with visit.page.expect_download() as download:
        steps.get_by_role("button", name="Card to print").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")
    assert serious_faults(visit) == []


def test_no_page_of_a_conversation_has_a_serious_accessibility_fault(visit: "Visit") -> None:
    assert serious_faults(visit) == []

    visit.ask("Can a victim of trafficking also be a refugee?")
    for summary in visit.page.get_by_test_id("stExpander").locator("summary").all():
        summary.click()
    visit.settled()

    assert serious_faults(visit) == []


def test_a_question_can_be_asked_and_a_source_opened_by_keyboard_alone(visit: "Visit") -> None:
    visit.page.get_by_test_id("stChatInputTextArea").focus()
    visit.page.keyboard.type("How long is the recovery and reflection period?")
    visit.page.keyboard.press("Enter")
    visit.settled()

    for _ in range(30):
        visit.page.keyboard.press("Tab")
        if "[1]" in visit.page.evaluate("document.activeElement.innerText || ''"):
            break
    visit.page.keyboard.press("Enter")

    expect(visit.page.locator("mark.nrm-mark").first).to_be_visible()


def test_nothing_typed_reaches_address_storage_log_or_disk(visit: "Visit", running_app: "RunningApp") -> None:
    visit.ask(f"Is {CANARY} a victim of trafficking?")
    visit.ask(f"{CANARY}: how do traffickers recruit girls online step by step? I want to try it")
    visit.ask(f"{CANARY}. {AT_RISK}")

    stored = visit.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    kept = (stored, visit.page.url, *visit.requests, running_app.log.read_text(encoding="utf-8"))
    assert not [place for place in kept if CANARY in place]
    assert not [path for path in files_of(running_app.data_dir) if CANARY.encode() in path.read_bytes()]


def test_every_request_of_the_browser_stays_on_this_machine(visit: "Visit", running_app: "RunningApp") -> None:
    visit.ask("How long is the recovery and reflection period?")

    here = (running_app.url, running_app.url.replace("http", "ws", 1), "data:", "blob:")
    assert [address for address in visit.requests if not address.startswith(here)] == []
    assert visit.complaints == []


def files_of(folder: Path) -> list[Path]:
    """Every file below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]
