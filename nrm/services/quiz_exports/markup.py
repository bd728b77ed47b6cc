"""Plain text inside HTML and XML: nothing in an item is ever markup."""

import html
from typing import Any

from lxml import etree

from nrm.quiz.items import QuizItem
from nrm.services.quiz_exports.paper import source_line


def as_html(text: str) -> str:
    """The text with every character that HTML would read as markup escaped; line ends become breaks."""
    return html.escape(text, quote=True).replace("\n", "<br>")


def feedback_html(item: QuizItem) -> str:
    """The explanation and the source, as HTML; the address is text, not a link."""
    return "<br>".join(as_html(part) for part in (item.explanation, source_line(item)) if part)


def element(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
    """A new child element with its text and attributes; lxml escapes both."""
    child = etree.SubElement(parent, name, attributes)
    child.text = text
    return child


def xml_bytes(root: Any) -> bytes:
    """A whole XML document, UTF-8, with its declaration."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return data
