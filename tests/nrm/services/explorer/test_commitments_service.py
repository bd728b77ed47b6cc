import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from nrm.domain.answers import Filters
from nrm.domain.errors import WrongUse
from nrm.domain.knowledge import Commitment, PartyRow
from nrm.domain.vocabulary import Binding
from nrm.services.commitments import (
    commitment_filters,
    commitments_as_csv,
    commitments_as_json,
    select_commitments,
)
from nrm.services.explorer.catalogue import Catalogue

MakeCatalogue = Callable[..., Catalogue]


def test_filters_are_alternatives_within_and_conditions_between(real: Catalogue) -> None:
    filters = Filters(topic=("compensation", "children"), source=("coe-cets197-2005",), authority=("treaty",))

    found = select_commitments(real.corpus, filters)

    assert found
    assert all(item.source == "coe-cets197-2005" and {"compensation", "children"} & set(item.topics) for item in found)


def test_state_leaves_out_what_is_known_not_to_bind_it_and_keeps_what_is_unknown(
    make_catalogue: MakeCatalogue, evidence: Callable[..., PartyRow]
) -> None:
    rows = (evidence("AA", "treaty", Binding.NOT_PARTY, "", "2024"),)
    corpus = make_catalogue(parties=rows).corpus

    assert select_commitments(corpus, Filters(state=("AA",))) == []
    assert len(select_commitments(corpus, Filters(state=("BB",)))) == 1
    assert len(select_commitments(corpus, Filters(state=("AA", "BB")))) == 1


def test_text_finds_by_words_and_filters_still_hold(real: Catalogue) -> None:
    found = select_commitments(real.corpus, Filters(source=("coe-cets197-2005",)), "interpreter")

    assert found and {item.source for item in found} == {"coe-cets197-2005"}


def test_filters_as_typed_become_ids_and_a_wrong_one_names_the_nearest(real: Catalogue) -> None:
    given = {"state": ["serbia"], "authority": ["TREATY"], "lang": ["French"], "audience": ["border guard"]}

    filters = commitment_filters(given, real.corpus)

    assert filters == Filters(state=("RS",), authority=("treaty",), lang=("fr",), audience=("border_guard",))
    with pytest.raises(WrongUse, match="nearest is 'policy_maker'"):
        commitment_filters({"audience": ["policymakers"]}, real.corpus)


def test_json_is_one_document_with_bindings_for_the_states_named(real: Catalogue) -> None:
    item = real.commitments["coe-cets197-2005-047"]

    document = json.loads(json.dumps(commitments_as_json([item], real.corpus, ("RS", "US"))))

    assert document["count"] == 1
    (first,) = document["commitments"]
    assert (first["pinpoint"], first["strength"], first["url_seen"]) == ("art. 15(4)", "must", False)
    assert [(note["state"], note["binds"]) for note in first["bindings"]] == [("RS", True), ("US", False)]


def test_csv_has_one_row_a_commitment_and_no_cell_is_a_formula(make_catalogue: MakeCatalogue, duty: Commitment) -> None:
    hostile = replace(duty, title='=HYPERLINK("http://evil.example")', summary="+1", limits="@x", actor=" -2")
    corpus = make_catalogue((hostile,)).corpus

    written = commitments_as_csv([hostile], corpus, ("AA",))

    (row,) = csv.DictReader(io.StringIO(written.decode("utf-8-sig")))
    assert row["title"].startswith("'=") and row["limits"] == "'@x" and row["actor"] == "' -2"
    assert row["duty (our summary)"] == "'+1"
    assert row["State's standing"] == "unknown"
    assert row["official address"] == "https://example.org/treaty"
    assert row["address"] == "address not checked"
