"""A safety rule that cannot be read is refused with its file and line."""

from pathlib import Path

import pytest

from nrm.corpus.safety import load_safety_rules
from nrm.domain.errors import CorpusInvalid, MissingFile

HEAD = "language: en\nreviewed_on: '2026-11-23'\nwords:\n  they: [he, she]\nrules:\n"
RULE = "- id: one\n  route: harmful\n  when:\n  - '{they} sing ..2 badly'\n  examples: [he sings]\n"
SIGN = "  signs_needed: 2\n  signs:\n  - %s\n"


def refusal(folder: Path, text: str) -> str:
    place = folder / "corpus" / "safety"
    place.mkdir(parents=True)
    (place / "en.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CorpusInvalid) as caught:
        load_safety_rules(place)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + RULE.replace("harmful", "rude"), "corpus/safety/en.yaml:7: unknown-route"),
        (HEAD + RULE.replace("{they}", "{them}"), "corpus/safety/en.yaml:8: unknown-list"),
        (HEAD + RULE.replace("sing ..2 badly", "sing ..2"), "corpus/safety/en.yaml:8: bad-pattern"),
        (HEAD + RULE.replace("sing ..2", "(sing ..2"), "corpus/safety/en.yaml:8: bad-pattern"),
        (HEAD + RULE.replace("..2", "..99"), "corpus/safety/en.yaml:8: bad-pattern"),
        (HEAD + RULE.replace("{they} sing ..2 badly", "sing?"), "corpus/safety/en.yaml:8: bad-pattern"),
        (HEAD + RULE.replace("examples", "sample"), "corpus/safety/en.yaml:10: unknown-key"),
        (HEAD + RULE.replace("  examples: [he sings]\n", ""), "corpus/safety/en.yaml:6: missing-key"),
        (HEAD + RULE.replace("[he sings]", "he sings"), "corpus/safety/en.yaml:10: bad-value"),
        (HEAD + RULE + "  signs: [a, b]\n  signs_needed: 3\n", "corpus/safety/en.yaml:12: bad-value"),
        (HEAD + RULE + "  signs: text\n", "corpus/safety/en.yaml:11: bad-value"),
        (HEAD + RULE + SIGN % "{name: a, weight: 0, when: [a]}", "corpus/safety/en.yaml:12: bad-value"),
        (HEAD + RULE + SIGN % "{name: a, weight: 10, when: [a]}", "corpus/safety/en.yaml:12: bad-value"),
        (HEAD + RULE + SIGN % "{name: a, weight: x, when: [a]}", "corpus/safety/en.yaml:12: bad-value"),
        (HEAD + RULE + SIGN % "{name: a, weight: 2, when: a}", "corpus/safety/en.yaml:12: bad-value"),
        (HEAD + RULE + SIGN % "{name: a, weight: 2, when: []}", "corpus/safety/en.yaml:12: bad-value"),
        (HEAD + RULE + SIGN % "{name: a, weight: 2}", "corpus/safety/en.yaml:12: bad-value"),
        (
            HEAD + RULE + SIGN % "{name: a, weight: 2, when: [a], and: [b]}",
            "corpus/safety/en.yaml:12: bad-value",
        ),
        (HEAD + RULE + SIGN % "{name: a, weight: 1, when: [a]}", "corpus/safety/en.yaml:11: bad-value"),
        (
            HEAD + RULE + SIGN % "{name: a, weight: 2, when: ['{them} a']}",
            "corpus/safety/en.yaml:12: unknown-list",
        ),
        (HEAD + RULE + RULE, "corpus/safety/en.yaml:11: double-id"),
        (HEAD.replace("[he, she]", "[he, no]") + RULE, "corpus/safety/en.yaml:1: bad-value"),
        (HEAD.replace("reviewed_on", "seen_on") + RULE, "corpus/safety/en.yaml:1: missing-key"),
        (HEAD + "- just text\n", "corpus/safety/en.yaml:6: shape"),
    ],
)
def test_a_bad_rule_is_refused_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    assert refusal(tmp_path, text).startswith(message)


def test_a_folder_without_rules_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        load_safety_rules(tmp_path / "nowhere")


def test_an_optional_word_makes_two_patterns_and_a_list_stands_for_its_words(tmp_path: Path) -> None:
    (tmp_path / "en.yaml").write_text(HEAD + RULE.replace("badly", "very? badly"), encoding="utf-8")

    (rule,) = load_safety_rules(tmp_path).rules

    assert sorted(len(pattern) for pattern in rule.groups[0]) == [3, 4]
    assert rule.groups[0][0][0].phrases == (("he",), ("she",))


def test_a_sign_has_a_name_a_weight_and_its_ways(tmp_path: Path) -> None:
    signs = SIGN % "{name: loud, weight: 3, when: [loud / noisy, roars]}" + "  - soft / low\n"
    (tmp_path / "en.yaml").write_text(HEAD + RULE + signs, encoding="utf-8")

    (rule,) = load_safety_rules(tmp_path).rules

    assert [(sign.name, sign.weight, len(sign.patterns)) for sign in rule.signs] == [
        ("loud", 3, 3),
        ("", 1, 2),
    ]


def test_a_language_may_have_several_files(tmp_path: Path) -> None:
    (tmp_path / "en.yaml").write_text(HEAD + RULE, encoding="utf-8")
    (tmp_path / "more-en.yaml").write_text(HEAD + RULE.replace("id: one", "id: two"), encoding="utf-8")

    assert [rule.id for rule in load_safety_rules(tmp_path).rules] == ["one", "two"]
