"""The Library page over a library that holds nothing but one artificial text, and over none."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.enums import EncryptionMethod
from streamlit.testing.v1 import AppTest

from nrm.adapters.library_rows import Loaded
from nrm.adapters.library_store import LibraryStore
from nrm.domain.passages import Box, Locator, Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind
from ui.library_views.work import Locked, Task, Told, Work
from ui.wording import library_page as words

SOURCE = Source("artificial-text", "An artificial text", SourceKind.DOCUMENT, Authority.REFERENCE, sha256="0" * 64)
TEXT = "The first artificial words. The second artificial words."
PASSAGES = (
    Passage("artificial-text/1", SOURCE, TEXT[:27], Locator(start=0, end=27)),
    Passage("artificial-text/2", SOURCE, TEXT[28:], Locator(start=28, end=len(TEXT))),
)


def _library() -> None:
    from ui.pages.library import render

    render()


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NRM_DATA_DIR", str(tmp_path))
        yield tmp_path


def opened(**address: str) -> AppTest:
    test = AppTest.from_function(_library, default_timeout=120)
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def address_of(test: AppTest) -> dict[str, str]:
    return {name: value if isinstance(value, str) else value[0] for name, value in test.query_params.items()}


def shown(test: AppTest) -> str:
    return "\n".join(element.proto.body for element in test.get("html"))


def fill(data_dir: Path) -> None:
    store = LibraryStore(data_dir)
    store.create()
    store.replace(Loaded(SOURCE, "artificial.txt", TEXT, (), ("It is artificial.",), "2026-11-24"), PASSAGES)


def test_an_empty_library_says_so_and_how_to_begin(data_dir: Path) -> None:
    page = opened()

    assert not page.exception
    assert words.NONE_LOADED in shown(page) and words.HANDBOOK_MISSING in shown(page)
    assert not (data_dir / "library.sqlite3").exists()


def test_a_loaded_text_is_listed_and_only_removed_after_a_second_word(data_dir: Path) -> None:
    fill(data_dir)
    page = opened()
    assert "An artificial text" in page.expander[0].label
    assert "It is artificial." in shown(page)

    page.button(key="library_remove_artificial-text").click().run()
    assert words.REMOVE_SURE.format(title="An artificial text")[:20] in page.warning[0].value
    page.button(key="library_keep_artificial-text").click().run()

    assert not page.warning
    assert LibraryStore(data_dir).loaded("artificial-text") is not None


def test_a_document_opens_at_the_passage_of_the_address_and_leads_to_its_neighbour(data_dir: Path) -> None:
    fill(data_dir)
    page = opened(passage="artificial-text/2")
    assert '<mark class="nrm-mark">The second artificial words.</mark>' in shown(page)
    assert page.info[0].value == words.ORIGINAL_MISSING

    page.button(key="library_previous").click().run()

    assert not page.exception
    assert '<mark class="nrm-mark">The first artificial words.</mark>' in shown(page)
    assert address_of(page) == {"source": "artificial-text", "passage": "artificial-text/1"}


def test_the_words_quoted_elsewhere_are_marked_and_stay_out_of_the_address(data_dir: Path) -> None:
    fill(data_dir)
    page = AppTest.from_function(_library, default_timeout=120)
    page.query_params["passage"] = "artificial-text/2"
    page.session_state["library_quote"] = ("artificial-text/2", "second artificial")

    page.run()

    assert '<mark class="nrm-mark">second artificial</mark>' in shown(page)
    assert address_of(page) == {"passage": "artificial-text/2"}


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"source": "../../etc/passwd"}, words.UNKNOWN_SOURCE),
        ({"source": "artificial-text", "passage": "x/9"}, words.UNKNOWN_PASSAGE),
    ],
)
def test_an_address_that_leads_nowhere_is_answered_calmly(data_dir: Path, address: dict[str, str], said: str) -> None:
    fill(data_dir)

    page = opened(**address)

    assert [warning.value for warning in page.warning] == [said]
    assert not page.exception


def test_a_document_of_one_passage_has_no_neighbours_and_opens_all_the_same(data_dir: Path) -> None:
    store = LibraryStore(data_dir)
    store.create()
    store.replace(Loaded(SOURCE, "artificial.txt", "", (), (), "2026-11-24"), PASSAGES[:1])

    page = opened(source="artificial-text")

    assert not page.exception and not page.error
    assert words.AROUND not in shown(page) and words.IN_CONTEXT not in shown(page)


def test_the_page_of_an_encrypted_document_is_shown_once_its_password_is_given(data_dir: Path) -> None:
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_encryption("owner", "open sesame", EncryptionMethod.AES_256)
    pdf.add_page()
    (data_dir / "originals").mkdir()
    (data_dir / "originals" / SOURCE.sha256).write_bytes(bytes(pdf.output()))
    on_a_page = replace(PASSAGES[0], locator=Locator(start=0, end=27, page=1, boxes=(Box(1, 72, 72, 200, 84),)))
    store = LibraryStore(data_dir)
    store.create()
    store.replace(Loaded(SOURCE, "locked.pdf", TEXT, (), (), "2026-11-24"), (on_a_page,))
    page = opened(source="artificial-text")
    assert "The first artificial words." in shown(page) and "<figure" not in shown(page)

    _give_password(page, "not this one")
    assert [warning.value for warning in page.warning] == [words.PAGE_PASSWORD_WRONG]
    _give_password(page, "open sesame")
    assert "<figure" in shown(page) and not page.text_input

    page.button(key="library_back").click().run()
    assert "library_page_password" not in page.session_state


def _give_password(page: AppTest, password: str) -> None:
    page.text_input[0].set_value(password)
    page.button[-1].click().run()


def test_files_that_wait_for_their_password_ask_for_it_and_go_when_the_message_is_closed(data_dir: Path) -> None:
    forgotten: list[str] = []
    given: list[str] = []

    def open_with(password: str) -> Task:
        given.append(password)
        return lambda _: Told(("locked.pdf: added.",))

    work = Work("Adding", lambda _: Told(locked=Locked(("locked.pdf",), open_with, lambda: forgotten.append("files"))))
    work.start().wait()
    page = AppTest.from_function(_library, default_timeout=120)
    page.session_state["library_work"] = work
    page.run()
    assert page.text_input[0].label == words.PASSWORD_OF.format(names="locked.pdf")

    page.button(key="library_dismiss").click().run()

    assert (forgotten, given) == (["files"], [])
    assert words.PASSWORD_OF.format(names="locked.pdf") not in [one.label for one in page.text_input]
