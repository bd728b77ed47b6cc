"""From a question to what is shown: hits, drafts and proven answers.

A ``DraftAnswer`` is what a composer claims; an ``Answer`` is what was proven. Only
``nrm.answering.verify`` makes a ``Citation``.
"""

from dataclasses import dataclass, field

from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Binding, NoticeKind, Outcome, Support


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to; an empty tuple means everything."""

    kind: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    lang: tuple[str, ...] = ()
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found. ``score`` orders hits of one search and means nothing across searches.

    ``meaning`` is the dense similarity (-1 to 1), ``words`` the share of the question's terms, weighted
    by rarity, that the passage or its records hold (0 to 1), ``matched`` those terms, ``found_by`` the
    record that led to it.
    """

    passage: Passage
    score: float
    meaning: float = 0.0
    words: float = 0.0
    found_by: str = ""
    matched: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ranking:
    """The hits of one search, best first, and what the search did with the question.

    ``named`` are the instruments and bodies that the question names, as facets (``source:echr-1950``),
    ``articles`` the numbers of articles that it names.
    """

    query: str
    language: str
    hits: tuple[Hit, ...]
    topics: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    unknown_words: tuple[str, ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)
    named: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftStatement:
    """What a composer claims: a sentence and the quote that shall carry it."""

    text: str
    passage_id: str
    quote: str


@dataclass(frozen=True, slots=True)
class DraftAnswer:
    """Claims waiting for proof."""

    statements: tuple[DraftStatement, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote that was found word for word in its passage; ``start`` is its place there.

    ``lead_in`` are the passage's own words that lead into the list of which the quote is a point
    ("Each Party shall ensure that:"); empty when it is none.
    """

    n: int
    passage: Passage
    quote: str
    start: int
    lead_in: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or extract of an answer; it cannot be built without a citation."""

    text: str
    citations: tuple[int, ...]
    support: Support

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError("a statement needs at least one citation")


@dataclass(frozen=True, slots=True)
class Notice:
    """A reviewed remark; ``detail`` fills the gap in its wording (a State, a source)."""

    kind: NoticeKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources that do not say the same; both are shown."""

    about: str
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BindingNote:
    """Whether a State is bound by a source that the answer cites, as of the vintage of the evidence."""

    source: str
    state: str
    status: Binding
    since: str
    as_of: str
    conflicting: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What was proven, and how the question ended.

    ``understood_as`` is the question as it was searched (masked, completed from earlier turns),
    ``corrected`` pairs a word that was typed with the word that was searched; ``detail`` fills the gap in the outcome's wording; ``written_by`` names the model and prompt that
    proposed the statements, empty for extracts.
    """

    question: str
    language: str
    outcome: Outcome
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    notices: tuple[Notice, ...] = ()
    uncovered: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    related: tuple[Passage, ...] = ()
    bindings: tuple[BindingNote, ...] = ()
    understood_as: str = ""
    corrected: tuple[tuple[str, str], ...] = ()
    detail: str = ""
    written_by: str = ""
    timings_ms: dict[str, float] = field(default_factory=dict)
