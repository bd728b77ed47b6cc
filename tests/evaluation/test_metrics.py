"""The ranking measures: held against ir-measures on random rankings, and their intervals."""

import ir_measures
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.metrics import bootstrap_interval, mean, ndcg_at, recall_at, reciprocal_rank_at

NAMES = [f"d{number}" for number in range(12)]
RANKINGS = st.lists(st.permutations(NAMES), min_size=1, max_size=4)
JUDGEMENTS = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 3), min_size=1).filter(
    lambda gains: any(gains.values())
)


@settings(max_examples=40)
@given(RANKINGS, st.data())
def test_the_measures_are_those_of_ir_measures(rankings: list[list[str]], data: st.DataObject) -> None:
    judged = {f"q{number}": data.draw(JUDGEMENTS) for number in range(len(rankings))}
    run = {
        f"q{number}": {name: 1.0 / rank for rank, name in enumerate(ranking, 1)}
        for number, ranking in enumerate(rankings)
    }
    wanted = {ir_measures.nDCG @ 10: ndcg_at, ir_measures.R @ 5: recall_at, ir_measures.RR @ 10: reciprocal_rank_at}

    theirs = ir_measures.calc_aggregate(wanted, judged, run)

    for measure, ours in wanted.items():
        values = [
            ours(ranking, judged[f"q{number}"], measure.params["cutoff"]) for number, ranking in enumerate(rankings)
        ]
        assert theirs[measure] == pytest.approx(mean(values))


def test_an_interval_holds_the_mean_and_narrows_with_more_questions() -> None:
    few, many = [0.0, 1.0] * 10, [0.0, 1.0] * 1000

    low, high = bootstrap_interval(few)
    low_of_many, high_of_many = bootstrap_interval(many)

    assert low < 0.5 < high
    assert high_of_many - low_of_many < (high - low) / 5


def test_an_interval_is_the_same_each_time() -> None:
    values = [0.2, 0.9, 0.4, 0.4, 1.0]

    assert bootstrap_interval(values) == bootstrap_interval(values)
    assert bootstrap_interval([]) == (0.0, 0.0)
