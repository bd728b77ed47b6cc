from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from nrm.adapters.library_store import LibraryStore
from nrm.domain.knowledge import Commitment, PartyRow
from nrm.domain.passages import Locator, Passage, Source
from nrm.domain.vocabulary import Authority, Binding, SourceKind
from nrm.services.explorer.articles import OfficialTexts
from nrm.services.explorer.briefs import (
    commitments_brief,
    crosswalk_brief,
    instruments_brief,
    standings_brief,
    states_brief,
)
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.comparison import compare_instruments, compare_states
from nrm.services.explorer.crosswalk import crosswalk
from nrm.services.explorer.glossary import by_letter, find_terms, known_term, shown_equivalents
from nrm.services.explorer.glossary_exports import terms_brief, terms_sheet
from nrm.services.explorer.sheets import instruments_sheet, standings_sheet, states_sheet
from nrm.services.explorer.standing import standings_of_state
from nrm.services.exports import Brief, Note, Paragraph, Table, write_word

MakeCatalogue = Callable[..., Catalogue]


def notes_of(brief: Brief) -> list[Note]:
    """Every footnote of a brief."""
    paragraphs = [block.parts for block in brief.blocks if isinstance(block, Paragraph)]
    cells = [cell for block in brief.blocks if isinstance(block, Table) for row in block.rows for cell in row]
    return [note for parts in (*paragraphs, *cells) for part in parts for note in part.notes]


def test_brief_of_commitments_cites_source_citation_place_address_and_review(
    make_catalogue: MakeCatalogue, duty: Commitment
) -> None:
    partial = replace(duty, id="treaty-2", text="partial")

    brief = commitments_brief([duty, partial], make_catalogue((duty, partial)), lambda _: [])

    first, second = notes_of(brief)
    assert first.url == "https://example.org/treaty"
    assert all(
        part in first.text
        for part in (
            "Artificial Convention against Trafficking",
            "ART No. 1",
            "art. 1(1)",
            "2026-01-01",
            "not checked",
        )
    )
    assert "Rests on a partial text" in second.text and "partial" not in first.text


def test_brief_quotes_the_official_words_apart_from_ours(make_catalogue: MakeCatalogue, duty: Commitment) -> None:
    source = Source("treaty", "Artificial", SourceKind.TREATY, Authority.TREATY)
    passage = Passage("treaty/1.1", source, "Each Party shall set up a fund.", Locator(article="1"))

    brief = commitments_brief([duty], make_catalogue(), lambda _: [passage])

    quotes = [block.parts[0].text for block in brief.blocks if isinstance(block, Paragraph) and block.quote]
    assert quotes == ["Each Party shall set up a fund."]


def test_every_view_of_the_shipped_corpus_becomes_a_word_file(real: Catalogue) -> None:
    slugs, codes = ["coe-cets197-2005", "un-trafficking-protocol-2000"], ["RS", "FR"]
    standings = standings_of_state("MD", real)
    briefs = [
        crosswalk_brief("compensation", crosswalk("compensation", real, "RS"), real, "RS"),
        standings_brief("What binds Moldova", standings, real),
        instruments_brief(slugs, compare_instruments(slugs, real), real),
        states_brief(codes, compare_states(codes, real), real),
        terms_brief(find_terms("reflection", real.corpus.glossary), real),
    ]

    assert all(write_word(brief).startswith(b"PK") for brief in briefs)
    assert all(notes_of(brief) for brief in briefs)
    assert any("vintage" in note.text for note in notes_of(briefs[1]))


def test_sheet_of_standings_gives_each_piece_of_evidence_its_own_row(
    make_catalogue: MakeCatalogue, evidence: Callable[..., PartyRow]
) -> None:
    rows = (
        evidence("AA", "treaty", Binding.PARTY, "2010", "2014"),
        evidence("AA", "treaty", Binding.NOT_PARTY, "", "2022"),
    )
    catalogue = make_catalogue(parties=rows)

    head, lines = standings_sheet(standings_of_state("AA", catalogue), catalogue)

    assert [line[head.index("status")] for line in lines] == [
        "not party",
        "evidence: party",
        "evidence: not party",
    ]
    assert lines[0][head.index("evidence disagrees")] == "yes"


def test_sheets_of_comparisons_have_a_column_for_each_thing_compared(real: Catalogue) -> None:
    slugs, codes = ["coe-cets197-2005", "un-trafficking-protocol-2000"], ["RS", "FR", "DK"]

    instruments_head, _ = instruments_sheet(slugs, compare_instruments(slugs, real), real)
    states_head, lines = states_sheet(codes, compare_states(codes, real), real)

    assert len(instruments_head) == 3
    assert states_head == (
        "instrument",
        "Serbia",
        "Serbia: as of",
        "France",
        "France: as of",
        "Denmark",
        "Denmark: as of",
    )
    assert all(len(line) == len(states_head) for line in lines)


def test_official_words_are_none_where_nothing_is_ingested(tmp_path: Path, duty: Commitment) -> None:
    texts = OfficialTexts(LibraryStore(tmp_path))

    assert texts.of(duty) == ()
    assert not texts.is_loaded("treaty")


@pytest.mark.parametrize("typed", ["reflex", "DELAI de reflexion", "Bedenkzeit", "cooling-off"])
def test_term_is_found_by_any_of_its_names_in_any_language(real: Catalogue, typed: str) -> None:
    assert "reflection_period" in [term.id for term in find_terms(typed, real.corpus.glossary)]


def test_empty_text_finds_all_terms_and_letters_hold_each_once(real: Catalogue) -> None:
    glossary = real.corpus.glossary

    letters = by_letter(glossary)

    assert len(find_terms("", glossary)) == len(glossary) == sum(map(len, letters.values()))
    assert known_term("Recovery and reflection period", glossary) == "reflection_period"


def test_unchecked_equivalents_say_so_and_search_stems_are_not_shown(real: Catalogue) -> None:
    term = next(term for term in real.corpus.glossary if term.id == "reflection_period")

    head, ((*cells,),) = terms_sheet([term])

    assert not any(item.term.endswith("*") for _, item in shown_equivalents(term))
    assert "время подумать (not checked)" in cells[head.index("Russian")]
    assert "délai de réflexion;" in cells[head.index("French")]


def test_terms_of_two_systems_keep_both_meanings(real: Catalogue) -> None:
    term = next(term for term in real.corpus.glossary if term.id == "referral_mechanism")

    assert {"uk-nrm"} < {meaning.source for meaning in term.meanings}
