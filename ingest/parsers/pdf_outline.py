"""The outline, the printed page labels and the title of a PDF, as pypdf reads them."""

from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import Destination

from ingest.parsers.pdf_guard import PYPDF_TROUBLE

_MOST_ENTRIES = 20_000
_DEEPEST_LEVEL = 9


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One entry: its title, its level from 1 and the physical page it leads to, from 1."""

    title: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What the file says of itself."""

    outline: tuple[OutlineEntry, ...] = ()
    page_labels: tuple[str, ...] = ()
    title: str = ""
    language: str = ""


def pdf_facts(reader: PdfReader | None) -> PdfFacts:
    """Outline, labels, title and language; empty where the file is broken there."""
    if reader is None:
        return PdfFacts()
    return PdfFacts(_outline(reader), _labels(reader), _title(reader), _language(reader))


def _outline(reader: PdfReader) -> tuple[OutlineEntry, ...]:
    try:
        pages = {
            page.indirect_reference.idnum: number
            for number, page in enumerate(reader.pages, 1)
            if page.indirect_reference is not None
        }
        entries: list[OutlineEntry] = []
        _collect(reader.outline, 1, pages, entries)
    except PYPDF_TROUBLE:
        return ()
    return tuple(entries)


def _collect(nodes: Any, level: int, pages: dict[int, int], into: list[OutlineEntry]) -> None:
    for node in nodes:
        if len(into) >= _MOST_ENTRIES:
            return
        if isinstance(node, list):
            if level < _DEEPEST_LEVEL:
                _collect(node, level + 1, pages, into)
        elif isinstance(node, Destination):
            number = pages.get(getattr(node.page, "idnum", -1))
            title = " ".join(str(node.title or "").split())
            if number is not None and title:
                into.append(OutlineEntry(title, level, number))


def _labels(reader: PdfReader) -> tuple[str, ...]:
    try:
        if "/PageLabels" not in reader.root_object:
            return ()
        return tuple(str(label) for label in reader.page_labels)
    except PYPDF_TROUBLE:
        return ()


def _title(reader: PdfReader) -> str:
    try:
        information = reader.metadata
        return " ".join(str(information.title or "").split()) if information else ""
    except PYPDF_TROUBLE:
        return ""


def _language(reader: PdfReader) -> str:
    try:
        return str(reader.root_object.get("/Lang", "") or "").split("-")[0].lower()[:3]
    except PYPDF_TROUBLE:
        return ""
