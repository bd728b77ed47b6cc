"""Reading web pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import BlockKind, ParsedDocument
from ingest.parsers.html import parse_html
from ingest.refusals import Damaged, TooDemanding
from nrm.domain.errors import UnreadableDocument


def blocks(document: ParsedDocument) -> list[tuple[str, str]]:
    return [(one.kind.value, document.text[one.start : one.end]) for one in document.blocks]


def test_headings_paragraphs_lists_and_tables_in_order() -> None:
    page = b"""<html lang="en-GB"><head><title>Artificial page</title></head><body>
    <h1>Title</h1><p>One <b>bold</b>&nbsp;word<br>and more.</p><ol type="a"><li>first<li>second</ol>
    <ul><li>dot</ul><table><tr><th>A<th>B<tr><td>1<td>2</table><aside><p>Beside it.</p></aside></body>"""

    document = parse_html(page)

    assert blocks(document) == [
        ("heading", "Title"),
        ("paragraph", "One bold word and more."),
        ("list_item", "a. first"),
        ("list_item", "b. second"),
        ("list_item", "• dot"),
        ("table", "A | B\n1 | 2"),
        ("aside", "Beside it."),
    ]
    assert (document.title, document.language) == ("Artificial page", "en")


def test_scripts_menus_and_hidden_parts_are_left_out() -> None:
    page = b"""<body><nav>Home</nav><script>evil()</script><div class="cookie-banner">We use</div>
    <p hidden>unseen</p><p onclick="evil()">Seen words.</p><footer>Imprint</footer></body>"""

    assert parse_html(page).text == "Seen words."


def test_points_set_as_a_table_are_list_items() -> None:
    page = b"<table><tr><td>(a)</td><td><p>an artificial point that is long enough;</p></td></tr></table>"

    assert blocks(parse_html(page)) == [("list_item", "(a) an artificial point that is long enough;")]


def test_main_part_is_taken_where_a_page_marks_one() -> None:
    words = "Words of the main part. " * 20
    page = f"<body><div>Around it</div><main><h2>Part</h2><p>{words}</p></main></body>".encode()

    assert "Around" not in parse_html(page).text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_declared_encoding_is_used(encoding: str) -> None:
    charset = "" if encoding == "utf-16" else f'<meta charset="{encoding}">'
    page = f"<html><head>{charset}</head><body><p>Стаття 13</p></body></html>".encode(encoding)

    assert parse_html(page).text == "Стаття 13"


def test_entities_of_their_own_are_refused() -> None:
    with pytest.raises(Damaged, match="entities"):
        parse_html(b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///x">]><p>&e;</p>')


def test_deep_nesting_is_refused_and_not_cut_off_silently() -> None:
    with pytest.raises(TooDemanding, match="nested"):
        parse_html(b"<div>" * 5000 + b"words")


def test_page_without_text_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="no text"):
        parse_html(b"<html><body><script>only()</script></body></html>")


@given(st.lists(st.sampled_from(["<p>", "</p>", "<li>", "<table>", "<tr><td>", "</div>", "word ", "<b>", "&lt;"])))
def test_no_word_is_lost_or_doubled_whatever_the_tags(pieces: list[str]) -> None:
    page = "<p>start</p>" + "".join(pieces)

    document = parse_html(page.encode())

    assert document.text.count("word") == "".join(pieces).count("word")


def test_inline_link_does_not_part_its_paragraph() -> None:
    page = b'<p>Read <a href="https://example.org">this page</a> first.</p>'

    document = parse_html(page)

    assert [one.kind for one in document.blocks] == [BlockKind.PARAGRAPH]
    assert document.text == "Read this page first."
