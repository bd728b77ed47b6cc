"""Through the Practices page over ten times the practices, a hostile one among them."""

import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
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
def large_app(tmp_path_factory: pytest.TempPathFactory, start_app: Any) -> Iterator[str]:
    """The app over ten times the practices, and a hostile one among them; gives its address."""
    corpus, data = tmp_path_factory.mktemp("large") / "corpus", tmp_path_factory.mktemp("large-library")
    shutil.copytree(PROJECT_DIR / "corpus", corpus)
    _multiply(corpus / "practices")
    (corpus / "practices" / "hostile.yaml").write_text(yaml.safe_dump(HOSTILE), encoding="utf-8")
    for path in sorted((corpus / "commitments").glob("*.yaml"))[3:]:
        path.unlink()  # three are enough, and the index is built sooner
    ingest([], Settings(data_dir=data, corpus_dir=corpus, multilingual_encoder="none"))
    with start_app(data, data / "app.log", NRM_CORPUS_DIR=str(corpus)) as app:
        yield app.url


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def large_page(large_app: str, browser: Browser, request: pytest.FixtureRequest, practices: Any) -> Iterator[Page]:
    """The Practices page of the large app."""
    context = browser.new_context(viewport={"width": request.param, "height": 844})
    page = context.new_page()
    practices.open(page, f"{large_app}/practices")
    yield page
    context.close()


def test_a_hostile_record_is_shown_and_does_nothing(large_page: Page, practices: Any) -> None:
    requests: list[str] = []
    large_page.on("request", lambda sent: requests.append(sent.url))
    base = large_page.url.partition("/practices")[0]

    practices.search(large_page, "zyzzyva")
    expect(practices.cards(large_page).first).to_contain_text("<script>window.hostile=1</script>", timeout=30_000)
    expect(large_page.get_by_role("button", name=f"![x](http:\u2060//{EVIL}/b.png)")).to_be_visible()
    for view in ("view=record&id=PP-9001", "view=compare&id=PP-9001&id=PP-001", "view=map"):
        practices.open(large_page, f"{base}/practices?{view}")
        expect(large_page.get_by_text("onerror").first).to_be_attached(timeout=60_000)
        assert _inert(large_page)

    assert not [address for address in requests if EVIL in address]


def test_the_first_result_comes_while_typing_among_ten_times_the_practices(
    large_page: Page, practices: Any, record_property: Callable[[str, object], None]
) -> None:
    practices.search(large_page, "mobile teams ")
    expect(practices.cards(large_page).first).to_contain_text(re.compile("team", re.IGNORECASE), timeout=30_000)
    large_page.get_by_label("Search the practices").fill("")
    expect(large_page.get_by_role("heading", name="1,161 practices")).to_be_visible(timeout=30_000)

    practices.search(large_page, "guardian for a trafficked child without parents")
    ended = time.perf_counter()
    expect(practices.cards(large_page).first).to_contain_text("guardian", timeout=30_000)

    waited = round((time.perf_counter() - ended) * 1000)
    record_property("milliseconds_from_last_letter_to_first_result", waited)


def _inert(page: Page) -> bool:
    """Whether nothing of the hostile record became an element or ran."""
    made = page.evaluate(
        """evil => [...document.querySelectorAll('img, iframe, script, a, svg')].filter(element =>
            ['src', 'href', 'onload', 'onerror', 'onclick'].some(name =>
                /javascript:|hostile/.test(element.getAttribute(name) || '')
                || (name === 'src' && (element.getAttribute(name) || '').includes(evil)))).length""",
        EVIL,
    )
    ran = page.evaluate("() => window.hostile !== undefined")
    return (made, ran) == (0, False)


def _multiply(folder: Path) -> None:
    for path in sorted(folder.glob("*.yaml")):
        record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        copies = [
            {**record, "id": f"{record['id']}{number}", "title": f"{record['title']} ({number})"}
            for number in range(1, TIMES_TEN)
        ]
        text = yaml.dump([record, *copies], Dumper=yaml.CSafeDumper, sort_keys=False)
        path.write_text(text, encoding="utf-8")
