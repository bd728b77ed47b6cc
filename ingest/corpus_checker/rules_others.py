"""Rules for sources, practices, digests, States, parties and contacts."""

import re

from ingest.corpus_checker.known import Known
from ingest.corpus_checker.rules_common import Problems, is_address, items_of, text_of, unknown_name
from nrm.corpus.lines import Entry

PARTICIPATING_STATES = 57
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_AUTHORITIES = {
    "treaty": {"treaty"},
    "eu_law": {"eu_law"},
    "case_law": {"case_law"},
    "decision": {"political_commitment"},
    "guidance": {"guidance", "political_commitment", "reference"},
    "handbook": {"guidance"},
    "factsheet": {"guidance", "reference"},
    "practices": {"practice"},
    "glossary": {"reference"},
}
_IMITATION = re.compile(
    r"\bStandard \d+(?:\.\d+)*\s*[:.–—-]|\bPrinciple \d+|\bStep \d+ of the (?:NRM )?Protocol", re.IGNORECASE
)
_DAY = r"\d{4}(?:-\d{2}-\d{2})?"
_PARTY_DATE = re.compile(rf"(?:(?:by )?{_DAY}(?: or {_DAY})*)?")  # "2006 or 2007": sources differ
_CODE = re.compile(r"[A-Z]{2}")


def source_fields(part: str, entry: Entry, known: Known) -> Problems:
    url, note = text_of(entry, "url"), text_of(entry, "note")
    if url and not is_address(url):
        yield "url", f"'{url}' is not a web address"
    if "url" in entry.values and not url and not note:
        yield "url", "a source without an address says why in 'note'"
    if not url and entry.values.get("url_seen"):
        yield "url_seen", "an address that is not given cannot have been seen"
    if not _FIRST_YEAR <= entry.values.get("year", _FIRST_YEAR) <= _LAST_YEAR:
        yield "year", f"{entry.values['year']} is not a year of this library"


def authority_of_kind(part: str, entry: Entry, known: Known) -> Problems:
    kind, authority = text_of(entry, "kind"), text_of(entry, "authority")
    fitting = _AUTHORITIES.get(kind, {authority})
    if authority and authority not in fitting:
        yield "authority", f"'{authority}' does not fit the kind '{kind}' ({' or '.join(sorted(fitting))})"


def unknown_successor(part: str, entry: Entry, known: Known) -> Problems:
    slug = text_of(entry, "superseded_by")
    if slug and (slug not in known.names["sources"] or slug == entry.values.get("slug")):
        yield "superseded_by", unknown_name(slug, known.names["sources"], "sources/")


def practice_fields(part: str, entry: Entry, known: Known) -> Problems:
    if "url" in entry.values and not is_address(text_of(entry, "url")):
        yield "url", f"a web address is expected, not '{text_of(entry, 'url')}'"
    first, last = entry.values.get("first_year"), entry.values.get("last_year")
    if first and last and first > last:
        yield "first_year", f"{first} comes after the last year, {last}"


def digest_fields(part: str, entry: Entry, known: Known) -> Problems:
    if "url" in entry.values and not is_address(text_of(entry, "url")):
        yield "url", f"'{text_of(entry, 'url')}' is not a web address"


def imitates_handbook(part: str, entry: Entry, known: Known) -> Problems:
    for key in ("title", "text"):
        for match in _IMITATION.finditer(text_of(entry, key)):
            yield key, f"'{match.group().strip()}' claims what only the Handbook itself can say"


def state_fields(part: str, entry: Entry, known: Known) -> Problems:
    if "code" in entry.values and not _CODE.fullmatch(text_of(entry, "code")):
        yield "code", f"two capital letters are expected, not '{text_of(entry, 'code')}'"


def states_count(part: str, entry: Entry, known: Known) -> Problems:
    if known.counts["states"] != PARTICIPATING_STATES:
        yield "", f"{known.counts['states']} States where the OSCE has {PARTICIPATING_STATES}"


def party_date(part: str, entry: Entry, known: Known) -> Problems:
    if not _PARTY_DATE.fullmatch(text_of(entry, "date")):
        yield "date", f"a year, a date, or nothing is expected, not '{text_of(entry, 'date')}'"


def unknown_passage(part: str, entry: Entry, known: Known) -> Problems:
    for path, name in items_of(entry, "passages"):
        if name not in known.cited:
            yield path, unknown_name(name, known.cited, "the records that can be cited")


def one_sided(part: str, entry: Entry, known: Known) -> Problems:
    versions = entry.values.get("versions", ())
    if "versions" in entry.values and len({version["says"] for version in versions}) < 2:
        yield "versions", "a conflict has two sides at least, and they differ"
    for place, version in enumerate(versions):
        if not version["where"] or not version["says"]:
            yield f"versions.{place}", "a side of a conflict says who says what"


def contact_fields(part: str, entry: Entry, known: Known) -> Problems:
    url = text_of(entry, "url")
    if url and not is_address(url):
        yield "url", f"'{url}' is not a web address"
