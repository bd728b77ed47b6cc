"""From a cleaned HTML tree to blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ingest.blocks import BlockKind
from ingest.parsers.assemble import Draft
from ingest.parsers.list_marks import list_mark
from ingest.parsers.pdf_tables import CELL_MARK

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# fmt: off
_BLOCKS = frozenset(_HEADINGS) | {
    "p", "div", "section", "article", "main", "header", "aside", "ul", "ol", "li", "dl", "dt", "dd",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "blockquote", "pre", "hr",
    "figure", "figcaption", "address", "details", "summary",
}
# fmt: on
# Tokens of class or id that mark what surrounds a text on a web page.
_BOILERPLATE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?|cookie-\w+|sidebar|share|social|"
    r"skip-?link|pagination|related-links|site-footer|site-header)(?:$|[\s_-])",
    re.I,
)
_MARK_CELL = re.compile(r"^(?:\(?\w{1,5}[.)]?\)?|[—–•·-])$")
_LONGEST_CELL = 400
_FEWEST_LETTERS_OF_MAIN = 400


@dataclass(slots=True)
class _State:
    """The block that is being collected and the blocks done so far."""

    done: list[Draft] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    mark: str = ""
    aside: int = 0

    def flush(self) -> None:
        """End the block."""
        text = " ".join("".join(self.words).split())
        self.words = []
        if not text:
            return
        kind = BlockKind.ASIDE if self.aside and self.kind is not BlockKind.TABLE else self.kind
        level = self.level if kind is BlockKind.HEADING else 0
        self.done.append(Draft(kind, f"{self.mark} {text}".strip(), level))
        self.mark = ""


def drafts_of_tree(root: Any) -> Iterator[Draft]:
    """The blocks of the page's main part (or of all of it where none is marked), in order."""
    state = _State()
    _walk(_main_part(root), state)
    state.flush()
    yield from state.done


def _main_part(root: Any) -> Any:
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = root.findall(path)
        if len(found) == 1 and len("".join(found[0].itertext())) >= _FEWEST_LETTERS_OF_MAIN:
            return found[0]
    return root


def _walk(element: Any, state: _State) -> None:
    """Collect the element; recursion is bounded because the page's nesting was checked."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if not tag or _is_boilerplate(element):
        return
    if tag == "table" and not _is_layout(element):
        state.flush()
        _table(element, state)
    elif tag == "tr" and _marked_row(element):
        _list_row(element, state)
    elif tag in _BLOCKS:
        _block(element, tag, state)
    else:
        _inline(element, tag, state)


def _inline(element: Any, tag: str, state: _State) -> None:
    if tag == "br":
        state.words.append(" ")
    state.words.append(element.text or "")
    for child in element:
        _walk(child, state)
        state.words.append(child.tail or "")


def _block(element: Any, tag: str, state: _State) -> None:
    state.flush()
    before = state.kind, state.level
    if tag in _HEADINGS:
        state.kind, state.level = BlockKind.HEADING, _HEADINGS[tag]
    elif tag == "li":
        state.kind, state.mark = BlockKind.LIST_ITEM, _mark_of(element)
    elif tag in ("ul", "ol", "td", "th", "dl", "blockquote"):
        state.kind = BlockKind.PARAGRAPH if state.kind is BlockKind.HEADING else state.kind
    state.aside += tag == "aside"
    _inline(element, tag, state)
    state.flush()
    state.aside -= tag == "aside"
    state.kind, state.level = before
    state.mark = ""


def _mark_of(item: Any) -> str:
    """What a browser prints before a list item."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "•"
    start = int(parent.get("start", "1")) if parent.get("start", "1").isdigit() else 1
    place = start + sum(1 for other in item.itersiblings("li", preceding=True))
    number = int(item.get("value", "")) if item.get("value", "").isdigit() else place
    style = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
    return f"{list_mark(number, style.get(parent.get('type', ''), 'decimal'))}."


def _is_boilerplate(element: Any) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.get("role") in ("navigation", "banner", "contentinfo", "search", "menu", "dialog"):
        return True
    return element.tag in ("div", "section", "ul", "aside", "header") and bool(
        _BOILERPLATE.search(f"{element.get('class', '')} {element.get('id', '')}")
    )


def _is_layout(table: Any) -> bool:
    """Whether a table only places text: nested blocks, or cells as long as paragraphs."""
    if table.find(".//table") is not None or table.find(".//ul") is not None:
        return True
    rows = table.findall(".//tr")
    if rows and all(_marked_row(row) for row in rows):
        return True
    return any(len(_words(cell)) > _LONGEST_CELL for cell in table.iter("td"))


def _marked_row(row: Any) -> bool:
    """Whether a row is a list item: a mark in one cell, the text in the next, as EUR-Lex sets them."""
    cells = _cells(row)
    return len(cells) == 2 and bool(_MARK_CELL.match(_words(cells[0]))) and len(_words(cells[1])) > 20


def _list_row(row: Any, state: _State) -> None:
    state.flush()
    mark, text = _cells(row)
    before = state.kind
    state.kind, state.mark = BlockKind.LIST_ITEM, _words(mark)
    _inline(text, "td", state)
    state.flush()
    state.kind, state.mark = before, ""


def _table(table: Any, state: _State) -> None:
    caption = table.find("caption")
    if caption is not None:
        state.done.append(Draft(BlockKind.PARAGRAPH, _words(caption)))
    rows = [CELL_MARK.join(_words(cell) for cell in _cells(row)) for row in table.iter("tr")]
    state.done.append(Draft(BlockKind.TABLE, "\n".join(row for row in rows if row.strip(" |"))))


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _words(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())
