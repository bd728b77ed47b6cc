"""Letters written apart are cut into the words of the rules; these words are artificial."""

import pytest

from nrm.answering.screening.spaced import single, together

TWENTY = "abcdefghijklmnopqrst"


def apart(letters: str) -> str:
    return " ".join(letters)


@pytest.mark.parametrize(
    ("known", "letters", "words"),
    [
        ({"how", "to"}, "howto", "how to"),
        ({"ab", "cd", "abcd"}, "abcd", "abcd"),
        ({"abc", "def", "ab", "cdef"}, "abcdef", "ab cdef"),
        ({"abcde", "abc", "defg"}, "abcdefg", "abc defg"),
        ({"ab", "bcd", "cdef"}, "abcdef", "ab cdef"),
        ({"abcd", "ef", "cdefg"}, "abcdefg", "ab cdefg"),
        ({"ab"}, "xab", "x ab"),
        ({"ab"}, "abx", "ab x"),
        ({"ab"}, "xyabzxab", "xy ab zx ab"),
        ({"ab", "bc", "c"}, "abc", "a bc"),
        ({"bcd"}, "abcdab", "a bcd ab"),
        ({"helo"}, "hello", "hello"),
        (set(), "xyz", "xyz"),
        ({TWENTY, "bcd"}, TWENTY, TWENTY),
        ({TWENTY + "u", "bcd"}, TWENTY + "u", "a bcd efghijklmnopqrstu"),
        ({"abc", "def", "ghi"}, "abcdefghi", "abc def ghi"),
    ],
)
def test_a_run_is_cut_so_that_the_squares_of_its_words_are_most(known: set[str], letters: str, words: str) -> None:
    assert together(apart(letters), known) == words


@pytest.mark.parametrize(
    ("known", "letters", "words"),
    [
        ({"girl*"}, "girls", "girls"),
        ({"girl*"}, "girlxyz", "girlxyz"),
        ({"girl*"}, "girlwxyz", "girl wxyz"),
        ({"girl"}, "girls", "girl s"),
        ({"girl*", "to"}, "girlto", "girl to"),
        ({"girl*", "for"}, "girlsfor", "girls for"),
        ({"girl*", "for"}, "girlxyzvfor", "girl xyzv for"),
        ({"girl*", "for*"}, "girlsforx", "girls forx"),
        ({"girl*"}, "xgirl", "x girl"),
        ({"gil*"}, "gills", "gills"),
    ],
)
def test_an_ending_of_up_to_three_letters_stays_with_the_beginning_of_a_word(
    known: set[str], letters: str, words: str
) -> None:
    assert together(apart(letters), known) == words


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("w e; cats; c u; cats; r u; cats; i", True),
        ("w e; cats; c u; cats; r u; cats; i; cats", False),
        ("w e", True),
        ("cats w e", False),
        ("", False),
    ],
)
def test_two_letters_are_joined_only_where_seven_words_of_ten_are_letters(text: str, joined: bool) -> None:
    assert ("we" in together(text, {"we"})) is joined


@pytest.mark.parametrize("between", list(" .,-_*/|·•~+"))
def test_three_letters_are_joined_whatever_stands_between(between: str) -> None:
    assert together(f"cats g{between}o{between}t cats", set()) == "cats got cats"


@pytest.mark.parametrize("text", ["ag o t", "g o ta", "1 o t", "g  o  t", "cats a dog"])
def test_what_is_not_spread_stays(text: str) -> None:
    assert together(f"cats and {text} cats", {"got"}) == f"cats and {text} cats"


def test_doubled_letters_are_made_single_but_not_digits() -> None:
    assert (single("aabba"), single("115")) == ("aba", "115")
