from pathlib import Path

import pytest

from nrm.adapters.library_rows import Loaded
from nrm.adapters.library_store import LibraryStore
from nrm.corpus import load_corpus
from nrm.domain.passages import Locator, Passage, Source
from nrm.domain.vocabulary import Authority, Pillar, SourceKind
from nrm.services.pathway import (
    PILLARS,
    THEMES,
    handbook_passages,
    handbook_sections,
    pathway,
)
from nrm.settings import PROJECT_DIR

CORPUS = load_corpus(PROJECT_DIR / "corpus")
ARTIFICIAL = Source("artificial-handbook", "Artificial, for tests", SourceKind.HANDBOOK, Authority.GUIDANCE)


def passage(number: int, *headings: str, page: int = 1) -> Passage:
    """A passage of an artificial Handbook; it says so itself."""
    locator = Locator(heading_path=headings, page=page)
    text = f"Artificial text {number}; it is not from the Handbook."
    return Passage(f"artificial-handbook/{number}", ARTIFICIAL, text, locator)


def headings(pillar: Pillar, *passages: Passage) -> list[str]:
    return [section.heading for section in handbook_sections(passages).get(pillar, ())]


def test_the_four_pillars_come_in_the_order_in_which_they_are_named_and_then_the_themes() -> None:
    parts = pathway(CORPUS)

    assert [part.pillar for part in parts] == [*PILLARS, *THEMES]


def test_each_part_counts_its_own_records_and_names_where_they_are() -> None:
    for part in pathway(CORPUS):
        assert part.commitments == sum(item.pillar is part.pillar for item in CORPUS.commitments)
        assert all(part.pillar in item.pillars for item in part.practices)
        assert set(part.examples) <= set(part.practices)


def test_every_part_has_questions_and_each_names_the_commitment_that_answers_it() -> None:
    asked = {item.id: item for item in CORPUS.commitments}

    for part in pathway(CORPUS):
        assert part.questions
        for question in part.questions:
            assert question.text in asked[question.commitment].asked_as
            assert asked[question.commitment].pillar is part.pillar
            assert question.text.endswith("?")


def test_no_state_gives_two_examples() -> None:
    for part in pathway(CORPUS):
        places = [place for item in part.examples for place in item.states]
        assert len(places) == len(set(places))


def test_without_a_handbook_there_are_no_sections() -> None:
    assert all(part.sections == () for part in pathway(CORPUS))


@pytest.mark.parametrize(
    ("heading", "pillar"),
    [
        ("PILLAR 1: IDENTIFICATION & PROTECTION", Pillar.IDENTIFICATION_PROTECTION),
        ("Second pillar – Individual support and access to services", Pillar.INDIVIDUAL_SUPPORT_SERVICES),
        ("3. Social inclusion", Pillar.SOCIAL_INCLUSION),
        ("IV. Criminal justice and redress", Pillar.CRIMINAL_JUSTICE_REDRESS),
    ],
)
def test_a_section_stands_under_the_pillar_that_its_heading_names(heading: str, pillar: Pillar) -> None:
    found = passage(1, "Artificial part", heading, "Artificial section")

    assert headings(pillar, found) == ["Artificial section"]


def test_a_number_alone_names_a_pillar_where_another_heading_gives_the_name() -> None:
    named = passage(1, "Pillar 3: Social inclusion")
    numbered = passage(2, "Pillar 3", "Artificial section")

    assert headings(Pillar.SOCIAL_INCLUSION, named, numbered) == [
        "Pillar 3: Social inclusion",
        "Artificial section",
    ]
    assert handbook_sections([numbered]) == {}


@pytest.mark.parametrize("heading", ["Criminal justice practitioners", "Introduction", "Why social inclusion matters"])
def test_a_heading_that_only_uses_the_words_names_no_pillar(heading: str) -> None:
    assert handbook_sections([passage(1, heading, "Artificial section")]) == {}


def test_the_outermost_heading_decides() -> None:
    found = passage(1, "Pillar 2: Individual support", "Social inclusion", "Artificial section")

    assert headings(Pillar.SOCIAL_INCLUSION, found) == []
    assert headings(Pillar.INDIVIDUAL_SUPPORT_SERVICES, found) == ["Social inclusion"]


def test_a_section_is_named_once_with_its_first_passage_and_page() -> None:
    first = passage(1, "Pillar: Social inclusion", "Artificial section", page=7)
    second = passage(2, "Pillar: Social inclusion", "Artificial section", page=8)

    (section,) = handbook_sections([first, second])[Pillar.SOCIAL_INCLUSION]

    assert (section.passage, section.page) == ("artificial-handbook/1", "7")


def test_only_loaded_handbooks_are_read(tmp_path: Path) -> None:
    store = LibraryStore(tmp_path)
    assert handbook_passages(store) == []
    other = Source("artificial-treaty", "An artificial treaty", SourceKind.TREATY, Authority.TREATY)
    store.create()
    store.replace(Loaded(ARTIFICIAL, "artificial.md", "", (), (), ""), [passage(1, "Pillar: Social inclusion")])
    store.replace(
        Loaded(other, "other.md", "", (), (), ""),
        [Passage("artificial-treaty/1", other, "Artificial text.", Locator())],
    )

    assert [found.id for found in handbook_passages(store)] == ["artificial-handbook/1"]
