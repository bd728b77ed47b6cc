"""Asking: what a question needs, opened once, and the steps it goes through."""

import gc
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from nrm.adapters.corpus_cache import cached_corpus
from nrm.answering.confidence import state_is_absent
from nrm.answering.consent import Consent
from nrm.answering.inquiry import Inquiry
from nrm.answering.places import general_question, states_in
from nrm.answering.present import present
from nrm.corpus.safety import SafetyRules, load_safety_rules
from nrm.domain.answers import Answer, Conflict, Filters, Hit, Ranking
from nrm.domain.errors import IndexMissing, StaleIndex
from nrm.domain.knowledge import SourceRecord, State
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Wording
from nrm.retrieval.begun import Begun
from nrm.services.answer_steps import ENDS_AT_ONCE, STEPS, STEPS_BEFORE_WRITING, Step, screen_and_mask
from nrm.services.model_writing import ModelWriter, TextToSend, open_writer, writes
from nrm.services.pathway import handbook_passages
from nrm.services.searcher import Searcher
from nrm.settings import Settings


class Asker:
    """Answers questions; holds what a question needs and keeps nothing of it."""

    def __init__(self, settings: Settings, searcher: Searcher | None = None) -> None:
        self.settings = settings
        self._searcher = searcher
        self._settled = False

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

    def begin(self, question: str) -> Begun | None:
        """Let the search begin, when the library is open already; else it is opened once the question may be searched."""
        return self.searcher.begin(self._general(question)[0]) if self.is_open else None

    @property
    def is_open(self) -> bool:
        """Whether the library has been opened."""
        return self._searcher is not None or "searcher" in self.__dict__

    def search(self, question: str, filters: Filters, limit: int, begun: Begun | None = None) -> Ranking:
        """See ``nrm.answering.inquiry.Library``.

        A State of which no passage speaks is left out of the words that are searched: what binds it is found by
        what it must do, not by its name.
        """
        general, known = self._general(question)
        ranking = self.searcher.search(general, filters, limit, begun)
        if known and state_is_absent(question, ranking.hits):
            ranking = self.searcher.search(general_question(general, known), filters, limit)
        return replace(ranking, query=question)

    def _general(self, question: str) -> tuple[str, list[State]]:
        """The question without the States of which no passage speaks, and those that it names besides."""
        codes = states_in(question, self.states)
        named = [state for state in self.states if state.code in codes]
        known = [state for state in named if f"state:{state.code}" in self.searcher.generation.facets]
        return general_question(question, [state for state in named if state not in known]), known

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
        return screen_and_mask(self, Inquiry(question))

    def ask_with_hits(
        self, question: str, filters: Filters | None = None, consent: Consent | None = None
    ) -> tuple[Answer, tuple[Hit, ...]]:
        """As ``ask``, with what the search found; nothing where the question was not searched."""
        inquiry = self._through(Inquiry(question, filters or Filters(), consent), STEPS)
        if not self._settled:
            # Rules, records and index stay for good; looking through them for garbage takes a tenth of a second.
            gc.freeze()
            self._settled = True
        return present(inquiry), inquiry.hits

    def _through(self, inquiry: Inquiry, steps: Sequence[Step]) -> Inquiry:
        timings: dict[str, float] = {}
        for name, step in steps:
            started = time.perf_counter()
            inquiry = step(self, inquiry)
            timings[name] = round((time.perf_counter() - started) * 1000, 3)
            if inquiry.outcome in ENDS_AT_ONCE:
                break
        return replace(inquiry, timings_ms=timings)
