"""How patterns are found in a question, on small artificial rules."""

from pathlib import Path

import pytest

from nrm.answering.screen import Screening, screen
from nrm.corpus.safety import SafetyRules, load_safety_rules

HEAD = "language: en\nreviewed_on: '2026-11-24'\nwords:\n  birds: [robin, song thrush, wr*]\nrules:\n"
RULE = "- id: one\n  route: harmful\n  examples: [artificial]\n  when:\n"
WEIGHED = RULE + "  - sky\n  signs_needed: 4\n  signs:\n"
SIGNS = (
    "  - {name: high, weight: 3, when: [high, tall / lofty]}\n"
    "  - {name: blue, weight: 1, when: [blue]}\n"
    "  - {name: map, weight: -2, when: [map]}\n"
    "  - cloud\n"
)


def rules(folder: Path, *texts: str) -> SafetyRules:
    (folder / "en.yaml").write_text(HEAD + "".join(texts), encoding="utf-8")
    return load_safety_rules(folder)


def routed(folder: Path, question: str, *lines: str, more: str = "") -> bool:
    text = RULE + "".join(f"  - '{line}'\n" for line in lines) + more
    return screen(question, rules(folder, text)).route is not None


@pytest.mark.parametrize(
    ("pattern", "question", "found"),
    [
        ("cat dog", "a cat dog b", True),
        ("cat dog", "cat a dog", False),
        ("cat .. dog", "cat is the big dog", True),
        ("cat .. dog", "cat is the very big dog", False),
        ("cat ..1 dog", "cat a dog", True),
        ("cat ..1 dog", "cat a b dog", False),
        ("cat ..4 dog", "dog a cat", False),
        ("cat ..4 dog", "A cat. A dog", False),
        ("cat ..4 dog", "A cat, a dog", True),
        ("cat|dog sings", "the dog sings", True),
        ("cat|dog sings", "the cow sings", False),
        ("{birds} sings", "a song thrush sings", True),
        ("{birds} sings", "a song robin sings", True),
        ("{birds} sings", "a song sings", False),
        ("{birds} sings", "the wren sings", True),
        ("old_cat ..1 sings", "an old cat now sings", True),
        ("old_cat ..1 sings", "an old grey cat sings", False),
        ("very? good cat", "good cat", True),
        ("very? good cat", "very good cat", True),
        ("^ cat", "cat sings", True),
        ("^ cat", "the cat sings", False),
        ("^ cat", "It rains. Cat sings", True),
        ("cat $", "I see a cat", True),
        ("cat $", "I see a cat!", True),
        ("cat $", "I see a cat. Then a dog", True),
        ("cat $", "a cat sings", False),
    ],
)
def test_a_pattern_stands_where_its_words_do(tmp_path: Path, pattern: str, question: str, found: bool) -> None:
    assert routed(tmp_path, question, pattern) is found


def test_one_of_the_patterns_is_enough_but_every_group_is_needed(tmp_path: Path) -> None:
    groups = "  and:\n  - bark\n  - howl\n  and_also:\n  - night\n"

    assert routed(tmp_path, "dogs howl at night", "cats", "dogs", more=groups)
    assert not routed(tmp_path, "dogs sleep at night", "cats", "dogs", more=groups)
    assert not routed(tmp_path, "dogs howl at noon", "cats", "dogs", more=groups)


def test_an_exception_anywhere_lifts_the_rule(tmp_path: Path) -> None:
    unless = "  unless:\n  - toy ..1 dog\n"

    assert routed(tmp_path, "a dog barks", "dog", more=unless)
    assert not routed(tmp_path, "a dog barks. It is a toy brown dog", "dog", more=unless)


def test_a_blocking_word_closes_a_gap_only_where_it_stands_between(tmp_path: Path) -> None:
    blocked = "  not_between:\n  - never\n"

    assert routed(tmp_path, "never does the dog here bark", "dog ..2 bark", more=blocked)
    assert not routed(tmp_path, "the dog never bark", "dog ..2 bark", more=blocked)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("high sky", False),
        ("high blue sky", True),
        ("high tall lofty sky", False),
        ("lofty sky with a cloud", True),
        ("blue sky with a cloud", False),
        ("high blue", False),
        ("high blue sky on a map", False),
        ("high blue sky with a cloud on a map", False),
    ],
)
def test_signs_add_up_once_each_and_some_speak_against(tmp_path: Path, question: str, found: bool) -> None:
    decided = screen(question, rules(tmp_path, WEIGHED + SIGNS))

    assert decided == (Screening(None) if not found else Screening(decided.route, "one"))
    assert (decided.route is not None) is found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("my passport is gone", True),
        ("my pasport is gone", True),
        ("my passpotr is gone", True),
        ("my passporrt is gone", True),
        ("my passpirt is gone", True),
        ("my psaspotr is gone", False),
        ("my passport1 is gone", True),
        ("my passionate is gone", False),
    ],
)
def test_one_slip_is_forgiven_in_a_long_word(tmp_path: Path, question: str, found: bool) -> None:
    assert routed(tmp_path, question, "my passport") is found


def test_no_slip_is_forgiven_in_a_short_word_or_in_a_beginning(tmp_path: Path) -> None:
    assert not routed(tmp_path, "the dgo", "dog")
    assert not routed(tmp_path, "the documints", "document*")
    assert routed(tmp_path, "the documentary", "document*")


def test_a_very_long_word_is_read_without_delay(tmp_path: Path) -> None:
    assert not routed(tmp_path, "d" + "o" * 3000 + "x", "document*")
    assert routed(tmp_path, "document" + "x" * 3000, "document*")


def test_russian_in_latin_letters_is_read_only_in_a_text_without_another_language(tmp_path: Path) -> None:
    text = RULE + "  - 'меня держат'\n  - 'the house is a mess'\n"
    known = rules(tmp_path, text)

    assert screen("menya derzhat", known).route is not None
    assert screen("the house is: menya derzhat", known).route is None


def test_the_first_rule_in_order_of_the_files_gives_the_reason(tmp_path: Path) -> None:
    second = RULE.replace("id: one", "id: two") + "  - dog\n"

    assert screen("dog", rules(tmp_path, RULE + "  - dog\n" + second)).reason == "one"
