"""Practices for scripts: chosen by filters and words, as JSON or CSV."""

from collections.abc import Iterable, Mapping
from typing import Any

from nrm.corpus import Corpus
from nrm.domain.answers import Filters
from nrm.domain.knowledge import Practice
from nrm.domain.vocabulary import Audience, Authority
from nrm.services.explorer.catalogue import catalogue_of
from nrm.services.explorer.nearest import known_state, known_value
from nrm.services.exports import write_csv
from nrm.services.practice_finding.facets import Chosen, PracticeFacet, PracticeTable
from nrm.services.practice_finding.finding import PracticeFinder
from nrm.services.practice_finding.sheets import practices_sheet
from nrm.services.searcher import Searcher

SOURCE = "practices"  # the slug under which practices stand in the library
_TARGETS: Mapping[str, str] = {
    "police": "police",
    "border_guard": "border and migration staff",
    "social_worker": "social workers",
    "ngo_caseworker": "NGOs",
    "judge": "judges",
    "health": "health staff",
    "labour_inspector": "labour inspectors",
    "asylum_officer": "asylum officers",
    "education": "teachers",
    "policy_maker": "policy makers",
}
_EVERY_PROFESSION = "professionals"


def practice_filters(given: Mapping[str, Iterable[str]], corpus: Corpus) -> Filters:
    """Filters from what a person typed: ids or names, in any case.

    ``kind`` takes a kind of practice or a kind of source; ``topic`` a theme; ``body`` an institution.

    :param given: values by filter name, as in ``Filters``.
    :raises WrongUse: for a value that no practice has; the nearest is named.
    """
    known = _known_names(corpus)
    return Filters(
        **{name: tuple(_checked(name, value, known, corpus) for value in values) for name, values in given.items()}
    )


def practice_choices(given: Mapping[str, Iterable[str]], corpus: Corpus) -> Chosen:
    """Facet values from what a person typed: ids or labels, in any case.

    :param given: values by facet name: state, pillar, theme, target, kind, source_kind, period.
    :raises WrongUse: for a value that no practice has; the nearest is named.
    """
    labels = PracticeTable(corpus).labels
    return {
        facet: tuple(known_value(value, labels[facet], _called(facet)) for value in given.get(facet.value, ()))
        for facet in PracticeFacet
    }


def select_practices(
    corpus: Corpus,
    filters: Filters | None = None,
    text: str = "",
    searcher: Searcher | None = None,
    chosen: Chosen | None = None,
) -> list[Practice]:
    """The practices that pass filters and facets: best first with words, else in the order of the corpus.

    Values of one filter are alternatives. ``state`` keeps practices of that State only, so what concerns a
    whole region is left out; ``audience`` keeps practices for that profession or for professionals at large.

    :param searcher: finds by meaning too; without it words alone are compared.
    """
    filters, table = filters or Filters(), PracticeTable(corpus)
    found = table.matching(PracticeFinder(corpus, searcher).find(text), chosen or {})
    found = table.matching(found, _facets_of(filters))
    kinds = set(filters.kind) - {SOURCE}
    if kinds:
        found = [item for item in found if {item.kind, item.source_kind} & kinds]
    if filters.body:
        found = [item for item in found if item.institution in filters.body]
    return found


def practices_as_json(practices: Iterable[Practice], corpus: Corpus) -> dict[str, Any]:
    """One JSON document: ``count`` and ``practices``."""
    states = {item.code: item.name for item in corpus.states}
    items = [_as_json(item, states) for item in practices]
    return {"count": len(items), "practices": items}


def practices_as_csv(practices: Iterable[Practice], corpus: Corpus) -> bytes:
    """One row a practice. No cell is a formula."""
    return write_csv(*practices_sheet(practices, catalogue_of(corpus)))


def _called(facet: PracticeFacet) -> str:
    return f"{facet.value.replace('_', ' ')} of practices"


def _facets_of(filters: Filters) -> Chosen:
    targets = [_TARGETS[name] for name in filters.audience if name in _TARGETS]
    return {
        PracticeFacet.STATE: filters.state,
        PracticeFacet.THEME: filters.topic,
        PracticeFacet.TARGET: (*targets, _EVERY_PROFESSION) if filters.audience else (),
    }


def _checked(name: str, value: str, known: Mapping[str, dict[str, str]], corpus: Corpus) -> str:
    if name == "state":
        return known_state(value, catalogue_of(corpus))
    return known_value(value, known[name], f"{name} of practices")


def _known_names(corpus: Corpus) -> dict[str, dict[str, str]]:
    labels = PracticeTable(corpus).labels
    institutions = {item.institution: item.institution for item in corpus.practices}
    return {
        "kind": {SOURCE: "Practices", **labels[PracticeFacet.SOURCE_KIND], **labels[PracticeFacet.KIND]},
        "authority": {Authority.PRACTICE.value: "Practice"},
        "topic": labels[PracticeFacet.THEME],
        "body": institutions,
        "audience": {member.value: member.value for member in Audience},
        "lang": {"en": "English"},
        "source": {SOURCE: "Practices"},
    }


def _as_json(item: Practice, states: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": item.id,
        "states": [{"code": code, "name": states.get(code, code)} for code in item.states],
        "country": item.country,
        "institution": item.institution,
        "title": item.title,
        "plain": item.plain,
        "summary": item.summary,
        "limits": item.limits,
        "praise": item.praise,
        "kind": item.kind,
        "pillars": [pillar.value for pillar in item.pillars],
        "themes": list(item.themes),
        "target_groups": list(item.target_groups),
        "period": item.period,
        "first_year": item.first_year,
        "last_year": item.last_year,
        "source_kind": item.source_kind,
        "url": item.url,
        "also_seen": list(item.also_seen),
        "as_of": item.as_of,
        "checked_on": item.checked_on,
        "commitments": list(item.commitments),
        "odihr_listed": item.odihr_listed,
        "passage_id": f"{SOURCE}/{item.id}",
    }
