import io
import zipfile
from dataclasses import replace

from nrm.corpus import load_corpus
from nrm.services.explorer.catalogue import catalogue_of
from nrm.services.exports import Brief, Paragraph, write_word
from nrm.services.practice_finding.briefs import comparison_brief, practice_note, practices_brief
from nrm.settings import PROJECT_DIR

CORPUS = load_corpus(PROJECT_DIR / "corpus")
CATALOGUE = catalogue_of(CORPUS)
BY_ID = {item.id: item for item in CORPUS.practices}


def part_of(brief: Brief, name: str) -> str:
    """One part of the Word file."""
    with zipfile.ZipFile(io.BytesIO(write_word(brief))) as file:
        return file.read(f"word/{name}").decode()


def test_a_brief_says_that_inclusion_is_no_judgement_and_names_every_source() -> None:
    chosen = [BY_ID["PP-022"], BY_ID["PP-050"]]

    brief = practices_brief(chosen, CATALOGUE)

    assert isinstance(brief.blocks[0], Paragraph)
    assert "not our judgement" in brief.blocks[0].parts[0].text
    document, notes = part_of(brief, "document.xml"), part_of(brief, "footnotes.xml")
    assert "Limits named" in document and "Praise named" in document
    assert all(item.url in notes for item in chosen)


def test_a_note_says_how_old_the_account_is() -> None:
    assert "as of 2016" in practice_note(BY_ID["PP-022"]).text
    assert "does not say as of when" in practice_note(BY_ID["PP-050"]).text


def test_a_long_list_says_how_many_were_left_out() -> None:
    many = [BY_ID["PP-022"]] * 151

    assert "1 more were left out" in part_of(practices_brief(many, CATALOGUE), "document.xml")


def test_a_comparison_is_one_wide_table_with_the_sources_as_footnotes() -> None:
    brief = comparison_brief([BY_ID["PP-022"], BY_ID["PP-050"]], CATALOGUE)

    assert brief.landscape
    assert "bsr-trm.com" in part_of(brief, "footnotes.xml")


def test_a_hostile_record_becomes_words_and_no_link() -> None:
    hostile = replace(BY_ID["PP-050"], title="<w:br/>\x00=1+1", url="javascript:alert(1)")

    brief = practices_brief([hostile], CATALOGUE)

    assert "&lt;w:br/&gt;=1+1" in part_of(brief, "document.xml")
    assert "javascript:" not in part_of(brief, "_rels/footnotes.xml.rels")
