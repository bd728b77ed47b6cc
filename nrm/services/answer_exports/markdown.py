"""A brief as Markdown with footnotes; nothing in its words is taken for markup."""

import re
from collections.abc import Iterable

from nrm.services.exports import Block, Brief, Cell, Heading, Note, Paragraph, Table

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|!~])")
_LINE_MARK = re.compile(r"^(\s*\d*)([-+>=.)])", re.MULTILINE)
_WEB = ("https://", "http://")


def write_markdown(brief: Brief) -> bytes:
    """The text of a ``.md`` file in UTF-8; the same note is one footnote."""
    notes: dict[Note, int] = {}
    parts = [f"# {_plain(brief.title)}", *(_block(block, notes) for block in brief.blocks)]
    footnotes = [f"[^{number}]: {_footnote(note)}" for note, number in notes.items()]
    return ("\n\n".join([*parts, *footnotes]) + "\n").encode()


def _block(block: Block, notes: dict[Note, int]) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {_plain(block.text)}"
    if isinstance(block, Paragraph):
        text = _runs(block.parts, notes)
        return "\n".join(f"> {line}".rstrip() for line in text.split("\n")) if block.quote else text
    return _table(block, notes)


def _table(table: Table, notes: dict[Note, int]) -> str:
    rows = [[_plain(name) for name in table.head], ["---"] * len(table.head)]
    rows += [[_runs(cell, notes).replace("\n", " ") for cell in row] for row in table.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _runs(parts: Cell, notes: dict[Note, int]) -> str:
    return "".join(_styled(_plain(part.text), part.bold, part.italic) + _marks(part.notes, notes) for part in parts)


def _styled(text: str, bold: bool, italic: bool) -> str:
    mark = "**" * bold + "*" * italic
    inner = text.strip()
    return text.replace(inner, f"{mark}{inner}{mark[::-1]}", 1) if mark and inner else text


def _marks(given: Iterable[Note], notes: dict[Note, int]) -> str:
    return "".join(f"[^{notes.setdefault(note, len(notes) + 1)}]" for note in given)


def _footnote(note: Note) -> str:
    address = f" <{note.url}>" if note.url.startswith(_WEB) and not re.search(r"[\s<>]", note.url) else ""
    return " ".join(_plain(note.text).split()) + address


def _plain(text: str) -> str:
    """The words with every character escaped that Markdown or HTML would obey."""
    escaped = _LINE_MARK.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))
    return re.sub(r"\n{2,}", "\n", escaped)
