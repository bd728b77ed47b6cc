"""Rules that hold in several parts of the corpus. Each yields the path of the offending key and a message."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ingest.corpus_checker.known import ID_KEYS, Known, name_of
from ingest.corpus_checker.schema import nearest
from nrm.corpus.lines import Entry

Problems = Iterable[tuple[str, str]]

ASKED_WAYS = 3
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "sources": ("title", "short_title", "body", "languages"),
    "commitments": ("title", "actor", "summary", "plain", "audience", "topics"),
    "practices": ("country", "institution", "title", "summary", "plain", "pillars", "kind", "source_kind"),
    "handbook": ("text", "topics"),
    "glossary": ("preferred",),
    "topics": ("label",),
    "states": ("name",),
    "parties": ("source", "evidence", "vintage"),
    "conflicts": ("about", "passages"),
    "contacts": ("name", "number"),
}
_CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("commitments", "applies_to"): ("adult", "both", "child"),
    ("commitments-file", "text"): ("full", "partial"),
    ("sources", "text_held"): ("full", "partial", "none"),
    ("practices", "odihr_listed"): ("unknown",),
    ("practices", "kind"): (
        "co-operation", "data", "funding", "law", "outreach", "procedure", "service", "structure", "training",
    ),
    ("glossary", "kind"): ("body", "instrument", "person_word", "procedure", "term", "topic"),
}  # fmt: skip
_OWN_WORDS: Mapping[str, tuple[str, ...]] = {
    "commitments": ("title", "summary", "plain", "limits"),
    "practices": ("title", "summary", "plain", "limits", "praise"),
    "handbook": ("title", "text"),
    "sources": ("note",),
    "topics": ("label", "definition"),
    "glossary": ("definition",),
}
_UNKIND = re.compile(
    r"\b(rescu(?:e|ed|es|ing)|sex[- ]slaves?|prostitutes?|prostituted|whores?|hookers?|pimps?|illegals"
    r"|illegal (?:im)?migrants?|illegal aliens?)\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(r"handbook_facts|\bfile ids? \d|(?<![\w:/])/(?:work|tmp|home)/|\.\./shared")
_LIST_ITEM = re.compile(r"^(?!asked_as)\w+\.\d+(?:\.(?:term|why))?$")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+\S*")


def text_of(entry: Entry, key: str) -> str:
    """A text of the record; empty when it is absent."""
    value = entry.values.get(key, "")
    return value if isinstance(value, str) else ""


def items_of(entry: Entry, key: str) -> list[tuple[str, str]]:
    """The items of a list of texts, each with its path."""
    return [(f"{key}.{place}", item) for place, item in enumerate(entry.values.get(key, ()))]


def texts_below(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a value, at any depth, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list | dict):
        for key, item in enumerate(value) if isinstance(value, list) else value.items():
            yield from texts_below(item, f"{path}.{key}" if path else str(key))


def is_address(text: str) -> bool:
    """Whether the text is one web address and nothing else."""
    return _ADDRESS.fullmatch(text) is not None


def holds_address(text: str) -> bool:
    """Whether a web address stands in the text."""
    return _ADDRESS.search(text) is not None


def unknown_name(name: str, known: Iterable[str], where: str, cure: str = "") -> str:
    """The message for a name that is not in a list, with the nearest one."""
    return f"'{name}' is not in {where}; use one of its ids (nearest: {nearest(name, known)}){cure}"


def date_problems(key: str, text: str, today: date) -> Problems:
    """What is wrong with the date of a review: not a date, or later than today."""
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        yield key, f"a date such as 2026-01-31 is expected, not '{text}'"
    elif day > today:
        yield key, f"{text} lies in the future"


def duplicate_id(part: str, entry: Entry, known: Known) -> Problems:
    name = name_of(part, entry)
    first = known.first_place(part, name) if name else ""
    if first and first != f"{entry.file}:{entry.line}":
        yield "id", f"'{name}' stands already at {first}"


def empty_value(part: str, entry: Entry, known: Known) -> Problems:
    for key in (ID_KEYS.get(part, "id"), *_NEEDED[part]):
        if key in entry.values and not entry.values[key]:
            yield key, f"'{key}' is empty"
    for path, text in texts_below(entry.values):
        if not text.strip() and _LIST_ITEM.search(path):
            yield path, f"'{path}' is empty"


def unknown_choice(part: str, entry: Entry, known: Known) -> Problems:
    for (of_part, key), choices in _CHOICES.items():
        if part == of_part and key in entry.values and entry.values[key] not in choices:
            value = str(entry.values[key])
            yield key, f"'{value}' is not a value of '{key}' (nearest: {nearest(value, choices)})"


def unknown_topic(part: str, entry: Entry, known: Known) -> Problems:
    for path, topic in items_of(entry, "topics"):
        if topic not in known.names["topics"]:
            cure = ", or add it there with a definition"
            yield path, unknown_name(topic, known.names["topics"], "topics.yaml", cure)


def unknown_source(part: str, entry: Entry, known: Known) -> Problems:
    slug = text_of(entry, "source")
    if slug and slug not in known.names["sources"]:
        yield "source", unknown_name(slug, known.names["sources"], "sources/")


def unknown_state(part: str, entry: Entry, known: Known) -> Problems:
    states = items_of(entry, "states") if part == "practices" else [("state", text_of(entry, "state"))]
    for path, code in states:
        if code not in known.names["states"]:
            yield path, unknown_name(code, known.names["states"], "states.yaml")


def unreviewed(part: str, entry: Entry, known: Known) -> Problems:
    if "reviewed_on" in entry.values:
        yield from date_problems("reviewed_on", text_of(entry, "reviewed_on"), known.today)


def checked_on(part: str, entry: Entry, known: Known) -> Problems:
    if "checked_on" in entry.values:
        yield from date_problems("checked_on", text_of(entry, "checked_on"), known.today)


def asked_as(part: str, entry: Entry, known: Known) -> Problems:
    ways = items_of(entry, "asked_as")
    too_many = len(ways) > ASKED_WAYS and part != "handbook"  # a digest may have more
    if "asked_as" in entry.values and (too_many or len(ways) < ASKED_WAYS):
        yield "asked_as", f"{len(ways)} ways of asking where {ASKED_WAYS} are expected"
    seen: set[str] = set()
    for path, way in ways:
        folded_way = " ".join(way.casefold().split())
        if not folded_way or folded_way in seen:
            yield path, "a way of asking is empty" if not folded_way else f"'{way}' stands twice"
        seen.add(folded_way)


def unkind_word(part: str, entry: Entry, known: Known) -> Problems:
    for key in _OWN_WORDS[part]:
        for match in _UNKIND.finditer(text_of(entry, key)):
            yield key, f"'{match.group()}' in our own words; say what was done, call people persons"


def unverified(part: str, entry: Entry, known: Known) -> Problems:
    for path, text in texts_below(entry.values):
        if "[U]" in text:
            yield path, "a fact marked [U] is not verified and must not ship"


def private_reference(part: str, entry: Entry, known: Known) -> Problems:
    for path, text in texts_below(entry.values):
        if match := _PRIVATE.search(text):
            yield path, f"'{match.group()}' names something that no reader can open"
