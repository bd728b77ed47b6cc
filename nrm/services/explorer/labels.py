"""What people read for the closed lists: on the pages, in tables and in briefs."""

from collections.abc import Mapping

from nrm.domain.knowledge import Commitment, SourceRecord
from nrm.domain.vocabulary import Audience, Authority, Pillar, SourceKind, Strength

AUTHORITY: Mapping[Authority, str] = {
    Authority.TREATY: "Binding treaty",
    Authority.EU_LAW: "EU law",
    Authority.CASE_LAW: "Case law",
    Authority.POLITICAL_COMMITMENT: "Political commitment",
    Authority.GUIDANCE: "Guidance",
    Authority.PRACTICE: "Practice",
    Authority.REFERENCE: "Background",
}
STRENGTH: Mapping[Strength, str] = {
    Strength.MUST: "must",
    Strength.MUST_IF_LAW_ALLOWS: "must, if national law allows",
    Strength.MUST_ENDEAVOUR: "must try",
    Strength.MUST_CONSIDER: "must consider",
    Strength.SHOULD: "should",
    Strength.MAY: "may",
    Strength.DESCRIPTIVE: "states or defines",
}
APPLIES_TO = {"both": "Adults and children", "child": "Children only", "adult": "Adults only"}
PILLAR: Mapping[Pillar, str] = {
    Pillar.IDENTIFICATION_PROTECTION: "Identification and protection",
    Pillar.INDIVIDUAL_SUPPORT_SERVICES: "Individual support and services",
    Pillar.SOCIAL_INCLUSION: "Social inclusion",
    Pillar.CRIMINAL_JUSTICE_REDRESS: "Criminal justice and redress",
    Pillar.GOVERNANCE_COORDINATION: "Governance and coordination",
    Pillar.PREVENTION: "Prevention",
}
AUDIENCE: Mapping[Audience, str] = {
    Audience.POLICE: "Police",
    Audience.BORDER_GUARD: "Border guard",
    Audience.SOCIAL_WORKER: "Social worker",
    Audience.NGO_CASEWORKER: "NGO caseworker",
    Audience.PROSECUTOR: "Prosecutor",
    Audience.JUDGE: "Judge",
    Audience.HEALTH: "Health professional",
    Audience.LABOUR_INSPECTOR: "Labour inspector",
    Audience.ASYLUM_OFFICER: "Asylum officer",
    Audience.CONSULAR: "Consular officer",
    Audience.GUARDIAN: "Guardian",
    Audience.EDUCATION: "Educator",
    Audience.POLICY_MAKER: "Policy maker",
}
KIND: Mapping[SourceKind, str] = {
    SourceKind.HANDBOOK: "Handbook",
    SourceKind.TREATY: "Treaty",
    SourceKind.EU_LAW: "EU law",
    SourceKind.CASE_LAW: "Case law",
    SourceKind.DECISION: "Decision or declaration",
    SourceKind.GUIDANCE: "Guidance",
    SourceKind.FACTSHEET: "Factsheet",
    SourceKind.PRACTICES: "Practices",
    SourceKind.GLOSSARY: "Glossary",
    SourceKind.DOCUMENT: "Other document",
}
ADDRESS_NOT_CHECKED = "address not checked"


def pillar_label(pillar: str) -> str:
    """A pillar in words."""
    return PILLAR[Pillar(pillar)]


def audience_label(audience: str) -> str:
    """Whose work, in words."""
    return AUDIENCE[Audience(audience)]


def kind_label(kind: str) -> str:
    """A kind of source in words."""
    return KIND[SourceKind(kind)]


def spelled_out(name: str) -> str:
    """A readable form of an id that has no label of its own.

    >>> spelled_out("early_support")
    'Early support'
    """
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def strength_label(commitment: Commitment, source: SourceRecord) -> str:
    """The strength of a duty; outside binding law it also says what it is.

    A "must" of a political decision does not bind in law, so it never stands alone.
    """
    strength = STRENGTH[commitment.strength]
    if source.authority in (Authority.TREATY, Authority.EU_LAW, Authority.CASE_LAW):
        return strength
    return f"{strength} · {AUTHORITY[source.authority].casefold()}"


def where_label(commitment: Commitment, source: SourceRecord) -> str:
    """The instrument and the place in it."""
    return f"{source.short_title}, {commitment.pinpoint}"


def rests_on_label(commitment: Commitment) -> str:
    """A warning for a record that was not made from the full text; empty for the others."""
    return "rests on a partial text" if commitment.text != "full" else ""
