"""Finding quotes: word for word, forgiving white space and the shape of marks only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.answering.quotes import comparable, find_quote

TEXT = "1. Each Party shall provide “free” help –\nof at least 30 days, to victims. It shall be free."


def test_a_quote_is_found_as_a_span_of_the_text_itself() -> None:
    start, end = find_quote("Each Party shall", TEXT) or (0, 0)

    assert (start, end) == (3, 19)
    assert TEXT[start:end] == "Each Party shall"


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ('provide "free" help', "provide “free” help"),
        ("help - of at least 30 days", "help –\nof at least 30 days"),
        ("  help  —  of  ", "help –\nof"),
        ("«free» help", "“free” help"),
        ("It shall be free.", "It shall be free."),
    ],
)
def test_white_space_and_the_shape_of_marks_may_differ(quote: str, shown: str) -> None:
    span = find_quote(quote, TEXT)

    assert span is not None
    assert TEXT[slice(*span)] == shown


@pytest.mark.parametrize(
    "quote",
    [
        "each Party shall",  # another case
        "Each Party must",
        "Party Each shall",
        "of at least 3",  # a figure cut short
        "ach Party shall provide",  # a word cut short
        "provide “free” hel",
        "to victims. It shall be freedom",
        "",
        " ",
        "–",
        "“ ”.",
    ],
)
def test_what_does_not_stand_there_word_for_word_is_not_found(quote: str) -> None:
    assert find_quote(quote, TEXT) is None


def test_a_quote_may_stand_at_the_very_beginning_and_end() -> None:
    assert find_quote("free", "free") == (0, 4)
    assert find_quote("is free", "is  free") == (0, 8)


def test_a_later_place_is_found_when_an_earlier_one_cuts_a_word() -> None:
    assert find_quote("free to all", "carefree to all, free to all") == (17, 28)
    assert find_quote("free", "freedom is free") == (11, 15)


def test_a_quote_that_cuts_the_first_or_last_word_of_a_text_is_not_found() -> None:
    assert find_quote("ree to all", "free to all") is None
    assert find_quote("free to al", "free to all") is None
    assert find_quote("free_to", "free_to_all") == (0, 7)
    assert find_quote("ree)", "(free)") is None
    assert find_quote("(to", "(total)") is None


def test_a_mark_at_the_end_of_a_quote_may_stand_beside_a_word() -> None:
    assert find_quote("free (to", "carefree? free (to)all") == (10, 18)
    assert find_quote("(to)", "free(to)all") == (4, 8)


def test_a_soft_hyphen_and_a_split_accent_do_not_hide_a_quote() -> None:
    assert find_quote("Protection of victims", "Pro\u00adtection of victims") == (0, 22)
    assert find_quote("protégé", "un protégé") == (3, 10)


def test_comparable_text_has_one_form_of_spaces_and_marks() -> None:
    assert comparable(" “A”\n\n’b’ —  c\u00ad ") == "\"A\" 'b' - c"


@given(st.text(alphabet="ab  \n1“’–.", min_size=1, max_size=30), st.integers(0, 29), st.integers(1, 30))
def test_whatever_is_found_reads_like_the_quote(text: str, start: int, length: int) -> None:
    quote = text[start : start + length]

    span = find_quote(quote, text)

    assert span is None or comparable(text[slice(*span)]) == comparable(quote)


@given(
    st.lists(st.sampled_from(["each", "Party", "shall", "30", "days,", "“help”"]), min_size=3, max_size=12), st.data()
)
def test_every_run_of_whole_words_is_found(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))

    span = find_quote("  ".join(words[first:last]), "\n".join(words))

    assert span is not None
