"""Where a State stands towards an instrument, with the evidence for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nrm.corpus.binding import binding_of
from nrm.domain.knowledge import PartyRow, SourceRecord, State
from nrm.domain.vocabulary import Authority, Binding
from nrm.services.explorer.catalogue import Catalogue

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# The Charter is primary law and binds every member; directives may leave these two out (Protocols 21 and 22
# to the EU Treaties), directive by directive, and our records do not say which.
_OUTSIDE_SOME_DIRECTIVES = frozenset({"DK", "IE"})
_PRIMARY_LAW = frozenset({"eu-charter-2012"})


class Standing(StrEnum):
    """What we can say of a State and an instrument; the order is that of lists and legends."""

    PARTY = "party"
    EU_MEMBER = "eu_member"
    PARTICIPATING = "participating"
    SIGNED = "signed"
    WITHDREW = "withdrew"
    NOT_PARTY = "not_party"
    NOT_EU_MEMBER = "not_eu_member"
    UNKNOWN = "unknown"
    NO_PARTIES = "no_parties"

    @property
    def binds(self) -> bool | None:
        """Whether the State has taken the duties on itself; ``None`` when we cannot say."""
        if self in (Standing.UNKNOWN, Standing.NO_PARTIES):
            return None
        return self in (Standing.PARTY, Standing.EU_MEMBER, Standing.PARTICIPATING)


STANDING = {
    Standing.PARTY: "party",
    Standing.EU_MEMBER: "EU member State",
    Standing.PARTICIPATING: "participating State",
    Standing.SIGNED: "signed, not party",
    Standing.WITHDREW: "withdrew",
    Standing.NOT_PARTY: "not party",
    Standing.NOT_EU_MEMBER: "not an EU member",
    Standing.UNKNOWN: "unknown",
    Standing.NO_PARTIES: "has no parties",
}

STANDING_OF_ROW = {status: STANDING[Standing(status.value)] for status in Binding}


@dataclass(frozen=True, slots=True)
class StateStanding:
    """The standing with its date and vintage as the evidence has them (a date may be a year only).

    ``disagree``: the pieces of evidence do not tell one story, so all are to be shown.
    """

    state: str
    source: str
    standing: Standing
    since: str = ""
    as_of: str = ""
    remark: str = ""
    evidence: tuple[PartyRow, ...] = ()
    disagree: bool = False


def standing_of(state: str, source: str, catalogue: Catalogue) -> StateStanding:
    """Where one State stands towards one instrument."""
    record, member = catalogue.sources[source], catalogue.states[state]
    if record.authority is Authority.TREATY:
        return _towards_treaty(state, source, catalogue.party_rows.get((state, source), ()))
    if record.authority is Authority.EU_LAW:
        return _towards_eu_law(member, record)
    if record.body.startswith("OSCE") and record.authority is Authority.POLITICAL_COMMITMENT:
        remark = "A political commitment of all participating States; it does not bind in law."
        return StateStanding(state, source, Standing.PARTICIPATING, remark=remark)
    return StateStanding(state, source, Standing.NO_PARTIES, remark=_WITHOUT_PARTIES[record.authority])


def standings_of_state(state: str, catalogue: Catalogue) -> tuple[StateStanding, ...]:
    """One State towards every instrument that States can be bound by, in the order of the sources."""
    rows = (standing_of(state, source, catalogue) for source in catalogue.sources)
    return tuple(row for row in rows if row.standing is not Standing.NO_PARTIES)


def standings_towards(source: str, catalogue: Catalogue) -> tuple[StateStanding, ...]:
    """Every participating State towards one instrument, in the order of the States."""
    return tuple(standing_of(state, source, catalogue) for state in catalogue.states)


def standing_text(standing: StateStanding) -> str:
    """The standing in a few words: "party since 2008-02-01", "unknown"."""
    text = STANDING[standing.standing]
    return f"{text} since {standing.since}" if standing.since and standing.standing.binds else text


def as_of_text(standing: StateStanding) -> str:
    """How old the evidence is, for the end of a line; empty when there is none."""
    return f"as of {standing.as_of}" if standing.as_of else ""


_WITHOUT_PARTIES: Mapping[Authority, str] = {
    Authority.CASE_LAW: "A judgment binds the State it was given against; it guides the others.",
    Authority.POLITICAL_COMMITMENT: "A declaration addressed to all States; it has no parties.",
    Authority.GUIDANCE: "Guidance; it binds no State.",
    Authority.PRACTICE: "A description; it binds no State.",
    Authority.REFERENCE: "A description; it binds no State.",
}


def _towards_treaty(state: str, source: str, rows: tuple[PartyRow, ...]) -> StateStanding:
    note = binding_of(state, source, rows)
    newest = next((row for row in rows if row.status is note.status and row.date == note.since), None)
    remark = "" if rows else "We hold no data on this State; look it up with the depositary."
    return StateStanding(
        state,
        source,
        Standing(note.status.value),
        since=note.since,
        as_of=note.as_of,
        remark=newest.detail.partition("; CONFLICT")[0] if newest else remark,
        evidence=rows,
        disagree=_disagree(rows),
    )


def _disagree(rows: tuple[PartyRow, ...]) -> bool:
    """Whether the rows cannot all be true; "signed" in an older list and "party" later can."""
    if any("CONFLICT" in row.detail for row in rows):
        return True
    joined = [row for row in rows if row.status is Binding.PARTY]
    others = [row for row in rows if row.status in (Binding.SIGNED, Binding.NOT_PARTY)]
    return any(_year(other.vintage) >= _year(row.date, "9999") for row in joined for other in others)


def _year(text: str, otherwise: str = "") -> str:
    """The first year in a text: a vintage names the year of the reading before that of the data set."""
    return next(iter(_YEAR.findall(text)), otherwise)


def _towards_eu_law(state: State, record: SourceRecord) -> StateStanding:
    if not state.eu:
        return StateStanding(state.code, record.slug, Standing.NOT_EU_MEMBER)
    if record.slug in _PRIMARY_LAW:
        remark = "Binds member States when they implement EU law."
        return StateStanding(state.code, record.slug, Standing.EU_MEMBER, remark=remark)
    if state.code in _OUTSIDE_SOME_DIRECTIVES:
        remark = "An EU member, but some directives do not apply to it: see the directive's last recitals."
        return StateStanding(state.code, record.slug, Standing.UNKNOWN, remark=remark)
    remark = "Binds through national law that carries it out."
    return StateStanding(state.code, record.slug, Standing.EU_MEMBER, remark=remark)
