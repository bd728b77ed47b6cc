"""Plain text to blocks: blank lines part paragraphs, short title-like lines are headings."""

import re

from ingest.blocks import BlockKind, ParsedDocument
from ingest.parsers.assemble import DocumentFacts, Draft, assemble

_BLANK = re.compile(r"\n[ \t\r\f\v]*\n")
_LIST_ITEM = re.compile(r"(?:[-*•–]|\(?\w{1,3}[.)])\s")
_EMPHASIS = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")  # people mark text as in Markdown
_LONGEST_HEADING = 90  # characters; longer lines in capitals are sentences


def parse_plain(text: str) -> ParsedDocument:
    """The blocks of a plain text. A line in capitals, or one that names an article, is a heading."""
    drafts = tuple(
        _draft(_EMPHASIS.sub(r"\1", " ".join(part.split()))) for part in _BLANK.split(text.replace("\r\n", "\n"))
    )
    title = next((draft.text for draft in drafts if draft.kind is BlockKind.HEADING), "")
    return assemble(drafts, DocumentFacts(title=title))


def _draft(text: str) -> Draft:
    if _is_heading(text):
        return Draft(BlockKind.HEADING, text, level=1)
    return Draft(BlockKind.LIST_ITEM if _LIST_ITEM.match(text) else BlockKind.PARAGRAPH, text)


def _is_heading(text: str) -> bool:
    if not text or len(text) > _LONGEST_HEADING or text[-1] in ".;,:":
        return False
    return text.isupper() and any(character.isalpha() for character in text)
