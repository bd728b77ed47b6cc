"""The app as people use it: started, opened in a browser, asked one question in English and one in Spanish."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from evaluation.bench.memory import resident_megabytes

_START_SECONDS = 120
_SERVE = "from ui.terminal import main; main()"
_SPANISH = "¿Quién paga el alojamiento de una víctima?"


def app_megabytes(environment: Mapping[str, str], question: str) -> int | None:
    """Resident memory of the server after both questions; ``None`` where there is no browser to ask them."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        return None
    with _app(environment) as (process, url), sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        except Error:
            return None
        page = browser.new_page()
        page.goto(url)
        for words in (question, _SPANISH):
            box = page.get_by_test_id("stChatInputTextArea")
            box.fill(words, timeout=_START_SECONDS * 1000)
            box.press("Enter")
            page.wait_for_timeout(500)
            done = page.locator("[data-testid=stApp][data-test-script-state=notRunning]")
            done.wait_for(timeout=_START_SECONDS * 1000)
        browser.close()
        return resident_megabytes(process)


@contextmanager
def _app(environment: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", _SERVE, "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health")
        yield process.pid, f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(url: str) -> None:
    for _ in range(_START_SECONDS * 2):
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    raise TimeoutError("The app did not start.")
