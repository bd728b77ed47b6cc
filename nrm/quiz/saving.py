"""Save a quiz as a file and reopen it; what comes back is checked as if a stranger had written it."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from nrm.domain.errors import UnreadableDocument
from nrm.domain.vocabulary import Pillar
from nrm.quiz.items import ItemCitation, ItemState, ItemType, Level, QuizItem

FORMAT = "nrm-quiz"
VERSION = 1
MOST_BYTES = 5_000_000
MOST_ITEMS = 2_000
MOST_ANSWERS = 20
LONGEST_TEXT = 4_000
_ADDRESS = re.compile(r"https?://[^\s<>\"'`]+", re.IGNORECASE)
_CITATION_KEYS = ("record", "source", "title", "pinpoint", "url", "quote")
_TEXT_KEYS = ("id", "stem", "explanation", "objective", "topic", "language", "as_of", "rule")
_LIST_KEYS = ("keys", "distractors", "audience", "rests_on")
_ENUMS: Mapping[str, Callable[[str], Any]] = {
    "type": ItemType,
    "level": Level,
    "state": ItemState,
}


class _UnfitError(Exception):
    """Why one value was refused; becomes an UnreadableDocument that names the item."""


def item_to_dict(item: QuizItem) -> dict[str, Any]:
    """The item as plain values that JSON can hold."""
    plain: dict[str, Any] = {key: getattr(item, key) for key in _TEXT_KEYS}
    plain.update({key: str(getattr(item, key)) for key in _ENUMS})
    plain.update({key: list(getattr(item, key)) for key in _LIST_KEYS})
    plain["pairs"] = [list(pair) for pair in item.pairs]
    plain["pillar"] = str(item.pillar) if item.pillar else ""
    plain["citation"] = {key: getattr(item.citation, key) for key in _CITATION_KEYS}
    return plain


def save_quiz(items: Iterable[QuizItem]) -> bytes:
    """A JSON file, UTF-8, that ``reopen_quiz`` reads back to the same items."""
    document = {"format": FORMAT, "version": VERSION, "items": [item_to_dict(item) for item in items]}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def reopen_quiz(data: bytes) -> tuple[QuizItem, ...]:
    """The items of a saved quiz.

    :raises UnreadableDocument: if the file is too large, is not a quiz, comes from a newer version,
        or an item breaks a rule (which one, and why).
    """
    items = _document(data)
    try:
        found = tuple(_numbered(number, plain) for number, plain in enumerate(items, start=1))
    except _UnfitError as reason:
        raise UnreadableDocument(f"This quiz cannot be opened: {reason}.", _REMEDY) from reason
    if len({item.id for item in found}) < len(found):
        raise UnreadableDocument("This quiz cannot be opened: two items have the same id.", _REMEDY)
    return found


_REMEDY = "Open the file as it was saved, or build the quiz again."


def _document(data: bytes) -> list[Any]:
    if len(data) > MOST_BYTES:
        raise UnreadableDocument(f"This file is larger than {MOST_BYTES // 1_000_000} MB.", _REMEDY)
    try:
        document = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as reason:
        raise UnreadableDocument("This file is not a saved quiz: it is not valid JSON.", _REMEDY) from reason
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise UnreadableDocument("This file is not a saved quiz.", _REMEDY)
    if document.get("version") != VERSION:
        raise UnreadableDocument("This quiz was saved by another version of the program.", _REMEDY)
    items = document.get("items")
    if not isinstance(items, list) or len(items) > MOST_ITEMS:
        raise UnreadableDocument(f"A quiz holds a list of at most {MOST_ITEMS} items.", _REMEDY)
    return items


def _numbered(number: int, plain: Any) -> QuizItem:
    try:
        return item_from_dict(plain)
    except ValueError as reason:
        raise _UnfitError(f"item {number}: {reason}") from reason


def item_from_dict(plain: Any) -> QuizItem:
    """The item that ``item_to_dict`` wrote.

    :raises ValueError: if a key is missing, unknown or of the wrong kind, or a text is too long.
    """
    expected = {*_TEXT_KEYS, *_LIST_KEYS, *_ENUMS, "pairs", "pillar", "citation"}
    _same_keys(plain, expected)
    pairs = [_texts(pair, "pairs") for pair in _list(plain["pairs"], "pairs")]
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError("a pair has two sides")
    values: dict[str, Any] = {key: _text(plain[key], key) for key in _TEXT_KEYS}
    values.update({key: _texts(plain[key], key) for key in _LIST_KEYS})
    values.update({key: kind(_text(plain[key], key)) for key, kind in _ENUMS.items()})
    return QuizItem(
        citation=_citation(plain["citation"]),
        pairs=tuple((left, right) for left, right in pairs),
        pillar=Pillar(_text(plain["pillar"], "pillar")) if plain["pillar"] else None,
        **values,
    )


def _citation(plain: Any) -> ItemCitation:
    _same_keys(plain, set(_CITATION_KEYS))
    citation = ItemCitation(**{key: _text(plain[key], key) for key in _CITATION_KEYS})
    if citation.url and not _ADDRESS.fullmatch(citation.url):
        raise ValueError("the citation's address is not a web address")
    return citation


def _same_keys(plain: Any, expected: set[str]) -> None:
    if not isinstance(plain, dict):
        raise ValueError("a set of named values is expected")
    for key in sorted(set(map(str, plain)) ^ expected):
        raise ValueError(f"'{key[:40]}' is {'missing' if key in expected else 'unknown'}")


def _list(value: Any, key: str) -> list[Any]:
    if not isinstance(value, list) or len(value) > MOST_ANSWERS:
        raise ValueError(f"'{key}' is a list of at most {MOST_ANSWERS}")
    return value


def _texts(value: Any, key: str) -> tuple[str, ...]:
    return tuple(_text(entry, key) for entry in _list(value, key))


def _text(value: Any, key: str) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise ValueError(f"'{key}' is a text of at most {LONGEST_TEXT} characters")
    return value
