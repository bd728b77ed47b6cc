"""A question on its way: each step returns a new inquiry, and a step that ends it sets the outcome."""

from dataclasses import dataclass, field
from typing import Protocol

from nrm.answering.consent import Consent
from nrm.answering.verify import Proven
from nrm.domain.answers import BindingNote, Conflict, DraftAnswer, Filters, Hit, Notice, Ranking
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import NoticeKind, Outcome
from nrm.retrieval.begun import Begun


class Library(Protocol):
    """What answering asks of the library."""

    def search(self, question: str, filters: Filters, limit: int, begun: Begun | None = None) -> Ranking:
        """The best passages for a question, of which the work may have begun."""

    def is_loaded(self, slug: str) -> bool:
        """Whether the official text of a source is loaded."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Everything known so far about one question.

    ``question`` is what may be seen from here on: masked, and completed from earlier turns. ``consent`` is a
    person's yes to sending it to another machine; ``written_by`` names the model whose draft it is; ``begun`` is
    the search that has begun while the question was screened.
    """

    question: str
    filters: Filters = field(default_factory=Filters)
    consent: Consent | None = None
    outcome: Outcome | None = None
    detail: str = ""
    wants_handbook: bool = False
    wants_definition: bool = False
    begun: Begun | None = None
    ranking: Ranking | None = None
    chosen: tuple[Hit, ...] = ()
    draft: DraftAnswer = DraftAnswer(())
    written_by: str = ""
    proven: Proven = Proven()
    notices: tuple[Notice, ...] = ()
    uncovered: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    related: tuple[Passage, ...] = ()
    bindings: tuple[BindingNote, ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What was found, best first; nothing before the search."""
        return self.ranking.hits if self.ranking else ()

    @property
    def describes_case(self) -> bool:
        """Whether the screen took the question for a professional's case."""
        return any(notice.kind is NoticeKind.CASE_ADVICE for notice in self.notices)
