"""The parts of search: words, languages, spelling, fusion, filters, parts of a question."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.domain.answers import Filters
from nrm.domain.errors import WrongUse
from nrm.domain.knowledge import Equivalent, GlossaryTerm
from nrm.retrieval.bodies import named_bodies
from nrm.retrieval.filters import allowed_rows, checked_filters
from nrm.retrieval.fusion import fuse_rankings
from nrm.retrieval.language import OTHER, language_of
from nrm.retrieval.lexical import FieldWeight, build_word_index, matched_terms, word_scores
from nrm.retrieval.parts import Named, Part, articles_first, clauses, dealt, parts_of
from nrm.retrieval.question import read_question
from nrm.retrieval.ranking import best_rows
from nrm.retrieval.spelling import corrected, corrections
from nrm.retrieval.thesaurus import build_thesaurus, mentions, without_words
from nrm.retrieval.words import folded, terms

WEIGHTS = {"text": FieldWeight(1.0, 0.5), "heading": FieldWeight(2.0, 0.0)}
PASSAGES = [
    {"text": ["housing", "victim"], "heading": ["assist"]},
    {"text": ["victim", "compens", "compens"], "heading": ["compens"]},
    {"text": ["extradit"], "heading": []},
]


def test_words_are_folded_and_stemmed_without_the_commonest() -> None:
    assert terms("The victims' HOUSING, and what they need") == ["victim", "hous", "need"]
    assert terms("Права жертвы", "ru") == terms("право жертв", "ru")
    assert folded("Café “Ärzte” ё") == "cafe “arzte” е"


def test_a_rarer_word_in_a_heavier_field_scores_higher() -> None:
    index = build_word_index(PASSAGES, WEIGHTS)

    scores = word_scores(index, [("victim", 1.0), ("compens", 1.0)])

    assert scores.argmax() == 1
    assert scores[2] == 0


def test_a_field_without_a_weight_is_not_searched() -> None:
    index = build_word_index(PASSAGES, {"heading": FieldWeight(1.0, 0.0)})

    assert word_scores(index, [("victim", 1.0)]).max() == 0


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=6), min_size=1, max_size=12), st.sampled_from("abcdefg"))
def test_exactly_the_rows_that_hold_a_word_are_hits(texts: list[list[str]], word: str) -> None:
    index = build_word_index([{"text": text} for text in texts], {"text": FieldWeight(1.0, 0.5)})

    scores = word_scores(index, [(word, 1.0)])

    assert [bool(score > 0) for score in scores] == [word in text for text in texts]
    assert [match.terms == {word} for match in matched_terms(index, [word], range(len(texts)))] == [
        word in t for t in texts
    ]


def test_a_word_that_the_library_lacks_weighs_most_in_coverage() -> None:
    index = build_word_index(PASSAGES, WEIGHTS)

    assert matched_terms(index, ["victim"], [0])[0].coverage == 1.0
    assert matched_terms(index, ["victim", "tulip"], [0])[0].coverage < 0.5


@given(st.lists(st.permutations([1, 2, 3]), min_size=1, max_size=4), st.integers(1, 5))
def test_fusing_never_invents_or_repeats_a_row(orders: list[list[int]], limit: int) -> None:
    fused = [row for row, _ in fuse_rankings(orders, limit)]

    assert len(fused) == len(set(fused)) == min(limit, 3)
    assert set(fused) <= {1, 2, 3}


def test_a_row_high_in_both_rankings_wins() -> None:
    assert fuse_rankings([[1, 2, 3], [2, 3, 1]], 1)[0][0] == 2


def test_fusing_to_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="limit"):
        fuse_rankings([[1]], 0)


@given(st.lists(st.floats(-1, 1, width=32), min_size=1, max_size=40), st.integers(1, 50))
def test_the_best_rows_are_those_of_a_stable_sort(values: list[float], limit: int) -> None:
    scores = np.array(values, dtype=np.float32)

    assert best_rows(scores, None, limit).tolist() == np.argsort(-scores, kind="stable")[:limit].tolist()


def test_rows_that_are_not_allowed_are_never_shown() -> None:
    scores = np.array([0.9, 0.8, 0.7], dtype=np.float32)

    assert best_rows(scores, np.array([False, True, True]), 5).tolist() == [1, 2]


FACETS = {
    "state:RS": np.array([0], dtype=np.int32),
    "state:AT": np.array([1], dtype=np.int32),
    "kind:practices": np.array([0, 1], dtype=np.int32),
    "kind:treaty": np.array([2], dtype=np.int32),
}


def test_a_state_keeps_what_concerns_it_and_what_concerns_all() -> None:
    mask = allowed_rows(Filters(state=("RS",)), FACETS, 3)

    assert mask is not None and mask.tolist() == [True, False, True]


def test_values_of_one_filter_are_alternatives_and_filters_add_up() -> None:
    both = allowed_rows(Filters(kind=("practices", "treaty")), FACETS, 3)
    added = allowed_rows(Filters(kind=("practices",), state=("AT",)), FACETS, 3)

    assert both is not None and both.all()
    assert added is not None and added.tolist() == [False, True, False]
    assert allowed_rows(Filters(), FACETS, 3) is None


def test_a_filter_value_is_checked_and_the_nearest_named() -> None:
    known = {"topic": ["guardianship", "housing"]}

    assert checked_filters({"topic": ["Housing"]}, known) == Filters(topic=("housing",))
    with pytest.raises(WrongUse, match="'guardianships' is not a topic.*'guardianship'"):
        checked_filters({"topic": ["guardianships"]}, known)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("How long is the reflection period?", "en"), ("victim housing", "en"), ("Combien de temps dure le délai ?", "fr"),
        ("Darf das Opfer bleiben?", "de"), ("Quali sono i diritti della vittima?", "it"), ("¿Qué derechos tiene la víctima?", "es"),
        ("Какие права у жертвы?", "ru"), ("Які права має потерпіла?", "uk"), ("", "en"), ("12345", "en"),
    ],
)  # fmt: skip
def test_the_language_of_a_short_question_is_told(question: str, language: str) -> None:
    assert language_of(question) == language


def test_a_language_beyond_the_seven_is_not_taken_for_english() -> None:
    english = frozenset("how long may the victim of trafficking stay in the country".split())

    assert language_of("Πόσο διαρκεί η περίοδος περισυλλογής;") == OTHER
    assert language_of("Jak długo ofiara handlu ludźmi może pozostać?", {}, english) == OTHER
    assert language_of("How long may the vicitm stay?", {}, english) == "en"
    assert language_of("vicitm stauts", {}, english) == "en"


def test_a_misspelt_word_is_corrected_against_the_library() -> None:
    vocabulary = {"identification": 10, "victim": 50, "deport": 3, "report": 9}

    found = corrections("vicitm identifcation, deprot XY123", vocabulary)

    assert found == {"vicitm": "victim", "identifcation": "identification", "deprot": "deport"}
    assert corrected("Vicitm identifcation?", found) == "victim identification?"


def test_a_word_that_is_spelt_right_is_no_slip_for_another_one() -> None:
    vocabulary = {"door": 5, "liberia": 2, "hopeless": 2, "leading": 15, "protect": 208}

    assert corrections("A donor from Nigeria, homeless and bleeding, short of protein", vocabulary) == {}


def test_a_word_that_is_spelt_right_is_read_in_the_form_that_the_library_has() -> None:
    assert corrections("one lesson in the prisons", {"lessons": 1, "prison": 9, "person": 99}) == {
        "lesson": "lessons", "prisons": "prison",
    }  # fmt: skip


def test_forms_of_english_words_are_spelt_right_too() -> None:
    vocabulary = {"tricking": 4, "hiding": 3, "tillers": 2}

    assert corrections("trimming, hiking, trimmed, filers", vocabulary) == {}
    assert corrections("trickng", vocabulary) == {"trickng": "tricking"}


def test_a_question_tells_only_corrections_that_change_a_word() -> None:
    query = read_question("plants for the victm", build_thesaurus([]), {"plant": 2, "victim": 9})

    assert query.corrections == {"victm": "victim"}
    assert query.text == "plant for the victim"


@given(st.text(max_size=80))
def test_correcting_with_nothing_changes_nothing(text: str) -> None:
    assert corrected(text, {}) == text


def _term(name: str, kind: str, *also: str, russian: str = "") -> GlossaryTerm:
    equivalents = (("ru", (Equivalent(russian, False, "ours", russian.endswith("*")),)),) if russian else ()
    return GlossaryTerm(name, also[0], kind, "", "", (), (), also[1:], (), equivalents, (), ())


THESAURUS = build_thesaurus(
    (
        _term("reflection_period", "topic", "reflection period", "time to think", russian="период размышлен*"),
        _term("un_trafficking_protocol_2000", "instrument", "UN Trafficking Protocol", "Palermo Protocol"),
    )
)


def test_a_term_is_found_by_what_practitioners_say_in_any_inflection() -> None:
    assert [m.entry.id for m in mentions("She needs times to think", "en", THESAURUS)] == ["reflection_period"]
    assert [m.entry.id for m in mentions("о периоде размышления", "ru", THESAURUS)] == ["reflection_period"]
    assert mentions("think of the time", "en", THESAURUS) == []


def test_a_named_instrument_can_be_taken_out_of_the_question() -> None:
    question = "What does the Palermo Protocol say on housing?"
    (mention,) = mentions(question, "en", THESAURUS)

    assert without_words(question, mention.words) == "What does the say on housing?"


def test_a_question_with_two_halves_has_two_clauses() -> None:
    assert len(clauses("Which rule protects witnesses, and which rule gives victims a lawyer?")) == 2
    assert clauses("How long is the reflection period?") == ()
    assert clauses("housing and food") == ()


def test_each_law_that_is_named_is_asked_about_in_the_words_of_its_own_clause() -> None:
    question = "Bribery in the Lamp Treaty and secrecy of harbour inspectors under the Gull Protocol?"

    parts = parts_of(question, "en", (Named("source:lamp", range(3, 5)), Named("source:gull", range(12, 14))))

    assert parts == (
        Part("Bribery in the and secrecy of harbour inspectors under the", "source:lamp"),
        Part("secrecy of harbour inspectors under the", "source:gull"),
    )


def test_a_clause_that_only_names_a_law_leaves_the_whole_question_to_it() -> None:
    (lamp, gull) = parts_of(
        "What do Lamp and Gull say about foghorns?",
        "en",
        (Named("source:lamp", range(2, 3)), Named("body:Gull", range(4, 5))),
    )

    assert (lamp.text, gull.text) == ("What do and say about foghorns?", "say about foghorns?")


def test_the_best_paragraph_of_each_article_comes_before_second_paragraphs() -> None:
    ids = ["lamp/1.1", "lamp/1.2", "gull/1", "lamp/12"]

    assert articles_first([1, 0, 3, 2], ids) == [1, 3, 2, 0]


@pytest.mark.parametrize(
    ("question", "bodies"),
    [
        ("What do the UN and the Council of Europe say?", ["United Nations", "Council of Europe"]),
        ("Que dit un juge de l'UE ?", ["European Union"]), ("oil rig workers", []), ("Совета Европы и ООН", ["United Nations", "Council of Europe"]),
    ],
)  # fmt: skip
def test_a_body_is_recognised_by_its_name_or_its_capitals(question: str, bodies: list[str]) -> None:
    named = named_bodies(question)

    assert sorted(name.facet for name in named) == sorted(f"body:{body}" for body in bodies)


def test_the_place_of_a_body_is_that_of_its_words() -> None:
    (named,) = named_bodies("Does the Council of Europe pay?")

    assert named.words == range(2, 5)


@given(st.lists(st.lists(st.integers(0, 20), unique=True), max_size=4), st.integers(0, 30))
def test_dealing_takes_turns_and_repeats_nothing(rankings: list[list[int]], limit: int) -> None:
    rows = dealt(rankings, limit)

    assert len(rows) == len(set(rows)) == min(limit, len({row for ranking in rankings for row in ranking}))
    firsts = list(dict.fromkeys(ranking[0] for ranking in rankings if ranking))
    assert rows[: len(firsts)] == firsts[: len(rows)] or len(firsts) < len([r for r in rankings if r])
