"""Markdown to blocks; front matter to metadata; emphasis and HTML never reach the text."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.blocks import BlockKind, ParsedDocument
from ingest.parsers.assemble import DocumentFacts, Draft, assemble

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_NUMBERED_LINE = re.compile(r"(?<=\S)\n(?=(?:\d{1,3}\.|\(?[a-z0-9]{1,3}\))\s)")
_TAG = re.compile(r"<[^<>]*>")


def parse_markdown(text: str) -> ParsedDocument:
    """The blocks of a Markdown text, in order; a list item keeps its number or mark."""
    metadata, body = _split_front_matter(text.replace("\r\n", "\n"))
    body = _NUMBERED_LINE.sub("\n\n", body)  # "2. …" below a line of text opens a paragraph of its own
    drafts = tuple(_drafts(MarkdownIt("commonmark", {"html": False}).enable("table").parse(body)))
    first_heading = next((draft.text for draft in drafts if draft.kind is BlockKind.HEADING), "")
    facts = DocumentFacts(
        title=metadata.get("title", first_heading),
        language=metadata.get("language", ""),
        metadata=tuple(metadata.items()),
    )
    return assemble(drafts, facts)


def _split_front_matter(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, text
    try:
        values: Any = yaml.safe_load(match.group(1))
    except yaml.YAMLError:
        return {}, text  # a text that begins with a rule, not with front matter
    if not isinstance(values, dict):
        return {}, text
    return {str(key): str(value) for key, value in values.items()}, text[match.end() :]


def _drafts(tokens: list[Token]) -> Iterator[Draft]:
    mark = ""
    row: list[str] = []
    for position, token in enumerate(tokens):
        if token.type == "list_item_open":
            mark = f"{token.info}{token.markup}" if token.info else token.markup
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield Draft(BlockKind.TABLE, " | ".join(row))
        elif token.type in ("fence", "code_block"):
            yield Draft(BlockKind.PARAGRAPH, _with_mark(mark, token.content))
            mark = ""
        elif token.type == "inline":
            content, opener = _plain(token), tokens[position - 1]
            if opener.type in ("th_open", "td_open"):
                row.append(content)
            else:
                yield _block_draft(content, opener, mark)
                mark = ""


def _block_draft(content: str, opener: Token, mark: str) -> Draft:
    if opener.type == "heading_open":
        return Draft(BlockKind.HEADING, _with_mark(mark, content), level=int(opener.tag[1]))
    kind = BlockKind.LIST_ITEM if mark else BlockKind.PARAGRAPH
    return Draft(kind, _with_mark(mark, content))


def _with_mark(mark: str, content: str) -> str:
    return f"{mark} {content}".strip()


def _plain(token: Token) -> str:
    """The words of an inline token, without emphasis, links' addresses or tags."""
    return " ".join(_TAG.sub(" ", "".join(_words(token.children or ()))).split())


def _words(children: Iterable[Token]) -> Iterator[str]:
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            yield " "
        elif child.type == "image":
            yield from _words(child.children or ())
        else:
            yield child.content
