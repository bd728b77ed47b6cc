"""Read a web page: headings, paragraphs, lists and tables; no scripts, no menus, no network."""

import re
from typing import Any

import nh3
from lxml import etree, html

from ingest.blocks import ParsedDocument
from ingest.parsers.archives import refuse_entities
from ingest.parsers.assemble import DocumentFacts, Draft, assemble
from ingest.parsers.html_blocks import drafts_of_tree
from ingest.parsers.limits import Limits
from ingest.parsers.reading import Reading
from ingest.parsers.text_files import decoded
from ingest.parsers.wire import document_to_json
from ingest.refusals import TooDemanding
from nrm.domain.errors import UnreadableDocument

_LARGEST_PAGE = 60 << 20
_DEEPEST_NESTING = 400
# fmt: off
_KEPT_TAGS = {
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "section", "article", "main", "header", "aside",
    "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th",
    "blockquote", "pre", "code", "br", "hr", "span", "a", "b", "i", "em", "strong", "u", "s", "sup",
    "sub", "small", "abbr", "cite", "q", "figure", "figcaption", "address", "details", "summary", "ins",
    "mark", "time", "var", "kbd", "samp",
}
_DROPPED_WITH_CONTENT = {
    "script", "style", "nav", "footer", "form", "button", "select", "textarea", "noscript", "iframe",
    "object", "svg", "template", "dialog", "title", "del", "math", "canvas", "audio", "video",
}
# fmt: on
_KEPT_ATTRIBUTES = {"class", "id", "role", "hidden", "aria-hidden", "start", "type", "value", "colspan"}
_NESTING_TAG = re.compile(
    r"<(/?)(?:div|span|table|ul|ol|blockquote|section|article|b|i|em|font|strong|sup|sub|a|details)\b[^>]*>",
    re.I,
)
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)""", re.I)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,100}encoding=["']([\w-]+)""", re.I)


def read_html(reading: Reading) -> dict[str, Any]:
    """The parsed page as JSON values.

    :raises UnreadableDocument: too large, too deeply nested, with entities, or without text.
    """
    return document_to_json(parse_html(reading.path.read_bytes(), reading.limits))


def parse_html(data: bytes, limits: Limits | None = None) -> ParsedDocument:
    """The parsed page; see ``read_html``."""
    limits = limits or Limits()
    if len(data) > _LARGEST_PAGE:
        raise TooDemanding(f"the page is larger than {_LARGEST_PAGE >> 20} MB.", "Save only the text you need.")
    text = html_text(data)
    drafts = html_drafts(text)
    if not drafts:
        raise UnreadableDocument("the page has no text.", "Save the page from the browser and load that file.")
    if sum(len(draft.text) for draft in drafts) > limits.characters:
        raise TooDemanding(f"it has more than {limits.characters:,} characters.", "Split the file.")
    title, language = _head(text)
    return assemble(drafts, DocumentFacts(title or drafts[0].text[:200], language))


def html_text(data: bytes) -> str:
    """The page's characters, by its own declaration of encoding where it has one.

    :raises Damaged: if it declares XML entities.
    """
    refuse_entities(data)
    declared = _XML_ENCODING.search(data[:200]) or _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared.group(1).decode("ascii"), "replace")
        except LookupError:
            return decoded(data)
    return decoded(data)


def html_drafts(text: str) -> list[Draft]:
    """The blocks of a page given as text.

    :raises TooDemanding: if it is nested deeper than a document can be.
    """
    if _depth(text) > _DEEPEST_NESTING:
        raise TooDemanding("the page is nested too deeply.", "Save it again from a browser as text or PDF.")
    clean = nh3.clean(
        _NOT_IN_XML.sub("", text),
        tags=_KEPT_TAGS,
        clean_content_tags=_DROPPED_WITH_CONTENT,
        attributes={"*": _KEPT_ATTRIBUTES},
        strip_comments=True,
    )
    clean = _NOT_IN_XML.sub("", clean)  # what references such as "&#1;" stood for
    if not clean.strip():
        return []
    return list(drafts_of_tree(html.fragment_fromstring(clean, create_parent="div", parser=_parser())))


def _parser() -> html.HTMLParser:
    return html.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)


def _head(text: str) -> tuple[str, str]:
    """Title and language of the page."""
    try:
        root = html.document_fromstring(
            text[:200_000].encode("utf-8", "replace"),
            parser=html.HTMLParser(no_network=True, encoding="utf-8"),
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return "", ""
    title = " ".join((root.findtext(".//title") or "").split())
    language = str(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    return title[:200], language.split("-")[0].lower()[:3]


def _depth(text: str) -> int:
    depth = deepest = 0
    for tag in _NESTING_TAG.finditer(text):
        depth = max(depth - 1, 0) if tag.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest
