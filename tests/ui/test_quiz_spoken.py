from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ui.quiz.spoken import spoken_label

JOINER = "\u2060"


@given(st.text(alphabet=st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs")), max_size=60))
def test_a_spoken_label_is_read_as_text_and_shows_the_same_words(text: str) -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).parse(spoken_label(text))

    children = [child for token in tokens if token.type == "inline" for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "text_special"}
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert "".join(child.content for child in children).replace(JOINER, "") == " ".join(text.split())


def test_ordinary_sentences_have_no_backslash_to_be_read_aloud() -> None:
    sentence = "True or false: a child's permit (art. 14(2), Anti-Trafficking Convention) may be renewed, if so?"

    assert spoken_label(sentence) == sentence


def test_addresses_are_broken_for_the_eye_of_the_program_alone() -> None:
    label = spoken_label("See HTTP://evil.example, www.evil.example or a@evil.example")

    assert label.replace(JOINER, "").replace("\\", "") == "See HTTP://evil.example, www.evil.example or a@evil.example"
    assert "//evil" not in label.replace(f":{JOINER}//", "")
    assert f"www{JOINER}." in label
    assert f"@{JOINER}" in label


def test_streamlits_own_signs_stay_text() -> None:
    assert spoken_label(":red[x] :material/home: $x^2$ a -> b") == (
        "\\:red\\[x\\] \\:material/home: \\$x^2\\$ a \\-\\> b"
    )
