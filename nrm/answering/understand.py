"""What kind of answer a question wants, read from its words."""

import re
from dataclasses import replace

from nrm.answering.inquiry import Inquiry

# Asking for the Handbook's own content, in the languages of the product. What the factsheet says about
# the Handbook as a whole (its parts, its purpose) is not meant here.
_HANDBOOK = (
    r"(?:nrm |odihr(?:'s)? |osce )?(?:handbook|guidebook)|handbuch\w*|manuel|manuale|manual|руководств\w*|справочник\w*|посібник\w*|"
    r"odihr(?:'s)? (?:publication|guide)|(?:guide|publication) on national referral mechanisms"
)
_PART = (
    r"(?:standards?|principles?|protocol|chapters?|annex(?:es)?|steps?|stages?|pages?|sections?|pillars?|checklist|box(?:es)?|"
    r"grundsätze?|prinzip\w*|seite\w*|kapitel\w*|anhang|schritte?|principes?|protocole|normes?|étapes?|chapitres?|annexes?|"
    r"principi\w*|protocollo|pagin[ae]|capitol[oi]|allegat[oi]|norm[ae]|principios?|protocolo|páginas?|etapas?|estándar(?:es)?|"
    r"normas|capítulos?|anexos?|глав[аеуы]|разделы?|розділ\w*|додат\w*|приложени\w*|стандарт\w*|принцип\w*|протокол\w*|страниц\w*|стор\w*|шаг\w*|крок\w*|етап\w*)"
)
_ASKS_CONTENT = (
    re.compile(rf"\b(?:{_HANDBOOK})\b.*\b{_PART}\b", re.IGNORECASE | re.DOTALL),
    re.compile(rf"\b{_PART}\b.*\b(?:{_HANDBOOK})\b", re.IGNORECASE | re.DOTALL),
    re.compile(r"\bwhat (?:does|do|did) (?:the )?(?:nrm |odihr )?handbook (?:say|recommend|advise|require|tell|want)", re.I),
    re.compile(r"\baccording to (?:the )?(?:nrm |odihr )?handbook\b", re.IGNORECASE),
    re.compile(r"\b(?:recommended )?standards? (?:no\.? ?)?\d+(?:\.\d+)*\b(?! of the (?:convention|protocol))", re.I),
    re.compile(r"\bprinciples? (?:no\.? ?)?\d+\b(?=.*\bnrm\b|.*\bhandbook\b|\W*$)", re.IGNORECASE | re.DOTALL),
    re.compile(r"\brecommended standards?\b|\bstandards? (?:of|under|in) pillar\b", re.IGNORECASE),
    re.compile(r"\bnrm protocol\b", re.IGNORECASE),
    re.compile(r"\b(?:twelve|12) (?:guiding )?principles\b", re.IGNORECASE),
)  # fmt: skip
_ABOUT_THE_HANDBOOK = re.compile(
    r"\bhow many\b|\bwhat (?:is|are) the (?:four )?(?:nrm )?pillars\b|\bwho (?:wrote|published|made)\b|\bwhen was\b|\bnumber of\b|"
    r"\bwie viele\b|\bcombien\b|\bcuánt[oa]s?\b|\bquant[ei]\b|\bсколько\b|\bскільки\b|(?<!in the )(?<!of the )handbook (?:contain|consist of)\b",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"^\W*(?:what (?:is|are|does)|define|definition|meaning of|was (?:ist|bedeutet|sind)|qu'est-ce|définition|que (?:es|significa)|"
    r"qué (?:es|significa)|cosa (?:è|significa|sono)|что (?:такое|значит|означает)|що (?:таке|означає))\b|\bmean(?:s|ing)?\b\W*$",
    re.IGNORECASE,
)


def asks_handbook_content(question: str) -> bool:
    """Whether only the Handbook itself could answer: its standards, principles, protocol, pages.

    >>> asks_handbook_content("What is Standard 12 of the Handbook?")
    True
    >>> asks_handbook_content("How many standards does the Handbook have?")
    False
    """
    if _ABOUT_THE_HANDBOOK.search(question):
        return False
    return any(pattern.search(question) for pattern in _ASKS_CONTENT)


def understand(inquiry: Inquiry) -> Inquiry:
    """Read what kind of answer is wanted."""
    return replace(
        inquiry,
        wants_handbook=asks_handbook_content(inquiry.question),
        wants_definition=bool(_DEFINITION.search(inquiry.question)),
    )
