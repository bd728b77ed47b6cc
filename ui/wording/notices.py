"""What is said with an answer, for each kind of notice; ``{detail}`` names the sources or States."""

from collections.abc import Mapping

from nrm.domain.vocabulary import NoticeKind

NOTICES: Mapping[NoticeKind, str] = {
    NoticeKind.CASE_ADVICE: "This is general guidance, not advice on a case. "
    "For a case, ask your anti-trafficking coordinator or a lawyer.",
    NoticeKind.SUMMARY_ONLY: "Our summary is shown where the official text is not loaded: {detail}. "
    "Check the official text before you rely on it.",
    NoticeKind.NEWER_VERSION: "Check which version is in force. {detail}.",
    NoticeKind.CONFLICT: "Sources do not agree on {detail}. Each version is shown.",
    NoticeKind.STATE_NOT_BOUND: "Not bound, as far as our records show: {detail}.",
    NoticeKind.MACHINE_DRAFT_DROPPED: "Sentences proposed by a language model were left out, "
    "because no source proves them.",
    NoticeKind.MODEL_UNAVAILABLE: "The language model did not reply, so you read quotations only.",
    NoticeKind.NATIONAL_LAW_MISSING: "National law of {detail}: it is not in this library. Ask a lawyer, or load it "
    "under Library.",
    NoticeKind.FIGURE_NOT_FOUND: "“{detail}”: none of the passages shown says this. Read what they do say.",
}
