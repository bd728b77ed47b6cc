"""Rules for the glossary and the topics."""

import re
from collections.abc import Iterator
from typing import Any

from ingest.corpus_checker.known import Known
from ingest.corpus_checker.rules_common import Problems, date_problems, holds_address, text_of, unknown_name
from ingest.corpus_checker.schema import nearest
from nrm.corpus.lines import Entry

LANGUAGES = ("de", "es", "fr", "it", "ru", "uk")
_CYRILLIC_LANGUAGES = ("ru", "uk")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_OWN = "own"


def empty_definition(part: str, entry: Entry, known: Known) -> Problems:
    if entry.values.get("definition") == "":
        yield "definition", "the definition is empty"


def definition_source(part: str, entry: Entry, known: Known) -> Problems:
    source = text_of(entry, "definition_source")
    if "definition_source" in entry.values and source != _OWN and not _is_reference(source, known):
        yield "definition_source", f"'{source}' is neither a source, a web address nor '{_OWN}'"


def meaning_source(part: str, entry: Entry, known: Known) -> Problems:
    for place, meaning in enumerate(entry.values.get("meanings", ())):
        if not meaning["source"] or not meaning["definition"]:
            yield f"meanings.{place}", "a meaning needs its source and its definition"
        if not _is_reference(f"{meaning['source']} {meaning['url']}", known):
            yield f"meanings.{place}.url", "a meaning needs a web address or a source of the corpus"


def meaning_checked_on(part: str, entry: Entry, known: Known) -> Problems:
    for place, meaning in enumerate(entry.values.get("meanings", ())):
        yield from date_problems(f"meanings.{place}.checked_on", meaning["checked_on"], known.today)


def unknown_legal_source(part: str, entry: Entry, known: Known) -> Problems:
    for place, legal_term in enumerate(entry.values.get("legal_terms", ())):
        for position, slug in enumerate(legal_term["sources"]):
            if slug not in known.names["sources"]:
                path = f"legal_terms.{place}.sources.{position}"
                yield path, unknown_name(slug, known.names["sources"], "sources/")


def unknown_language(part: str, entry: Entry, known: Known) -> Problems:
    for language in entry.values.get("equivalents", {}):
        if language not in LANGUAGES:
            yield f"equivalents.{language}", f"'{language}' is not one of {', '.join(LANGUAGES)}"


def checked_without_source(part: str, entry: Entry, known: Known) -> Problems:
    for path, _, equivalent in _equivalents(entry):
        if equivalent["checked"] and not _is_reference(equivalent["source"], known):
            message = "claimed as checked without a web address or a source of the corpus"
            yield f"{path}.source", f"'{equivalent['term']}' is {message}"


def untranslated(part: str, entry: Entry, known: Known) -> Problems:
    for path, language, equivalent in _equivalents(entry):
        term, is_latin = equivalent["term"], not _CYRILLIC.search(equivalent["term"])
        if not term.strip() or (equivalent["checked"] and is_latin and language in _CYRILLIC_LANGUAGES):
            yield f"{path}.term", f"'{term}' is claimed as checked, but it is not '{language}'"


def stem_mark(part: str, entry: Entry, known: Known) -> Problems:
    for path, _, equivalent in _equivalents(entry):
        if equivalent.get("stem", False) != equivalent["term"].endswith("*"):
            message = "a stem, and no other term, ends in * and says 'stem: true'"
            yield f"{path}.term", f"'{equivalent['term']}': {message}"


def repeated_equivalent(part: str, entry: Entry, known: Known) -> Problems:
    seen: set[tuple[str, str]] = set()
    for path, language, equivalent in _equivalents(entry):
        term = (language, equivalent["term"].casefold())
        if term in seen:
            yield f"{path}.term", f"'{equivalent['term']}' stands twice in '{language}'"
        seen.add(term)


def unknown_relation(part: str, entry: Entry, known: Known) -> Problems:
    for place, name in enumerate(entry.values.get("related", ())):
        if name not in known.names["glossary"]:
            hint = nearest(name, known.names["glossary"])
            yield f"related.{place}", f"'{name}' is not a term of the glossary (nearest: {hint})"


def _equivalents(entry: Entry) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for language, equivalents in entry.values.get("equivalents", {}).items():
        for place, equivalent in enumerate(equivalents):
            yield f"equivalents.{language}.{place}", language, equivalent


def _is_reference(text: str, known: Known) -> bool:
    return holds_address(text) or any(slug in text for slug in known.names["sources"])
