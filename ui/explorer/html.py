"""Pieces of HTML for the views; words that go in are escaped, here or in ``ui.components.markup``."""

import re
from collections.abc import Iterable, Sequence

from ui.components.address import page_address
from ui.components.markup import html

_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def tag(name: str, inner: str, **attributes: str) -> str:
    """An element around HTML; names of attributes may end in ``_`` and have ``_`` for ``-``.

    >>> tag("p", html("a < b"), class_="note")
    '<p class="note">a &lt; b</p>'
    """
    given = "".join(f' {key.rstrip("_").replace("_", "-")}="{html(value)}"' for key, value in attributes.items())
    return f"<{name}{given}>{inner}</{name}>"


def strong(words: str) -> str:
    """Words that stand out."""
    return tag("strong", html(words))


def paragraph(*parts: str, small: bool = False) -> str:
    """HTML parts in a row, with spaces between; empty ones are left out."""
    inner = " ".join(part for part in parts if part)
    return tag("p", inner, class_="nrm-small") if small else tag("p", inner)


def internal_link(label: str, page: str, **parameters: str) -> str:
    """A link to a page of this app, in the same tab."""
    return tag("a", html(label), href=page_address(page, **parameters), target="_self")


def whole_days(text: str) -> str:
    """Text as HTML in which no day, such as 2005-09-16, is broken at the end of a line.

    >>> whole_days("party since 2005-09-16")
    'party since <span class="nrm-day">2005-09-16</span>'
    """
    return _DAY.sub(r'<span class="nrm-day">\g<0></span>', html(text))


def marked_words(words: str, operative: str) -> str:
    """Words with the operative ones marked where they stand; white space and case may differ."""
    pieces = operative.split()
    match = re.search(r"\s+".join(map(re.escape, pieces)), words, re.IGNORECASE) if pieces else None
    if not match:
        return html(words)
    mark = tag("mark", html(match.group()), class_="nrm-mark")
    return f"{html(words[: match.start()])}{mark}{html(words[match.end() :])}"


def details(summary: str, inner: str, is_open: bool = False) -> str:
    """Something that opens on demand; ``summary`` is plain words."""
    return f"<details{' open' if is_open else ''}>{tag('summary', html(summary))}{inner}</details>"


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose cells are HTML already; its rows become cards on narrow screens.

    Roles are spelled out because the narrow layout would take them from the table. The first cell of a
    row is its heading.
    """
    top = "".join(tag("th", html(name), scope="col", role="columnheader") for name in head)
    return tag(
        "table",
        tag("caption", html(caption))
        + tag("thead", tag("tr", top, role="row"), role="rowgroup")
        + tag("tbody", "".join(_row(head, row) for row in rows), role="rowgroup"),
        class_="nrm-grid nrm-wide",
        role="table",
    )


def _row(head: Sequence[str], row: Sequence[str]) -> str:
    first = tag("th", row[0], scope="row", role="rowheader")
    rest = (
        tag("td", tag("span", html(name), class_="nrm-label", aria_hidden="true") + cell, role="cell")
        for name, cell in zip(head[1:], row[1:], strict=True)
    )
    return tag("tr", first + "".join(rest), role="row")
