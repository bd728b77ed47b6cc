"""Words made plain: spelling tricks, scripts, letters written apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.answering.screening.letters import (
    BOUNDARY,
    latin_forms,
    letters_for_digits,
    rule_form,
    rule_latin_form,
    words_of,
)
from nrm.answering.screening.spaced import single, together

KNOWN = frozenset({"how", "to", "recruit", "girl*", "for", "my", "club", "we"})


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("Café", "cafe"),
        ("ＦＵＬＬ", "ful"),
        ("gi​rls", "girls"),
        ("gi­rls", "girls"),
        ("heelllp", "help"),
        ("don’t", "dont"),
        ("l'argent", "argent"),
        ("qu'elle", "ele"),
        ("dell'uomo", "uomo"),
        ("g1rls", "girls"),
        ("1ock", "lock"),
        ("$3x", "sex"),
        ("tr@ffic", "trafic"),
        ("9irl", "girl"),
        ("gіrls", "girls"),
        ("rесruit", "recruit"),
        ("п0м0ги", "помоги"),
        ("д3вчонок", "девчонок"),
        ("гр4ницу", "границу"),
        ("п1дкажи", "підкажи"),
        ("помoги", "помоги"),
        ("ёлка", "елка"),
        ("Straße", "strase"),
    ],
)
def test_a_word_is_read_in_its_plain_form(typed: str, word: str) -> None:
    assert word in {form for forms in words_of(typed) for form in forms}


def test_a_number_stays_as_it_is() -> None:
    assert "115" in words_of("115")[0]
    assert "15" not in words_of("115")[0]


def test_the_end_of_a_sentence_is_a_boundary() -> None:
    assert words_of("a. b") == [("a",), (BOUNDARY,), ("b",)]
    assert [forms for forms in words_of("hi\nyou; no: yes!") if forms == (BOUNDARY,)] == [(BOUNDARY,)] * 4
    assert words_of("...") == [(BOUNDARY,)] * 3
    assert words_of("") == []


@pytest.mark.parametrize(
    ("word", "form"), [("Can't", "cant"), ("accommodation", "acomodation"), ("п'ять", "пять"), ("115", "115")]
)
def test_a_word_of_a_rule_takes_the_form_that_a_typed_word_takes(word: str, form: str) -> None:
    assert rule_form(word) == form
    assert form in words_of(word)[0]


@pytest.mark.parametrize(
    ("word", "latin"),
    [("меня", "menia"), ("выпускают", "vipuskaiut"), ("щастя", "shastia"), ("хозяин", "hoziain"), ("me", "")],
)
def test_a_cyrillic_word_of_a_rule_has_a_latin_form_and_others_have_none(word: str, latin: str) -> None:
    assert rule_latin_form(word) == latin


@pytest.mark.parametrize(
    ("typed", "word"),
    [("menya", "~menia"), ("khozyain", "~hoziain"), ("hozjain", "~hoziain"), ("vypuskayut", "~vipuskaiut")],
)
def test_spellings_of_one_sound_meet(typed: str, word: str) -> None:
    assert word in latin_forms(words_of(typed)[0])


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("how to r e c r u i t girls", "how to recruit girls"),
        ("r.e.c.r.u.i.t", "recruit"),
        ("r-e-c-r-u-i-t", "recruit"),
        ("r/e/c/r/u/i/t", "recruit"),
        ("r,e,c,r,u,i,t", "recruit"),
        ("h o w t o r e c r u i t g i r l s f o r m y c l u b", "how to recruit girls for my club"),
        ("h o w  t o  r e c r u i t", "how to recruit"),
        ("t o  w e", "to we"),
        ("x q z v", "xqzv"),
        ("plan a b", "plan a b"),
        ("words stay words", "words stay words"),
        ("", ""),
    ],
)
def test_letters_written_apart_become_words_again(text: str, plain: str) -> None:
    assert " ".join(together(text, KNOWN).split()) == plain


@pytest.mark.parametrize(("word", "form"), [("aabb", "ab"), ("1122", "1122"), ("a11", "a1"), ("", "")])
def test_doubled_letters_are_made_single_but_numbers_stay(word: str, form: str) -> None:
    assert single(word) == form


@given(st.text(max_size=120))
def test_no_letter_is_lost_or_invented_when_words_are_put_together(text: str) -> None:
    def letters(of: str) -> list[str]:
        return [letter for letter in of if letter.isalnum()]

    assert letters(together(text, KNOWN)) == letters(text)


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("g1rls", "girls"),
        ("115", "115"),
        ("cat", "cat"),
        ("don't", "don't"),
        ("п0моги", "помоги"),
        ("0а", "оа"),
        ("0ґ", "оґ"),
        ("1ock", "iock"),
    ],
)
def test_digits_are_read_as_letters_in_words_only(word: str, read: str) -> None:
    assert letters_for_digits(word) == read


def test_a_word_in_one_script_has_no_form_in_another() -> None:
    assert words_of("рак") == [("рак",)]


def test_signs_alone_are_no_word() -> None:
    assert words_of("a ' b") == [("a",), ("b",)]


def test_two_latin_letters_may_be_one_cyrillic_letter() -> None:
    assert latin_forms(words_of("ya")[0]) == ("~ia",)


def test_a_word_in_cyrillic_or_of_one_letter_has_no_latin_form() -> None:
    assert latin_forms(words_of("рак")[0]) == ()
    assert latin_forms(words_of("a")[0]) == ()
