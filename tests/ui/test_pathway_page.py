import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from nrm.adapters.library_rows import Loaded
from nrm.adapters.library_store import LibraryStore
from nrm.domain.passages import Locator, Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind
from nrm.settings import PROJECT_DIR

PAGE = "from ui.pages.pathway import render\nrender()\n"
ARTIFICIAL = Source("artificial-handbook", "Artificial, for tests", SourceKind.HANDBOOK, Authority.GUIDANCE)


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LibraryStore:
    """An empty library."""
    monkeypatch.setenv("NRM_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("NRM_CORPUS_DIR", str(PROJECT_DIR / "corpus"))
    return LibraryStore(tmp_path)


def shown() -> str:
    page = AppTest.from_string(PAGE, default_timeout=120).run()
    assert not page.exception
    return "\n".join(element.proto.body for element in page.get("html"))


def load(library: LibraryStore, *headings: str) -> None:
    """Load an artificial Handbook of one section; its text says that it is artificial."""
    text = "Artificial text; it is not from the Handbook."
    passage = Passage("artificial-handbook/1", ARTIFICIAL, text, Locator(heading_path=headings, page=9))
    library.create()
    library.replace(Loaded(ARTIFICIAL, "artificial.md", "", (), (), ""), [passage])


def test_without_a_handbook_it_shows_our_records_and_says_what_is_missing() -> None:
    page = shown()

    assert "The Handbook is not loaded" in page
    assert 'href="/practices?pillar=social_inclusion"' in page
    assert 'href="/commitments?pillar=prevention"' in page
    assert "In the Handbook you loaded" not in page


def test_every_part_of_the_picture_leads_to_its_part_of_the_page() -> None:
    page = shown()

    for pillar in ("identification_protection", "social_inclusion", "prevention"):
        assert f'href="#part-{pillar}"' in page
        assert f'id="part-{pillar}"' in page


def test_a_question_leads_to_the_ask_page_by_its_commitment_and_no_word_stands_in_the_address() -> None:
    page = shown()

    linked = re.findall(r'<a href="/\?about=([\w-]+)" target="_self">([^<]+)\?</a>', page)
    assert len(linked) == 36
    for commitment, question in linked:
        assert f"view=record&amp;id={commitment}" in page
        assert question.split()[-1] not in commitment


def test_it_says_where_the_names_of_the_pillars_were_read() -> None:
    page = shown()

    assert "Announcements of the second edition name the four Pillars" in page
    assert "checked on 2026-11-23" in page


def test_sections_of_a_loaded_handbook_stand_under_the_pillar_that_they_name(library: LibraryStore) -> None:
    load(library, "Pillar 3: Social inclusion", "Artificial <b>section</b>")

    page = shown()

    inside = page[page.index('id="part-social_inclusion"') : page.index('id="part-criminal_justice_redress"')]
    assert "Artificial &lt;b&gt;section&lt;/b&gt;" in inside
    assert 'href="/library?passage=artificial-handbook%2F1"' in inside
    assert "p. 9" in inside
    assert "Artificial text" not in page
    assert "The Handbook is not loaded" not in page


def test_a_handbook_whose_headings_name_no_pillar_is_said_to(library: LibraryStore) -> None:
    load(library, "Artificial part")

    assert "none of its headings names a pillar" in shown()
