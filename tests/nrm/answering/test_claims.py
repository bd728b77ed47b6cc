"""What a sentence claims: figures, denials, conditions, bounds and strength."""

import pytest

from nrm.answering.claims import claims_of, contradicts, denies_its_points, without_markers
from nrm.domain.vocabulary import Strength


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a period of thirty days and 6 months", {"30", "6"}),
        ("1,5 or 2.5 per cent", {"1.5", "2.5"}),
        ("2. Articles 12 and 13/2", {"12", "13/2"}),
        ("half of two hundred, twice, a third, one quarter", {"1/2", "2", "100", "3", "1", "1/4"}),
        ("eleven, twelve, nineteen, twenty, forty, ninety, a thousand", {"11", "12", "19", "20", "40", "90", "1000"}),
        ("zero, ten, double, fifty, sixty, seventy, eighty", {"0", "10", "2", "50", "60", "70", "80"}),
        ("none at all", set()),
    ],
)
def test_figures_are_read_in_digits_and_words(text: str, numbers: set[str]) -> None:
    assert claims_of(text).numbers == numbers


@pytest.mark.parametrize(
    ("text", "strengths"),
    [
        ("shall adopt", {Strength.MUST}),
        ("must always", {Strength.MUST}),
        ("undertakes to consider adopting", {Strength.MUST_CONSIDER}),
        ("shall actively consider", {Strength.MUST_CONSIDER}),
        ("shall endeavour to provide", {Strength.MUST_ENDEAVOUR}),
        ("shall strive and may", {Strength.MUST_ENDEAVOUR, Strength.MAY}),
        ("States should and are encouraged", {Strength.SHOULD}),
        ("it is possible, and can be permitted", {Strength.MAY}),
        ("is entitled; has a duty; is obliged; is required", {Strength.MUST}),
        ("shall consider, and shall help", {Strength.MUST_CONSIDER, Strength.MUST}),
        ("describes a practice", set()),
    ],
)
def test_strengths_are_told_apart(text: str, strengths: set[Strength]) -> None:
    assert claims_of(text).strengths == strengths


@pytest.mark.parametrize(
    ("text", "denials"),
    [
        ("shall not be punished", 1),
        ("No one may, nor can anybody, without consent", 3),
        ("they don't and cannot", 2),
        ("unless refused or denied", 3),
        ("is prohibited, forbidden and banned", 3),
        ("notes another knot", 0),
    ],
)
def test_denials_are_counted(text: str, denials: int) -> None:
    assert claims_of(text).denials == denials


@pytest.mark.parametrize(
    ("text", "conditions"),
    [("if and when needed, provided that it is asked", 3), ("only where possible", 2), ("Each Party shall help", 0),
     ("subject to law, until the end", 2), ("to the extent possible in cases of need", 2)],
)  # fmt: skip
def test_conditions_are_counted(text: str, conditions: int) -> None:
    assert claims_of(text).conditions == conditions


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("at least 30 days", {"no less"}),
        ("not less than 30 days", {"no less"}),
        ("a maximum of 30 days", {"no more"}),
        ("up to 30 days, or more", {"no less", "no more"}),
        ("within 30 days", {"no more"}),
        ("30 days", set()),
    ],
)
def test_bounds_are_read(text: str, bounds: set[str]) -> None:
    assert claims_of(text).bounds == bounds


QUOTE = "Each Party shall provide a period of at least 30 days, when there are reasonable grounds to help 2 persons."


@pytest.mark.parametrize(
    ("sentence", "quote", "reason"),
    [
        ("A period of 60 days", "A period of 30 days", "a figure that the quote does not have"),
        ("A period of 30 days", "A period of thirty days", ""),
        ("A period of 30 days", "A period of 30 days for 2 persons", "a figure of the quote left out beside another"),
        ("A period for persons", "A period of 30 days for persons", ""),
        ("A period of 30 days", "A period of at least 30 days", "another bound than the quote"),
        ("A period of up to 30 days", "A period of at least 30 days", "another bound than the quote"),
        ("Help at once", "Help at least at once", ""),
        ("They are punished", "They are not punished", "a denial on one side only"),
        ("They are not punished", "They are punished", "a denial on one side only"),
        ("They are not punished", "They are not punished and not held", "a denial on one side only"),
        ("They get help", "They get help if they ask", "a condition on one side only"),
        ("They get help if they ask", "They get help", "a condition on one side only"),
        ("States must help", "States may help", "another strength than the quote"),
        ("States may help", "States shall help", "another strength than the quote"),
        ("States help", "States shall help", "the strength of the quote left out"),
        ("States must help", "States shall help and may pay", ""),
        ("States must help", "States shall help", ""),
    ],
)
def test_a_sentence_may_leave_out_but_never_change(sentence: str, quote: str, reason: str) -> None:
    assert contradicts(sentence, quote) == reason


def test_the_numbers_and_letters_of_points_are_no_claims() -> None:
    assert (
        without_markers("1. Each Party:\n\na) helps;\n  (ii) pays 3. times") == "Each Party:\n\nhelps;\npays 3. times"
    )
    assert claims_of("4. As soon as\n(2) and b. the rest").numbers == set()


@pytest.mark.parametrize(
    ("lead_in", "denies"),
    [
        ("The Parties shall not:", True),
        ("Assistance may be refused:", True),
        ("Without any delay the Parties shall:", False),
        (
            "The Parties shall protect victims of what this Protocol has prohibited at all stages, in particular by these means:",
            False,
        ),
        ("Each Party shall:", False),
        ("They shall not do the five things named here:", False),
        ("They shall not do the five things here:", True),
        ("", False),
    ],
)
def test_a_lead_in_that_denies_its_points_is_known(lead_in: str, denies: bool) -> None:
    assert denies_its_points(lead_in) is denies
