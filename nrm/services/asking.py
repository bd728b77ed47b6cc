"""Asking: the steps of a question in order, as data."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from nrm.adapters.corpus_cache import cached_corpus
from nrm.answering.choose import choose
from nrm.answering.compose import compose
from nrm.answering.confidence import state_is_absent
from nrm.answering.consent import Consent
from nrm.answering.follow_up import general_question, states_in
from nrm.answering.gaps import add_gaps, named_states
from nrm.answering.handbook_places import answered_from_place
from nrm.answering.inquiry import Inquiry
from nrm.answering.masking import mask
from nrm.answering.orders import gives_orders, without_orders
from nrm.answering.present import add_bindings, add_conflicts, add_notices, present, verified
from nrm.answering.screen import screen
from nrm.answering.understand import understand
from nrm.answering.verify import prove
from nrm.corpus.safety import SafetyRules, load_safety_rules
from nrm.domain.answers import Answer, Conflict, Filters, Hit, Notice, Ranking
from nrm.domain.errors import IndexMissing, StaleIndex
from nrm.domain.knowledge import SourceRecord, State
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import NoticeKind, Outcome, Wording
from nrm.services.model_writing import ModelWriter, TextToSend, open_writer, writes
from nrm.services.pathway import handbook_passages
from nrm.services.searcher import Searcher
from nrm.settings import Settings

Step = tuple[str, Callable[["Asker", Inquiry], Inquiry]]
_SEARCHED = 24  # hits looked at for one answer


class Asker:
    """Answers questions; holds what a question needs and keeps nothing of it."""

    def __init__(self, settings: Settings, searcher: Searcher | None = None) -> None:
        self.settings = settings
        self._searcher = searcher

    @cached_property
    def searcher(self) -> Searcher:
        """The search over the library.

        :raises IndexMissing: when nothing was ingested.
        """
        return self._searcher or Searcher(self.settings)

    @cached_property
    def rules(self) -> SafetyRules:
        """The reviewed safety rules."""
        return load_safety_rules(self.settings.corpus_dir / "safety")

    @cached_property
    def states(self) -> Sequence[State]:
        """The States of the corpus, also when there is no index."""
        try:
            return self.searcher.corpus.states
        except (IndexMissing, StaleIndex):
            return cached_corpus(self.settings.corpus_dir).states

    @cached_property
    def records(self) -> Mapping[str, SourceRecord]:
        """What the corpus knows of each instrument."""
        return {record.slug: record for record in self.searcher.corpus.sources}

    @cached_property
    def conflicts(self) -> Mapping[str, Conflict]:
        """Known differences between sources, by the passages that carry them."""
        return {
            passage: Conflict(conflict.about, conflict.versions)
            for conflict in self.searcher.corpus.conflicts
            for passage in conflict.passages
        }

    @cached_property
    def _loaded(self) -> frozenset[str]:
        loaded = self.searcher.store.sources()
        return frozenset(
            name
            for entry in loaded
            if entry.source.wording is Wording.OFFICIAL
            for name in (entry.source.slug, entry.source.kind.value)
        )

    def is_loaded(self, slug: str) -> bool:
        """Whether an official text of this slug, or of this kind, is loaded."""
        return slug in self._loaded

    @cached_property
    def handbook(self) -> Sequence[Passage]:
        """The passages of a loaded Handbook, in reading order."""
        return handbook_passages(self.searcher.store)

    def search(self, question: str, filters: Filters, limit: int) -> Ranking:
        """See ``nrm.answering.inquiry.Library``.

        A State of which no passage speaks is left out of the words that are searched: what binds it is found by
        what it must do, not by its name.
        """
        named = [state for state in self.states if state.code in states_in(question, self.states)]
        unknown = [state for state in named if f"state:{state.code}" not in self.searcher.generation.facets]
        ranking = self.searcher.search(general_question(question, unknown), filters, limit)
        if len(named) > len(unknown) and state_is_absent(question, ranking.hits):
            ranking = self.searcher.search(general_question(question, named), filters, limit)
        return replace(ranking, query=question)

    @cached_property
    def writer(self) -> ModelWriter | None:
        """The language model that may write answers; ``None`` when the settings name none."""
        return open_writer(self.settings)

    def ask(self, question: str, filters: Filters | None = None, consent: Consent | None = None) -> Answer:
        """The answer to one question, from quotes that were proven, or a named outcome.

        Safety comes before everything, so these routes work without an index too.

        :param consent: a person's yes to sending text to the model's machine; without it nothing leaves
            this machine.
        """
        return self.ask_with_hits(question, filters, consent)[0]

    def text_to_send(self, question: str, filters: Filters | None = None) -> TextToSend | None:
        """The exact text that this question would send to another machine, with the consent to give to it.

        :return: ``None`` when nothing would be sent: no model, one on this machine, or no answer to write.
        """
        if not self.writer or not self.writer.needs_consent:
            return None
        inquiry = self._through(Inquiry(question, filters or Filters()), STEPS_BEFORE_WRITING)
        return self.writer.text_to_send(inquiry) if writes(inquiry) else None

    def masked(self, question: str) -> Inquiry:
        """The inquiry after the safety screen and masking, before anything is searched."""
        return _screen(self, Inquiry(question))

    def ask_with_hits(
        self, question: str, filters: Filters | None = None, consent: Consent | None = None
    ) -> tuple[Answer, tuple[Hit, ...]]:
        """As ``ask``, with what the search found; nothing where the question was not searched."""
        inquiry = self._through(Inquiry(question, filters or Filters(), consent), STEPS)
        return present(inquiry), inquiry.hits

    def _through(self, inquiry: Inquiry, steps: Sequence[Step]) -> Inquiry:
        for name, step in steps:
            started = time.perf_counter()
            inquiry = step(self, inquiry)
            elapsed = round((time.perf_counter() - started) * 1000, 3)
            inquiry = replace(inquiry, timings_ms={**inquiry.timings_ms, name: elapsed})
            if inquiry.outcome in _ENDS_AT_ONCE:
                break
        return inquiry


_ENDS_AT_ONCE = frozenset(
    {
        Outcome.TOO_LONG,
        Outcome.PERSON_AT_RISK,
        Outcome.HARMFUL,
        Outcome.OUT_OF_SCOPE,
        Outcome.INDEX_MISSING,
        Outcome.NEEDS_CLARIFICATION,
    }
)


def _screen(asker: Asker, inquiry: Inquiry) -> Inquiry:
    if len(inquiry.question) > asker.settings.max_question_characters:
        return replace(inquiry, question="", outcome=Outcome.TOO_LONG)
    screening = screen(inquiry.question, asker.rules)
    if screening.route:
        return replace(inquiry, outcome=screening.route)
    notices = (Notice(NoticeKind.CASE_ADVICE),) if screening.case_advice else ()
    masked = mask(inquiry.question)
    if not masked.text.strip(" \t\n.,;:!?"):
        return replace(inquiry, outcome=Outcome.NEEDS_CLARIFICATION)
    return replace(inquiry, question=masked.text, notices=notices)


def _understand(_: Asker, inquiry: Inquiry) -> Inquiry:
    return understand(inquiry)


def _retrieve(asker: Asker, inquiry: Inquiry) -> Inquiry:
    try:
        ranking = asker.search(inquiry.question, inquiry.filters, _SEARCHED)
    except IndexMissing as error:
        return replace(inquiry, outcome=Outcome.INDEX_MISSING, detail=str(error))
    except StaleIndex as error:
        return replace(inquiry, outcome=Outcome.INDEX_MISSING, detail=str(error))
    return replace(inquiry, ranking=ranking, uncovered=ranking.unknown_words)


def _choose(asker: Asker, inquiry: Inquiry) -> Inquiry:
    placed = answered_from_place(inquiry, asker.handbook) if inquiry.wants_handbook else None
    chosen = placed or choose(inquiry, asker)
    shown = (*(hit.passage for hit in chosen.chosen), *chosen.related)
    return choose(without_orders(inquiry), asker) if gives_orders(shown) else chosen


def _compose(asker: Asker, inquiry: Inquiry) -> Inquiry:
    return asker.writer.compose(inquiry) if asker.writer else compose(inquiry)


def _verify(_: Asker, inquiry: Inquiry) -> Inquiry:
    passages = {hit.passage.id: hit.passage for hit in inquiry.chosen}
    return verified(replace(inquiry, proven=prove(inquiry.draft, passages)))


def _remark(asker: Asker, inquiry: Inquiry) -> Inquiry:
    inquiry = add_notices(inquiry, asker, asker.records)
    states = named_states(inquiry, asker.states)
    inquiry = add_bindings(inquiry, states, asker.searcher.corpus.parties, asker.records)
    return add_gaps(add_conflicts(inquiry, asker.conflicts), states, asker.states)


STEPS: tuple[Step, ...] = (
    ("screen", _screen),
    ("understand", _understand),
    ("retrieve", _retrieve),
    ("choose", _choose),
    ("compose", _compose),
    ("verify", _verify),
    ("present", _remark),
)
STEPS_BEFORE_WRITING = tuple(step for step in STEPS if step[0] in ("screen", "understand", "retrieve", "choose"))
