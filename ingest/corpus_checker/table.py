"""The rules by name.

Reading adds ``missing-file``, ``unread-file``, ``yaml``, ``shape`` and ``duplicate-key``; the schema adds
``unknown-key``, ``missing-key`` and ``bad-value``; loading a corpus that passes adds ``not-loaded``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ingest.corpus_checker import rules_asked as asked
from ingest.corpus_checker import rules_commitments as commitments
from ingest.corpus_checker import rules_common as common
from ingest.corpus_checker import rules_glossary as glossary
from ingest.corpus_checker import rules_others as others
from ingest.corpus_checker.known import Known
from ingest.corpus_checker.rules_common import Problems
from nrm.corpus.lines import Entry


@dataclass(frozen=True, slots=True)
class Rule:
    """A name, the parts it holds in (``commitments-file`` is the head of such a file), and the check."""

    name: str
    parts: tuple[str, ...]
    check: Callable[[str, Entry, Known], Problems]


_WORDED = ("sources", "commitments", "practices", "handbook", "glossary", "topics")
_NAMED = (*_WORDED, "states", "conflicts")
_RECORDS = (*_NAMED, "parties", "contacts")
_CHOSEN = ("commitments", "commitments-file", "sources", "practices", "glossary")

RULES = (
    Rule("duplicate-id", (*_NAMED, "asked"), common.duplicate_id),
    Rule("empty-value", _RECORDS, common.empty_value),
    Rule("bad-value", _CHOSEN, common.unknown_choice),
    Rule("unknown-topic", ("commitments", "handbook", "glossary"), common.unknown_topic),
    Rule("unknown-source", ("commitments-file", "parties"), common.unknown_source),
    Rule("unknown-source", ("glossary",), glossary.unknown_legal_source),
    Rule("unknown-source", ("sources",), others.unknown_successor),
    Rule("unknown-state", ("practices", "parties", "contacts"), common.unknown_state),
    Rule("unknown-audience", ("commitments",), commitments.unknown_audience),
    Rule("unknown-related", ("commitments",), commitments.unknown_related),
    Rule("unknown-related", ("glossary",), glossary.unknown_relation),
    Rule("unknown-commitment", ("practices",), commitments.unknown_commitment),
    Rule("unreviewed", ("commitments", "glossary", "handbook-file", "conflicts"), common.unreviewed),
    Rule("checked-on", ("practices", "contacts", "handbook"), common.checked_on),
    Rule("checked-on", ("glossary",), glossary.meaning_checked_on),
    Rule("asked-as", ("commitments", "practices", "handbook"), common.asked_as),
    Rule("missing-pinpoint", ("commitments",), commitments.missing_pinpoint),
    Rule("pinpoint-differs", ("commitments",), commitments.pinpoint_differs),
    Rule("rests-on", ("commitments-file",), commitments.rests_on),
    Rule("article-not-in-text", ("commitments",), commitments.article_not_in_text),
    Rule("paragraph-not-in-text", ("commitments",), commitments.paragraph_not_in_text),
    Rule("missing-operative-words", ("commitments",), commitments.missing_operative_words),
    Rule("operative-words-not-in-article", ("commitments",), commitments.operative_words_not_in_article),
    Rule("copied-run", ("commitments",), commitments.copied_run),
    Rule("source-fields", ("sources",), others.source_fields),
    Rule("authority-of-kind", ("sources",), others.authority_of_kind),
    Rule("empty-definition", ("glossary", "topics"), glossary.empty_definition),
    Rule("definition-source", ("glossary",), glossary.definition_source),
    Rule("meaning-source", ("glossary",), glossary.meaning_source),
    Rule("unknown-language", ("glossary",), glossary.unknown_language),
    Rule("unknown-language", ("asked-file",), asked.unknown_language),
    Rule("asked-in", ("asked",), asked.asked_in),
    Rule("checked-without-source", ("glossary",), glossary.checked_without_source),
    Rule("untranslated", ("glossary",), glossary.untranslated),
    Rule("stem-mark", ("glossary",), glossary.stem_mark),
    Rule("repeated-equivalent", ("glossary",), glossary.repeated_equivalent),
    Rule("practice-fields", ("practices",), others.practice_fields),
    Rule("digest-fields", ("handbook", "handbook-file"), others.digest_fields),
    Rule("imitates-handbook", ("handbook",), others.imitates_handbook),
    Rule("state-fields", ("states",), others.state_fields),
    Rule("states-count", ("states-file",), others.states_count),
    Rule("party-date", ("parties",), others.party_date),
    Rule("unknown-passage", ("conflicts",), others.unknown_passage),
    Rule("one-sided", ("conflicts",), others.one_sided),
    Rule("contact-fields", ("contacts",), others.contact_fields),
    Rule("unkind-word", _WORDED, common.unkind_word),
    Rule("unverified", _RECORDS, common.unverified),
    Rule("private-reference", _RECORDS, common.private_reference),
)
