"""The compose step with a language model: it proposes, proof decides, extracts stand ready."""

from dataclasses import replace

from nrm.answering.compose import compose
from nrm.answering.inquiry import Inquiry
from nrm.answering.model_draft import REPLY_SCHEMA, ReadReply, Request, read_reply, request_for
from nrm.answering.model_reply import ReplyRejected
from nrm.answering.verify import prove
from nrm.domain.answers import DraftAnswer, Notice
from nrm.domain.errors import EngineUnavailable
from nrm.domain.vocabulary import NoticeKind, Outcome
from nrm.services.prompted_model import PromptedModel, TextToSend, seed_of
from nrm.settings import Settings

__all__ = ["ModelWriter", "TextToSend", "open_writer", "writes"]

_PROMPT = "answer"
_FEWEST_PROVEN = 0.5  # of the statements of a reply; with fewer, the whole reply is not trusted
_WRITTEN = frozenset({Outcome.ANSWERED, Outcome.PARTIAL})


class ModelWriter(PromptedModel):
    """Lets a model write, and holds what it writes to proof."""

    def compose(self, inquiry: Inquiry) -> Inquiry:
        """The model's draft when enough of it is proven; else extracts, with a notice that says why."""
        if not writes(inquiry) or not self._may_send(inquiry.consent):
            return compose(inquiry)
        try:
            read = self._read(self._request(inquiry, seed_of(inquiry.consent)))
        except EngineUnavailable:
            return _noted(compose(inquiry), NoticeKind.MODEL_UNAVAILABLE)
        except ReplyRejected:
            return _noted(compose(inquiry), NoticeKind.MACHINE_DRAFT_DROPPED)
        return self._judged(inquiry, read)

    def text_to_send(self, inquiry: Inquiry) -> TextToSend:
        """What would be sent for an inquiry whose passages are chosen."""
        return self._shown(lambda seed: self._request(inquiry, seed).messages)

    def _request(self, inquiry: Inquiry, seed: str) -> Request:
        return request_for(inquiry.question, inquiry.chosen, self.prompt, seed)

    def _read(self, request: Request) -> ReadReply:
        return read_reply("".join(self.model.reply(request.messages, REPLY_SCHEMA)), request.dealt)

    def _judged(self, inquiry: Inquiry, read: ReadReply) -> Inquiry:
        passages = {hit.passage.id: hit.passage for hit in inquiry.chosen}
        survivors = len(prove(read.draft, passages).statements)
        if not survivors or survivors < _FEWEST_PROVEN * read.statements:
            extracts = compose(inquiry)
            return _noted(extracts, NoticeKind.MACHINE_DRAFT_DROPPED) if read.statements else extracts
        ordered = sorted(read.draft.statements, key=lambda claim: passages[claim.passage_id].authority.rank)
        written = replace(inquiry, draft=DraftAnswer(tuple(ordered)), written_by=self.name)
        return written if survivors == read.statements else _noted(written, NoticeKind.MACHINE_DRAFT_DROPPED)


def open_writer(settings: Settings) -> ModelWriter | None:
    """The writer of the model that the settings name; ``None`` when they name none.

    :raises WrongUse: for an address that cannot be used.
    :raises CorpusInvalid: when the prompt breaks a rule.
    """
    return ModelWriter.opened(settings, _PROMPT)


def writes(inquiry: Inquiry) -> bool:
    """Whether there is something for a model to write: only answers, never refusals."""
    return inquiry.outcome in _WRITTEN and bool(inquiry.chosen)


def _noted(inquiry: Inquiry, kind: NoticeKind) -> Inquiry:
    return replace(inquiry, notices=(*inquiry.notices, Notice(kind)))
