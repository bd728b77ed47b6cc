from collections.abc import Callable
from dataclasses import replace

import pytest

from nrm.domain.knowledge import PartyRow, SourceRecord
from nrm.domain.vocabulary import Authority, Binding
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.standing import (
    Standing,
    standing_of,
    standing_text,
    standings_of_state,
    standings_towards,
)

MakeCatalogue = Callable[..., Catalogue]
MakeRow = Callable[..., PartyRow]


def test_state_without_evidence_is_unknown_and_never_not_party(make_catalogue: MakeCatalogue) -> None:
    standing = standing_of("AA", "treaty", make_catalogue())

    assert standing.standing is Standing.UNKNOWN
    assert standing.standing.binds is None
    assert "depositary" in standing.remark


def test_newest_vintage_decides_and_signing_before_joining_is_no_disagreement(
    make_catalogue: MakeCatalogue, evidence: MakeRow
) -> None:
    rows = (
        evidence("AA", "treaty", Binding.SIGNED, "", "2014 (data set of 2015)"),
        evidence("AA", "treaty", Binding.PARTY, "2016", "2022"),
    )

    standing = standing_of("AA", "treaty", make_catalogue(parties=rows))

    assert (standing.standing, standing.since, standing.as_of) == (Standing.PARTY, "2016", "2022")
    assert not standing.disagree
    assert standing.evidence == rows
    assert standing_text(standing) == "party since 2016"


@pytest.mark.parametrize(("second", "detail"), [(Binding.NOT_PARTY, ""), (Binding.PARTY, "CONFLICT: the years differ")])
def test_evidence_that_cannot_all_be_true_is_shown_as_disagreeing(
    make_catalogue: MakeCatalogue, evidence: MakeRow, second: Binding, detail: str
) -> None:
    rows = (
        evidence("AA", "treaty", Binding.PARTY, "2010-09-21", "2014"),
        evidence("AA", "treaty", second, "", "2022", detail),
    )

    standing = standing_of("AA", "treaty", make_catalogue(parties=rows))

    assert standing.disagree
    assert len(standing.evidence) == 2


def test_withdrawal_is_told_and_does_not_bind(make_catalogue: MakeCatalogue, evidence: MakeRow) -> None:
    rows = (evidence("AA", "treaty", Binding.WITHDREW, "2021-07-01", "2024"),)

    standing = standing_of("AA", "treaty", make_catalogue(parties=rows))

    assert standing.standing is Standing.WITHDREW
    assert standing.standing.binds is False


def test_eu_law_binds_members_but_a_directive_may_leave_denmark_out(
    make_catalogue: MakeCatalogue, source: SourceRecord
) -> None:
    directive = replace(source, slug="directive", authority=Authority.EU_LAW)
    charter = replace(source, slug="eu-charter-2012", authority=Authority.EU_LAW)
    catalogue = make_catalogue(sources=(directive, charter))

    found = {code: standing_of(code, "directive", catalogue).standing for code in catalogue.states}

    assert found == {"AA": Standing.EU_MEMBER, "BB": Standing.NOT_EU_MEMBER, "DK": Standing.UNKNOWN}
    assert standing_of("DK", "eu-charter-2012", catalogue).standing is Standing.EU_MEMBER


def test_political_commitment_of_the_osce_is_of_all_participating_states(
    make_catalogue: MakeCatalogue, political: SourceRecord
) -> None:
    rows = standings_towards("decision", make_catalogue(sources=(political,)))

    assert {row.standing for row in rows} == {Standing.PARTICIPATING}
    assert all("does not bind in law" in row.remark for row in rows)


def test_guidance_has_no_parties_and_is_left_out_of_a_states_list(
    make_catalogue: MakeCatalogue, source: SourceRecord
) -> None:
    guide = replace(source, slug="guide", authority=Authority.GUIDANCE)
    catalogue = make_catalogue(sources=(source, guide))

    assert standing_of("AA", "guide", catalogue).standing is Standing.NO_PARTIES
    assert [row.source for row in standings_of_state("AA", catalogue)] == ["treaty"]


def test_shipped_data_keep_their_conflicts_and_every_state_has_a_line_for_every_treaty(
    real: Catalogue,
) -> None:
    turkey = standing_of("TR", "coe-cets210-istanbul-2011", real)
    moldova = standing_of("MD", "crpd-2006", real)
    netherlands = standing_of("NL", "crpd-2006", real)

    assert turkey.standing is Standing.WITHDREW
    assert moldova.disagree and not netherlands.disagree
    assert len(standings_towards("un-trafficking-protocol-2000", real)) == 57
    assert all(len(standings_of_state(state, real)) > 50 for state in ("AL", "VA"))
