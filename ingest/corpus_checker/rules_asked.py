"""Rules for the ways of asking in other languages than English."""

import re

from ingest.corpus_checker.known import Known
from ingest.corpus_checker.rules_common import Problems, items_of, text_of, unknown_name
from ingest.corpus_checker.schema import nearest
from nrm.corpus.lines import Entry
from nrm.retrieval.language import LANGUAGES

_LONGEST = 200  # characters; a question that is typed is shorter
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def unknown_language(part: str, entry: Entry, known: Known) -> Problems:
    language = text_of(entry, "language")
    others = [name for name in LANGUAGES if name != "en"]
    if language not in others:
        yield "language", f"'{language}' is not one of the languages (nearest: {nearest(language, others)})"


def asked_in(part: str, entry: Entry, known: Known) -> Problems:
    name, ways = text_of(entry, "id"), items_of(entry, "asked_as")
    if name and name not in known.names["commitments"]:
        yield "id", unknown_name(name, known.names["commitments"], "commitments/")
    if len({way for _, way in ways}) < max(1, len(ways)):
        yield "asked_as", "at least one way of asking is expected, and each only once"
    for path, way in ways:
        if not way.strip() or len(way) > _LONGEST:
            yield path, f"a question of 1 to {_LONGEST} characters is expected, not {len(way.strip())}"
        elif bool(_CYRILLIC.search(way)) != (text_of(entry, "language") in ("ru", "uk")):
            yield path, "the question is not in the letters of its language"
