"""Commitments for scripts: chosen by filters and words, as JSON or CSV."""

from collections.abc import Iterable, Mapping
from typing import Any

from nrm.corpus import Corpus
from nrm.domain.answers import Filters
from nrm.domain.knowledge import Commitment
from nrm.domain.vocabulary import Audience
from nrm.services.explorer.catalogue import Catalogue, catalogue_of
from nrm.services.explorer.facets import Facet, FacetTable
from nrm.services.explorer.finding import CommitmentFinder
from nrm.services.explorer.languages import language_codes, language_name
from nrm.services.explorer.nearest import known_instrument, known_state, known_topic, known_value
from nrm.services.explorer.sheets import commitments_sheet
from nrm.services.explorer.standing import StateStanding, standing_of
from nrm.services.exports import write_csv
from nrm.services.searcher import Searcher

_FACETS: Mapping[str, Facet] = {
    "kind": Facet.KIND,
    "authority": Facet.AUTHORITY,
    "topic": Facet.TOPIC,
    "body": Facet.BODY,
    "audience": Facet.AUDIENCE,
    "lang": Facet.LANGUAGE,
    "source": Facet.INSTRUMENT,
}


def commitment_filters(given: Mapping[str, Iterable[str]], corpus: Corpus) -> Filters:
    """Filters from what a person typed: ids or names, in any case.

    :param given: values by filter name, as in ``Filters``.
    :raises WrongUse: for a value that the corpus does not have; the nearest is named.
    """
    catalogue = catalogue_of(corpus)
    return Filters(
        **{name: tuple(_known(name, value, catalogue) for value in values) for name, values in given.items()}
    )


def select_commitments(
    corpus: Corpus, filters: Filters | None = None, text: str = "", searcher: Searcher | None = None
) -> list[Commitment]:
    """The commitments that pass the filters: best first with words, else in the order of the corpus.

    Values of one filter are alternatives. ``lang`` keeps instruments that have an official text in the
    language; ``state`` leaves out instruments of which we know that they do not bind any State named.

    :param searcher: finds by meaning too; without it words alone are compared.
    """
    filters, catalogue = filters or Filters(), catalogue_of(corpus)
    found = CommitmentFinder(catalogue, searcher).find(text)
    chosen = {facet: getattr(filters, name) for name, facet in _FACETS.items()}
    matching = FacetTable(catalogue).matching(found, chosen)
    return [item for item in matching if may_bind(item, filters.state, catalogue)]


def may_bind(item: Commitment, states: Iterable[str], catalogue: Catalogue) -> bool:
    """Whether the commitment binds one of the States, or may for all we know; true when none is named."""
    standings = [standing_of(state, item.source, catalogue).standing for state in states]
    return not standings or any(standing.binds is not False for standing in standings)


def commitments_as_json(
    commitments: Iterable[Commitment], corpus: Corpus, states: Iterable[str] = ()
) -> dict[str, Any]:
    """One JSON document: ``count`` and ``commitments``, each with ``bindings`` for the States named."""
    catalogue, states = catalogue_of(corpus), tuple(states)
    items = [_as_json(item, catalogue, states) for item in commitments]
    return {"count": len(items), "commitments": items}


def commitments_as_csv(commitments: Iterable[Commitment], corpus: Corpus, states: Iterable[str] = ()) -> bytes:
    """One row a commitment; with States, where the first of them stands. No cell is a formula."""
    head, rows = commitments_sheet(commitments, catalogue_of(corpus), next(iter(states), ""))
    return write_csv(head, rows)


def _known(name: str, value: str, catalogue: Catalogue) -> str:
    resolvers = {"topic": known_topic, "state": known_state, "source": known_instrument}
    if name in resolvers:
        return resolvers[name](value, catalogue)
    return known_value(value, _names(name, catalogue), name)


def _names(name: str, catalogue: Catalogue) -> dict[str, str]:
    if name == "lang":
        codes = {code for source in catalogue.corpus.sources for code in language_codes(source.languages)}
        return {code: language_name(code) for code in sorted(codes)}
    if name == "audience":
        return {member.value: member.value for member in Audience}
    values = {str(getattr(source, name)) for source in catalogue.corpus.sources}
    return {value: value for value in sorted(values)}


def _as_json(item: Commitment, catalogue: Catalogue, states: tuple[str, ...]) -> dict[str, Any]:
    source = catalogue.source_of(item)
    return {
        "id": item.id,
        "source": item.source,
        "instrument": source.short_title,
        "citation": source.citation,
        "year": source.year,
        "body": source.body,
        "kind": source.kind.value,
        "authority": source.authority.value,
        "pinpoint": item.pinpoint,
        "article": item.article,
        "paragraphs": list(item.paragraphs),
        "title": item.title,
        "actor": item.actor,
        "strength": item.strength.value,
        "operative_words": item.operative_words,
        "summary": item.summary,
        "limits": item.limits,
        "applies_to": item.applies_to,
        "audience": list(item.audience),
        "pillar": item.pillar.value,
        "topics": list(item.topics),
        "related": list(catalogue.related[item.id]),
        "text": item.text,
        "url": source.url,
        "url_seen": source.url_seen,
        "reviewed_on": item.reviewed_on,
        "bindings": [_binding(standing_of(state, item.source, catalogue)) for state in states],
    }


def _binding(standing: StateStanding) -> dict[str, Any]:
    return {
        "state": standing.state,
        "status": standing.standing.value,
        "binds": standing.standing.binds,
        "since": standing.since,
        "as_of": standing.as_of,
        "evidence_disagrees": standing.disagree,
    }
