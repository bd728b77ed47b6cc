from dataclasses import replace

from ingest.corpus_passages import official_source, summary_passages
from nrm.corpus import load_corpus
from nrm.domain.passages import Locator, Passage
from nrm.domain.vocabulary import Strength, Wording
from nrm.settings import PROJECT_DIR
from ui.components.described import citation_text, commitments_of, describe, records_of

CORPUS = load_corpus(PROJECT_DIR / "corpus")
RECORDS = records_of(CORPUS)
SUMMARIES = {passage.id: passage for _, passages in summary_passages(CORPUS) for passage in passages}
REFLECTION = SUMMARIES["coe-cets197-2005/coe-cets197-2005-037"]
OFFICIAL = Passage(
    "coe-cets197-2005/13.1",
    official_source(RECORDS.sources["coe-cets197-2005"]),
    "Artificial stand-in for the official words of this paragraph.",
    Locator(article="13", paragraph="1"),
)


def test_a_digest_says_whose_summary_of_which_article_it_is() -> None:
    described = describe(REFLECTION, RECORDS)

    assert described.wording == "our summary of Art. 13(1)"
    assert described.place == "Article 13(1)"
    assert described.title == "Council of Europe Anti-Trafficking Convention"
    assert [record.strength for record in described.commitments] == [Strength.MUST]


def test_an_official_paragraph_is_led_to_by_the_records_of_its_article_and_paragraph() -> None:
    found = commitments_of(OFFICIAL, RECORDS.commitments["coe-cets197-2005"])

    assert "coe-cets197-2005-037" in {record.id for record in found}
    assert {record.article for record in found} == {"13"}
    assert all(not record.paragraphs or "1" in record.paragraphs for record in found)


def test_a_practice_is_named_by_its_country_and_links_to_its_page() -> None:
    practice = CORPUS.practices[0]

    described = describe(SUMMARIES[f"practices/{practice.id}"], RECORDS)

    assert (described.title, described.place, described.url) == (
        practice.country,
        practice.title,
        practice.url,
    )


def test_a_practice_without_a_year_says_so() -> None:
    undated = next(practice for practice in CORPUS.practices if practice.as_of == "not stated")

    assert describe(SUMMARIES[f"practices/{undated.id}"], RECORDS).as_of == "year not stated"


def test_a_citation_of_our_summary_cannot_pass_for_the_official_text() -> None:
    ours = citation_text(REFLECTION, REFLECTION.text, RECORDS)
    official = citation_text(OFFICIAL, "the official words", RECORDS)

    assert "Summary by NRM Guide, not the official text." in ours
    assert "“" not in ours
    assert official.startswith("“the official words” – Council of Europe Convention on Action against")
    assert "(CETS No. 197), Article 13(1)." in official


def test_a_document_that_the_corpus_does_not_know_keeps_its_own_title() -> None:
    source = replace(OFFICIAL.source, slug="artificial", title="Artificial guide", wording=Wording.OFFICIAL)

    described = describe(replace(OFFICIAL, source=source), RECORDS)

    assert described.title == "Artificial guide"
    assert described.commitments == ()
