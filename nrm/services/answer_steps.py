"""The steps of a question, in order, as data, so that evaluation can run some of them alone."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from nrm.answering.choose import choose
from nrm.answering.compose import compose
from nrm.answering.gaps import add_gaps, named_states
from nrm.answering.handbook_places import answered_from_place
from nrm.answering.inquiry import Inquiry
from nrm.answering.masking import mask
from nrm.answering.orders import gives_orders, without_orders
from nrm.answering.present import add_bindings, add_conflicts, add_notices, verified
from nrm.answering.screen import screen
from nrm.answering.understand import understand
from nrm.answering.verify import prove
from nrm.domain.answers import Notice
from nrm.domain.errors import IndexMissing, StaleIndex
from nrm.domain.vocabulary import NoticeKind, Outcome

if TYPE_CHECKING:
    from nrm.services.asking import Asker

Step = tuple[str, Callable[["Asker", Inquiry], Inquiry]]
_SEARCHED = 24  # hits looked at for one answer


ENDS_AT_ONCE = frozenset(
    {
        Outcome.TOO_LONG,
        Outcome.PERSON_AT_RISK,
        Outcome.HARMFUL,
        Outcome.OUT_OF_SCOPE,
        Outcome.INDEX_MISSING,
        Outcome.NEEDS_CLARIFICATION,
    }
)


def screen_and_mask(asker: "Asker", inquiry: Inquiry) -> Inquiry:
    """The question masked, and routed by the safety rules: before anything is searched.

    The rules read what was typed. While they do, the masked question is encoded; where it may not be searched,
    that is thrown away.
    """
    if len(inquiry.question) > asker.settings.max_question_characters:
        return replace(inquiry, question="", outcome=Outcome.TOO_LONG)
    masked = mask(inquiry.question).text
    begun = asker.begin(masked)
    screening = screen(inquiry.question, asker.rules)
    if screening.route:
        return replace(inquiry, outcome=screening.route)
    notices = (Notice(NoticeKind.CASE_ADVICE),) if screening.case_advice else ()
    if not masked.strip(" \t\n.,;:!?"):
        return replace(inquiry, outcome=Outcome.NEEDS_CLARIFICATION)
    return replace(inquiry, question=masked, notices=notices, begun=begun)


def _understand(_: "Asker", inquiry: Inquiry) -> Inquiry:
    return understand(inquiry)


def _retrieve(asker: "Asker", inquiry: Inquiry) -> Inquiry:
    try:
        ranking = asker.search(inquiry.question, inquiry.filters, _SEARCHED, inquiry.begun)
    except IndexMissing as error:
        return replace(inquiry, outcome=Outcome.INDEX_MISSING, detail=str(error))
    except StaleIndex as error:
        return replace(inquiry, outcome=Outcome.INDEX_MISSING, detail=str(error))
    return replace(inquiry, ranking=ranking, uncovered=ranking.unknown_words)


def _choose(asker: "Asker", inquiry: Inquiry) -> Inquiry:
    placed = answered_from_place(inquiry, asker.handbook) if inquiry.wants_handbook else None
    chosen = placed or choose(inquiry, asker)
    shown = (*(hit.passage for hit in chosen.chosen), *chosen.related)
    return choose(without_orders(inquiry), asker) if gives_orders(shown) else chosen


def _compose(asker: "Asker", inquiry: Inquiry) -> Inquiry:
    return asker.writer.compose(inquiry) if asker.writer else compose(inquiry)


def _verify(_: "Asker", inquiry: Inquiry) -> Inquiry:
    passages = {hit.passage.id: hit.passage for hit in inquiry.chosen}
    return verified(replace(inquiry, proven=prove(inquiry.draft, passages)))


def _remark(asker: "Asker", inquiry: Inquiry) -> Inquiry:
    inquiry = add_notices(inquiry, asker, asker.records)
    states = named_states(inquiry, asker.states)
    inquiry = add_bindings(inquiry, states, asker.searcher.corpus.parties, asker.records)
    return add_gaps(add_conflicts(inquiry, asker.conflicts), states, asker.states)


STEPS: tuple[Step, ...] = (
    ("screen", screen_and_mask),
    ("understand", _understand),
    ("retrieve", _retrieve),
    ("choose", _choose),
    ("compose", _compose),
    ("verify", _verify),
    ("present", _remark),
)
STEPS_BEFORE_WRITING = tuple(step for step in STEPS if step[0] in ("screen", "understand", "retrieve", "choose"))
