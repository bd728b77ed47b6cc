"""A Handbook-like PDF, artificial, is loaded as ``kind: handbook``: before it and after it."""

from pathlib import Path

import pytest

from evaluation.handbook_generator import HandbookSpec, Truth, generate
from ingest.add import Wanted
from ingest.build import ingest
from nrm.domain.vocabulary import Outcome, Pillar, SourceKind
from nrm.services.asking import Asker
from nrm.services.library_overview import handbook_state
from nrm.services.pathway import PILLARS, handbook_passages, handbook_sections
from nrm.settings import Settings

NAMES = (
    "Identification and Protection",
    "Individual Support and Access to Services",
    "Social Inclusion",
    "Criminal Justice and Redress",
)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, small_corpus: Path) -> tuple[Asker, Truth]:
    """A library with a handbook of artificial words under the names of the four pillars, and the truth about it."""
    folder = tmp_path_factory.mktemp("handbook")
    pdf, truth = generate(HandbookSpec(pages=16, pillar_names=NAMES))
    (folder / "artificial.pdf").write_bytes(pdf)
    settings = Settings(data_dir=folder / "data", corpus_dir=small_corpus, multilingual_encoder="none")
    ingest([folder / "artificial.pdf"], settings, Wanted(SourceKind.HANDBOOK))
    return Asker(settings), truth


@pytest.mark.parametrize(
    "question",
    [
        "What is Standard 2.4 of the Handbook?",
        "On which page of the Handbook is the recovery and reflection period?",
        "Que dit la norme 12 du manuel ?",
        "Какие принципы содержит Руководство по национальным механизмам перенаправления?",
        "¿Qué dice el estándar 7 del manual de la OIDDH?",
    ],
)
def test_before_it_is_loaded_the_factsheet_is_quoted_and_the_handbook_named(corpus_asker: Asker, question: str) -> None:
    answer = corpus_asker.ask(question)

    assert (answer.outcome, answer.detail) == (Outcome.SOURCE_NOT_LOADED, "handbook")
    assert answer.citations
    assert {citation.passage.source.kind for citation in answer.citations} == {SourceKind.FACTSHEET}


def test_every_standard_is_quoted_with_its_number_and_printed_page(loaded: tuple[Asker, Truth]) -> None:
    asker, truth = loaded
    first_pages: dict[str, str] = {}
    for block in truth.blocks:
        if block.standard and block.kind in ("paragraph", "list_item"):
            first_pages.setdefault(block.standard, block.page_label)

    cited = {number: asker.ask(f"What is Standard {number} of the Handbook?").citations for number in first_pages}

    assert len(first_pages) > 10
    assert {number: found[0].passage.locator.pinpoint for number, found in cited.items()} == {
        number: f"Standard {number}, p. {page}" for number, page in first_pages.items()
    }
    assert all(one.passage.locator.standard == number for number, found in cited.items() for one in found)


def test_a_standard_that_it_does_not_have_is_not_answered(loaded: tuple[Asker, Truth]) -> None:
    assert loaded[0].ask("What is Standard 99 of the Handbook?").outcome is Outcome.NOT_FOUND


def test_its_state_counts_pages_and_standards(loaded: tuple[Asker, Truth]) -> None:
    asker, truth = loaded

    state = handbook_state(asker.handbook)

    assert state.pages == len(truth.page_labels)
    assert list(state.standards) == list(dict.fromkeys(block.standard for block in truth.blocks if block.standard))


def test_its_sections_stand_under_their_pillars(loaded: tuple[Asker, Truth]) -> None:
    sections = handbook_sections(handbook_passages(loaded[0].searcher.store))

    assert set(sections) == set(PILLARS)
    assert any(one.heading.startswith("Section 1.1 ") for one in sections[Pillar.IDENTIFICATION_PROTECTION])
