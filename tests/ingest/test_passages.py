"""Laws of cutting a document into passages."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.blocks import ParsedDocument
from ingest.parsers.markdown import parse_markdown
from ingest.parsers.plain import parse_plain
from ingest.passages import passages_of
from nrm.domain.passages import Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind

SOURCE = Source("artificial", "An artificial treaty", SourceKind.TREATY, Authority.TREATY)
TREATY = """---
slug: artificial
title: An artificial treaty
---
#### An artificial treaty
Preamble  The Parties, being artificial, agree.
### CHAPTER I
#### Rights
### Article  1
#### Scope
1.  First paragraph of the first article.
2.  Second paragraph:

a) with a point;

b) and another *emphasised* point.
### Article  2

Only one paragraph, without a number.
### Article 3
"""
_words = st.sampled_from(["duty", "each Party", "13", "(a)", "children,", "shall", "права", "Ärzte", "*must*", "e.g."])
_line = st.lists(_words, min_size=1, max_size=12).map(" ".join)
_block = st.one_of(
    _line,
    _line.map(lambda line: f"# {line}"),
    _line.map(lambda line: f"#### {line}"),
    st.integers(1, 40).map(lambda number: f"### Article  {number}"),
    st.tuples(st.integers(1, 9), _line).map(lambda item: f"{item[0]}.  {item[1]}"),
    _line.map(lambda line: f"a) {line}"),
    _line.map(lambda line: f"- {line}"),
)
_documents = st.lists(_block, min_size=1, max_size=25).map("\n\n".join)


def _body_words(document: ParsedDocument, passages: list[Passage]) -> tuple[list[str], list[str]]:
    """Words of the document, and words of its passages with the headings that no passage holds put back."""
    ordered = sorted(passages, key=lambda passage: passage.locator.start)
    covered = [(passage.locator.start, passage.locator.end) for passage in ordered]
    headings = [
        (block.start, block.end)
        for block in document.blocks
        if not any(start < block.end and block.start < end for start, end in covered)
    ]
    pieces = sorted(covered + headings)
    return document.text.split(), [word for start, end in pieces for word in document.text[start:end].split()]


@given(_documents)
def test_every_word_is_in_exactly_one_passage_or_heading(text: str) -> None:
    document = parse_markdown(text)
    passages = passages_of(document, SOURCE)

    whole, pieces = _body_words(document, passages)

    assert pieces == whole


@example("#### each Party e.g.\n\n#### each Party e.g.\n\n### Article  1")  # headings without a word below
@given(_documents)
def test_what_no_passage_holds_is_a_heading_above_one(text: str) -> None:
    document = parse_markdown(text)
    passages = passages_of(document, SOURCE)
    above = " ".join(heading for passage in passages for heading in passage.locator.heading_path)

    for block in document.blocks:
        inside = any(p.locator.start < block.end and block.start < p.locator.end for p in passages)
        assert inside or document.text[block.start : block.end] in above


@given(_documents)
def test_a_span_cuts_exactly_the_passage_out_of_the_text(text: str) -> None:
    document = parse_markdown(text)

    for passage in passages_of(document, SOURCE):
        assert document.text[passage.locator.start : passage.locator.end] == passage.text
        assert passage.text.strip() == passage.text != ""


@given(_documents)
def test_ids_are_unique(text: str) -> None:
    identifiers = [passage.id for passage in passages_of(parse_markdown(text), SOURCE)]

    assert len(set(identifiers)) == len(identifiers)


def test_a_numbered_paragraph_is_a_passage_of_its_article() -> None:
    found = {passage.id: passage for passage in passages_of(parse_markdown(TREATY), SOURCE)}

    second = found["artificial/1.2"]
    assert second.text == "2. Second paragraph:\n\na) with a point;\n\nb) and another emphasised point."
    assert (second.locator.article, second.locator.paragraph) == ("1", "2")
    assert second.locator.heading_path == ("An artificial treaty", "CHAPTER I – Rights", "Article 1 – Scope")


def test_an_article_without_numbers_is_one_passage() -> None:
    found = {passage.id: passage for passage in passages_of(parse_markdown(TREATY), SOURCE)}

    assert found["artificial/2"].text == "Only one paragraph, without a number."
    assert found["artificial/2"].locator.paragraph is None


def test_a_number_inside_a_paragraph_opens_one_only_at_a_line_start() -> None:
    text = "### Article 1\n1.  One rule with 2. inside.\nf) a point\n2.  Another rule.\n"
    found = [passage.text for passage in passages_of(parse_markdown(text), SOURCE)]

    assert found == ["1. One rule with 2. inside.\n\nf) a point", "2. Another rule."]


def test_an_optional_protocol_in_the_same_file_keeps_its_articles_apart() -> None:
    text = (
        "# Covenant\n\n### Article 2\n\nFirst.\n\n#### Optional Protocol to the Covenant\n\n### Article 2\n\nSecond.\n"
    )
    found = {passage.locator.article: passage.text for passage in passages_of(parse_markdown(text), SOURCE)}

    assert found == {"2": "First.", "OP 2": "Second."}


def test_the_paragraphs_of_a_schedule_stand_beside_each_other_and_their_numbers_below_them() -> None:
    text = (
        "# An artificial treaty\n\n### Article 1\n\nA rule.\n\n### SCHEDULE\n\n### Paragraph 1\n\n### 1\n\nFirst.\n\n"
        "### 2\n\nSecond.\n\n### Paragraph 2\nThird.\n\n### Paragraph 3\n\n### 1\n\nFourth.\n"
    )
    found = {passage.text: passage.locator for passage in passages_of(parse_markdown(text), SOURCE)}

    schedule = ("An artificial treaty", "SCHEDULE")
    assert found["First."].heading_path == (*schedule, "Paragraph 1", "1")
    assert found["Second."].heading_path == (*schedule, "Paragraph 1", "2")
    assert found["Third."].heading_path == (*schedule, "Paragraph 2")
    assert found["Fourth."].heading_path == (*schedule, "Paragraph 3", "1")
    assert (found["Third."].pinpoint, found["Fourth."].pinpoint) == ("Paragraph 2", "Paragraph 3(1)")


def test_a_long_passage_is_cut_between_sentences() -> None:
    sentence = "This artificial sentence has nine words in it, really. "
    text = "# Part\n\n" + sentence * 60
    passages = passages_of(parse_markdown(text), SOURCE)

    assert len(passages) > 1
    assert all(passage.text.endswith(".") for passage in passages)
    assert max(len(passage.text.split()) for passage in passages) <= 260


def test_plain_text_has_headings_and_loses_no_word() -> None:
    text = "WHAT IT IS\n\nA **framework** of artificial words.\n\n- a point\n- another\n"
    document = parse_plain(text)
    (passage,) = passages_of(document, SOURCE)

    assert passage.locator.heading_path == ("WHAT IT IS",)
    assert passage.text.split() == "A framework of artificial words. - a point - another".split()


def test_every_article_of_a_real_treaty_is_found(shared: Path) -> None:
    document = parse_markdown((shared / "library" / "coe-cets197-2005.md").read_text(encoding="utf-8"))
    passages = passages_of(document, SOURCE)

    articles = list(dict.fromkeys(passage.locator.article for passage in passages if passage.locator.article))
    assert articles == [str(number) for number in range(1, 48)]


def test_every_paragraph_of_a_real_schedule_keeps_its_place(shared: Path) -> None:
    document = parse_markdown((shared / "library" / "stateless-convention-1954.md").read_text(encoding="utf-8"))
    paths = [passage.locator.heading_path for passage in passages_of(document, SOURCE)]

    places = dict.fromkeys(path[2] for path in paths if path[1:2] == ("SCHEDULE",))
    assert all(paths) and list(places) == [f"Paragraph {number}" for number in range(1, 17)]


@pytest.mark.parametrize("name", ["coe-cets197-2005", "crc-1989", "udhr-1948", "eu-charter-2012", "uncac-2003"])
def test_no_word_of_a_real_treaty_is_lost(shared: Path, name: str) -> None:
    document = parse_markdown((shared / "library" / f"{name}.md").read_text(encoding="utf-8"))
    passages = passages_of(document, SOURCE)

    whole, pieces = _body_words(document, passages)

    assert pieces == whole
