"""Prompts: reviewed files with declared inputs, loaded and filled strictly."""

from pathlib import Path

import pytest

from nrm.domain.errors import CorpusInvalid, MissingFile, WrongUse
from nrm.prompts import Message, load_prompt
from nrm.settings import PROJECT_DIR

GOOD = '---\nname: short\nversion: "2"\ninputs: [question, words]\n---\n# system\n\nUse {{words}} words.\n\n# user\n\n{{question}}\n'


def written(folder: Path, text: str, name: str = "short") -> Path:
    (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def test_a_prompt_is_loaded_with_name_version_inputs_and_parts(tmp_path: Path) -> None:
    prompt = load_prompt("short", written(tmp_path, GOOD))

    assert (prompt.name, prompt.version, prompt.inputs) == ("short", "2", ("question", "words"))
    assert prompt.parts == (Message("system", "Use {{words}} words."), Message("user", "{{question}}"))


def test_values_stand_in_their_places_and_are_never_filled_again(tmp_path: Path) -> None:
    prompt = load_prompt("short", written(tmp_path, GOOD))

    messages = prompt.messages({"question": r"{{words}} \g<0> \1", "words": "ten"})

    assert [message.content for message in messages] == ["Use ten words.", r"{{words}} \g<0> \1"]


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"question": "q"}, "missing: words"),
        ({"question": "q", "words": "1", "more": "2"}, "unknown: more"),
        ({}, "question, words"),
    ],
)
def test_missing_and_unknown_inputs_are_errors(tmp_path: Path, values: dict[str, str], named: str) -> None:
    prompt = load_prompt("short", written(tmp_path, GOOD))

    with pytest.raises(WrongUse, match=named):
        prompt.messages(values)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("no front matter", "front-matter"),
        (GOOD.replace("name: short\n", ""), "front-matter"),
        (GOOD.replace('"2"', "2"), "front-matter"),
        (GOOD.replace("[question, words]", "question"), "front-matter"),
        (GOOD.replace("name: short", "name: [a"), "front-matter"),
        (GOOD.replace("name: short", "name: other"), "name"),
        (GOOD.replace("[question, words]", "[question]"), "inputs: .*: words"),
        (GOOD.replace("[question, words]", "[question, words, more]"), "inputs: .*: more"),
        (GOOD.replace("# user", "# assistant"), "parts"),
        (GOOD.replace("# system", "# user"), "parts"),
    ],
)
def test_a_prompt_that_breaks_a_rule_is_named_with_file_and_rule(tmp_path: Path, text: str, rule: str) -> None:
    with pytest.raises(CorpusInvalid, match=rf"short\.md:1: {rule}"):
        load_prompt("short", written(tmp_path, text))


def test_a_prompt_that_is_not_there_is_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match=r"short\.md"):
        load_prompt("short", tmp_path)


def test_every_prompt_of_the_project_loads() -> None:
    names = [path.stem for path in (PROJECT_DIR / "prompts").glob("*.md")]

    assert "answer" in names
    assert [load_prompt(name, PROJECT_DIR / "prompts").name for name in names] == names
