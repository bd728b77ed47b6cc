"""A ministry loads its own protocol in the browser, asks about it, and sees the page with the words marked."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from fpdf import FPDF
from playwright.sync_api import Browser, FilePayload, Page, expect

from nrm.settings import PROJECT_DIR
from ui.wording import library_page as words

pytestmark = pytest.mark.journey
_SERVE = "from nrm.settings import Settings; from ui.serve import serve; serve(Settings.from_environment(), {port})"
_TITLE = "Artificial protocol of Testland"
_DUTY = (
    "The Testland coordination office shall confirm every referral of a presumed victim of trafficking within nine "
    "working days."
)
_FILLING = " ".join(f"Sentence {number} of these words says nothing about any State." for number in range(1, 16))
_QUESTION = "Within how many working days shall the Testland coordination office confirm a referral of a victim?"
_SCREENSHOTS = os.environ.get("NRM_JOURNEY_PICTURES", "")  # read here only; the app gets none of it


@pytest.fixture
def fresh_app(tmp_path: Path) -> Iterator[str]:
    """The app over a data folder of its own in which nothing was ever ingested."""
    data_dir, log = tmp_path / "data", tmp_path / "app.log"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NRM_")}
    own = {"NRM_DATA_DIR": str(data_dir), "NRM_MULTILINGUAL_ENCODER": "none", "PYTHONPATH": str(PROJECT_DIR)}
    command = [sys.executable, "-c", _SERVE.format(port=port)]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=tmp_path, env={**kept, **own}, stdout=output, stderr=subprocess.STDOUT)
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_for(url, process, log)
            yield url
        finally:
            process.terminate()
            process.wait(timeout=30)


def test_a_pdf_is_loaded_asked_about_and_its_page_seen_with_the_words_marked(fresh_app: str, browser: Browser) -> None:
    url = fresh_app
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda sent: requests.append(sent.url))

    page.goto(f"{url}/library")
    expect(page.get_by_role("heading", name=words.HANDBOOK_MISSING)).to_be_visible(timeout=120_000)
    good: FilePayload = {
        "name": "Testland protocol (1).pdf",
        "mimeType": "application/pdf",
        "buffer": _artificial_pdf(),
    }
    bad: FilePayload = {"name": "damaged.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 and nothing more"}
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([good, bad])
    expect(page.get_by_test_id("stFileChipName")).to_have_count(2, timeout=60_000)
    expect(page.get_by_test_id("stFileChipIconSpinner")).to_have_count(0, timeout=60_000)
    page.get_by_role("button", name=words.ADD_BUTTON).click()
    expect(page.get_by_test_id("stProgress")).to_be_in_viewport(timeout=60_000)
    expect(page.get_by_text("Testland protocol (1).pdf: added")).to_be_visible(timeout=300_000)
    expect(page.get_by_test_id("stAlert").filter(has_text="damaged.pdf")).to_be_visible()
    expect(page.get_by_role("heading", name=words.COUNT_LOADED_ONE)).to_be_visible()
    page.get_by_test_id("stExpander").filter(has_text=_TITLE).locator("summary").click()
    _picture(page, "library")

    page.get_by_role("link", name="Ask").click()
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(_QUESTION)
    box.press("Enter")
    cited = page.get_by_test_id("stMain")
    expect(cited).to_contain_text("within nine working days", timeout=120_000)
    expect(cited).to_contain_text(_TITLE)

    page.get_by_test_id("stExpander").filter(has_text="Read it in full: p. 2").locator("summary").click()
    page.get_by_role("button", name=words.SEE_PAGE).click()
    drawn = page.locator("figure.nrm-page img")
    expect(drawn).to_be_visible(timeout=60_000)
    assert drawn.evaluate("picture => picture.naturalWidth") > 800
    expect(page.get_by_text(words.MARKED_QUOTE)).to_be_visible()
    expect(page.get_by_test_id("stMain")).to_contain_text(words.AROUND)
    _picture(page, "document")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=words.OPEN_ORIGINAL).click()
    assert Path(waiting.value.path()).read_bytes() == good["buffer"]
    _looks_well(page)

    page.get_by_role("button", name=words.BACK).click()
    expect(page.get_by_role("heading", name=words.MISSING)).to_be_visible()
    _looks_well(page)

    here = (url, url.replace("http", "ws", 1), "data:", "blob:")
    assert [address for address in requests if not address.startswith(here)] == []
    context.close()


def _artificial_pdf() -> bytes:
    pdf = FPDF()
    pdf.set_title(_TITLE)
    for heading, said in (("Opening words", _FILLING), ("Referrals", _DUTY), ("Closing words", _FILLING)):
        pdf.add_page()
        pdf.set_font("Helvetica", "B", 18)
        pdf.multi_cell(0, 9, heading, new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("Helvetica", size=11)
        for text in (f"{heading}: this document is artificial and was made for a test. {_FILLING}", said):
            pdf.ln(4)
            pdf.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def _looks_well(page: Page) -> None:
    """Nothing serious for people with disabilities, and nothing wider than a phone."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    serious = [(one["id"], one["nodes"][0]["html"][:120]) for one in found if one["impact"] in ("serious", "critical")]
    assert serious == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.set_viewport_size({"width": 1280, "height": 900})


def _picture(page: Page, name: str) -> None:
    """Pictures for people to look at, when somebody asks for them."""
    if not _SCREENSHOTS:
        return
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 1500})
        page.wait_for_timeout(800)
        page.screenshot(path=Path(_SCREENSHOTS) / f"{name}-{width}.png")
    page.set_viewport_size({"width": 1280, "height": 900})


def _wait_for(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
    pytest.fail(f"The app did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")
