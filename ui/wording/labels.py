"""Short labels for the closed lists of the design, as people read them."""

from collections.abc import Mapping

from nrm.domain.vocabulary import Authority, Binding, Support, Wording
from nrm.services.explorer import labels

# Files say them in the same words.
AUTHORITIES = labels.AUTHORITY
KINDS = labels.KIND
STRENGTHS = labels.STRENGTH
AUDIENCES = labels.AUDIENCE
PILLARS = labels.PILLAR
AUTHORITY_NOTES: Mapping[Authority, str] = {
    Authority.TREATY: "Binds the States that are party to it.",
    Authority.EU_LAW: "Binds the Member States of the European Union.",
    Authority.CASE_LAW: "Decided by a court; binds the State concerned and guides the others.",
    Authority.POLITICAL_COMMITMENT: "Agreed by States; not legally binding.",
    Authority.GUIDANCE: "Advice; binds nobody.",
    Authority.PRACTICE: "What a State or organisation has done; being listed is not a judgement.",
    Authority.REFERENCE: "For orientation; binds nobody.",
}
WORDINGS: Mapping[Wording, str] = {Wording.OFFICIAL: "official text", Wording.SUMMARY: "our summary"}
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
