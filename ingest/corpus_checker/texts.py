"""The official texts that records are compared with."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from ingest.parsers.markdown import parse_markdown
from ingest.passages import passages_of
from nrm.corpus.lines import Entry
from nrm.domain.passages import Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind

MOST_COPIED_WORDS = 8  # a longer run is the text's wording, not ours
_QUOTES_AND_EMPHASIS = re.compile("[\"'`´«»‘’‚‛“”„‟‹›*_]")
_DASHES = re.compile("[‐‑‒–—−]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class OfficialText:
    """A text of the library: its passages and its runs of nine words."""

    passages: tuple[Passage, ...]

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every run of words one longer than may be copied."""
        words = _words(" ".join(passage.text for passage in self.passages))
        return frozenset(_runs(words))


def read_official_text(path: Path) -> OfficialText:
    """The text in a Markdown file, cut into passages as the library cuts it."""
    document = parse_markdown(path.read_text(encoding="utf-8"))
    source = Source(path.stem, document.title, SourceKind.TREATY, Authority.TREATY)
    return OfficialText(tuple(passages_of(document, source)))


def path_of_text(entry: Entry) -> PurePosixPath | None:
    """Where a commitment's text lies below the library: ``<source>.md``, or ``partial/<name>.md``."""
    source, rests_on = entry.values.get("source"), entry.values.get("rests_on")
    if entry.values.get("text") == "partial":
        return PurePosixPath("partial", PurePosixPath(str(rests_on)).name) if rests_on else None
    return PurePosixPath(f"{PurePosixPath(str(source)).name}.md") if source else None


def folded(text: str) -> str:
    """Case, white space, quotation marks, emphasis and kinds of dash made alike.

    >>> folded("“Shall  *adopt*” – measures")
    'shall adopt - measures'
    """
    plain = _QUOTES_AND_EMPHASIS.sub("", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(_DASHES.sub("-", plain).split())


def copied_runs(ours: str, official: OfficialText) -> Iterator[str]:
    """Each longest run of our words that stands in the official text and is longer than may be copied."""
    words = _words(ours)
    size = MOST_COPIED_WORDS + 1
    shared = [place for place, run in enumerate(_runs(words)) if run in official.runs]
    for place in shared:
        if place - 1 not in shared:
            last = next(end for end in range(place, len(words)) if end + 1 not in shared)
            yield " ".join(words[place : last + size])


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    size = MOST_COPIED_WORDS + 1
    return (tuple(words[start : start + size]) for start in range(len(words) - size + 1))
