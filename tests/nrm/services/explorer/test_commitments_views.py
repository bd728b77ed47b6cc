from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nrm.domain.errors import WrongUse
from nrm.domain.knowledge import Commitment, SourceRecord
from nrm.domain.vocabulary import Strength
from nrm.services.explorer.actors import DEFINES, actors_of
from nrm.services.explorer.catalogue import Catalogue
from nrm.services.explorer.comparison import compare_instruments, compare_states
from nrm.services.explorer.crosswalk import crosswalk
from nrm.services.explorer.facets import Facet, FacetTable, decade_of
from nrm.services.explorer.finding import CommitmentFinder, found_by_words
from nrm.services.explorer.nearest import known_instrument, known_state, known_topic
from nrm.services.explorer.sheets import cell_text

MakeCatalogue = Callable[..., Catalogue]


def test_crosswalk_puts_law_before_promises_and_the_strongest_duty_first(
    make_catalogue: MakeCatalogue, duty: Commitment, source: SourceRecord, political: SourceRecord
) -> None:
    weak = replace(duty, id="treaty-2", strength=Strength.MAY)
    promise = replace(duty, id="decision-1", source="decision")
    softer = replace(source, slug="softer")
    may_only = replace(duty, id="softer-1", source="softer", strength=Strength.MAY)
    catalogue = make_catalogue((promise, may_only, weak, duty), (political, softer, source))

    groups = crosswalk("compensation", catalogue, "AA")

    assert [group.source.slug for group in groups] == ["treaty", "softer", "decision"]
    assert [item.id for item in groups[0].duties] == ["treaty-1", "treaty-2"]
    assert all(group.standing is not None for group in groups)


def test_crosswalk_of_the_shipped_corpus_begins_with_the_two_trafficking_treaties(real: Catalogue) -> None:
    groups = crosswalk("compensation", real)

    assert [group.source.slug for group in groups[:2]] == ["coe-cets197-2005", "un-trafficking-protocol-2000"]
    assert {item.pinpoint for item in groups[0].duties} == {"art. 15(3)", "art. 15(4)"}
    assert sum(len(group.duties) for group in groups) == sum(
        "compensation" in item.topics for item in real.corpus.commitments
    )


def test_facets_narrow_and_count_without_their_own_choice(
    make_catalogue: MakeCatalogue, duty: Commitment, source: SourceRecord
) -> None:
    softer = replace(duty, id="treaty-2", strength=Strength.MAY, topics=("children",))
    catalogue = make_catalogue((duty, softer))
    table = FacetTable(catalogue)
    chosen = {Facet.STRENGTH: ["must"], Facet.TOPIC: []}

    assert table.matching(catalogue.corpus.commitments, chosen) == [duty]
    assert table.counts(Facet.STRENGTH, catalogue.corpus.commitments, chosen) == {"must": 1, "may": 1}
    assert table.counts(Facet.TOPIC, catalogue.corpus.commitments, chosen) == {"compensation": 1}
    assert list(table.labels[Facet.STRENGTH]) == ["must", "may"]


@settings(deadline=None, max_examples=25)
@given(
    st.dictionaries(
        st.sampled_from([Facet.STRENGTH, Facet.AUTHORITY, Facet.PILLAR, Facet.APPLIES_TO]),
        st.lists(st.sampled_from(["must", "may", "treaty", "prevention", "child"]), max_size=2),
        max_size=3,
    )
)
def test_narrowing_never_adds_and_a_count_tells_what_choosing_the_value_leaves(
    real: Catalogue, chosen: dict[Facet, list[str]]
) -> None:
    table, everything = FacetTable(real), real.corpus.commitments
    found = table.matching(everything, chosen)
    counts = table.counts(Facet.YEAR, everything, chosen)

    assert {item.id for item in found} <= set(real.commitments)
    for value, count in counts.items():
        assert len(table.matching(everything, {**chosen, Facet.YEAR: [value]})) == count


def test_every_value_of_every_facet_of_the_corpus_has_a_label(real: Catalogue) -> None:
    labels = FacetTable(real).labels

    assert all(labels[facet] and all(labels[facet].values()) for facet in Facet)
    assert not any("_" in label for facet in Facet for label in labels[facet].values())


def test_actors_are_grouped_and_a_definition_has_none() -> None:
    assert actors_of("State party; courts") == ("States", "Police, prosecutors and courts")
    assert actors_of("European Court of Human Rights") == ("Monitoring bodies",)
    assert actors_of("not applicable (definition)") == (DEFINES,)
    assert decade_of(2005) == "2000–2009"


def test_comparing_instruments_lists_places_by_strength_and_a_dash_for_silence(
    make_catalogue: MakeCatalogue, duty: Commitment, source: SourceRecord
) -> None:
    other = replace(source, slug="other")
    softer = replace(duty, id="treaty-2", strength=Strength.MUST_CONSIDER, pinpoint="art. 2")
    child = replace(duty, id="other-1", source="other", topics=("children",))
    catalogue = make_catalogue((softer, duty, child), (source, other))

    rows = compare_instruments(["treaty", "other"], catalogue)

    cells = {row.topic: [cell_text(cell, catalogue) for cell in row.cells] for row in rows}
    assert cells["compensation"] == ["must: art. 1(1); must consider: art. 2", "–"]
    assert cells["children"] == ["–", "must: art. 1(1)"]


@pytest.mark.parametrize("given_slugs", [["treaty"], ["treaty", "treaty"], ["a", "b", "c", "d", "e"]])
def test_comparison_takes_two_to_four_different_instruments(
    make_catalogue: MakeCatalogue, given_slugs: list[str]
) -> None:
    with pytest.raises(WrongUse, match="two to four"):
        compare_instruments(given_slugs, make_catalogue())


def test_comparing_states_puts_lines_in_which_they_differ_first(real: Catalogue) -> None:
    rows = compare_states(["FR", "RS"], real)

    differing = [row.differs for row in rows]
    assert differing == sorted(differing, reverse=True)
    assert any(differing) and not all(differing)


@pytest.mark.parametrize(
    ("resolve", "typo", "nearest"),
    [
        (known_topic, "guardianships", "guardianship"),
        (known_topic, "reflexion", "reflection_period"),
        (known_state, "Serbai", "Serbia"),
        (known_state, "macedonia", "North Macedonia"),
        (known_instrument, "coe-cets197", "coe-cets197-2005"),
    ],
)
def test_unknown_value_names_the_nearest(
    real: Catalogue, resolve: Callable[[str, Catalogue], str], typo: str, nearest: str
) -> None:
    with pytest.raises(WrongUse) as refusal:
        resolve(typo, real)

    assert nearest in str(refusal.value)


def test_values_are_known_by_id_and_by_name_in_any_case(real: Catalogue) -> None:
    assert known_state("SERBIA", real) == known_state("rs", real) == "RS"
    assert known_topic("Reflection period", real) == "reflection_period"


def test_words_alone_find_a_commitment_when_there_is_no_index(real: Catalogue) -> None:
    finder = CommitmentFinder(real, None)

    assert "coe-cets197-2005-020" in [item.id for item in finder.find("guardian unaccompanied child")[:10]]
    assert finder.find("zyzzyva") == []
    assert finder.find("  ") == list(real.corpus.commitments)


def test_words_that_say_nothing_find_nothing(duty: Commitment) -> None:
    assert found_by_words("the of and", [duty]) == []


def test_related_commitments_are_told_from_both_sides(make_catalogue: MakeCatalogue, duty: Commitment) -> None:
    other = replace(duty, id="treaty-2", related=("treaty-1", "gone"))

    catalogue = make_catalogue((duty, other))

    assert catalogue.related == {"treaty-1": ("treaty-2",), "treaty-2": ("treaty-1",)}
