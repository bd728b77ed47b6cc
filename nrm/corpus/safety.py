"""The reviewed safety rules: which words send a question to which route, per language.

How a pattern is written stands in ``nrm.corpus.safety_patterns``.

``signs`` are weak on their own: a rule that has them holds only when the weights of those that stand in the
question add up to ``signs_needed``. How a sign is written stands in ``nrm.corpus.safety_signs``. A language
may have several files.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from nrm.corpus.lines import Entry, read_entries
from nrm.corpus.safety_examples import PREFIX
from nrm.corpus.safety_learned import Learned, load_learned
from nrm.corpus.safety_patterns import Pattern, Phrase, Refuse, patterns_of, phrases_of
from nrm.corpus.safety_signs import Sign, heaviest_sum, signs_of
from nrm.domain.errors import CorpusInvalid, MissingFile

ROUTES = ("person_at_risk", "harmful", "out_of_scope", "case")
_LISTS = ("when", "and", "and_also", "unless", "not_between", "examples", "twins")


@dataclass(frozen=True, slots=True)
class SafetyRule:
    """One reviewed rule. It holds when every group of patterns has a match, the signs weigh enough, and no
    exception has a match.
    """

    id: str
    route: str
    language: str
    groups: tuple[tuple[Pattern, ...], ...]
    signs: tuple[Sign, ...]
    signs_needed: int
    exceptions: tuple[Pattern, ...]
    not_between: tuple[Phrase, ...]
    examples: tuple[str, ...]
    twins: tuple[str, ...]
    place: str


@dataclass(frozen=True, eq=False)
class SafetyRules:
    """Every rule of every language, in file order; compared by identity, so it can key a cache.

    ``learned`` is what the reviewed examples teach; without it the rules decide alone.
    """

    rules: tuple[SafetyRule, ...]
    reviewed_on: tuple[tuple[str, str], ...]
    learned: Learned | None = None


def load_safety_rules(folder: Path) -> SafetyRules:
    """Read every ``.yaml`` of a folder but the examples, and what was learned from these; each names its language.

    :raises MissingFile: if the folder is not there or holds no rules.
    :raises CorpusInvalid: at the first rule that does not fit, as ``file:line: rule: message``.
    """
    files = [file for file in sorted(folder.glob("*.yaml")) if not file.name.startswith(PREFIX)]
    if not files:
        remedy = "Restore corpus/safety: no question is answered without it."
        raise MissingFile(f"There are no safety rules at {folder}.", remedy)
    rules: list[SafetyRule] = []
    reviewed: list[tuple[str, str]] = []
    for file in files:
        name = f"{folder.parent.name}/{folder.name}/{file.name}"
        head, entries = read_entries(file, name, under="rules")
        language, date, words = _head(head, name)
        reviewed.append((language, date))
        rules.extend(_rule(entry, language, words) for entry in entries)
    _refuse_doubles(rules)
    return SafetyRules(tuple(rules), tuple(reviewed), load_learned(folder))


def _head(head: Mapping[str, Any], name: str) -> tuple[str, str, dict[str, tuple[Phrase, ...]]]:
    for key in ("language", "reviewed_on", "words"):
        if not head.get(key):
            raise CorpusInvalid(f"{name}:1: missing-key: '{key}' is missing at the head of the file.")
    words: dict[str, tuple[Phrase, ...]] = {}
    for key, items in head["words"].items():
        for item in items:
            if not isinstance(item, str):
                raise CorpusInvalid(f"{name}:1: bad-value: '{item}' in the words '{key}' needs quotation marks.")
        words[str(key)] = tuple(tuple(item.split()) for item in items)
    return str(head["language"]), str(head["reviewed_on"]), words


def _rule(entry: Entry, language: str, words: Mapping[str, tuple[Phrase, ...]]) -> SafetyRule:
    _check_keys(entry)

    def parsed(key: str) -> tuple[Pattern, ...]:
        texts = entry.values.get(key, ())
        return tuple(pattern for text in texts for pattern in patterns_of(text, words, _refusal(entry, key)))

    signs = signs_of(entry.values.get("signs", []), words, _refusal(entry, "signs"))
    _check_sum(entry, signs)
    blockers = [phrases_of(text, words, _refusal(entry, "not_between")) for text in entry.values.get("not_between", ())]
    return SafetyRule(
        id=str(entry.values["id"]),
        route=str(entry.values["route"]),
        language=language,
        groups=tuple(group for key in ("when", "and", "and_also") if (group := parsed(key))),
        signs=signs,
        signs_needed=int(entry.values.get("signs_needed", 0)),
        exceptions=parsed("unless"),
        not_between=tuple(phrase for phrases in blockers for phrase in phrases),
        examples=tuple(entry.values["examples"]),
        twins=tuple(entry.values.get("twins", ())),
        place=f"{entry.file}:{entry.line}",
    )


def _check_keys(entry: Entry) -> None:
    for key in entry.values:
        if key not in ("id", "route", "signs", "signs_needed", *_LISTS):
            _refusal(entry, key)("unknown-key", f"'{key}' is not a key of a safety rule")
    for key in ("id", "route", "when", "examples"):
        if not entry.values.get(key):
            _refusal(entry, key)("missing-key", f"'{key}' is missing or empty")
    for key in _LISTS:
        value = entry.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            _refusal(entry, key)("bad-value", f"'{key}' must be a list of texts")
    if entry.values["route"] not in ROUTES:
        _refusal(entry, "route")("unknown-route", f"'{entry.values['route']}' is none of {', '.join(ROUTES)}")


def _check_sum(entry: Entry, signs: tuple[Sign, ...]) -> None:
    needed, most = entry.values.get("signs_needed", 0), heaviest_sum(signs)
    if not isinstance(needed, int) or not (min(2, most) <= needed <= most):
        _refusal(entry, "signs_needed")("bad-value", "'signs_needed' is from 2 to what all signs weigh")


def _refusal(entry: Entry, key: str) -> Refuse:
    def refuse(rule: str, message: str) -> NoReturn:
        raise CorpusInvalid(f"{entry.file}:{entry.line_of(key)}: {rule}: {message}.")

    return refuse


def _refuse_doubles(rules: Iterable[SafetyRule]) -> None:
    seen: dict[str, str] = {}
    for rule in rules:
        if rule.id in seen:
            raise CorpusInvalid(f"{rule.place}: double-id: '{rule.id}' is already used at {seen[rule.id]}.")
        seen[rule.id] = rule.place
