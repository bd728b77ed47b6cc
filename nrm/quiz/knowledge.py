"""What a quiz asks of the corpus."""

from typing import Protocol

from nrm.domain.knowledge import Commitment, GlossaryTerm, PartyRow, Practice, SourceRecord, State, Topic


class Knowledge(Protocol):
    """The part of the corpus that a quiz is built from."""

    @property
    def sources(self) -> tuple[SourceRecord, ...]: ...
    @property
    def commitments(self) -> tuple[Commitment, ...]: ...
    @property
    def practices(self) -> tuple[Practice, ...]: ...
    @property
    def glossary(self) -> tuple[GlossaryTerm, ...]: ...
    @property
    def topics(self) -> tuple[Topic, ...]: ...
    @property
    def states(self) -> tuple[State, ...]: ...
    @property
    def parties(self) -> tuple[PartyRow, ...]: ...
