"""A police-academy trainer makes, mends and exports a quiz; a learner takes it with the keyboard."""

import json
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import etree
from playwright.sync_api import Download, Locator, Page, expect

from nrm.quiz.items import GAP, ItemCitation, ItemType, QuizItem
from nrm.quiz.saving import save_quiz
from ui.wording import quiz_page as words
from ui.wording import quiz_taking as taking

pytestmark = pytest.mark.journey
_CANARY = "Who has to look for the canary family?"
_MOST_TABS = 60
_HOSTILE = (
    '<img src="http://evil.example/a" onerror="document.title=1"> ![x](http://evil.example/b) http://evil.example/c'
)


def test_a_trainer_makes_mends_exports_and_reopens_a_quiz(visit: Any, running_app: Any) -> None:
    page: Page = visit.page
    _open_quiz_page(visit, running_app)
    _make(visit, 20)

    expect(page.get_by_role("heading", name="20 questions: 20 to review")).to_be_visible()
    _looks_well(page)
    _edit_first(visit)
    for place in (1, 2):
        _press(visit, _item(page, place).get_by_role("button", name=words.DROP))
    expect(page.get_by_text("Dropped: 2.")).to_be_visible()
    _press(visit, page.get_by_role("button", name=words.PUT_BACK))
    _press(visit, _item(page, 1).get_by_role("button", name=words.DROP))
    _press(visit, page.get_by_role("button", name="Approve the drafts on this page (5)"))
    expect(page.get_by_role("heading", name="18 questions: 13 to review, 5 approved")).to_be_visible()

    _view(visit, "export")
    _looks_well(page)
    moodle = etree.fromstring(_downloaded(page, "Download Moodle XML").read_bytes())
    saved = _downloaded(page, "Download Saved quiz")

    asked = [one for one in moodle.findall("question") if one.get("type") != "category"]
    assert len(asked) >= 18
    assert _CANARY in etree.tostring(moodle, encoding="unicode")
    assert len(json.loads(saved.read_text(encoding="utf-8"))["items"]) == 18

    _view(visit, "make")
    _upload(visit, saved.read_bytes())
    expect(page.get_by_text("18 questions opened.")).to_be_visible()
    expect(page.get_by_role("heading", name="18 questions: 13 to review, 5 approved")).to_be_visible()
    _nothing_left_the_machine(visit, running_app)


def test_a_learner_takes_the_quiz_with_the_keyboard_alone(visit: Any, running_app: Any) -> None:
    page: Page = visit.page
    _open_quiz_page(visit, running_app)
    _make(visit, 6)
    _view(visit, "take")

    _tab_to_button(page, taking.START)
    _press_key(visit, "Enter")
    for number in range(1, 5):
        expect(page.get_by_text(taking.PROGRESS.format(number=number, count=6))).to_be_visible()
        _answer_by_keyboard(visit)
        assert _focused_words(page) == taking.NEXT  # the button keeps the focus, so Enter goes on
        if number == 1:
            _read_the_passage_by_keyboard(page)
            _looks_well(page)
            _tab_to_button(page, taking.NEXT)
        _press_key(visit, "Enter")
    _tab_to_button(page, taking.STOP)
    _press_key(visit, "Enter")

    expect(page.get_by_role("heading", name=taking.SCORE)).to_be_visible()
    expect(page.get_by_role("table")).to_contain_text("Topic")
    _looks_well(page)
    _press(visit, page.get_by_role("button", name=taking.AGAIN))
    expect(page.get_by_role("button", name=taking.START)).to_be_visible()
    _nothing_left_the_machine(visit, running_app)


def test_a_hostile_file_is_refused_or_stays_inert(visit: Any, running_app: Any) -> None:
    page: Page = visit.page
    _open_quiz_page(visit, running_app)

    page.get_by_text(words.OPEN_AREA).click()
    _upload(visit, b'{"format": "nrm-quiz", "version": 1, "items": [{"id": "<b>"}]}')
    expect(page.get_by_test_id("stAlert")).to_contain_text("This quiz cannot be opened")
    _upload(visit, save_quiz(_hostile_items()))
    expect(page.get_by_text("4 questions opened.")).to_be_visible()
    _press(visit, _item(page, 0).get_by_role("button", name=words.EDIT, exact=True))
    _view(visit, "take")
    _press(visit, page.get_by_role("button", name=taking.START))
    for _ in range(4):
        _nothing_hostile(page)
        _press(visit, page.get_by_role("button", name=taking.SKIP))
        _nothing_hostile(page)
        _press(visit, page.locator(".st-key-quiz_step button"))

    expect(page.get_by_role("heading", name=taking.SCORE)).to_be_visible()
    assert not [url for url in visit.requests if "evil" in url]


def _open_quiz_page(visit: Any, running_app: Any) -> None:
    visit.page.goto(f"{running_app.url}/quiz")
    visit.page.get_by_role("button", name=words.MAKE).wait_for(timeout=180_000)
    visit.settled()


def _make(visit: Any, number: int) -> None:
    page: Page = visit.page
    box = page.get_by_role("combobox", name=words.TOPICS)
    for topic in ("Identification of victims", "Children"):
        box.click()
        box.fill(topic)
        page.get_by_role("option", name=topic, exact=True).click()
    page.keyboard.press("Escape")
    page.get_by_label(words.NUMBER).fill(str(number))
    _press(visit, page.get_by_role("button", name=words.MAKE))
    page.locator("article.nrm-item").first.wait_for(timeout=120_000)


def _edit_first(visit: Any) -> None:
    page: Page = visit.page
    _press(visit, _item(page, 0).get_by_role("button", name=words.EDIT, exact=True))
    _looks_well(page)
    page.get_by_label(words.STEM, exact=True).fill(_CANARY)
    _press(visit, page.get_by_role("button", name=words.SAVE))
    expect(_item(page, 0)).to_contain_text(_CANARY)
    expect(_item(page, 0)).to_contain_text("Look at this: the answer is proven")


def _item(page: Page, place: int) -> Locator:
    return page.locator("[class*=st-key-quiz_item_]").nth(place)


def _press(visit: Any, button: Locator) -> None:
    button.click()
    visit.settled()


def _press_key(visit: Any, key: str) -> None:
    visit.page.keyboard.press(key)
    visit.settled()


def _view(visit: Any, name: str) -> None:
    visit.page.get_by_text(words.VIEWS[name], exact=True).click()
    visit.settled()


def _downloaded(page: Page, label: str) -> Path:
    with page.expect_download(timeout=60_000) as waiting:
        page.get_by_role("button", name=label).click()
    download: Download = waiting.value
    return Path(download.path())


def _upload(visit: Any, content: bytes) -> None:
    page: Page = visit.page
    area = page.get_by_test_id("stFileUploaderDropzoneInput")
    if not area.count() or not page.get_by_test_id("stFileUploaderDropzone").is_visible():
        page.get_by_text(words.OPEN_AREA).click()
    area.set_input_files({"name": "quiz.json", "mimeType": "application/json", "buffer": content})
    page.wait_for_timeout(500)
    visit.settled()


def _focused_words(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText")).strip()


def _tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the focused element makes ``wanted``, a JavaScript expression on ``e``, true."""
    for _ in range(_MOST_TABS):
        if page.evaluate(f"(e => {wanted})(document.activeElement)"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"The keyboard does not reach: {wanted}")


def _tab_to_button(page: Page, label: str) -> None:
    _tab_to(page, f"e.tagName === 'BUTTON' && e.innerText.trim() === {json.dumps(label)}")


def _answer_by_keyboard(visit: Any) -> None:
    """Choose with Space or type; what needs several choices is skipped, by keyboard too."""
    page: Page = visit.page
    fields = "e.closest('[class*=st-key-quiz_take_]') && !e.closest('.st-key-quiz_take_buttons')"
    _tab_to(page, f"({fields}) || e.innerText?.trim() === {json.dumps(taking.SKIP)}")
    kind = page.evaluate("document.activeElement.type")
    if kind in ("radio", "checkbox"):
        page.keyboard.press("Space")
        visit.settled()
    elif kind in ("text", "textarea") and not page.get_by_test_id("stSelectbox").count():
        page.keyboard.type("thirty")
    else:
        _tab_to_button(page, taking.SKIP)
        _press_key(visit, "Enter")
        _tab_to_button(page, taking.NEXT)
        return
    _tab_to(page, "!!e.closest('.st-key-quiz_step')")
    _press_key(visit, "Enter")


def _read_the_passage_by_keyboard(page: Page) -> None:
    _tab_to(page, "e.tagName === 'SUMMARY'")
    page.keyboard.press("Enter")
    expect(page.locator(".nrm-fold .nrm-opened").first).to_be_visible()


def _looks_well(page: Page) -> None:
    """Nothing serious for people with disabilities, and nothing wider than the screen."""
    found = Axe().run(page).response["violations"]
    serious = [
        (one["id"], [node["html"][:120] for node in one["nodes"]])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    assert serious == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def _nothing_left_the_machine(visit: Any, running_app: Any) -> None:
    own = running_app.url.removeprefix("http")
    assert not [url for url in visit.requests if own not in url and not url.startswith(("data:", "blob:"))]
    assert "canary" not in running_app.log.read_text(encoding="utf-8", errors="replace").casefold()
    kept = [path for path in running_app.data_dir.rglob("*") if path.is_file()]
    assert not [path for path in kept if b"canary family" in path.read_bytes()]
    assert "canary" not in visit.page.url


def _nothing_hostile(page: Page) -> None:
    assert page.locator("img[src*=evil], a[href*=evil]").count() == 0
    assert page.title() != "1"


def _hostile_items() -> list[QuizItem]:
    """Artificial questions whose every text tries to be more than text."""
    cited = ItemCitation(_HOSTILE, _HOSTILE, _HOSTILE, _HOSTILE, "", _HOSTILE)
    a, b, c = (f"{_HOSTILE} {letter}" for letter in "abc")
    said = {"explanation": _HOSTILE, "objective": _HOSTILE, "topic": _HOSTILE, "as_of": _HOSTILE}
    return [
        QuizItem("1", ItemType.ONE_RIGHT, _HOSTILE, cited, (a,), (b, c), **said),  # type: ignore[arg-type]
        QuizItem("2", ItemType.SEVERAL_RIGHT, _HOSTILE, cited, (a, b), (c,), **said),  # type: ignore[arg-type]
        QuizItem("3", ItemType.MATCHING, _HOSTILE, cited, pairs=((a, b), (c, "d")), **said),  # type: ignore[arg-type]
        QuizItem("4", ItemType.CLOZE, f"{_HOSTILE} {GAP}", cited, (a,), **said),  # type: ignore[arg-type]
    ]
