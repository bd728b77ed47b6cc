"""An artificial catalogue of a few records, and the real one."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from nrm.corpus import Corpus, load_corpus
from nrm.domain.knowledge import Commitment, GlossaryTerm, PartyRow, SourceRecord, State, Topic
from nrm.domain.vocabulary import Authority, Binding, Pillar, SourceKind, Strength
from nrm.services.explorer.catalogue import Catalogue, catalogue_of
from nrm.settings import PROJECT_DIR

SOURCE = SourceRecord(
    slug="treaty",
    title="Artificial Convention against Trafficking",
    short_title="Artificial Convention",
    body="Artificial Council",
    year=2005,
    citation="ART No. 1",
    kind=SourceKind.TREATY,
    authority=Authority.TREATY,
    url="https://example.org/treaty",
    url_seen=False,
    languages=("English", "French"),
    text_held="full",
    note="",
    versions=(),
    superseded_by="",
)
DUTY = Commitment(
    id="treaty-1",
    source="treaty",
    article="1",
    paragraphs=("1",),
    points=(),
    pinpoint="art. 1(1)",
    title="A fund for compensation",
    actor="State party",
    strength=Strength.MUST,
    operative_words="shall set up",
    applies_to="both",
    audience=("judge",),
    pillar=Pillar.CRIMINAL_JUSTICE_REDRESS,
    topics=("compensation",),
    summary="Each State must have a fund.",
    plain="There must be money for victims.",
    asked_as=("Is there a fund?",),
    limits="Only within its own law.",
    related=(),
    reviewed_on="2026-01-01",
    text="full",
    rests_on="artificial.md",
)
STATES = (
    State("AA", "Firstland", council_of_europe=True, eu=True, ilo=True, un=True),
    State("BB", "Secondland", council_of_europe=True, eu=False, ilo=True, un=True),
    State("DK", "Denmark", council_of_europe=True, eu=True, ilo=True, un=True),
)
TOPICS = (
    Topic("compensation", "compensation", "Payment for harm."),
    Topic("children", "children", "Rules for children."),
)


def row(state: str, source: str, status: Binding, date: str, vintage: str, detail: str = "") -> PartyRow:
    """A piece of artificial evidence."""
    return PartyRow(state, source, status, date, detail, "artificial list", vintage)


@pytest.fixture
def make_catalogue() -> Callable[..., Catalogue]:
    """Builds a catalogue of what is given; sources, states and topics have artificial ones by default."""

    def make(
        commitments: tuple[Commitment, ...] = (DUTY,),
        sources: tuple[SourceRecord, ...] = (SOURCE,),
        parties: tuple[PartyRow, ...] = (),
        glossary: tuple[GlossaryTerm, ...] = (),
    ) -> Catalogue:
        return catalogue_of(Corpus(sources, commitments, (), (), glossary, TOPICS, STATES, parties, (), ()))

    return make


@pytest.fixture(scope="session")
def real() -> Catalogue:
    """The catalogue of the corpus that is shipped."""
    return catalogue_of(load_corpus(PROJECT_DIR / "corpus"))


@pytest.fixture
def duty() -> Commitment:
    """One artificial commitment."""
    return DUTY


@pytest.fixture
def source() -> SourceRecord:
    """One artificial treaty."""
    return SOURCE


@pytest.fixture
def political() -> SourceRecord:
    """One artificial OSCE decision."""
    return replace(
        SOURCE,
        slug="decision",
        title="Artificial Decision",
        short_title="Artificial Decision",
        body="OSCE Ministerial Council",
        year=2020,
        kind=SourceKind.DECISION,
        authority=Authority.POLITICAL_COMMITMENT,
    )


@pytest.fixture
def evidence() -> Callable[..., PartyRow]:
    """Builds a piece of artificial evidence."""
    return row
