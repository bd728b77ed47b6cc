"""Ask a model for items from one passage; what is not proven is dropped, and every reason is named."""

from collections import Counter
from dataclasses import dataclass

from nrm.answering.consent import Consent
from nrm.answering.injections import speaks_to_machines
from nrm.answering.model_reply import ReplyRejected
from nrm.answering.tokens import DealtPassages, deal
from nrm.domain.errors import EngineUnavailable
from nrm.domain.passages import Passage
from nrm.prompts import Message
from nrm.quiz.facts import Facts
from nrm.quiz.items import QuizItem
from nrm.services.prompted_model import PromptedModel, TextToSend, seed_of
from nrm.services.quiz_drafting.making import item_of
from nrm.services.quiz_drafting.reply import MOST_ITEMS, REPLY_SCHEMA, read_drafts
from nrm.settings import Settings

LONGEST_PASSAGE = 6000  # letters
_PROMPT = "quiz"
_LANGUAGE = "en"  # figures, strengths and denials of other languages are not known to the checks


@dataclass(frozen=True, slots=True)
class Drafted:
    """Items whose every check holds, and why there are fewer than asked for."""

    items: tuple[QuizItem, ...] = ()
    reasons: tuple[str, ...] = ()


class QuizDrafter(PromptedModel):
    """Lets a model draft items, and holds them to the checks of all items."""

    def text_to_send(self, passage: Passage, number: int) -> TextToSend:
        """What would be sent for a passage, word for word, and the consent to give to it."""
        return self._shown(lambda seed: self._request(passage, number, seed)[0])

    def draft(self, facts: Facts, passage: Passage, number: int, consent: Consent | None = None) -> Drafted:
        """Items from one passage, at most ``number`` (1 to 5).

        Without consent for its server nothing is sent to another machine.
        """
        refused = _why_not_sent(passage) or self._why_not_allowed(consent)
        if refused:
            return Drafted(reasons=(refused,))
        messages, dealt = self._request(passage, number, seed_of(consent))
        try:
            drafts = read_drafts("".join(self.model.reply(messages, REPLY_SCHEMA)), dealt)
        except EngineUnavailable as error:
            return Drafted(reasons=(error.problem,))
        except ReplyRejected as error:
            return Drafted(reasons=(f"The model's reply was not used: {error}.",))
        return _judged([item_of(facts, draft, passage) for draft in drafts], number)

    def _why_not_allowed(self, consent: Consent | None) -> str:
        if self._may_send(consent):
            return ""
        return f"Nothing was sent: nobody agreed to send this passage to {self.server}."

    def _request(self, passage: Passage, number: int, seed: str) -> tuple[tuple[Message, ...], DealtPassages]:
        dealt = deal([passage], seed)
        values = {
            "passage": dealt.text,
            "boundary": dealt.boundary,
            "most_items": str(max(1, min(number, MOST_ITEMS))),
        }
        return self.prompt.messages(values), dealt


def open_drafter(settings: Settings) -> QuizDrafter | None:
    """The drafter of the model that the settings name; ``None`` when they name none.

    :raises WrongUse: for an address that cannot be used.
    :raises CorpusInvalid: when the prompt breaks a rule.
    """
    return QuizDrafter.opened(settings, _PROMPT)


def _why_not_sent(passage: Passage) -> str:
    if passage.source.language != _LANGUAGE:
        return "Nothing was sent: only passages in English can be checked."
    if len(passage.text) > LONGEST_PASSAGE:
        return f"Nothing was sent: the passage is longer than {LONGEST_PASSAGE} letters."
    if speaks_to_machines(passage.text):
        return "Nothing was sent: the passage gives orders to a machine instead of telling people something."
    return ""


def _judged(results: list[QuizItem | str], number: int) -> Drafted:
    """The items, each once, and a line on every reason for which others were dropped."""
    items = tuple(dict.fromkeys(result for result in results if isinstance(result, QuizItem)))[:number]
    dropped = Counter(result for result in results if isinstance(result, str))
    reasons = [f"{count} dropped: {reason}." for reason, count in dropped.items()]
    if len(items) < number:
        reasons.insert(0, f"{len(items)} of {number} items could be made from this passage.")
    return Drafted(items, tuple(reasons) if len(items) < number else ())
