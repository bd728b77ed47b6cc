from nrm.adapters.corpus_cache import cached_corpus
from nrm.adapters.library_rows import Loaded
from nrm.domain.passages import Box, Locator, Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind
from nrm.services.library_overview import HandbookState, overview
from nrm.settings import PROJECT_DIR
from ui.library_views.html import details_html, handbook_html, handbook_state_html, missing_html
from ui.library_views.pictures import pages_of, picture_html
from ui.library_views.text_view import around_html, context_html, place_name
from ui.wording import library_page as words

SOURCE = Source("artificial", "Artificial <b>text</b>", SourceKind.DOCUMENT, Authority.REFERENCE, sha256="ab" * 32)
TEXT = "Before. The first artificial words. The second artificial words. After."
FIRST = Passage("artificial/1", SOURCE, "The first artificial words.", Locator(page=2, start=8, end=35))
SECOND = Passage("artificial/2", SOURCE, "The second artificial words.", Locator(start=36, end=64))
HELD = Loaded(SOURCE, "<i>a</i>.txt", TEXT, (), ("A <remark>.",), "2026-11-24", 2)


def test_what_a_file_says_of_itself_is_shown_and_not_obeyed() -> None:
    shown = details_html(HELD, None)

    assert "&lt;i&gt;a&lt;/i&gt;.txt" in shown and "A &lt;remark&gt;." in shown
    assert "<i>" not in shown and "<remark>" not in shown


def test_every_address_that_we_have_not_opened_says_so_and_a_site_is_no_download() -> None:
    missing = overview([], cached_corpus(PROJECT_DIR / "corpus").sources).missing
    linked = [one for one in missing if one.record.url]

    shown = handbook_html(missing[0]) + missing_html(missing)

    assert shown.count(words.NOT_CHECKED) == sum(not one.record.url_seen for one in linked)
    assert shown.count("<details>") == len(missing) - 1
    assert "nrm fetch coe-cets197-2005" in shown and "nrm fetch handbook" not in shown
    assert "nrm ingest handbook.pdf --kind handbook" in shown


def test_a_passage_is_marked_whole_in_its_context_and_only_the_quote_when_there_is_one() -> None:
    whole, quoted = context_html(HELD, SECOND, ""), context_html(HELD, SECOND, "second artificial")

    assert '<mark class="nrm-mark">The second artificial words.</mark> After.' in whole
    assert '<mark class="nrm-mark">second artificial</mark>' in quoted


def test_text_that_changed_its_place_is_not_marked_wrongly() -> None:
    moved = Passage("artificial/3", SOURCE, "Other words.", Locator(start=0, end=12))

    assert context_html(HELD, moved, "") == ""


def test_neighbours_are_the_passages_before_and_after() -> None:
    assert "second artificial" in around_html([FIRST, SECOND], 0)
    assert "first artificial" in around_html([FIRST, SECOND], 1)
    assert around_html([FIRST], 0) == ""


def test_pages_of_a_passage_are_those_of_its_boxes_and_its_own() -> None:
    across = Passage("a/1", SOURCE, "x", Locator(page=4, boxes=(Box(5, 0, 0, 1, 1), Box(4, 0, 0, 1, 1))))

    assert pages_of(across) == (4, 5)
    assert place_name(FIRST) == "p. 2 · The first artificial words."


def test_a_picture_is_described_and_carried_in_the_page() -> None:
    shown = picture_html(b"png", 'Page "1"', "Page 1")

    assert 'alt="Page &quot;1&quot;"' in shown and 'src="data:image/png;base64,cG5n"' in shown


def test_a_loaded_handbook_says_what_was_recognised_in_it() -> None:
    shown = handbook_state_html(HELD, HandbookState(400, ("1.1", "1.2")))
    bare = handbook_state_html(HELD, HandbookState(1, ()))

    assert "400 pages with text, 2 passages." in shown and "Artificial &lt;b&gt;" in shown
    assert "2 numbered standards" in shown and "What is Standard 1.1 of the Handbook?" in shown
    assert words.HANDBOOK_NO_STANDARDS in bare
