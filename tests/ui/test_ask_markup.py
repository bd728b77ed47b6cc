from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from nrm.domain.vocabulary import Strength
from ui.components.markup import html, link, marked, plain_label, strength_chips

JOINER = "\u2060"  # keeps an address from becoming a link
HOSTILE = '<img src="http://evil.example/x" onerror="alert(1)">'


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markup: str) -> _Reader:
    """What a browser makes of HTML: its tags and its text."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader


@given(st.text())
def test_text_becomes_html_without_a_tag_of_its_own(text: str) -> None:
    assert read(html(text)).tags == []


@given(st.text(alphabet=st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs")), max_size=60))
def test_a_plain_label_is_read_as_text_and_shows_the_same_words(text: str) -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).parse(plain_label(text))

    children = [child for token in tokens if token.type == "inline" for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "text_special"}
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert "".join(child.content for child in children).replace(JOINER, "") == " ".join(text.split())


def test_ordinary_sentences_have_no_backslash_to_be_read_aloud() -> None:
    sentence = "True or false: a child's permit (art. 14(2), Anti-Trafficking Convention) may be renewed, if so?"

    assert plain_label(sentence) == sentence


def test_addresses_are_broken_for_the_eye_of_the_program_alone() -> None:
    label = plain_label("See HTTP://evil.example, www.evil.example or a@evil.example")

    assert label.replace(JOINER, "").replace("\\", "") == "See HTTP://evil.example, www.evil.example or a@evil.example"
    assert "//evil" not in label.replace(f":{JOINER}//", "")
    assert f"www{JOINER}." in label
    assert f"@{JOINER}" in label


def test_streamlits_own_signs_stay_text() -> None:
    assert plain_label(":red[x] :material/home: $x^2$ a -> b") == (
        "\\:red\\[x\\] \\:material/home: \\$x^2\\$ a \\-\\> b"
    )


@given(st.text(max_size=40), st.text(min_size=1, max_size=40), st.text(max_size=40))
def test_a_marked_passage_keeps_every_character_and_marks_the_quote(before: str, quote: str, after: str) -> None:
    text = (before + quote + after).replace("\r", " ")
    quote = quote.replace("\r", " ")

    shown = read(marked(text, quote, len(before)))

    assert shown.tags == ["mark"]
    assert shown.text == text


def test_a_quote_that_does_not_stand_there_is_not_marked() -> None:
    assert "<mark" not in marked("shall consider measures", "shall adopt", 0)


def test_hostile_text_in_a_passage_stays_text() -> None:
    assert read(marked(f"before {HOSTILE} after", "before", 0)).tags == ["mark"]


def test_a_link_leaves_no_trace_and_odd_addresses_stay_text() -> None:
    assert 'rel="noopener noreferrer"' in link("https://www.osce.org/odihr", "ODIHR")
    assert link("javascript:alert(1)", "ODIHR") == "ODIHR"
    assert link('https://x.example/" onclick="y', "ODIHR") == "ODIHR"


def test_strengths_stand_strongest_first_and_once() -> None:
    chips = strength_chips([Strength.MAY, Strength.MUST, Strength.MAY])

    assert chips.index(">must<") < chips.index(">may<")
    assert chips.count(">may<") == 1
