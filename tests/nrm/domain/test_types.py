"""Types that make the wrong thing impossible."""

import pytest

from nrm.domain.answers import Statement
from nrm.domain.errors import NrmError, WrongUse
from nrm.domain.passages import Locator
from nrm.domain.vocabulary import Authority, Strength, Support


def test_a_statement_without_a_citation_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="citation"):
        Statement("School is free.", (), Support.VERBATIM)


def test_answers_run_from_treaty_to_reference() -> None:
    ranks = [
        authority.rank for authority in (Authority.TREATY, Authority.EU_LAW, Authority.PRACTICE, Authority.REFERENCE)
    ]

    assert ranks == sorted(ranks)
    assert Authority.TREATY.rank == 0


def test_strength_runs_from_must_to_descriptive() -> None:
    assert Strength.MUST.rank < Strength.MUST_CONSIDER.rank < Strength.SHOULD.rank < Strength.MAY.rank


@pytest.mark.parametrize(
    ("locator", "pinpoint"),
    [
        (Locator(article="13", paragraph="1"), "Article 13(1)"),
        (Locator(article="26"), "Article 26"),
        (Locator(standard="4", page=20, page_label="12"), "Standard 4, p. 12"),
        (Locator(page=3), "p. 3"),
        (Locator(heading_path=("Part", "Preamble")), "Preamble"),
        (Locator(), ""),
    ],
)
def test_a_pinpoint_is_what_a_lawyer_would_write(locator: Locator, pinpoint: str) -> None:
    assert locator.pinpoint == pinpoint


def test_an_error_says_the_remedy_and_knows_its_exit_code() -> None:
    assert str(NrmError("The index is missing.", "Run: nrm ingest")) == "The index is missing. Run: nrm ingest"
    assert (NrmError("x").exit_code, WrongUse("x").exit_code) == (1, 2)
