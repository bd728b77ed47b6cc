"""Through the Practices page in a real browser, at the width of a desk and of a phone."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from ingest.build import ingest
from nrm.settings import PROJECT_DIR, Settings

pytestmark = pytest.mark.journey
TIMES_TEN = 10
EVIL = "evil.example"
HOSTILE = {
    "id": "PP-9001",
    "states": [],
    "country": "<b>Nowhere</b>",
    "institution": "+cmd|' /C calc'!A0",
    "title": f'<img src="http://{EVIL}/a.png" onerror="window.hostile=1"> ![x](http://{EVIL}/b.png)',
    "summary": f'=HYPERLINK("http://{EVIL}/c","Open")',
    "plain": f"<script>window.hostile=1</script> Zyzzyva [go](javascript:window.hostile=1) http://{EVIL}/d",
    "asked_as": ["zyzzyva", "What is a zyzzyva?", "zyzzyva here?"],
    "pillars": ["social_inclusion"],
    "themes": ["children"],
    "target_groups": ["children"],
    "kind": "service",
    "period": ":material/home: :red[2020] $x^2$",
    "first_year": 2020,
    "last_year": None,
    "url": "javascript:window.hostile=1",
    "also_seen": [f'http://{EVIL}/e" onclick="window.hostile=1'],
    "source_kind": "media",
    "praise": "<svg onload=window.hostile=1></svg>",
    "limits": f'<iframe src="http://{EVIL}/f"></iframe>',
    "commitments": [],
    "odihr_listed": "unknown",
    "as_of": "2020",
    "checked_on": "2026-01-01",
}


@pytest.fixture(scope="module")
def large_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app over ten times the practices, and a hostile one among them; gives its address."""
    corpus, data = tmp_path_factory.mktemp("large") / "corpus", tmp_path_factory.mktemp("large-library")
    shutil.copytree(PROJECT_DIR / "corpus", corpus)
    _multiply(corpus / "practices")
    (corpus / "practices" / "hostile.yaml").write_text(yaml.safe_dump(HOSTILE), encoding="utf-8")
    for path in sorted((corpus / "commitments").glob("*.yaml"))[3:]:
        path.unlink()  # three are enough, and the index is built sooner
    ingest([], Settings(data_dir=data, corpus_dir=corpus, multilingual_encoder="none"))
    yield from _served({"NRM_DATA_DIR": str(data), "NRM_CORPUS_DIR": str(corpus)}, data)


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def large_page(large_app: str, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The Practices page of the large app."""
    context = browser.new_context(viewport={"width": request.param, "height": 844})
    page = context.new_page()
    open_page(page, f"{large_app}/practices")
    yield page
    context.close()


def open_page(page: Page, address: str) -> None:
    """Go to an address and wait until the page is there."""
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=120_000)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=120_000)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=60_000)


def search(page: Page, text: str) -> None:
    """Type into the search box, letter by letter, and do not press Enter."""
    page.get_by_label("Search the practices").press_sequentially(text, delay=25)


def cards(page: Page) -> Any:
    """The sentences of the cards."""
    return page.locator(".nrm-practice h3")


def choose(page: Page, label: str, typed: str) -> None:
    """Choose a value of a facet."""
    box = page.get_by_role("combobox", name=re.compile(f"^{label}"))
    box.fill(typed)
    page.get_by_role("option", name=typed).click()
    page.keyboard.press("Escape")


def serious(page: Page) -> list[str]:
    """What axe finds serious or critical."""
    found = Axe().run(page).response["violations"]
    return [f"{item['id']}: {item['nodes'][0]['html']}" for item in found if item["impact"] in _GRAVE]


_GRAVE = ("serious", "critical")


def test_search_finds_while_typing_and_the_words_never_reach_the_address(visit: Any, running_app: Any) -> None:
    page = visit.page
    open_page(page, f"{running_app.url}/practices")

    search(page, "shelter for men")

    expect(cards(page).first).to_contain_text("In Austria, men", timeout=30_000)
    assert "men" not in page.url.partition("?")[2]
    assert all(EVIL not in address for address in visit.requests)
    assert all(running_app.url.partition("//")[2] in address for address in visit.requests if "://" in address)


def test_a_record_shows_both_sides_its_source_and_relatives_and_the_way_back(
    visit: Any, running_app: Any
) -> None:
    page = visit.page
    open_page(page, f"{running_app.url}/practices")
    search(page, "six-month reflection period")
    expect(cards(page).first).to_contain_text("In Norway", timeout=30_000)

    page.get_by_role("button", name="Six-month reflection period").click()

    expect(page.get_by_role("heading", name="Six-month reflection period")).to_be_visible(timeout=30_000)
    expect(page.locator(".nrm-praise")).to_contain_text("GRETA listed it in its 2016")
    expect(page.locator(".nrm-limits")).to_contain_text("the permit cannot be renewed")
    source = page.get_by_role("link", name="Open the source")
    assert source.get_attribute("rel") == "noopener noreferrer"
    assert page.url.endswith("view=record&id=PP-022")
    served = page.locator('a[href^="/commitments?view=record&id="]').first
    expect(served).to_be_visible()
    page.get_by_role("button", name="Ireland: 60-day recovery and reflection period").click()
    expect(page).to_have_url(re.compile("id=PP-097"), timeout=30_000)
    page.get_by_role("button", name="Back to the list").click()
    expect(cards(page).first).to_contain_text("In Norway", timeout=30_000)
    assert page.get_by_label("Search the practices").input_value() == "six-month reflection period"


def test_a_narrowed_list_can_be_shared_by_its_address(visit: Any, running_app: Any) -> None:
    page = visit.page
    open_page(page, f"{running_app.url}/practices")
    page.get_by_text("Narrow the list").click()

    choose(page, "State", "Belgium")

    expect(page.get_by_role("heading", name="5 practices")).to_be_visible(timeout=30_000)
    expect(page).to_have_url(re.compile(r"\?state=BE$"))
    open_page(page, page.url)
    expect(page.get_by_role("heading", name="5 practices")).to_be_visible(timeout=30_000)


def test_an_empty_list_says_what_to_loosen_and_does_it(visit: Any, running_app: Any) -> None:
    page = visit.page
    open_page(page, f"{running_app.url}/practices?state=FI&theme=barnahus")
    expect(page.get_by_role("heading", name="No practice fits")).to_be_visible()

    page.get_by_role("button", name="Any value of “State”: 2").click()

    expect(page.get_by_role("heading", name="2 practices")).to_be_visible(timeout=30_000)


def test_practices_are_compared_side_by_side_from_the_list(visit: Any, running_app: Any) -> None:
    page = visit.page
    open_page(page, f"{running_app.url}/practices?theme=barnahus")
    buttons = page.get_by_role("button", name="Compare", exact=True)

    buttons.first.click()
    expect(page.get_by_text("Choose one more")).to_be_visible(timeout=30_000)
    buttons.first.click()
    page.get_by_role("button", name="Compare 2 side by side").click()

    expect(page.get_by_role("table")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("rowheader", name="Limits named")).to_be_attached()
    assert page.url.count("id=PP-") == 2


def test_a_suggestion_is_checked_and_offered_as_a_file_and_not_kept(visit: Any, running_app: Any) -> None:
    page = visit.page
    open_page(page, f"{running_app.url}/practices?view=suggest")
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
    visit: Any, running_app: Any, address: str
) -> None:
    page = visit.page

    open_page(page, running_app.url + address)
    page.wait_for_timeout(1000)

    assert serious(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_the_map_draws_and_the_table_says_the_same_and_ranks_nobody(visit: Any, running_app: Any) -> None:
    page = visit.page

    open_page(page, f"{running_app.url}/practices?view=map")

    expect(page.get_by_test_id("stVegaLiteChart")).to_have_count(2, timeout=60_000)
    expect(page.get_by_role("row").filter(has_text="Belgium")).to_contain_text("5 practices")
    expect(page.get_by_text("None here yet")).to_contain_text("Andorra")
    expect(page.get_by_text("It does not rank States")).to_be_visible()


def test_a_hostile_record_is_shown_and_does_nothing(large_page: Page) -> None:
    requests: list[str] = []
    large_page.on("request", lambda sent: requests.append(sent.url))
    base = large_page.url.partition("/practices")[0]

    search(large_page, "zyzzyva")
    expect(cards(large_page).first).to_contain_text("<script>window.hostile=1</script>", timeout=30_000)
    expect(large_page.get_by_role("button", name=f"![x](http://{EVIL}/b.png)")).to_be_visible()
    for view in ("view=record&id=PP-9001", "view=compare&id=PP-9001&id=PP-001", "view=map"):
        open_page(large_page, f"{base}/practices?{view}")
        expect(large_page.get_by_text("onerror").first).to_be_attached(timeout=60_000)
        assert _inert(large_page)

    assert not [address for address in requests if EVIL in address]


def test_the_first_result_comes_while_typing_among_ten_times_the_practices(
    large_page: Page, record_property: Callable[[str, object], None]
) -> None:
    search(large_page, "mobile teams ")
    expect(cards(large_page).first).to_contain_text("team", timeout=30_000)
    large_page.get_by_label("Search the practices").fill("")
    expect(large_page.get_by_role("heading", name="1,161 practices")).to_be_visible(timeout=30_000)

    search(large_page, "guardian for a trafficked child without parents")
    ended = time.perf_counter()
    expect(cards(large_page).first).to_contain_text("guardian", timeout=30_000)

    record_property("milliseconds_from_last_letter_to_first_result", round((time.perf_counter() - ended) * 1000))


def _inert(page: Page) -> bool:
    """Whether nothing of the hostile record became an element or ran."""
    made = page.evaluate(
        """evil => [...document.querySelectorAll('img, iframe, script, a, svg')].filter(element =>
            ['src', 'href', 'onload', 'onerror', 'onclick'].some(name =>
                /javascript:|hostile/.test(element.getAttribute(name) || '')
                || (name === 'src' && (element.getAttribute(name) || '').includes(evil)))).length""",
        EVIL,
    )
    return made == 0 and page.evaluate("() => window.hostile === undefined")


def _multiply(folder: Path) -> None:
    for path in sorted(folder.glob("*.yaml")):
        record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        copies = [
            {**record, "id": f"{record['id']}{number}", "title": f"{record['title']} ({number})"}
            for number in range(1, TIMES_TEN)
        ]
        text = yaml.dump([record, *copies], Dumper=yaml.CSafeDumper, sort_keys=False)
        path.write_text(text, encoding="utf-8")


def _served(variables: dict[str, str], folder: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    url, own = f"http://127.0.0.1:{port}", {"PYTHONPATH": str(PROJECT_DIR), "NRM_MULTILINGUAL_ENCODER": "none"}
    start = f"from nrm.settings import Settings; from ui.serve import serve; serve(Settings.from_environment(), {port})"
    with (folder / "app.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", start], cwd=folder, env={**os.environ, **own, **variables}, stdout=log, stderr=log
        )
        try:
            _wait_for(url)
            yield url
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait_for(url: str) -> None:
    for _ in range(400):
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
    pytest.fail("The app did not start.")
