from pathlib import Path

from ui.navigation import PAGES, addresses, existing_pages

PAGES_DIR = Path(__file__).resolve().parents[2] / "ui" / "pages"


def test_only_pages_that_exist_are_listed_and_ask_comes_first() -> None:
    listed = existing_pages()

    assert listed[0].title == "Ask"
    assert all((PAGES_DIR / f"{page.module}.py").is_file() for page in listed)


def test_every_page_has_its_own_address() -> None:
    assert len(set(addresses())) == len(PAGES)


def test_titles_are_text_only_because_icons_fetch_a_font_from_elsewhere() -> None:
    assert all(page.title.isalpha() for page in PAGES)
    assert not [path for path in PAGES_DIR.glob("*.py") if ":material/" in path.read_text(encoding="utf-8")]
