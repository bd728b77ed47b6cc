"""Which passages a record's article and paragraphs mean."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parsers.markdown import parse_markdown
from ingest.passages import passages_of
from nrm.corpus.load import load_corpus
from nrm.domain.passages import Locator, Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind
from nrm.retrieval.pinpoints import articles_named, passages_of_article, passages_of_pinpoint

REPOSITORY = Path(__file__).resolve().parents[3]
LIBRARY = REPOSITORY.parent / "shared" / "library"
SOURCE = Source("artificial", "An artificial treaty", SourceKind.TREATY, Authority.TREATY)


def passage(name: str, article: str | None, paragraph: str | None = None, *headings: str) -> Passage:
    locator = Locator(heading_path=headings, article=article, paragraph=paragraph)
    return Passage(name, SOURCE, f"Words of {name}.", locator)


def names(found: tuple[Passage, ...]) -> list[str]:
    return [item.id for item in found]


TREATY = (
    passage("preamble", None),
    passage("1", "1"),
    passage("2.1", "2", "1"),
    passage("2.2", "2", "2"),
    passage("3", "3"),
    passage("C", "C"),
    passage("D.1", "D", "1"),
    passage("D.2", "D", "2"),
    passage("OP1", "OP 1"),
    passage("OP2.1", "OP 2", "1"),
    passage("s1", None, None, "Treaty", "SCHEDULE – Paragraph 1"),
    passage("s2", None, None, "Treaty", "SCHEDULE – Paragraph 1", "Paragraph 2"),
    passage("p1", None, None, "Treaty", "PART I", "1"),
    passage("p2", None, None, "Treaty", "PART II", "1"),
    passage("f", None, None, "Treaty", "FINAL ACT OF THE CONFERENCE", "IV"),
)
ROMAN = (passage("I", "I", "1"), passage("II", "II"), passage("III", "III"), passage("IV", "IV"))


@pytest.mark.parametrize(
    ("article", "paragraphs", "expected"),
    [
        ("2", [], ["2.1", "2.2"]),
        ("2", ["2"], ["2.2"]),
        ("2", ["2", "7"], ["2.2"]),
        ("2", ["7"], ["2.1", "2.2"]),
        ("1-3", [], ["1", "2.1", "2.2", "3"]),
        ("1–2", ["2"], ["1", "2.2"]),
        ("3, 1", [], ["1", "3"]),
        ("C-D", [], ["C", "D.1", "D.2"]),
        ("OP 1-2", [], ["OP1", "OP2.1"]),
        ("Schedule", [], ["s1", "s2"]),
        ("Schedule", ["2"], ["s2"]),
        ("Schedule", ["1"], ["s1"]),
        ("Part I", ["1"], ["p1"]),
        ("Final Act", [], ["f"]),
        ("4", [], []),
        ("Annex", [], []),
        ("", [], []),
    ],
)
def test_a_pinpoint_means_the_passages_of_its_articles_and_paragraphs(
    article: str, paragraphs: list[str], expected: list[str]
) -> None:
    assert names(passages_of_pinpoint(article, paragraphs, TREATY)) == expected


@pytest.mark.parametrize(("article", "expected"), [("II-III", ["II", "III"]), ("2", ["II"]), ("I", ["I"])])
def test_roman_numbers_are_understood_whichever_way_the_record_writes_them(article: str, expected: list[str]) -> None:
    assert names(passages_of_pinpoint(article, [], ROMAN)) == expected


def test_a_roman_number_in_the_record_finds_the_arabic_one_in_the_text() -> None:
    assert names(passages_of_article("III", TREATY)) == ["3"]


def test_article_one_is_not_the_article_that_is_called_i() -> None:
    charter = (passage("1", "1"), passage("I", "I"))

    assert names(passages_of_article("1", charter)) == ["1"]
    assert names(passages_of_article("I", charter)) == ["I"]


def test_a_lettered_section_runs_to_the_passage_in_which_the_next_one_begins() -> None:
    article = (
        replace(passage("a", "1"), text="A. For this artificial convention a person is one who:"),
        replace(passage("b", "1", "1"), text="(1) has been named; or"),
        replace(passage("c", "1", "2"), text="(2) was named before. B. This convention ends when:"),
        replace(passage("d", "1", "1"), text="(1) the person asks for it."),
        replace(passage("e", "1"), text="C. This convention is open to all."),
    )

    sections = {letter: names(passages_of_pinpoint("1", [letter], article)) for letter in "ABCD"}

    assert sections == {"A": ["a", "b", "c"], "B": ["c", "d"], "C": ["e"], "D": ["a", "b", "c", "d", "e"]}


def test_articles_under_an_annex_heading_are_found_when_the_annex_has_nothing_else() -> None:
    annex = (passage("a1", "1", None, "ANNEX – Immunities"),)

    assert names(passages_of_pinpoint("Annex", [], annex)) == ["a1"]


@pytest.mark.parametrize("article", ["12a-13", "3-1", "X-2", "Z-A", "1-99999999999"])
def test_a_range_that_cannot_be_counted_names_itself(article: str) -> None:
    assert articles_named(article) == (article,)


@given(st.integers(1, 299), st.integers(0, 12))
def test_a_range_names_each_of_its_articles_once_in_order(first: int, more: int) -> None:
    assert articles_named(f"{first}-{first + more}") == tuple(str(first + step) for step in range(more + 1))


@given(st.sampled_from(["1", "2", "3", "OP 1", "C"]), st.lists(st.sampled_from(["1", "2", "9", "B"]), max_size=3))
def test_paragraphs_only_ever_narrow_an_article_and_never_empty_it(article: str, paragraphs: list[str]) -> None:
    whole = passages_of_pinpoint(article, [], TREATY)

    narrowed = passages_of_pinpoint(article, paragraphs, TREATY)

    assert narrowed and set(names(narrowed)) <= set(names(whole))


@pytest.mark.skipif(not LIBRARY.is_dir(), reason="the official texts (../shared/library) are not here")
def test_every_pinpoint_on_a_full_text_finds_a_passage_of_that_article() -> None:
    commitments = [record for record in load_corpus(REPOSITORY / "corpus").commitments if record.text == "full"]
    texts = {slug: official(slug) for slug in sorted({record.source for record in commitments})}

    lost = [
        f"{record.id} {label}"
        for record in commitments
        for label in articles_named(record.article)
        if not passages_of_article(label, texts[record.source])
    ]

    assert lost == []


def official(slug: str) -> list[Passage]:
    document = parse_markdown((LIBRARY / f"{slug}.md").read_text(encoding="utf-8"))
    return passages_of(document, replace(SOURCE, slug=slug))
