import json
from collections import Counter

import pytest

from nrm.corpus import load_corpus
from nrm.domain.passages import Locator, Passage, Source
from nrm.domain.vocabulary import Audience, Authority, Pillar, SourceKind, Strength
from nrm.services.explorer import labels
from nrm.services.explorer.catalogue import Catalogue, catalogue_of
from nrm.services.explorer.facets import Facet, FacetTable
from nrm.services.explorer.standing import Standing, standing_of, standings_towards
from nrm.settings import PROJECT_DIR
from ui.explorer import choices
from ui.explorer.address import tidy
from ui.explorer.cards import checked_line, official_words, state_line, where_line
from ui.explorer.html import details, marked_words, table
from ui.maps.region_map import VIEWS
from ui.maps.standing_map import standing_map
from ui.maps.topology import merged, simplified
from ui.wording import commitments_page as words
from ui.wording.labels import AUTHORITIES, STRENGTHS

ATLAS = PROJECT_DIR / "ui" / "maps" / "states-50m.json"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_of(load_corpus(PROJECT_DIR / "corpus"))


def test_every_value_of_a_closed_list_has_words() -> None:
    assert set(labels.STRENGTH) == set(Strength) and set(labels.AUTHORITY) == set(Authority)
    assert set(labels.PILLAR) == set(Pillar) and set(labels.AUDIENCE) == set(Audience)
    assert set(labels.KIND) == set(SourceKind)


def test_address_is_read_into_choices_and_unknown_values_are_named_with_the_nearest(
    catalogue: Catalogue,
) -> None:
    address = {"topic": ["compensation", "childrn"], "strength": ["must"], "state": ["Serbai"]}

    chosen, complaints = choices.choices_of(address, catalogue, FacetTable(catalogue))

    assert chosen[choices.facet_key(Facet.TOPIC)] == ["compensation"]
    assert chosen[choices.facet_key(Facet.STRENGTH)] == ["must"]
    assert chosen[choices.STATE] is None
    assert len(complaints) == 2
    assert "'children'" in complaints[0] and "'Serbia'" in complaints[1]


@pytest.mark.parametrize(
    ("address", "key", "value"),
    [
        ({"view": ["topic"], "topic": ["compensation"]}, choices.TOPIC, "compensation"),
        ({"view": ["state"], "state": ["rs"]}, choices.STATE, "RS"),
        ({"view": ["map"], "instrument": ["untoc-2000"]}, choices.INSTRUMENT, "untoc-2000"),
        ({"view": ["record"], "id": ["coe-cets197-2005-047"]}, choices.RECORD, "coe-cets197-2005-047"),
        (
            {"view": ["compare"], "what": ["states"], "state": ["RS", "FR"]},
            choices.COMPARED["states"],
            ["RS", "FR"],
        ),
    ],
)
def test_every_view_can_be_opened_by_its_address(
    catalogue: Catalogue, address: dict[str, list[str]], key: str, value: object
) -> None:
    chosen, complaints = choices.choices_of(address, catalogue, FacetTable(catalogue))

    assert chosen[key] == value
    assert complaints == []


def test_empty_address_opens_the_search_with_nothing_chosen(catalogue: Catalogue) -> None:
    chosen, complaints = choices.choices_of({}, catalogue, FacetTable(catalogue))

    assert chosen[choices.VIEW] == "search" and complaints == []
    assert not any(chosen[choices.facet_key(facet)] for facet in choices.SHOWN_FACETS)
    assert choices.TEXT not in chosen


def test_tidy_address_leaves_out_what_is_empty() -> None:
    assert tidy({"a": "", "b": None, "c": ["x", ""], "d": "y"}) == {"c": ["x"], "d": "y".split()}


def test_text_of_a_document_cannot_become_markup() -> None:
    hostile = '<img src=x onerror="alert(1)"> shall ensure </blockquote>'

    shown = marked_words(hostile, "shall ensure")

    assert "<img" not in shown and "</blockquote>" not in shown
    assert '<mark class="nrm-mark">shall ensure</mark>' in shown


def test_operative_words_are_marked_across_line_ends_and_case() -> None:
    assert "Each Party <mark" in marked_words("Each Party Shall\n  ensure that", "shall ensure")
    assert "<mark" not in marked_words("Each Party may", "shall ensure")


def test_table_keeps_its_roles_and_names_each_cell_for_narrow_screens() -> None:
    shown = table("A caption", ("Who", "What"), [("A", "B")])

    assert 'role="table"' in shown and 'scope="row"' in shown
    assert '<span class="nrm-label" aria-hidden="true">What</span>B' in shown
    with pytest.raises(ValueError, match="argument"):
        table("A caption", ("Who", "What"), [("A",)])
    assert details("more", "x", is_open=True).startswith("<details open>")


def test_card_shows_strength_operative_words_pinpoint_and_what_it_rests_on(catalogue: Catalogue) -> None:
    partial = next(item for item in catalogue.corpus.commitments if item.text == "partial")
    source = catalogue.source_of(partial)

    line = where_line(partial, source)

    assert STRENGTHS[partial.strength] in line and AUTHORITIES[source.authority] in line
    assert "rests on a partial text" in line
    assert ("address not checked" in checked_line(partial, source)) is (not source.url_seen)
    assert partial.reviewed_on in checked_line(partial, source)


def test_official_words_are_shown_when_loaded_else_how_to_load_them(catalogue: Catalogue) -> None:
    item = catalogue.commitments["coe-cets197-2005-047"]
    source = catalogue.source_of(item)
    official = Source(item.source, "Artificial", SourceKind.TREATY, Authority.TREATY)
    passage = Passage("x/15.4", official, "Each Party shall adopt such legislative or other …", Locator(article="15"))

    assert "nrm ingest coe-cets197-2005.pdf" in official_words(item, source, [])
    assert "<mark" in official_words(item, source, [passage])


def test_standing_on_a_card_has_its_date_vintage_and_disagreement(catalogue: Catalogue) -> None:
    moldova = state_line(standing_of("MD", "crpd-2006", catalogue), "Moldova")
    serbia = state_line(standing_of("RS", "untoc-2000", catalogue), "Serbia")

    assert words.DISAGREE in moldova
    assert "party since 2001-09-06" in serbia and "as of" in serbia and words.DISAGREE not in serbia


@pytest.mark.parametrize("view", VIEWS)
def test_map_shows_each_state_once_with_the_standing_of_the_table(catalogue: Catalogue, view: str) -> None:
    rows = standings_towards("coe-cets210-istanbul-2011", catalogue)

    drawn = standing_map(rows, catalogue, view)

    shapes = drawn["layer"][1]["data"]["values"]["objects"]["states"]["geometries"]
    counted = Counter(shape["properties"]["group"] for shape in shapes)
    expected = Counter(row.standing for row in rows)
    assert len({shape["properties"]["name"] for shape in shapes}) == len(shapes) == len(catalogue.states)
    assert counted[f"withdrew ({expected[Standing.WITHDREW]})"] == 1
    assert set(drawn["layer"][1]["encoding"]["fill"]["scale"]["domain"]) == set(counted)
    assert json.dumps(drawn)


def test_atlas_draws_crimea_with_ukraine_and_not_with_russia() -> None:
    atlas = json.loads(ATLAS.read_text(encoding="utf-8"))
    simferopol = (34.1, 44.95)

    holders = {
        shape["properties"]["code"]
        for shape in atlas["objects"]["states"]["geometries"]
        if any(_inside(simferopol, _points(polygon[0], atlas["arcs"])) for polygon in shape["arcs"])
    }

    assert holders == {"UA"}


def test_merging_takes_the_shared_border_away() -> None:
    shared = [(0.0, 0.0), (0.0, 1.0)]
    around_left = [(0.0, 1.0), (-1.0, 0.5), (0.0, 0.0)]
    around_right = [(0.0, 1.0), (1.0, 0.5), (0.0, 0.0)]
    left, right = [[0, 1]], [[~0, ~2]]

    assert merged([left, right], [shared, around_left, around_right]) == [[[1, ~2]]]
    assert merged([left], [shared, around_left, around_right]) == [left]


def test_simplifying_keeps_ends_and_what_stands_out() -> None:
    line = [(0.0, 0.0), (1.0, 0.001), (2.0, 1.0), (3.0, 0.0)]

    assert simplified(line, 0.05) == [[0.0, 0.0], [1.0, 0.0], [2.0, 1.0], [3.0, 0.0]]
    assert simplified([(0.0, 0.0), (1.0, 0.001), (2.0, 0.0)], 0.05) == [[0.0, 0.0], [2.0, 0.0]]


def _points(ring: list[int], arcs: list[list[list[float]]]) -> list[list[float]]:
    return [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]


def _inside(point: tuple[float, float], ring: list[list[float]]) -> bool:
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossings += 1
    return crossings % 2 == 1
