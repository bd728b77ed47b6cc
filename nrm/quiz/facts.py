"""The corpus as a quiz needs it: indexed, and with a careful answer to "could this be true as well?"."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from nrm.domain.knowledge import Commitment, GlossaryTerm, PartyRow
from nrm.domain.vocabulary import Binding
from nrm.quiz.knowledge import Knowledge
from nrm.quiz.likeness import Likeness, roots, shared_part
from nrm.quiz.naming import instrument_name, with_article
from nrm.quiz.relatives import relatives

# Tuned by reading: above these two texts may say the same (see docs/quiz-review.md).
ALIKE = 0.14
ALIKE_WITH_SHARED_TOPIC = 0.05
BROAD_TOPIC_SHARE = 0.04
FEWEST_COMMITMENTS = 3


class Facts:
    """What the corpus knows, with the look-ups that builders and checks share."""

    def __init__(self, knowledge: Knowledge, passage_text: Callable[[str], str] = lambda _: "") -> None:
        """:param passage_text: the text of a passage of the library, by its id; "" for an unknown one."""
        self.passage_text = passage_text
        self.knowledge = knowledge
        self.sources = {source.slug: source for source in knowledge.sources}
        self.commitments = {record.id: record for record in knowledge.commitments if record.reviewed_on}
        self.practices = {practice.id: practice for practice in knowledge.practices}
        self.terms = {term.id: term for term in knowledge.glossary}
        self.states = {state.code: state for state in knowledge.states}
        self.topics = {topic.id: topic for topic in knowledge.topics}
        self.slug_of_name = {instrument_name(source): slug for slug, source in self.sources.items()}
        self._kin: dict[str, frozenset[str]] = {}
        self._roots: dict[str, frozenset[str]] = {}
        self._near: dict[str, dict[str, float]] = {}

    @cached_property
    def by_source(self) -> dict[str, tuple[Commitment, ...]]:
        """Commitments of every source, in corpus order."""
        grouped: defaultdict[str, list[Commitment]] = defaultdict(list)
        for record in self.commitments.values():
            grouped[record.source].append(record)
        return {slug: tuple(records) for slug, records in grouped.items()}

    @cached_property
    def broad_topics(self) -> frozenset[str]:
        """Topics so common that sharing one says little."""
        counts = Counter(topic for record in self.commitments.values() for topic in record.topics)
        most = BROAD_TOPIC_SHARE * len(self.commitments)
        return frozenset(topic for topic, number in counts.items() if number > max(most, 10))

    @cached_property
    def likeness(self) -> Likeness:
        """Likeness of the commitments' texts, by id."""
        return Likeness({record.id: commitment_text(record) for record in self.commitments.values()})

    @cached_property
    def definition_likeness(self) -> Likeness:
        """Likeness of the glossary's terms and definitions, by id."""
        return Likeness({term.id: f"{term.preferred} {term.definition}" for term in self.terms.values()})

    @cached_property
    def avoided_words(self) -> re.Pattern[str]:
        """A pattern of every expression that the glossary advises against."""
        expressions = {re.escape(expression) for term in self.terms.values() for expression, why in term.avoid if why}
        return re.compile(rf"\b({'|'.join(sorted(expressions)) or 'a^'})\b", re.IGNORECASE)

    def party_line(self, state: str, slug: str) -> str:
        """The evidence on one State, by its name, as a line that can be quoted; "" when there is none."""
        code = self._code_of_state.get(state, "")
        return "; ".join(
            f"{state}: {row.status}, {row.detail or row.date} ({row.vintage})"
            for row in self._party_rows.get((code, slug), ())
        )

    @cached_property
    def _code_of_state(self) -> dict[str, str]:
        return {state.name: code for code, state in self.states.items()}

    def named(self, record: Commitment) -> str:
        """The instrument of a commitment as it stands in a sentence."""
        return with_article(instrument_name(self.sources[record.source]))

    def topic_label(self, topic: str) -> str:
        """The topic's label; its id in words when the corpus has no label."""
        known = self.topics.get(topic)
        return known.label if known else topic.replace("_", " ")

    def kin(self, record: Commitment) -> frozenset[str]:
        """Ids of the commitments that might say the same as ``record``, itself included."""
        if record.id not in self._kin:
            self._kin[record.id] = frozenset(self._find_kin(record, commitment_text(record)))
        return self._kin[record.id]

    def kin_of_text(self, text: str, record: Commitment) -> frozenset[str]:
        """As ``kin``, and also those that are alike to ``text``."""
        return self.kin(record) | frozenset(self._find_kin(record, text))

    def cannot_contain(self, slug: str, record: Commitment) -> bool:
        """Whether the corpus shows that an instrument does not hold the duty of ``record``.

        True only when its full text was read for the corpus and none of its commitments is kin.
        """
        if record.source in relatives(slug) or slug in relatives(record.source):
            return False
        return all(self._lacks(each, record) for each in relatives(slug))

    def _lacks(self, slug: str, record: Commitment) -> bool:
        source, others = self.sources.get(slug), self.by_source.get(slug, ())
        if not source or source.text_held != "full" or len(others) < FEWEST_COMMITMENTS:
            return False
        return not any(self.are_kin(record, other) for other in others)

    def definitions_near(self, term: GlossaryTerm) -> dict[str, float]:
        """Likeness, 0 to 1, of every glossary entry that shares words with this one, by id."""
        if term.id not in self._near:
            self._near[term.id] = self.definition_likeness.nearest(f"{term.preferred} {term.definition}")
        return self._near[term.id]

    def overlap(self, first: str, second: str) -> float:
        """As ``likeness.overlap``, remembered: for texts of the corpus only, never for what a person typed."""
        return shared_part(self._known_roots(first), self._known_roots(second))

    def _known_roots(self, text: str) -> frozenset[str]:
        if text not in self._roots:
            self._roots[text] = frozenset(roots(text))
        return self._roots[text]

    def are_kin(self, record: Commitment, other: Commitment) -> bool:
        """Whether either of two commitments might say what the other says."""
        return other.id in self.kin(record) or record.id in other.related

    def binding(self, state: str, slug: str) -> tuple[Binding, str] | None:
        """What all evidence on a State and an instrument agrees on, with its latest vintage; else None."""
        rows = self._party_rows.get((state, slug), ())
        if not rows or len({row.status for row in rows}) != 1 or any("not listed" in row.detail for row in rows):
            return None
        return rows[0].status, max((row.vintage for row in rows), key=_latest_year)

    @cached_property
    def _party_rows(self) -> dict[tuple[str, str], list[PartyRow]]:
        grouped: defaultdict[tuple[str, str], list[PartyRow]] = defaultdict(list)
        for row in self.knowledge.parties:
            grouped[row.state, row.source].append(row)
        return grouped

    def _find_kin(self, record: Commitment, text: str) -> Iterable[str]:
        yield from (record.id, *record.related)
        for topic in set(record.topics) - self.broad_topics:
            yield from self._ids_by_topic[topic]
        for name, score in self.likeness.nearest(text).items():
            if score >= ALIKE or (score >= ALIKE_WITH_SHARED_TOPIC and self._share_topic(record, name)):
                yield name

    def _share_topic(self, record: Commitment, other: str) -> bool:
        return not set(record.topics).isdisjoint(self.commitments[other].topics)

    @cached_property
    def _ids_by_topic(self) -> dict[str, list[str]]:
        grouped: defaultdict[str, list[str]] = defaultdict(list)
        for record in self.commitments.values():
            for topic in record.topics:
                grouped[topic].append(record.id)
        return grouped


def commitment_text(record: Commitment) -> str:
    """Everything a commitment says about its content."""
    return " ".join((record.title, record.summary, record.plain, *record.asked_as))


def _latest_year(vintage: str) -> str:
    return max(re.findall(r"(?:19|20)\d\d", vintage), default="")
