"""The closed lists of the design, as enums whose values appear in JSON, files and pages."""

from enum import StrEnum


class Authority(StrEnum):
    """How much a source binds, strongest first; the order of members is the order of answers."""

    TREATY = "treaty"
    EU_LAW = "eu_law"
    CASE_LAW = "case_law"
    POLITICAL_COMMITMENT = "political_commitment"
    GUIDANCE = "guidance"
    PRACTICE = "practice"
    REFERENCE = "reference"

    @property
    def rank(self) -> int:
        """Position in the order of answers; 0 is strongest."""
        return list(type(self)).index(self)


class SourceKind(StrEnum):
    """What sort of document a source is; decides how it is cut into passages."""

    HANDBOOK = "handbook"
    TREATY = "treaty"
    EU_LAW = "eu_law"
    CASE_LAW = "case_law"
    DECISION = "decision"
    GUIDANCE = "guidance"
    FACTSHEET = "factsheet"
    PRACTICES = "practices"
    GLOSSARY = "glossary"
    DOCUMENT = "document"


class Wording(StrEnum):
    """Whose words a passage has."""

    OFFICIAL = "official"
    SUMMARY = "summary"


class Strength(StrEnum):
    """How strongly a commitment obliges, strongest first."""

    MUST = "must"
    MUST_IF_LAW_ALLOWS = "must_if_law_allows"
    MUST_ENDEAVOUR = "must_endeavour"
    MUST_CONSIDER = "must_consider"
    SHOULD = "should"
    MAY = "may"
    DESCRIPTIVE = "descriptive"

    @property
    def rank(self) -> int:
        """Position in the order of strength; 0 is strongest."""
        return list(type(self)).index(self)


class Pillar(StrEnum):
    """The four pillars that the factsheet names, and the two themes that cut across them."""

    IDENTIFICATION_PROTECTION = "identification_protection"
    INDIVIDUAL_SUPPORT_SERVICES = "individual_support_services"
    SOCIAL_INCLUSION = "social_inclusion"
    CRIMINAL_JUSTICE_REDRESS = "criminal_justice_redress"
    GOVERNANCE_COORDINATION = "governance_coordination"
    PREVENTION = "prevention"


class Audience(StrEnum):
    """Whose work a record serves."""

    POLICE = "police"
    BORDER_GUARD = "border_guard"
    SOCIAL_WORKER = "social_worker"
    NGO_CASEWORKER = "ngo_caseworker"
    PROSECUTOR = "prosecutor"
    JUDGE = "judge"
    HEALTH = "health"
    LABOUR_INSPECTOR = "labour_inspector"
    ASYLUM_OFFICER = "asylum_officer"
    CONSULAR = "consular"
    GUARDIAN = "guardian"
    EDUCATION = "education"
    POLICY_MAKER = "policy_maker"


class Outcome(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    NEEDS_CLARIFICATION = "needs_clarification"
    NOT_FOUND = "not_found"
    SOURCE_NOT_LOADED = "source_not_loaded"
    OUT_OF_SCOPE = "out_of_scope"
    PERSON_AT_RISK = "person_at_risk"
    HARMFUL = "harmful"
    TOO_LONG = "too_long"
    INDEX_MISSING = "index_missing"


class NoticeKind(StrEnum):
    """A reviewed remark shown with an answer."""

    CASE_ADVICE = "case_advice"
    SUMMARY_ONLY = "summary_only"
    NEWER_VERSION = "newer_version"
    CONFLICT = "conflict"
    STATE_NOT_BOUND = "state_not_bound"
    MACHINE_DRAFT_DROPPED = "machine_draft_dropped"
    MODEL_UNAVAILABLE = "model_unavailable"
    NATIONAL_LAW_MISSING = "national_law_missing"
    FIGURE_NOT_FOUND = "figure_not_found"


class Support(StrEnum):
    """How a statement was proven: it *is* the quote, or its claims were checked against it."""

    VERBATIM = "verbatim"
    PROVEN = "proven"


class Binding(StrEnum):
    """What the data we hold says of a State and an instrument."""

    PARTY = "party"
    SIGNED = "signed"
    NOT_PARTY = "not_party"
    WITHDREW = "withdrew"
    UNKNOWN = "unknown"
