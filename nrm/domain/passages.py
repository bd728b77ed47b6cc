"""Sources, passages and where they stand."""

from dataclasses import dataclass, field

from nrm.domain.vocabulary import Authority, SourceKind, Wording


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a passage stands in its source.

    ``page`` counts physical pages from 1; ``page_label`` is what is printed on it. ``start`` and
    ``end`` are character positions in the parsed text of the source.
    """

    heading_path: tuple[str, ...] = ()
    article: str | None = None
    paragraph: str | None = None
    standard: str | None = None
    page: int | None = None
    page_label: str | None = None
    start: int = 0
    end: int = 0
    boxes: tuple[Box, ...] = ()

    @property
    def pinpoint(self) -> str:
        """A short human reference, such as ``Article 13(1)`` or ``Standard 4, p. 12``; may be empty."""
        parts = []
        if self.article:
            paragraph = f"({self.paragraph})" if self.paragraph else ""
            parts.append(f"Article {self.article}{paragraph}")
        if self.standard:
            parts.append(f"Standard {self.standard}")
        if self.page is not None:
            parts.append(f"p. {self.page_label or self.page}")
        if not parts and self.heading_path:
            parts.append(self._heading())
        return ", ".join(parts)

    def _heading(self) -> str:
        """The innermost heading; a bare number says little without the one above: "Paragraph 6(1)"."""
        *above, last = self.heading_path
        return f"{above[-1]}({last})" if above and last.isdigit() else last


@dataclass(frozen=True, slots=True)
class Source:
    """A document in the library."""

    slug: str
    title: str
    kind: SourceKind
    authority: Authority
    wording: Wording = Wording.OFFICIAL
    body: str = ""
    language: str = "en"
    url: str = ""
    year: int | None = None
    sha256: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a source that can be cited; the facets are what filters look at."""

    id: str
    source: Source
    text: str
    locator: Locator = field(default_factory=Locator)
    topics: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()

    @property
    def authority(self) -> Authority:
        """The authority of its source."""
        return self.source.authority
