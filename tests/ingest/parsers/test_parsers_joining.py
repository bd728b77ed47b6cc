"""Joining lines into text."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parsers.joining import join_lines, vocabulary

NO_WORDS: Counter[str] = Counter()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["protec-", "tion of all"], "protection of all"),
        (["protec\x02", "tion of all"], "protection of all"),
        (["a well-", "being"], "a well-being"),
        (["in 2010-", "2015 and"], "in 2010-2015 and"),
        (["the Anglo-", "Saxon"], "the Anglo-Saxon"),
        (["защи-", "та прав"], "защита прав"),
        (["one", "two"], "one two"),
        (["可替换为所", "需图片"], "可替换为所需图片"),
        (["some\u00adwhere"], "somewhere"),
    ],
)
def test_lines_join_as_a_reader_would_read_them(lines: list[str], expected: str) -> None:
    words = vocabulary(["their well-being, well-being"])

    assert join_lines(lines, words) == expected


@given(st.lists(st.text(alphabet="abcdefg é", min_size=1, max_size=12), min_size=1, max_size=6))
def test_lines_without_hyphens_keep_every_word(lines: list[str]) -> None:
    joined = join_lines(lines, NO_WORDS)

    assert joined.split() == " ".join(lines).split()


@given(st.text(alphabet="abcdefgh", min_size=4, max_size=20), st.data())
def test_broken_word_is_whole_again(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 1))

    assert join_lines([f"{word[:place]}-", word[place:]], NO_WORDS) == word
    assert not re.search(r"\s", join_lines([f"{word[:place]}\x02", word[place:]], NO_WORDS))
