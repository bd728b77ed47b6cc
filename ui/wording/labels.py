"""Short labels for the closed lists of the design, as people read them."""

from collections.abc import Mapping

from nrm.domain.vocabulary import Audience, Authority, Binding, Pillar, SourceKind, Strength, Support, Wording

AUTHORITIES: Mapping[Authority, str] = {
    Authority.TREATY: "Binding treaty",
    Authority.EU_LAW: "EU law",
    Authority.CASE_LAW: "Case law",
    Authority.POLITICAL_COMMITMENT: "Political commitment",
    Authority.GUIDANCE: "Guidance",
    Authority.PRACTICE: "Practice",
    Authority.REFERENCE: "Background",
}
AUTHORITY_NOTES: Mapping[Authority, str] = {
    Authority.TREATY: "Binds the States that are party to it.",
    Authority.EU_LAW: "Binds the Member States of the European Union.",
    Authority.CASE_LAW: "Decided by a court; binds the State concerned and guides the others.",
    Authority.POLITICAL_COMMITMENT: "Agreed by States; not legally binding.",
    Authority.GUIDANCE: "Advice; binds nobody.",
    Authority.PRACTICE: "What a State or organisation has done; being listed is not a judgement.",
    Authority.REFERENCE: "For orientation; binds nobody.",
}
KINDS: Mapping[SourceKind, str] = {
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
STRENGTHS: Mapping[Strength, str] = {
    Strength.MUST: "must",
    Strength.MUST_IF_LAW_ALLOWS: "must, if national law allows",
    Strength.MUST_ENDEAVOUR: "must try",
    Strength.MUST_CONSIDER: "must consider",
    Strength.SHOULD: "should",
    Strength.MAY: "may",
    Strength.DESCRIPTIVE: "states or defines",
}
WORDINGS: Mapping[Wording, str] = {Wording.OFFICIAL: "official text", Wording.SUMMARY: "our summary"}
AUDIENCES: Mapping[Audience, str] = {
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
PILLARS: Mapping[Pillar, str] = {
    Pillar.IDENTIFICATION_PROTECTION: "Identification and protection",
    Pillar.INDIVIDUAL_SUPPORT_SERVICES: "Individual support and services",
    Pillar.SOCIAL_INCLUSION: "Social inclusion",
    Pillar.CRIMINAL_JUSTICE_REDRESS: "Criminal justice and redress",
    Pillar.GOVERNANCE_COORDINATION: "Governance and coordination",
    Pillar.PREVENTION: "Prevention",
}
BINDINGS: Mapping[Binding, str] = {
    Binding.PARTY: "bound",
    Binding.SIGNED: "signed, not bound",
    Binding.NOT_PARTY: "not bound",
    Binding.WITHDREW: "withdrew",
    Binding.UNKNOWN: "not known to us",
}
SUPPORTS: Mapping[Support, str] = {
    Support.VERBATIM: "quoted word for word",
    Support.PROVEN: "in other words, checked against the quote",
}
LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "fr": "French",
    "de": "German",
    "es": "Spanish",
    "it": "Italian",
    "ru": "Russian",
    "uk": "Ukrainian",
}
FILTERS: Mapping[str, str] = {
    "state": "State",
    "topic": "Topic",
    "authority": "How binding",
    "audience": "Whose work",
    "body": "Adopted by",
    "kind": "Kind of source",
    "lang": "Language of the source",
    "source": "Source",
}


def spelled_out(name: str) -> str:
    """A readable form of an id that has no label of its own.

    >>> spelled_out("early_support")
    'Early support'
    """
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]
