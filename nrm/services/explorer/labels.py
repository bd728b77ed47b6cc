"""What people read for the closed lists, in tables, briefs and on the pages of the commitments."""

from nrm.domain.knowledge import Commitment, SourceRecord
from nrm.domain.vocabulary import Audience, Authority, Pillar, SourceKind, Strength

AUTHORITY = {
    Authority.TREATY: "binding treaty",
    Authority.EU_LAW: "EU law",
    Authority.CASE_LAW: "case law",
    Authority.POLITICAL_COMMITMENT: "political commitment",
    Authority.GUIDANCE: "guidance",
    Authority.PRACTICE: "promising practice",
    Authority.REFERENCE: "reference",
}
STRENGTH = {
    Strength.MUST: "must",
    Strength.MUST_IF_LAW_ALLOWS: "must, if its law allows",
    Strength.MUST_ENDEAVOUR: "must endeavour",
    Strength.MUST_CONSIDER: "must consider",
    Strength.SHOULD: "should",
    Strength.MAY: "may",
    Strength.DESCRIPTIVE: "describes",
}
APPLIES_TO = {"both": "adults and children", "child": "children only", "adult": "adults only"}
_PILLAR = {
    Pillar.IDENTIFICATION_PROTECTION: "identification and protection",
    Pillar.INDIVIDUAL_SUPPORT_SERVICES: "individual support and services",
    Pillar.SOCIAL_INCLUSION: "social inclusion",
    Pillar.CRIMINAL_JUSTICE_REDRESS: "criminal justice and redress",
    Pillar.GOVERNANCE_COORDINATION: "governance and co-ordination",
    Pillar.PREVENTION: "prevention",
}
_AUDIENCE = {
    Audience.NGO_CASEWORKER: "NGO caseworker",
    Audience.HEALTH: "health worker",
    Audience.EDUCATION: "teacher",
}
_KIND = {SourceKind.EU_LAW: "EU law"}
ADDRESS_NOT_CHECKED = "address not checked"


def pillar_label(pillar: str) -> str:
    """A pillar in words."""
    return _PILLAR[Pillar(pillar)]


def audience_label(audience: str) -> str:
    """Whose work, in words."""
    return _AUDIENCE.get(Audience(audience), spaced(audience))


def kind_label(kind: str) -> str:
    """A kind of source in words."""
    return _KIND.get(SourceKind(kind), spaced(kind))


def spaced(name: str) -> str:
    """A name of a closed list with spaces: ``border_guard`` as "border guard"."""
    return name.replace("_", " ")


def strength_label(commitment: Commitment, source: SourceRecord) -> str:
    """The strength of a duty; outside binding law it also says what it is.

    A "must" of a political decision does not bind in law, so it never stands alone.
    """
    strength = STRENGTH[commitment.strength]
    if source.authority in (Authority.TREATY, Authority.EU_LAW, Authority.CASE_LAW):
        return strength
    return f"{strength} · {AUTHORITY[source.authority]}"


def where_label(commitment: Commitment, source: SourceRecord) -> str:
    """The instrument and the place in it."""
    return f"{source.short_title}, {commitment.pinpoint}"


def rests_on_label(commitment: Commitment) -> str:
    """A warning for a record that was not made from the full text; empty for the others."""
    return "rests on a partial text" if commitment.text != "full" else ""
