"""Rules for commitments: names, pinpoints and the official text."""

import re
from collections.abc import Sequence

from ingest.corpus_checker.known import Known
from ingest.corpus_checker.rules_common import Problems, items_of, text_of, unknown_name
from ingest.corpus_checker.schema import nearest
from ingest.corpus_checker.texts import MOST_COPIED_WORDS, copied_runs, folded
from nrm.corpus.lines import Entry
from nrm.domain.passages import Passage
from nrm.domain.vocabulary import Audience
from nrm.retrieval.pinpoints import (
    articles_named,
    paragraph_of,
    passages_of_article,
    passages_of_paragraph,
    passages_of_pinpoint,
)

_PROTOCOL_MARK = "OP "  # an article of a protocol bound in the same file as its treaty
_COMPARED = ("title", "summary", "plain", "limits")


def unknown_audience(part: str, entry: Entry, known: Known) -> Problems:
    audiences = [str(item) for item in Audience]
    for path, name in items_of(entry, "audience"):
        if name not in audiences:
            yield path, f"'{name}' is not an audience (nearest: {nearest(name, audiences)})"


def unknown_related(part: str, entry: Entry, known: Known) -> Problems:
    for path, name in items_of(entry, "related"):
        if name not in known.names[part]:
            yield path, unknown_name(name, known.names[part], part)
        elif name == entry.values.get("id"):
            yield path, "a record is not related to itself"


def unknown_commitment(part: str, entry: Entry, known: Known) -> Problems:
    for path, name in items_of(entry, "commitments"):
        if name not in known.names["commitments"]:
            yield path, unknown_name(name, known.names["commitments"], "commitments/")


def missing_pinpoint(part: str, entry: Entry, known: Known) -> Problems:
    if entry.values.get("pinpoint") == "":
        yield "pinpoint", "the record does not say where its provision stands"
    if entry.values.get("article") == "" and entry.values.get("text") == "full":
        yield "article", "a record on a full text names its article"


def pinpoint_differs(part: str, entry: Entry, known: Known) -> Problems:
    """The printed reference and the article that the program follows must name the same provision."""
    pinpoint, labels = text_of(entry, "pinpoint"), articles_named(text_of(entry, "article"))
    if not pinpoint or not labels:
        return
    number = labels[0].removeprefix(_PROTOCOL_MARK)
    if not re.search(rf"\b{re.escape(number)}(?!\d)", pinpoint, re.IGNORECASE):
        yield "pinpoint", f"'{pinpoint}' does not name article '{labels[0]}'"
    elif ("protocol" in pinpoint.casefold()) != labels[0].startswith(_PROTOCOL_MARK):
        yield "article", f"'{labels[0]}' and '{pinpoint}' disagree on whether it is the protocol's article"


def rests_on(part: str, entry: Entry, known: Known) -> Problems:
    if text_of(entry, "text") == "partial" and not text_of(entry, "rests_on"):
        yield "rests_on", "a record on a partial text says what it rests on"


def article_not_in_text(part: str, entry: Entry, known: Known) -> Problems:
    passages = _passages(entry, known)
    for label in articles_named(text_of(entry, "article")) if passages else ():
        if not passages_of_article(label, passages):
            yield "article", f"article '{label}' is not in the text of {text_of(entry, 'source')}"


def paragraph_not_in_text(part: str, entry: Entry, known: Known) -> Problems:
    article = passages_of_pinpoint(text_of(entry, "article"), (), _passages(entry, known))
    if not any(paragraph_of(passage) for passage in article):
        return  # the text prints no paragraph numbers in this article
    for path, name in items_of(entry, "paragraphs"):
        if not passages_of_paragraph(name, article):
            yield path, f"{_article_name(entry)} has no paragraph '{name}'"


def operative_words_not_in_article(part: str, entry: Entry, known: Known) -> Problems:
    words = text_of(entry, "operative_words")
    official = known.text_of(entry)
    if not words or official is None:
        return
    place, where = official.passages, "the text it rests on"
    if entry.values.get("text") == "full":
        place, where = passages_of_pinpoint(text_of(entry, "article"), (), place), _article_name(entry)
    if place and folded(words) not in folded(" ".join(passage.text for passage in place)):
        yield "operative_words", f"'{words}' does not stand in {where}"


def missing_operative_words(part: str, entry: Entry, known: Known) -> Problems:
    if entry.values.get("operative_words") == "" and entry.values.get("text") == "full":
        yield "operative_words", "a record on a full text gives the words that oblige"


def copied_run(part: str, entry: Entry, known: Known) -> Problems:
    official = known.text_of(entry)
    if official is None:
        return
    for path, ours in [*((key, text_of(entry, key)) for key in _COMPARED), *items_of(entry, "asked_as")]:
        for run in copied_runs(ours, official):
            count = len(run.split())
            yield path, f"{count} words in a row as in the text (at most {MOST_COPIED_WORDS}): '{run}'"


def _passages(entry: Entry, known: Known) -> Sequence[Passage]:
    """The passages of a full text; none for a partial one, in which articles cannot be told apart."""
    official = known.text_of(entry)
    return official.passages if official and entry.values.get("text") == "full" else ()


def _article_name(entry: Entry) -> str:
    return f"article {text_of(entry, 'article')} of {text_of(entry, 'source')}"
