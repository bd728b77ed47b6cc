import csv
import io
import json
from dataclasses import replace

import pytest

from nrm.corpus import load_corpus
from nrm.domain.answers import Filters
from nrm.domain.errors import WrongUse
from nrm.domain.knowledge import Practice
from nrm.services.practice_finding.facets import PracticeFacet
from nrm.services.practices import (
    practice_choices,
    practice_filters,
    practices_as_csv,
    practices_as_json,
    select_practices,
)
from nrm.settings import PROJECT_DIR

CORPUS = load_corpus(PROJECT_DIR / "corpus")


def ids(found: list[Practice]) -> list[str]:
    return [item.id for item in found]


def test_without_filters_and_words_all_practices_come_in_the_order_of_the_corpus() -> None:
    assert select_practices(CORPUS) == list(CORPUS.practices)
    assert len(CORPUS.practices) == 116


def test_a_state_by_name_keeps_its_practices_and_leaves_out_those_of_a_region() -> None:
    filters = practice_filters({"state": ["finland"]}, CORPUS)

    found = select_practices(CORPUS, filters)

    assert filters.state == ("FI",)
    assert found and all("FI" in item.states for item in found)


def test_kind_takes_a_kind_of_practice_or_a_kind_of_source() -> None:
    structures = select_practices(CORPUS, practice_filters({"kind": ["structure"]}, CORPUS))
    official = select_practices(CORPUS, practice_filters({"kind": ["official"]}, CORPUS))
    everything = select_practices(CORPUS, practice_filters({"kind": ["practices"]}, CORPUS))

    assert {item.kind for item in structures} == {"structure"}
    assert {item.source_kind for item in official} == {"official"}
    assert len(everything) == len(CORPUS.practices)


def test_several_filters_are_all_kept() -> None:
    filters = practice_filters({"topic": ["children", "guardianship"], "state": ["GB"]}, CORPUS)

    found = select_practices(CORPUS, filters)

    assert found
    assert all("GB" in item.states and {"children", "guardianship"} & set(item.themes) for item in found)


def test_audience_keeps_practices_for_the_profession_or_for_professionals_at_large() -> None:
    found = select_practices(CORPUS, practice_filters({"audience": ["police"]}, CORPUS))

    assert found and all({"police", "professionals"} & set(item.target_groups) for item in found)


def test_body_is_the_institution_by_its_full_name() -> None:
    found = select_practices(CORPUS, practice_filters({"body": ["men via (with lefö-ibf coaching)"]}, CORPUS))

    assert ids(found) == ["PP-050"]


@pytest.mark.parametrize(
    ("name", "value", "nearest"),
    [
        ("topic", "guardianships", "uardianship"),
        ("state", "Finnland", "Finland"),
        ("kind", "servce", "Service"),
    ],
)
def test_a_value_that_no_practice_has_is_refused_and_the_nearest_named(name: str, value: str, nearest: str) -> None:
    with pytest.raises(WrongUse, match=nearest):
        practice_filters({name: [value]}, CORPUS)


def test_facets_beyond_the_filters_can_be_chosen_by_id_or_label() -> None:
    chosen = practice_choices({"pillar": ["Social inclusion"], "period": ["2020-2024"]}, CORPUS)

    found = select_practices(CORPUS, chosen=chosen)

    assert chosen[PracticeFacet.PILLAR] == ("social_inclusion",)
    assert found and all("social_inclusion" in item.pillars for item in found)


def test_words_alone_find_practices_where_there_is_no_index() -> None:
    found = select_practices(CORPUS, text="Barnahus for children")

    assert "PP-017" in ids(found[:3])


def test_filters_and_words_work_together() -> None:
    found = select_practices(CORPUS, Filters(state=("IS",)), "Barnahus")

    assert found and {code for item in found for code in item.states} == {"IS"}


def test_json_holds_every_field_that_a_reader_needs() -> None:
    document = json.loads(json.dumps(practices_as_json(CORPUS.practices[:2], CORPUS)))

    first = document["practices"][0]
    assert document["count"] == 2
    assert first["states"] == [{"code": "GB", "name": "United Kingdom"}]
    assert {"plain", "summary", "limits", "praise", "url", "as_of", "checked_on", "passage_id"} <= set(first)


def test_no_cell_of_the_csv_is_a_formula() -> None:
    hostile = replace(CORPUS.practices[0], title="=1+1", summary="@SUM(A1)", institution="+cmd|' /C calc'!A0")

    rows = list(csv.DictReader(io.StringIO(practices_as_csv([hostile], CORPUS).decode("utf-8-sig"))))

    assert rows[0]["title"] == "'=1+1"
    assert not [cell for cell in rows[0].values() if cell[:1] in "=+-@" and cell]
