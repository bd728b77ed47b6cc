"""A running app over a fresh library, and a browser to walk through it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, expect, sync_playwright
from playwright.sync_api import Error as BrowserError

from nrm.settings import PROJECT_DIR, Settings

_START_SECONDS = 120
_PATIENCE_MILLISECONDS = 30_000  # a busy two-core machine draws late; what is wrong is wrong after 30 s too
_TRIES_AGAIN = 4
expect.set_options(timeout=_PATIENCE_MILLISECONDS)
_SERVE = "from nrm.settings import Settings; from ui.serve import serve; serve(Settings.from_environment(), {port})"
_AT_REST = "[data-testid=stApp][data-test-script-state=notRunning]"
_ENGLISH_ONLY = {"NRM_MULTILINGUAL_ENCODER": "none"}  # the questions of the journeys are in English


@dataclass(frozen=True, slots=True)
class RunningApp:
    """Where the app answers, where its library lies, and what it has written to its log."""

    url: str
    data_dir: Path
    log: Path


StartApp = Callable[..., AbstractContextManager[RunningApp]]


@dataclass(frozen=True, slots=True)
class Visit:
    """A page in the browser, every address it asked for, and every complaint in its console."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def settled(self) -> None:
        """Wait until the page has nothing more to do."""
        self.page.wait_for_timeout(300)
        self.page.locator(_AT_REST).wait_for(timeout=120_000)
        self.page.wait_for_timeout(300)

    def ask(self, question: str) -> None:
        """Type a question and wait for what comes of it."""
        box = self.page.get_by_test_id("stChatInputTextArea")
        box.fill(question)
        box.press("Enter")
        self.settled()


@dataclass(frozen=True, slots=True)
class PracticesSteps:
    """What somebody does first on the Practices page."""

    def open(self, page: Page, address: str) -> None:
        """Go to an address and wait until the page is there."""
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=120_000)
        page.locator(_AT_REST).wait_for(timeout=120_000)
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=60_000)

    def search(self, page: Page, text: str) -> None:
        """Type into the search box, letter by letter, and do not press Enter."""
        page.get_by_label("Search the practices").press_sequentially(text, delay=25)

    def cards(self, page: Page) -> Locator:
        """The sentences of the cards."""
        return page.locator(".nrm-practice h3")


@pytest.fixture(scope="session")
def practices() -> PracticesSteps:
    """The first steps on the Practices page."""
    return PracticesSteps()


@pytest.fixture(scope="session")
def running_app(corpus_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """The app on a free port of 127.0.0.1, over the corpus alone, as on a fresh machine."""
    log = tmp_path_factory.mktemp("journey-log") / "app.log"
    with _running(corpus_settings.data_dir, log) as app:
        yield app


@pytest.fixture(scope="session")
def start_app() -> StartApp:
    """Start another app over a library of its own; the environment may say more."""
    return _running


@contextmanager
def _running(data_dir: Path, log: Path, **more: str) -> Iterator[RunningApp]:
    own = {"NRM_DATA_DIR": str(data_dir), "PYTHONPATH": str(PROJECT_DIR)}
    port = _free_port()
    command = [sys.executable, "-c", _SERVE.format(port=port)]
    environment = {**os.environ, **_ENGLISH_ONLY, **own, **more}
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=data_dir, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_for(url, process, log)
            yield RunningApp(url, data_dir, log)
        finally:
            process.terminate()
            process.wait(timeout=30)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium: the system's, else Playwright's own; without one the journeys are skipped, and say so."""
    system = next(filter(None, map(shutil.which, ("/usr/bin/chromium", "chromium", "google-chrome"))), None)
    with sync_playwright() as playwright:
        try:
            opened = playwright.chromium.launch(executable_path=system, args=["--disable-dev-shm-usage"])
        except BrowserError:
            pytest.skip(
                "NO BROWSER: no Chromium on this machine, so NO JOURNEY WAS WALKED. "
                "Install one: apt-get install chromium, or: python -m playwright install chromium"
            )
        yield opened
        opened.close()


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def visit(running_app: RunningApp, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """The first page, opened anew, in the width of a desk and of a phone."""
    context = browser.new_context(viewport={"width": request.param, "height": 844})
    opened = Visit(context.new_page())

    def note_request(sent: Request) -> None:
        opened.requests.append(sent.url)

    def note_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            opened.complaints.append(message.text)

    opened.page.on("request", note_request)
    opened.page.on("console", note_console)
    opened.page.on("websocket", lambda socket: opened.requests.append(socket.url))
    opened.page.goto(running_app.url)
    opened.page.get_by_test_id("stChatInputTextArea").wait_for(timeout=120_000)
    opened.settled()
    yield opened
    context.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
    pytest.fail(f"The app did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A journey is walked again when it stumbles: the browser shares two cores with the app and the encoder."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=_TRIES_AGAIN))
