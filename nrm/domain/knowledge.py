"""Our reviewed records: what the corpus says, in our own words, each with a pinpoint."""

from dataclasses import dataclass

from nrm.domain.vocabulary import Authority, Binding, Pillar, SourceKind, Strength


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What we know of an instrument, loaded or not.

    ``text_held``: full, partial or none. ``versions`` are in order of time; the one that our records rest
    on says so ("our records").
    """

    slug: str
    title: str
    short_title: str
    body: str
    year: int
    citation: str
    kind: SourceKind
    authority: Authority
    url: str
    url_seen: bool
    languages: tuple[str, ...]
    text_held: str
    note: str
    versions: tuple[str, ...]
    superseded_by: str

    @property
    def newer_versions(self) -> tuple[str, ...]:
        """The versions that came after the one our records rest on."""
        ours = [place for place, version in enumerate(self.versions) if "our records" in version]
        return self.versions[ours[-1] + 1 :] if ours else ()


@dataclass(frozen=True, slots=True)
class Commitment:
    """One duty in law or politics: who, must/should/may, what, for whom.

    ``text`` says whether the record rests on the full text or on a partial one, ``rests_on`` on
    which. ``operative_words`` stand word for word in the article.
    """

    id: str
    source: str
    article: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...]
    pinpoint: str
    title: str
    actor: str
    strength: Strength
    operative_words: str
    applies_to: str
    audience: tuple[str, ...]
    pillar: Pillar
    topics: tuple[str, ...]
    summary: str
    plain: str
    asked_as: tuple[str, ...]
    limits: str
    related: tuple[str, ...]
    reviewed_on: str
    text: str
    rests_on: str


@dataclass(frozen=True, slots=True)
class Practice:
    """Something a State or organisation did; inclusion is not a judgement."""

    id: str
    states: tuple[str, ...]
    country: str
    institution: str
    title: str
    summary: str
    plain: str
    asked_as: tuple[str, ...]
    pillars: tuple[Pillar, ...]
    themes: tuple[str, ...]
    target_groups: tuple[str, ...]
    kind: str
    period: str
    first_year: int | None
    last_year: int | None
    url: str
    also_seen: tuple[str, ...]
    source_kind: str
    praise: str
    limits: str
    commitments: tuple[str, ...]
    odihr_listed: str
    as_of: str
    checked_on: str


@dataclass(frozen=True, slots=True)
class Equivalent:
    """A term in another language; ``checked`` when seen in an official-language text.

    With ``stem`` the term ends in ``*``, which stands for any ending.
    """

    term: str
    checked: bool
    source: str
    stem: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a term means in one source."""

    source: str
    definition: str
    url: str
    checked_on: str


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term with what the law, practitioners and other languages call it."""

    id: str
    preferred: str
    kind: str
    definition: str
    definition_source: str
    meanings: tuple[Meaning, ...]
    legal_terms: tuple[tuple[str, tuple[str, ...]], ...]
    practitioners_say: tuple[str, ...]
    avoid: tuple[tuple[str, str], ...]
    equivalents: tuple[tuple[str, tuple[Equivalent, ...]], ...]
    related: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject under which commitments stand."""

    id: str
    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class State:
    """An OSCE participating State."""

    code: str
    name: str
    council_of_europe: bool
    eu: bool
    ilo: bool
    un: bool


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One piece of evidence on whether a State is bound, with its source and vintage."""

    state: str
    source: str
    status: Binding
    date: str
    detail: str
    evidence: str
    vintage: str


@dataclass(frozen=True, slots=True)
class KnownConflict:
    """Sources that do not say the same: shown whenever one of ``passages`` is cited.

    ``versions`` pairs where it is said with what is said there.
    """

    id: str
    about: str
    passages: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AskedIn:
    """How people ask for a commitment in another language than English; our draft unless ``checked``."""

    language: str
    checked: bool
    id: str
    asked_as: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """A helpline or emergency number that the operator has entered and dated."""

    state: str
    name: str
    number: str
    url: str
    checked_on: str
