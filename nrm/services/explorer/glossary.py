"""Looking up terms: by any of their words in any language, and by letter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from unicodedata import combining, normalize

from nrm.domain.knowledge import Equivalent, GlossaryTerm
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.nearest import known_value

LANGUAGES: Mapping[str, str] = {
    "fr": "French",
    "de": "German",
    "it": "Italian",
    "ru": "Russian",
    "es": "Spanish",
    "uk": "Ukrainian",
}
CHECKED, DRAFT = "checked", "our draft, not checked"
OWN_DEFINITION = "Our own definition"


def known_term(given: str, glossary: Iterable[GlossaryTerm]) -> str:
    """The id of a term given by id or name.

    :raises WrongUse: if there is none; the message names the nearest.
    """
    return known_value(given, {term.id: term.preferred for term in glossary}, "term")


def find_terms(text: str, glossary: Sequence[GlossaryTerm]) -> list[GlossaryTerm]:
    """The terms that hold all the words typed, the last as a beginning; those named so come first.

    Every name of a term counts: the law's, practitioners', equivalents in other languages. Empty text finds
    all, in the order of the alphabet.
    """
    wanted = _folded(text).split()
    scored = [(_match(wanted, term), term) for term in glossary]
    found = [(score, term) for score, term in scored if score is not None]
    return [term for _, term in sorted(found, key=lambda pair: (pair[0], _folded(pair[1].preferred)))]


def by_letter(glossary: Iterable[GlossaryTerm]) -> dict[str, list[GlossaryTerm]]:
    """The terms under the first letter of their name, in the order of the alphabet."""
    ordered = sorted(glossary, key=lambda term: _folded(term.preferred))
    letters: dict[str, list[GlossaryTerm]] = {}
    for term in ordered:
        letters.setdefault(letter_of(term), []).append(term)
    return letters


def letter_of(term: GlossaryTerm) -> str:
    """The letter that a term stands under; ``#`` for a figure."""
    first = term.preferred[:1].upper()
    return first if first.isalpha() else "#"


def shown_equivalents(term: GlossaryTerm) -> list[tuple[str, Equivalent]]:
    """Language and equivalent, the checked ones first; stems, which only serve the search, are left out."""
    order = {language: place for place, language in enumerate(LANGUAGES)}
    pairs = [(language, item) for language, items in term.equivalents for item in items if not item.stem]
    return sorted(pairs, key=lambda pair: (order.get(pair[0], len(order)), not pair[1].checked))


def source_name(source: str, catalogue: Catalogue) -> str:
    """A source's short title; a source without a record is named as it is."""
    return catalogue.sources[source].short_title if source in catalogue.sources else source


def definition_source(term: GlossaryTerm, catalogue: Catalogue) -> str:
    """Where the definition comes from: an instrument by its short title and place, or ourselves."""
    slug, _, place = term.definition_source.partition(" ")
    if slug in ("", "own"):
        return OWN_DEFINITION
    return f"{source_name(slug, catalogue)} {place}".strip()


def _match(wanted: Sequence[str], term: GlossaryTerm) -> int | None:
    """0 when the name itself holds all the words, 1 when another name does, 2 when the definition does."""
    if _holds(wanted, term.preferred):
        return 0
    if any(_holds(wanted, name) for name in _other_names(term)):
        return 1
    return 2 if _holds(wanted, term.definition) else None


def _other_names(term: GlossaryTerm) -> Iterator[str]:
    yield from (name for name, _ in term.legal_terms)
    yield from term.practitioners_say
    yield from (name for name, _ in term.avoid)
    yield from (item.term for _, items in term.equivalents for item in items)


def _holds(wanted: Sequence[str], name: str) -> bool:
    own = _folded(name).split()
    return all(any(word.startswith(part) for word in own) for part in wanted)


def _folded(text: str) -> str:
    """Lower case, accents and punctuation away, so that "delai" finds "délai"."""
    plain = (letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    return "".join(letter if letter.isalnum() else " " for letter in plain)
