"""Real Word footnotes, which python-docx does not write: a part of their own, and marks in the text."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

_FIRST = 1  # 0 and -1 are the separators that Word wants
_EMPTY = f"""<w:footnotes {nsdecls("w", "r")}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0">
<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
</w:footnotes>"""
_WEB = ("https://", "http://")


class Footnotes:
    """Collects the footnotes of one document; the same text is one footnote, however often it is cited."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._root: Any = parse_xml(_EMPTY)
        self._numbers: dict[tuple[str, str], int] = {}
        self._part = XmlPart(
            PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, self._root, document.part.package
        )
        _add_styles(document)

    def add(self, paragraph: Any, text: str, url: str = "") -> None:
        """Put a mark at the end of a paragraph; an address becomes a link when it is one of the web."""
        known = self._numbers.get((text, url))
        number = known or len(self._numbers) + _FIRST
        if known:
            paragraph._p.append(_reference_to(number))
            return
        self._numbers[text, url] = number
        self._root.append(self._footnote(number, text, url))
        for element in _bookmarked(_mark("w:footnoteReference", number), number):
            paragraph._p.append(element)

    def close(self) -> None:
        """Attach what was collected to the document; call once, after the last footnote."""
        if self._numbers:
            self._document.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _footnote(self, number: int, text: str, url: str) -> Any:
        paragraph = _element("w:p")
        properties = _element("w:pPr")
        properties.append(_element("w:pStyle", val="FootnoteText"))
        ending = [self._link(url)] if url else []
        paragraph.extend([properties, _mark("w:footnoteRef"), _run(f" {text}{' ' if url else ''}"), *ending])
        footnote = _element("w:footnote", id=str(number))
        footnote.append(paragraph)
        return footnote

    def _link(self, url: str) -> Any:
        if not url.startswith(_WEB):
            return _run(url)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self._part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        link.append(_run(url))
        return link


def _element(kind: str, **attributes: str) -> Any:
    element = OxmlElement(kind)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _mark(kind: str, number: int | None = None) -> Any:
    run, properties = _element("w:r"), _element("w:rPr")
    properties.append(_element("w:rStyle", val="FootnoteReference"))
    run.append(properties)
    run.append(_element(kind) if number is None else _element(kind, id=str(number)))
    return run


def _bookmarked(mark: Any, number: int) -> list[Any]:
    name, identifier = f"_RefNote{number}", str(number)
    start, end = (
        _element("w:bookmarkStart", id=identifier, name=name),
        _element("w:bookmarkEnd", id=identifier),
    )
    return [start, mark, end]


def _reference_to(number: int) -> Any:
    """A field with the number of an earlier footnote, so that Word keeps it right when others are added."""
    field = _element("w:fldSimple", instr=f" NOTEREF _RefNote{number} \\f \\h ")
    run = _mark("w:t")
    run[-1].text = str(number)
    field.append(run)
    return field


def _run(text: str) -> Any:
    run, words = _element("w:r"), _element("w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    return run


def _add_styles(document: Any) -> None:
    text = document.styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
    text.base_style = document.styles["Normal"]
    text.element.set(qn("w:styleId"), "FootnoteText")
    text.font.size = Pt(9)
    mark = document.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER)
    mark.element.set(qn("w:styleId"), "FootnoteReference")
    mark.font.superscript = True
