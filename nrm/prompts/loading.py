"""A prompt as a value: front matter (name, version, inputs), then one part a role."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from nrm.domain.errors import CorpusInvalid, MissingFile, WrongUse

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
_PART = re.compile(r"^# (system|user)\n(.*?)(?=^# (?:system|user)\n|\Z)", re.MULTILINE | re.DOTALL)
_INPUT = re.compile(r"\{\{(\w+)\}\}")
_KEYS = {"name", "version", "inputs"}


@dataclass(frozen=True, slots=True)
class Message:
    """What is said to a model in one role, ``system`` or ``user``."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A reviewed prompt; a change of its words is a new version."""

    name: str
    version: str
    inputs: tuple[str, ...]
    parts: tuple[Message, ...]

    def messages(self, values: Mapping[str, str]) -> tuple[Message, ...]:
        """The messages with every input in its place; what stands in a value is never filled again.

        :raises WrongUse: when an input is missing or is not one of this prompt.
        """
        missing, unknown = sorted(set(self.inputs) - set(values)), sorted(set(values) - set(self.inputs))
        if missing or unknown:
            raise WrongUse(
                f"The prompt {self.name} was filled with other inputs than it declares"
                f" (missing: {', '.join(missing) or 'none'}; unknown: {', '.join(unknown) or 'none'}).",
                f"Its inputs are: {', '.join(self.inputs)}.",
            )
        return tuple(
            Message(part.role, _INPUT.sub(lambda place: values[place.group(1)], part.content)) for part in self.parts
        )


def load_prompt(name: str, folder: Path) -> Prompt:
    """The prompt of ``<folder>/<name>.md``.

    :raises MissingFile: when there is no such prompt.
    :raises CorpusInvalid: when it breaks a rule, as ``file:line: rule: message``.
    """
    path = folder / f"{name}.md"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise MissingFile(f"There is no prompt {path.name}.", "Set NRM_PROMPTS_DIR to a prompts folder.") from error
    where = f"{folder.name}/{path.name}:1"
    match = _FRONT_MATTER.match(text)
    head = _head(match.group(1), where) if match else None
    if match is None or head is None:
        raise CorpusInvalid(f"{where}: front-matter: name, version and inputs are expected.")
    prompt = Prompt(
        head["name"],
        head["version"],
        tuple(head["inputs"]),
        tuple(Message(role, content.strip()) for role, content in _PART.findall(match.group(2))),
    )
    _check(prompt, name, where)
    return prompt


def _head(text: str, where: str) -> dict[str, str] | None:
    try:
        head = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise CorpusInvalid(f"{where}: front-matter: it is not YAML.") from error
    if not isinstance(head, dict) or set(head) != _KEYS or not isinstance(head["inputs"], list):
        return None
    return head if isinstance(head["version"], str) and isinstance(head["name"], str) else None


def _check(prompt: Prompt, name: str, where: str) -> None:
    used = {place for part in prompt.parts for place in _INPUT.findall(part.content)}
    if prompt.name != name:
        raise CorpusInvalid(f"{where}: name: '{prompt.name}' stands in the file of '{name}'.")
    if [part.role for part in prompt.parts] != ["system", "user"]:
        raise CorpusInvalid(f"{where}: parts: '# system' and '# user' are expected, in this order.")
    if used != set(prompt.inputs):
        differing = ", ".join(sorted(used ^ set(prompt.inputs)))
        raise CorpusInvalid(f"{where}: inputs: declared and used inputs differ: {differing}.")
