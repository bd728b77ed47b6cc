"""When the library answers: signs, weights as data, thresholds."""

from dataclasses import replace

import pytest

from nrm.answering.confidence import Signs, calibration, probability, signs_of
from nrm.domain.answers import Hit, Ranking
from nrm.domain.passages import Passage, Source
from nrm.domain.vocabulary import Authority, SourceKind

TREATY = Source("artificial-treaty", "An artificial treaty", SourceKind.TREATY, Authority.TREATY)
GOOD = Signs(meaning=0.6, around=0.5, coverage=0.9, both=0.54, known=1.0, topics=1.0)
AGAINST = ("fact", "text", "state", "names", "place")


def ranking(query: str, text: str = "Each Party shall help victims in Serbia.", meaning: float = 0.6) -> Ranking:
    return Ranking(query, "en", (Hit(Passage("t/1", TREATY, text), 1.0, meaning, 0.8),))


def test_the_weights_are_those_of_the_signs_and_no_others() -> None:
    assert set(calibration().weights) == {"bias", *Signs.__dataclass_fields__}
    assert 0 < calibration().partial_from < calibration().answer_from < 1


@pytest.mark.parametrize("sign", AGAINST)
def test_what_speaks_against_an_answer_lowers_its_probability(sign: str) -> None:
    assert probability(replace(GOOD, **{sign: 1.0})) < probability(GOOD)


def test_nothing_found_is_no_answer() -> None:
    assert signs_of(Ranking("anything", "en", ())) == Signs()
    assert probability(Signs()) < calibration().partial_from


def test_a_state_of_which_a_hit_speaks_is_not_absent() -> None:
    assert signs_of(ranking("Is help due in Serbia?")).state == 0
    assert signs_of(ranking("Is help due in Poland?")).state == 1


def test_the_law_of_an_absent_state_is_a_text_that_is_not_here() -> None:
    assert signs_of(ranking("Does the law of Poland help her?")).text == 1
    assert signs_of(ranking("Does the law of Serbia help her?")).text == 0


def test_a_case_of_a_professional_is_a_sign_for_an_answer() -> None:
    asked = ranking("My client is afraid. What may I do?")

    assert probability(signs_of(asked, describes_case=True)) > probability(signs_of(asked))
