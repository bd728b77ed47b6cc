"""The reviewed safety rules: which words send a question to which route, per language.

A pattern is a row of elements separated by spaces. An element is one word, ``word*`` (any ending),
choices ``a|b|two_words``, or a list of the file's ``words`` by name, ``{list}``. ``..`` between two
elements allows up to three other words of the same sentence, ``..6`` up to six. ``^`` and ``$`` are the
ends of a sentence, and a ``?`` after an element makes it optional. Case, accents, doubled letters and
small slips do not matter.

``signs`` are weak on their own: a rule that has them holds only when at least ``signs_needed`` of them stand
in the question. A sign may be written in several ways, with `` / `` between them.
"""

import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from nrm.corpus.lines import Entry, read_entries
from nrm.domain.errors import CorpusInvalid, MissingFile

ROUTES = ("person_at_risk", "harmful", "out_of_scope", "case")
_LISTS = ("when", "and", "and_also", "signs", "unless", "not_between", "examples", "twins")
_ELEMENT = re.compile(r"[\w*|{}-]+\??")
_USUAL_GAP, _WIDEST_GAP, _MOST_OPTIONAL = 3, 12, 3

Phrase = tuple[str, ...]
Refuse = Callable[[str, str], NoReturn]


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: any of the phrases, at most ``gap`` words after the one before."""

    phrases: tuple[Phrase, ...]
    gap: int = 0
    at_start: bool = False
    at_end: bool = False


Pattern = tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class SafetyRule:
    """One reviewed rule. It holds when every group of patterns has a match, enough signs have one, and no
    exception has one.
    """

    id: str
    route: str
    language: str
    groups: tuple[tuple[Pattern, ...], ...]
    signs: tuple[tuple[Pattern, ...], ...]
    signs_needed: int
    exceptions: tuple[Pattern, ...]
    not_between: tuple[Phrase, ...]
    examples: tuple[str, ...]
    twins: tuple[str, ...]
    place: str


@dataclass(frozen=True, eq=False)
class SafetyRules:
    """Every rule of every language, in file order; compared by identity, so it can key a cache."""

    rules: tuple[SafetyRule, ...]
    reviewed_on: tuple[tuple[str, str], ...]


def load_safety_rules(folder: Path) -> SafetyRules:
    """Read ``<language>.yaml`` for each language of a folder.

    :raises MissingFile: if the folder is not there or holds no rules.
    :raises CorpusInvalid: at the first rule that does not fit, as ``file:line: rule: message``.
    """
    files = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
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
    return SafetyRules(tuple(rules), tuple(reviewed))


def _head(head: Mapping[str, Any], name: str) -> tuple[str, str, dict[str, tuple[Phrase, ...]]]:
    for key in ("language", "reviewed_on", "words"):
        if not head.get(key):
            raise CorpusInvalid(f"{name}:1: missing-key: '{key}' is missing at the head of the file.")
    words: dict[str, tuple[Phrase, ...]] = {}
    for key, items in head["words"].items():
        for item in items:
            if not isinstance(item, str):
                raise CorpusInvalid(
                    f"{name}:1: bad-value: '{item}' in the words '{key}' needs quotation marks."
                )
        words[str(key)] = tuple(tuple(item.split()) for item in items)
    return str(head["language"]), str(head["reviewed_on"]), words


def _rule(entry: Entry, language: str, words: Mapping[str, tuple[Phrase, ...]]) -> SafetyRule:
    _check_keys(entry)

    def parsed(key: str) -> tuple[Pattern, ...]:
        texts = entry.values.get(key, ())
        return tuple(pattern for text in texts for pattern in _patterns(text, words, _refusal(entry, key)))

    signs = []
    for sign in entry.values.get("signs", ()):
        ways = [_patterns(way, words, _refusal(entry, "signs")) for way in sign.split(" / ")]
        signs.append(tuple(pattern for patterns in ways for pattern in patterns))
    blockers = [
        _phrases(text, words, _refusal(entry, "not_between")) for text in entry.values.get("not_between", ())
    ]
    return SafetyRule(
        id=str(entry.values["id"]),
        route=str(entry.values["route"]),
        language=language,
        groups=tuple(group for key in ("when", "and", "and_also") if (group := parsed(key))),
        signs=tuple(signs),
        signs_needed=int(entry.values.get("signs_needed", 0)),
        exceptions=parsed("unless"),
        not_between=tuple(phrase for phrases in blockers for phrase in phrases),
        examples=tuple(entry.values["examples"]),
        twins=tuple(entry.values.get("twins", ())),
        place=f"{entry.file}:{entry.line}",
    )


def _check_keys(entry: Entry) -> None:
    for key in entry.values:
        if key not in ("id", "route", "signs_needed", *_LISTS):
            _refusal(entry, key)("unknown-key", f"'{key}' is not a key of a safety rule")
    for key in ("id", "route", "when", "examples"):
        if not entry.values.get(key):
            _refusal(entry, key)("missing-key", f"'{key}' is missing or empty")
    for key in _LISTS:
        value = entry.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            _refusal(entry, key)("bad-value", f"'{key}' must be a list of texts")
    needed, most = entry.values.get("signs_needed", 0), len(entry.values.get("signs", ()))
    if not isinstance(needed, int) or not (min(2, most) <= needed <= most):
        _refusal(entry, "signs_needed")("bad-value", "'signs_needed' is from 2 to the number of signs")
    if entry.values["route"] not in ROUTES:
        _refusal(entry, "route")("unknown-route", f"'{entry.values['route']}' is none of {', '.join(ROUTES)}")


def _refusal(entry: Entry, key: str) -> Refuse:
    def refuse(rule: str, message: str) -> NoReturn:
        raise CorpusInvalid(f"{entry.file}:{entry.line_of(key)}: {rule}: {message}.")

    return refuse


def _patterns(text: str, words: Mapping[str, tuple[Phrase, ...]], refuse: Refuse) -> list[Pattern]:
    """The patterns of one line: two for every optional element, with it and without it."""
    rows: list[tuple[tuple[Phrase, ...], int]] = []
    optional: list[int] = []
    parts = text.split()
    at_start, at_end, gap = parts[:1] == ["^"], parts[-1:] == ["$"], 0
    for part in parts[at_start : len(parts) - at_end]:
        if part.startswith(".."):
            gap = int(part[2:]) if part[2:].isdigit() else _USUAL_GAP
            continue
        if not _ELEMENT.fullmatch(part) or gap > _WIDEST_GAP:
            refuse("bad-pattern", f"'{part}' cannot be read in '{text}'")
        if part.endswith("?"):
            optional.append(len(rows))
        rows.append((_phrases(part.rstrip("?"), words, refuse), gap))
        gap = 0
    if gap:
        refuse("bad-pattern", f"nothing follows the last gap in '{text}'")
    if len(rows) == len(optional) or len(optional) > _MOST_OPTIONAL:
        refuse("bad-pattern", f"'{text}' needs a word, and at most {_MOST_OPTIONAL} optional ones")
    return [_pattern(rows, left_out, at_start, at_end) for left_out in _choices(optional)]


def _pattern(
    rows: list[tuple[tuple[Phrase, ...], int]], left_out: frozenset[int], at_start: bool, at_end: bool
) -> Pattern:
    kept = [row for place, row in enumerate(rows) if place not in left_out]
    last = len(kept) - 1
    return tuple(
        Element(phrases, gap if place else 0, at_start and not place, at_end and place == last)
        for place, (phrases, gap) in enumerate(kept)
    )


def _choices(optional: list[int]) -> list[frozenset[int]]:
    return [
        frozenset(chosen)
        for size in range(len(optional) + 1)
        for chosen in itertools.combinations(optional, size)
    ]


def _phrases(part: str, words: Mapping[str, tuple[Phrase, ...]], refuse: Refuse) -> tuple[Phrase, ...]:
    phrases: list[Phrase] = []
    for choice in part.split("|"):
        if choice.startswith("{") and choice.endswith("}"):
            if choice[1:-1] not in words:
                refuse("unknown-list", f"'{choice}' is not under 'words' of this file")
            phrases.extend(words[choice[1:-1]])
        else:
            phrases.append(tuple(choice.split("_")))
    return tuple(phrases)


def _refuse_doubles(rules: Iterable[SafetyRule]) -> None:
    seen: dict[str, str] = {}
    for rule in rules:
        if rule.id in seen:
            raise CorpusInvalid(f"{rule.place}: double-id: '{rule.id}' is already used at {seen[rule.id]}.")
        seen[rule.id] = rule.place
