"""Two to four instruments, or States, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from nrm.domain.errors import WrongUse
from nrm.domain.knowledge import Commitment
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.standing import Standing, StateStanding, standing_of

FEWEST, MOST = 2, 4


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic in the instruments compared; an empty cell is an instrument that does not speak of it."""

    topic: str
    cells: tuple[tuple[Commitment, ...], ...]

    @property
    def shared_by(self) -> int:
        """How many of the instruments speak of the topic."""
        return sum(bool(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """One instrument and where the States compared stand towards it."""

    source: str
    cells: tuple[StateStanding, ...]

    @property
    def differs(self) -> bool:
        """Whether the States do not all stand alike."""
        return len({cell.standing for cell in self.cells}) > 1


def compare_instruments(slugs: Sequence[str], catalogue: Catalogue) -> tuple[TopicRow, ...]:
    """Topics that at least one of the instruments speaks of, those that most share first.

    Each cell is strongest first.

    :raises WrongUse: unless two to four different instruments are given.
    """
    _check(slugs, "instruments")
    items = [[item for item in catalogue.corpus.commitments if item.source == slug] for slug in slugs]
    topics = dict.fromkeys(topic for own in items for item in own for topic in item.topics)
    rows = [TopicRow(topic, tuple(_on_topic(topic, own) for own in items)) for topic in topics]
    return tuple(sorted(rows, key=lambda row: (-row.shared_by, catalogue.topic_label(row.topic).casefold())))


def compare_states(codes: Sequence[str], catalogue: Catalogue) -> tuple[InstrumentRow, ...]:
    """Every instrument that States can be bound by, those where the States differ first.

    :raises WrongUse: unless two to four different States are given.
    """
    _check(codes, "States")
    rows = [
        InstrumentRow(slug, tuple(standing_of(code, slug, catalogue) for code in codes)) for slug in catalogue.sources
    ]
    kept = [row for row in rows if row.cells[0].standing is not Standing.NO_PARTIES]
    return tuple(sorted(kept, key=lambda row: not row.differs))


def _on_topic(topic: str, items: Sequence[Commitment]) -> tuple[Commitment, ...]:
    found = [item for item in items if topic in item.topics]
    return tuple(sorted(found, key=lambda item: item.strength.rank))


def _check(names: Sequence[str], what: str) -> None:
    if not FEWEST <= len(names) <= MOST or len(set(names)) != len(names):
        raise WrongUse(f"A comparison needs two to four different {what}.", f"Choose {what} until there are two.")
