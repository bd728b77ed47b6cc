"""What an index is made of: passages, the knowledge they are found through, and the links between.

When a source's official text is loaded, a record's article is what is found and shown; until then
the record itself (our digest) is the passage.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from nrm.corpus import Corpus
from nrm.domain.knowledge import Commitment, GlossaryTerm
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Wording
from nrm.retrieval.pinpoints import passages_of_pinpoint
from nrm.retrieval.words import marked_terms, terms, words

# How practitioners call a topic helps to find what stands under it; more than this only adds noise.
_MOST_SYNONYMS = 12


@dataclass(frozen=True, slots=True)
class Finder:
    """What one record adds to the finding of its passages: our digest, plain words and ways to ask."""

    id: str
    digest: str
    plain: str
    asked_as: tuple[str, ...]
    synonyms: tuple[str, ...]
    asked_in: tuple[tuple[str, str], ...] = ()  # language, question


@dataclass(frozen=True, slots=True)
class IndexPlan:
    """Passages in index order, finders, and which finder leads to which passages (positions)."""

    passages: tuple[Passage, ...]
    finders: tuple[Finder, ...]
    links: tuple[tuple[int, int], ...]  # (finder, passage)


def plan_index(passages: Sequence[Passage], corpus: Corpus) -> IndexPlan:
    """Lay out an index.

    :param passages: every passage of the library, official texts and our digests; a digest's id is
        ``source/record id`` for commitments and ``source/id`` for other records.
    :return: the passages that are searched, each with the facets of the records that lead to it.
    """
    finders = tuple(_finders(corpus))
    position = {finder.id: number for number, finder in enumerate(finders)}
    official = _official_by_source(passages)
    led = {
        summary_id(commitment): passages_of_pinpoint(
            commitment.article, commitment.paragraphs, official.get(commitment.source, ())
        )
        for commitment in corpus.commitments
    }
    kept = [passage for passage in passages if not led.get(passage.id)]
    row = {passage.id: number for number, passage in enumerate(kept)}
    links = {(position[name], row[target.id]) for name, targets in led.items() for target in targets}
    links |= {(position[passage.id], row[passage.id]) for passage in kept if passage.id in position}
    return IndexPlan(tuple(_with_facets(kept, links, finders, corpus)), finders, tuple(sorted(links)))


def summary_id(commitment: Commitment) -> str:
    """The id of the passage that a commitment is while its official text is not loaded."""
    return f"{commitment.source}/{commitment.id}"


def _official_by_source(passages: Sequence[Passage]) -> dict[str, list[Passage]]:
    official = sorted(
        (passage for passage in passages if passage.source.wording is Wording.OFFICIAL),
        key=lambda passage: passage.source.slug,
    )
    return {slug: list(group) for slug, group in groupby(official, key=lambda passage: passage.source.slug)}


def _finders(corpus: Corpus) -> Iterable[Finder]:
    synonyms = _synonyms_of_topics(corpus.glossary)
    asked_in: dict[str, list[tuple[str, str]]] = {}
    for asked in corpus.asked_in:
        asked_in.setdefault(asked.id, []).extend((asked.language, way) for way in asked.asked_as)
    for commitment in corpus.commitments:
        yield Finder(
            summary_id(commitment),
            f"{commitment.title}. {commitment.summary}",
            commitment.plain,
            commitment.asked_as,
            _synonyms(commitment.topics, synonyms),
            tuple(asked_in.get(commitment.id, ())),
        )
    for practice in corpus.practices:
        where = f"{practice.country}: {practice.title}. {practice.summary}"
        yield Finder(f"practices/{practice.id}", where, practice.plain, practice.asked_as, practice.themes)
    for digest in corpus.digests:
        yield Finder(
            digest.id, f"{digest.title}. {digest.text}", digest.title, digest.asked_as,
            _synonyms(digest.topics, synonyms),
        )  # fmt: skip
    for term in corpus.glossary:
        yield Finder(
            f"glossary/{term.id}", f"{term.preferred}: {term.definition}", term.preferred,
            (f"What does {term.preferred} mean?",), term.practitioners_say[:_MOST_SYNONYMS],
        )  # fmt: skip


def _synonyms_of_topics(glossary: Iterable[GlossaryTerm]) -> dict[str, tuple[str, ...]]:
    return {term.id: (term.preferred, *term.practitioners_say[:_MOST_SYNONYMS]) for term in glossary}


def _synonyms(topics: Iterable[str], synonyms: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(word for topic in topics for word in synonyms.get(topic, (topic.replace("_", " "),)))


def _with_facets(
    passages: Sequence[Passage], links: Iterable[tuple[int, int]], finders: Sequence[Finder], corpus: Corpus
) -> Iterable[Passage]:
    commitments = {summary_id(commitment): commitment for commitment in corpus.commitments}
    found_by: dict[int, list[str]] = {}
    for finder, row in sorted(links):
        found_by.setdefault(row, []).append(finders[finder].id)
    for row, passage in enumerate(passages):
        records = [commitments[name] for name in found_by.get(row, ()) if name in commitments]
        topics = dict.fromkeys([*passage.topics, *(topic for record in records for topic in record.topics)])
        audiences = dict.fromkeys([*passage.audiences, *(name for record in records for name in record.audience)])
        yield replace(passage, topics=tuple(topics), audiences=tuple(audiences))


def searched_fields(plan: IndexPlan) -> list[dict[str, list[str]]]:
    """The terms of each passage's fields: its own words, its heading, and what its records add."""
    leading: dict[int, list[Finder]] = {}
    for finder, row in plan.links:
        leading.setdefault(row, []).append(plan.finders[finder])
    return [_fields(passage, leading.get(row, [])) for row, passage in enumerate(plan.passages)]


def _fields(passage: Passage, finders: Sequence[Finder]) -> dict[str, list[str]]:
    language = passage.source.language
    heading = " ".join((passage.source.title, *passage.locator.heading_path))
    return {
        "text": terms(passage.text, language),
        "heading": terms(heading, language),
        "digest": [term for finder in finders for term in terms(finder.digest)],
        "plain": [term for finder in finders for term in terms(finder.plain)],
        "asked": [term for finder in finders for way in finder.asked_as for term in terms(way)],
        "asked_in": [term for finder in finders for asked in finder.asked_in for term in marked_terms(*asked)],
        "synonyms": list({term: None for finder in finders for word in finder.synonyms for term in terms(word)}),
    }


def surface_words(plan: IndexPlan) -> Counter[str]:
    """The folded English words of passages and finders, with how often they occur."""
    texts = [passage.text for passage in plan.passages if passage.source.language == "en"]
    texts += [" ".join((finder.digest, finder.plain, *finder.asked_as)) for finder in plan.finders]
    return Counter(word for text in texts for word in words(text))
