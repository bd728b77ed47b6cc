"""What the sources do not say: national law, and periods that a question takes for granted."""

from nrm.answering.gaps import add_gaps, named_states
from nrm.answering.inquiry import Inquiry
from nrm.answering.verify import Proven
from nrm.domain.answers import Citation, Filters
from nrm.domain.knowledge import State
from nrm.domain.passages import Passage, Source
from nrm.domain.vocabulary import Authority, NoticeKind, SourceKind

SERBIA = State("RS", "Serbia", True, False, True, True)
TREATY = Source("artificial-treaty", "An artificial treaty", SourceKind.TREATY, Authority.TREATY)


def gaps(question: str, quote: str = "A period of at least 30 days.", states: tuple[str, ...] = ()) -> dict[str, str]:
    passage = Passage("one", TREATY, quote, states=states)
    inquiry = Inquiry(question, proven=Proven(citations=(Citation(1, passage, quote, 0),)))
    return {
        notice.kind.value: notice.detail
        for notice in add_gaps(inquiry, named_states(inquiry, [SERBIA]), [SERBIA]).notices
    }


def test_the_national_law_of_a_state_that_is_named_is_missing_unless_it_is_cited() -> None:
    assert gaps("How long is the period in Serbia?") == {NoticeKind.NATIONAL_LAW_MISSING: "Serbia"}
    assert gaps("How long is the period in Serbia?", states=("RS",)) == {}
    assert gaps("How long is the period?") == {}


def test_a_period_that_no_cited_passage_has_is_named() -> None:
    assert gaps("Which article guarantees six months' residence?") == {NoticeKind.FIGURE_NOT_FOUND: "six months"}
    assert gaps("Is it 30 days?") == {}
    assert gaps("Is it thirty days?") == {}
    assert gaps("Is it 30 months?") == {NoticeKind.FIGURE_NOT_FOUND: "30 months"}


def test_an_age_is_no_period() -> None:
    assert gaps("A boy of about 15 years is alone. Who helps?") == {}
    assert gaps("She is 17 years old. Who helps?") == {}


def test_the_filter_names_the_state_before_the_question_does() -> None:
    assert named_states(Inquiry("In Serbia?", Filters(state=("PL",))), [SERBIA]) == ("PL",)
    assert named_states(Inquiry("In Serbia?"), [SERBIA]) == ("RS",)


def test_nothing_is_said_of_gaps_where_nothing_is_cited() -> None:
    assert add_gaps(Inquiry("How long in Serbia?"), ["RS"], [SERBIA]).notices == ()
