"""Places in a loaded Handbook, named by number; the Handbook here is artificial."""

from dataclasses import replace

import pytest

from nrm.answering.handbook_places import Place, answered_from_place, places_named
from nrm.answering.inquiry import Inquiry
from nrm.domain.answers import Filters
from nrm.domain.passages import Locator, Passage, Source
from nrm.domain.vocabulary import Authority, Outcome, SourceKind

BOOK = Source("book", "Artificial handbook", SourceKind.HANDBOOK, Authority.GUIDANCE)


def _passage(number: int, text: str, locator: Locator) -> Passage:
    return Passage(f"book/p{number}", BOOK, text, locator)


FIRST = _passage(1, "One.", Locator(("Pillar I", "Standard 1.1 Artificial"), standard="1.1", page=3, page_label="1"))
SECOND = _passage(2, "Two.", Locator(("Pillar I", "Standard 1.1 Artificial"), standard="1.1", page=4, page_label="2"))
THIRD = _passage(3, "Three.", Locator(("Pillar I", "Standard 1.10 Other"), standard="1.10", page=4, page_label="2"))
PRINCIPLE = _passage(4, "Four.", Locator(("Principles", "Principle 4: artificial"), page=2, page_label="ii"))
ANNEX = _passage(5, "Five.", Locator(("Annex A. Forms",), page=9, page_label="7"))
BOX = _passage(6, "Box 3.1 An artificial box\nIts words.", Locator(("Pillar III",), page=8, page_label="6"))
HANDBOOK = (PRINCIPLE, FIRST, SECOND, THIRD, BOX, ANNEX)


def _found(question: str, filters: Filters | None = None) -> Inquiry | None:
    return answered_from_place(Inquiry(question, filters or Filters(), wants_handbook=True), HANDBOOK)


@pytest.mark.parametrize(
    ("question", "passages"),
    [
        ("What is Standard 1.1 of the Handbook?", (FIRST, SECOND)),
        ("¿Qué dice el estándar 1.1 del manual?", (FIRST, SECOND)),
        ("Что говорит стандарт 1.1 Руководства?", (FIRST, SECOND)),
        ("Quote principle IV of the Handbook", (PRINCIPLE,)),
        ("What is on page 2 of the Handbook?", (SECOND, THIRD)),
        ("What does box 3.1 in the Handbook contain?", (BOX,)),
        ("Que dit l'annexe A du manuel ?", (ANNEX,)),
        ("Was sagt Säule III des Handbuchs?", (BOX,)),
    ],
)
def test_a_place_is_found_by_its_number_in_reading_order(question: str, passages: tuple[Passage, ...]) -> None:
    found = _found(question)

    assert found is not None and found.outcome is Outcome.ANSWERED
    assert tuple(hit.passage for hit in found.chosen) == passages


def test_a_standard_that_is_not_there_is_not_answered_with_another() -> None:
    found = _found("What is Standard 9.9 of the Handbook?")

    assert found is not None and (found.outcome, found.chosen) == (Outcome.NOT_FOUND, ())


@pytest.mark.parametrize("question", ["What does the Handbook say about housing?", "What does step 9 of it say?"])
def test_where_no_known_place_is_named_the_search_decides(question: str) -> None:
    assert _found(question) is None


def test_a_question_that_was_filtered_or_asks_of_something_else_is_left_alone() -> None:
    question = "What is Standard 1.1 of the Handbook?"

    assert _found(question, Filters(authority=(Authority.TREATY,))) is None
    assert answered_from_place(replace(Inquiry(question), wants_handbook=False), HANDBOOK) is None


def test_words_that_only_look_like_places_name_none() -> None:
    assert places_named("Is the standard of proof in the protocol high? Page a lawyer.") == ()
    assert places_named("Standard 12 or standards 12?") == (Place("standard", "12"),)
