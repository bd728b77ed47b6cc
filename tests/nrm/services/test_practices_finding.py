from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.corpus import load_corpus
from nrm.domain.errors import WrongUse
from nrm.domain.knowledge import Practice
from nrm.services.explorer.catalogue import catalogue_of
from nrm.services.explorer.loosening import Loosening, loosenings
from nrm.services.practice_finding.comparison import column_heads, compare_practices
from nrm.services.practice_finding.facets import PracticeFacet, PracticeTable
from nrm.services.practice_finding.finding import (
    PracticeFinder,
    PracticeSort,
    found_by_words,
    in_order,
    worded,
)
from nrm.services.practice_finding.labels import period_label, spans_of
from nrm.services.practice_finding.origins import origins
from nrm.services.practice_finding.relatives import related_practices
from nrm.settings import PROJECT_DIR

CORPUS = load_corpus(PROJECT_DIR / "corpus")
PRACTICES = list(CORPUS.practices)
BY_ID = {item.id: item for item in PRACTICES}
TABLE = PracticeTable(CORPUS)
VALUES = {facet: st.lists(st.sampled_from(list(names)), max_size=2) for facet, names in TABLE.labels.items()}


def practice(first: int | None, last: int | None) -> Practice:
    return replace(PRACTICES[0], first_year=first, last_year=last)


@given(st.fixed_dictionaries({}, optional=VALUES))
def test_narrowing_keeps_exactly_those_that_have_a_value_on_each_facet(
    chosen: Mapping[PracticeFacet, list[str]],
) -> None:
    found = TABLE.matching(PRACTICES, chosen)

    for facet, values in chosen.items():
        counts = TABLE.counts(facet, PRACTICES, chosen)
        if len(values) == 1:
            assert counts[values[0]] == len(found)
    assert found == [item for item in PRACTICES if item in found]


@given(st.fixed_dictionaries({}, optional=VALUES))
def test_a_step_that_is_offered_gives_as_many_as_it_says(
    chosen: Mapping[PracticeFacet, list[str]],
) -> None:
    for step in loosenings(TABLE, PRACTICES, PRACTICES, chosen):
        kept = {name: own for name, own in chosen.items() if name is not step.facet}
        left = {} if step.everything else kept

        assert step.count == len(TABLE.matching(PRACTICES, left)) > 0


def test_words_that_find_nothing_can_be_taken_away() -> None:
    steps = loosenings(TABLE, [], PRACTICES, {PracticeFacet.STATE: ["FI"]})

    assert steps == (Loosening(None, 5),)


def test_when_no_single_step_helps_everything_is_cleared() -> None:
    chosen = {PracticeFacet.STATE: ["FI"], PracticeFacet.KIND: ["nothing"], PracticeFacet.THEME: ["neither"]}

    assert loosenings(TABLE, PRACTICES, PRACTICES, chosen) == (Loosening(None, 116, everything=True),)


def test_every_facet_names_its_values_in_words() -> None:
    names = [name for labels in TABLE.labels.values() for name in labels.values()]

    assert not [name for name in names if "_" in name or name[:1].islower()]


def test_a_practice_of_no_single_state_stands_under_the_region() -> None:
    found = TABLE.matching(PRACTICES, {PracticeFacet.STATE: ["region"]})

    assert found and all(item.states == () for item in found)


@pytest.mark.parametrize(
    ("first", "last", "spans"),
    [
        (None, None, ("none",)),
        (1995, None, ("before-2010",)),
        (2018, 2022, ("2015-2019", "2020-2024")),
        (2009, 2010, ("before-2010", "2010-2014")),
        (None, 2021, ("2020-2024",)),
    ],
)
def test_a_period_is_the_spans_that_its_years_touch(
    first: int | None, last: int | None, spans: tuple[str, ...]
) -> None:
    assert spans_of(practice(first, last)) == spans


def test_periods_are_named_and_come_in_order_of_time_with_no_year_last() -> None:
    assert period_label("before-2010") == "Before 2010"
    first, *_, last = TABLE.labels[PracticeFacet.PERIOD]
    assert (first, last) == ("before-2010", "none")


def test_a_word_that_is_still_being_typed_finds_already() -> None:
    assert "PP-017" in [item.id for item in found_by_words("barna", worded(PRACTICES))]


def test_empty_words_give_all_and_strange_words_none() -> None:
    finder = PracticeFinder(CORPUS, None)

    assert finder.find("   ") == PRACTICES
    assert finder.find("chromodynamics") == []


def test_order_by_state_is_by_name_and_newest_puts_what_has_no_year_last() -> None:
    by_state = in_order(PRACTICES, PracticeSort.STATE)
    newest = in_order(PRACTICES, PracticeSort.NEWEST)

    assert by_state[0].country == "Albania"
    assert newest[-1].first_year is None
    assert (newest[0].last_year or newest[0].first_year) == 2024
    assert in_order(PRACTICES, PracticeSort.RELEVANCE) == PRACTICES


@pytest.mark.parametrize("name", ["PP-001", "PP-022", "PP-050", "PP-104"])
def test_related_practices_share_a_theme_and_those_of_other_states_come_first(name: str) -> None:
    item = BY_ID[name]

    related = related_practices(item, PRACTICES)

    own = [bool(set(other.states) & set(item.states)) or other.states == item.states for other in related]
    assert 1 <= len(related) <= 6
    assert item not in related
    assert own == sorted(own)
    assert all(set(other.themes) & set(item.themes) for other in related)


def test_the_nearest_of_the_same_state_is_the_one_that_shares_the_rarest_theme() -> None:
    assert "PP-005" in [item.id for item in related_practices(BY_ID["PP-001"], PRACTICES)]


def test_origins_name_every_state_once_by_name_and_the_region_last() -> None:
    rows = origins(PRACTICES, CORPUS.states)

    names = [row.name for row in rows[:-1]]
    assert names == sorted(names, key=str.casefold)
    assert len(names) == 57
    assert rows[-1].code == "region"
    assert {item.id for row in rows for item in row.practices} == set(BY_ID)


def test_a_comparison_shows_limits_and_praise_of_each_and_a_dash_where_there_are_none() -> None:
    fields = compare_practices([BY_ID["PP-022"], BY_ID["PP-050"]], catalogue_of(CORPUS))

    limits = next(field for field in fields if field.label == "Limits named")
    assert "cannot be renewed" in limits.cells[0]
    assert limits.cells[1] == "–"
    assert all(len(field.cells) == 2 for field in fields)


def test_practices_of_one_country_are_told_apart_in_the_heads() -> None:
    heads = column_heads([BY_ID["PP-050"], replace(BY_ID["PP-050"], id="PP-051"), BY_ID["PP-022"]])

    assert heads == ("Austria (PP-050)", "Austria (PP-051)", "Norway")


@pytest.mark.parametrize("names", [[], ["PP-001"], ["PP-001", "PP-001"], ["PP-001", "PP-002"] * 2 + ["PP-003"]])
def test_a_comparison_needs_two_to_four_different_practices(names: list[str]) -> None:
    with pytest.raises(WrongUse, match="two to four"):
        compare_practices([BY_ID[name] for name in names], catalogue_of(CORPUS))
