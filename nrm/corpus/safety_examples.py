"""The reviewed examples of the safety screen: invented messages, and where each of them goes."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from nrm.domain.errors import CorpusInvalid, MissingFile

PREFIX = "examples-"
SEARCHED = "searched"
EXAMPLE_ROUTES = ("person_at_risk", "harmful", SEARCHED)


@dataclass(frozen=True, slots=True)
class SafetyExample:
    """One message; ``route`` is one of ``EXAMPLE_ROUTES``, ``theme`` what it is about in any language."""

    text: str
    route: str
    language: str
    theme: str


def load_safety_examples(folder: Path) -> tuple[SafetyExample, ...]:
    """The examples of every language, in file order.

    :raises MissingFile: when there are none.
    :raises CorpusInvalid: at a file, theme or message that does not fit, and for a message that stands twice.
    """
    files = sorted(folder.glob(f"{PREFIX}*.yaml"))
    if not files:
        raise MissingFile(f"There are no safety examples in {folder}.", "Restore corpus/safety.")
    examples = tuple(example for file in files for example in _examples(file))
    _refuse_doubles(examples)
    return examples


def digest_of(folder: Path) -> str:
    """A checksum of all rules and examples: what was learned belongs to these."""
    lines = (f"{file.name}\0{file.read_text(encoding='utf-8')}" for file in sorted(folder.glob("*.yaml")))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _examples(file: Path) -> Iterable[SafetyExample]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CorpusInvalid(f"{file.name}:1: not-yaml: the file cannot be read as YAML.") from error
    if not isinstance(content, dict) or not {"language", "reviewed_on", "themes"} <= content.keys():
        raise CorpusInvalid(f"{file.name}:1: missing-key: a file of examples has language, reviewed_on and themes.")
    for theme in content["themes"]:
        yield from _of_theme(theme, str(content["language"]), file.name)


def _of_theme(theme: Any, language: str, name: str) -> Iterable[SafetyExample]:
    if not isinstance(theme, dict) or not theme.get("theme") or not theme.keys() <= {"theme", *EXAMPLE_ROUTES}:
        raise CorpusInvalid(f"{name}:1: bad-theme: a theme has a name and lists of {', '.join(EXAMPLE_ROUTES)}.")
    for route in EXAMPLE_ROUTES:
        for text in theme.get(route, []):
            if not isinstance(text, str) or not text.strip():
                raise CorpusInvalid(f"{name}:1: bad-value: '{text}' under '{theme['theme']}' needs quotation marks.")
            yield SafetyExample(text, route, language, str(theme["theme"]))


def _refuse_doubles(examples: Iterable[SafetyExample]) -> None:
    seen: set[str] = set()
    for example in examples:
        if example.text.casefold() in seen:
            raise CorpusInvalid(f"{PREFIX}{example.language}.yaml:1: double-example: '{example.text}' stands twice.")
        seen.add(example.text.casefold())
