"""A conversation: questions that lean on earlier ones, filters that stick, nothing kept anywhere else."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from nrm.answering.consent import Consent
from nrm.answering.follow_up import Completed, EarlierTurn, complete
from nrm.answering.masking import mask
from nrm.answering.screen import screen
from nrm.domain.answers import Answer, Filters
from nrm.domain.knowledge import State
from nrm.domain.vocabulary import Outcome
from nrm.services.asking import Asker
from nrm.services.prompted_model import TextToSend

MOST_TURNS = 20
_ARTICLE_NUMBER = re.compile(r"^(?:article|section|standard|chapter)\s+[\w.]+\s*[–—:.-]?\s*", re.IGNORECASE)
_NO_FILTERS = Filters()
# Of these nothing is kept, not even in the conversation.
_NOT_KEPT = frozenset({Outcome.PERSON_AT_RISK, Outcome.HARMFUL})
_WRITTEN = frozenset({Outcome.ANSWERED, Outcome.PARTIAL})
_NEVER_SEARCHED = frozenset({*_NOT_KEPT, Outcome.TOO_LONG, Outcome.OUT_OF_SCOPE, Outcome.NEEDS_CLARIFICATION})


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer.

    ``asked`` is what was typed, masked; ``understood`` what was searched, which a person may edit
    (``Conversation.edited``); ``completed`` says that words of an earlier turn were added; ``taken_out`` counts
    what was masked, by kind.
    """

    asked: str
    understood: str
    filters: Filters
    answer: Answer
    completed: bool = False
    taken_out: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Conversation:
    """The last turns, oldest first, and what holds for the next one.

    It lives as long as the page that holds it. ``consent`` is a person's yes to sending text to another
    machine, given once for the whole conversation; ``declined`` that the answer was no.
    """

    turns: tuple[Turn, ...] = ()
    filters: Filters = _NO_FILTERS
    consent: Consent | None = None
    declined: bool = False

    @property
    def last(self) -> Turn | None:
        """The turn that was asked last."""
        return self.turns[-1] if self.turns else None

    def understood(self, question: str, states: Sequence[State]) -> Completed:
        """How a question would be read after these turns; nothing is asked."""
        return complete(question, self._earlier(), states)

    def ask(self, asker: Asker, question: str) -> "Conversation":
        """The conversation with one more turn.

        The question is screened by itself before it is completed, so that a person in danger is heard
        whatever was asked before, and without the library. A question for a new topic leaves the earlier
        turns and filters behind.
        """
        if screen(question, asker.rules).route in _NOT_KEPT:
            answer = asker.ask(question)
            return replace(self, turns=_last((*self.turns, Turn("", "", self.filters, _unsaid(answer)))))
        completed = self.understood(question, asker.states)
        start = self.new_topic() if completed.new_topic else self
        if completed.states:
            start = start.with_filters(replace(start.filters, state=completed.states))
        return start._with_turn(asker, question, completed.question, completed.changed)

    def edited(self, asker: Asker, question: str, filters: Filters | None = None) -> "Conversation":
        """The conversation whose last question was put right: asked again as it stands here, in its place."""
        start = replace(self, turns=self.turns[:-1], filters=self.filters if filters is None else filters)
        return start._with_turn(asker, question, question, completed=False)

    def again(self, asker: Asker) -> "Conversation":
        """The conversation whose last question was asked again, after filters or consent have changed."""
        if self.last is None:
            return self
        start, last = replace(self, turns=self.turns[:-1]), self.last
        asked = start._with_turn(asker, last.asked, last.understood, last.completed)
        return replace(asked, turns=(*asked.turns[:-1], replace(asked.turns[-1], taken_out=last.taken_out)))

    def text_to_send(self, asker: Asker) -> TextToSend | None:
        """What the last question would send to another machine after a yes, word for word.

        :return: ``None`` when nothing would be sent, or a person has said yes or no already.
        """
        if self.last is None or self.declined or self.consent or self.last.answer.outcome not in _WRITTEN:
            return None
        return asker.text_to_send(self.last.understood, self.last.filters)

    def with_filters(self, filters: Filters) -> "Conversation":
        """The same turns; these filters hold until they are changed."""
        return replace(self, filters=filters)

    def with_consent(self, consent: Consent | None) -> "Conversation":
        """The same turns; text may go to the server that the consent names, or to none, and nobody asks again."""
        return replace(self, consent=consent, declined=consent is None)

    def new_topic(self) -> "Conversation":
        """No turns and no filters; a yes or no to sending stays, as it was given for the whole conversation."""
        return Conversation(consent=self.consent, declined=self.declined)

    def _with_turn(self, asker: Asker, asked: str, question: str, completed: bool) -> "Conversation":
        answer = asker.ask(question, self.filters, self.consent)
        if answer.outcome in _NOT_KEPT:
            turn = Turn("", "", self.filters, _unsaid(answer))
        else:
            masked = mask(asked[: asker.settings.max_question_characters])
            kinds = Counter(kind for kind, _ in {(found.kind, found.placeholder) for found in masked.found})
            turn = Turn(
                masked.text, answer.understood_as, self.filters, answer, completed, tuple(sorted(kinds.items()))
            )
        return replace(self, turns=_last((*self.turns, turn)))

    def _earlier(self) -> list[EarlierTurn]:
        return [
            EarlierTurn(turn.understood, _about(turn.answer))
            for turn in self.turns
            if turn.understood and turn.answer.outcome not in _NEVER_SEARCHED
        ]


def chosen_filters(filters: Filters) -> dict[str, tuple[str, ...]]:
    """The filters that narrow something, by name; for showing what sticks."""
    return {field.name: values for field in fields(filters) if (values := getattr(filters, field.name))}


def _about(answer: Answer) -> str:
    """What the first law cited, else the nearest, calls its article, without the number; empty without heading."""
    passages = (*(citation.passage for citation in answer.citations), *answer.related)
    headings = (passage.locator.heading_path[-1:] for passage in passages[:1])
    return next((_ARTICLE_NUMBER.sub("", heading).strip() for path in headings for heading in path), "")


def _unsaid(answer: Answer) -> Answer:
    return replace(answer, question="", understood_as="")


def _last(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    return turns[-MOST_TURNS:]
