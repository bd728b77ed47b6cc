"""Where phrases stand in a question: the edges of gaps, stops, blocking words, slips and long words."""

from pathlib import Path

import pytest

from nrm.answering.screening.compiled import Table, table_of, without_one_letter
from nrm.answering.screening.matching import Reading
from nrm.corpus.safety import load_safety_rules

HEAD = "language: en\nreviewed_on: '2026-11-24'\nwords:\n  birds: [robin]\nrules:\n"


def table(folder: Path, *lines: str, more: str = "") -> Table:
    rule = "- id: one\n  route: harmful\n  examples: [artificial]\n  when:\n" + "".join(
        f"  - '{line}'\n" for line in lines
    )
    (folder / "en.yaml").write_text(HEAD + rule + more, encoding="utf-8")
    return table_of(load_safety_rules(folder))


def stands(table: Table, question: str) -> bool:
    return Reading(question, table).obeys(table.rules["harmful"][0])


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("cat dog", True),
        ("cat a dog", True),
        ("cat the big dog", True),
        ("cat the big old dog", False),
        ("cat. dog", False),
        ("cat a. dog", False),
        ("cat never dog", False),
        ("cat a never dog", False),
        ("never cat a dog never", True),
        ("cat never. cat dog", True),
    ],
)
def test_a_gap_ends_at_its_width_at_a_stop_and_at_a_blocking_word(tmp_path: Path, question: str, found: bool) -> None:
    known = table(tmp_path, "cat ..2 dog", more="  not_between: [never]\n")

    assert stands(known, question) is found


def test_a_blocking_word_does_not_keep_an_exception_from_lifting_the_rule(tmp_path: Path) -> None:
    known = table(tmp_path, "cat", more="  unless: [toy ..2 dog]\n  not_between: [never]\n")

    assert stands(known, "cat")
    assert not stands(known, "cat and a toy never a dog")


def test_a_blocking_word_closes_the_gap_of_a_sign(tmp_path: Path) -> None:
    signs = "  signs_needed: 2\n  signs: [{name: s, weight: 2, when: [big ..2 dog]}]\n  not_between: [never]\n"
    known = table(tmp_path, "cat", more=signs)

    assert stands(known, "cat and a big brown dog")
    assert not stands(known, "cat and a big never dog")


@pytest.mark.parametrize("words", [(), ("cat ..1 dog", "bird ..1 fish")])
def test_nothing_blocks_where_a_rule_names_no_blocking_word(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert stands(table(tmp_path, *(words or ("cat ..1 dog",))), "cat a dog")


def test_the_first_place_of_a_pattern_may_be_anywhere_and_its_other_places_follow(tmp_path: Path) -> None:
    known = table(tmp_path, "cat ..1 dog ..1 bird")

    assert stands(known, "bird dog cat x dog y bird")
    assert not stands(known, "cat x dog. bird")
    assert not stands(known, "dog x bird y cat")


def test_a_phrase_of_three_words_stands_only_whole_and_in_order(tmp_path: Path) -> None:
    known = table(tmp_path, "very_old_cat ..1 sings")

    assert stands(known, "the very old cat now sings")
    assert not stands(known, "the very cat old now sings")
    assert not stands(known, "the very old dog now sings")
    assert not stands(known, "very old. cat sings")


@pytest.mark.parametrize(
    ("pattern", "question", "found"),
    [
        ("^ cat", "cat", True),
        ("^ cat", "a cat", False),
        ("^ cat", "a dog. cat", True),
        ("^ cat ..1 dog", "cat dog", True),
        ("^ cat ..1 dog", "a cat dog", False),
        ("cat $", "cat", True),
        ("cat $", "cat a", False),
        ("cat $", "cat. a", True),
        ("dog ..1 cat $", "dog a cat", True),
        ("dog ..1 cat $", "dog a cat b", False),
    ],
)
def test_the_ends_of_a_sentence_are_those_of_the_text_and_of_its_stops(
    tmp_path: Path, pattern: str, question: str, found: bool
) -> None:
    assert stands(table(tmp_path, pattern), question) is found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("kitchen", True),
        ("kitchn", True),
        ("kichen", True),
        ("kiitchen", True),
        ("kitchxn", True),
        ("kitchxx", False),
        ("ktchn", False),
        ("kitch", False),
    ],
)
def test_a_slip_is_forgiven_from_seven_letters_on(tmp_path: Path, question: str, found: bool) -> None:
    assert stands(table(tmp_path, "kitchen"), question) is found


@pytest.mark.parametrize(("question", "found"), [("garden", True), ("gardn", False), ("gardxn", False)])
def test_no_slip_is_forgiven_in_six_letters(tmp_path: Path, question: str, found: bool) -> None:
    assert stands(table(tmp_path, "garden"), question) is found


def test_a_word_that_is_known_is_not_taken_for_a_slip_of_another(tmp_path: Path) -> None:
    known = table(tmp_path, "kitchen", "never|kitchens ..1 qqq")

    assert stands(known, "kitchen")
    assert not stands(known, "kitchens")


@pytest.mark.parametrize(("length", "found"), [(40, True), (41, False)])
def test_a_beginning_or_a_slip_is_looked_for_in_words_of_up_to_forty_letters(
    tmp_path: Path, length: int, found: bool
) -> None:
    letters = ("abcdefghij" * 5)[:length]
    known = table(tmp_path, letters)

    assert stands(known, letters)
    assert stands(known, f"{letters[:-1]}z") is found
    assert stands(table(tmp_path, f"{letters}*"), letters) is found


def test_a_beginning_of_one_letter_is_a_beginning(tmp_path: Path) -> None:
    assert stands(table(tmp_path, "k*"), "kitchen")
    assert stands(table(tmp_path, "k*"), "k")
    assert not stands(table(tmp_path, "k*"), "cat")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("menya derzhat", True),
        ("menya derzhat house", True),
        ("house mess derzhat menya", True),
        ("the house is menya derzhat", False),
    ],
)
def test_cyrillic_in_latin_letters_needs_to_explain_as_many_words_as_plain_reading(
    tmp_path: Path, question: str, found: bool
) -> None:
    known = table(tmp_path, "меня|держат|qqq ..9 держат|меня", "the|house|is|mess ..1 zzz")

    assert stands(known, question) is found


def test_the_signs_that_stand_are_told_even_where_the_rule_does_not_hold(tmp_path: Path) -> None:
    signs = "  signs_needed: 9\n  signs:\n  - {name: high, weight: 5, when: [tall]}\n  - {name: wet, weight: 4, when: [rain]}\n"
    known = table(tmp_path, "sky", more=signs)
    reading = Reading("tall trees", known)

    assert [sign.name for sign in reading.signs(known.rules["harmful"][0])] == ["harmful: high"]
    assert not reading.obeys(known.rules["harmful"][0])
    assert known.weighed == {"one"}


def test_signs_are_enough_when_they_weigh_exactly_what_is_needed(tmp_path: Path) -> None:
    signs = "  signs_needed: 4\n  signs:\n  - {name: high, weight: 3, when: [tall]}\n  - {name: wet, weight: 1, when: [rain]}\n"
    known = table(tmp_path, "sky", more=signs)

    assert stands(known, "sky tall rain")
    assert not stands(known, "sky tall")


def test_leaving_out_each_letter_in_turn() -> None:
    assert without_one_letter("cat") == ["at", "ct", "ca"]


def test_a_rule_stands_under_its_route_only_and_is_weighed_only_with_signs(tmp_path: Path) -> None:
    known = table(tmp_path, "cat")

    assert {route: len(rules) for route, rules in known.rules.items() if rules} == {"harmful": 1}
    assert known.weighed == frozenset()


def test_a_word_of_the_rule_itself_does_not_block_its_gap(tmp_path: Path) -> None:
    assert stands(table(tmp_path, "^ cat ..1 dog"), "cat cat dog")


@pytest.mark.parametrize(
    ("pattern", "question", "found"),
    [
        ("я держать", "ya derzhat", True),
        ("и", "ij ij", False),
        ("держать", "derzhat derzhat", True),
        ("держать", "xderzat xderzat", False),
        ("document*", "xdocument", False),
    ],
)
def test_slips_and_beginnings_are_not_forgiven_in_cyrillic_typed_in_latin_letters(
    tmp_path: Path, pattern: str, question: str, found: bool
) -> None:
    assert stands(table(tmp_path, pattern), question) is found
