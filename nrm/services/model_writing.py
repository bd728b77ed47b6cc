"""The compose step with a language model: it proposes, proof decides, extracts stand ready."""

import secrets
from dataclasses import dataclass, replace

from nrm.answering.compose import compose
from nrm.answering.consent import Consent
from nrm.answering.inquiry import Inquiry
from nrm.answering.model_draft import (
    REPLY_SCHEMA,
    LanguageModel,
    ReadReply,
    ReplyRejected,
    Request,
    read_reply,
    request_for,
)
from nrm.answering.verify import prove
from nrm.domain.answers import DraftAnswer, Notice
from nrm.domain.errors import EngineUnavailable
from nrm.domain.vocabulary import NoticeKind, Outcome
from nrm.prompts import Prompt, load_prompt
from nrm.settings import Settings

_PROMPT = "answer"
_FEWEST_PROVEN = 0.5  # of the statements of a reply; with fewer, the whole reply is not trusted
_WRITTEN = frozenset({Outcome.ANSWERED, Outcome.PARTIAL})


@dataclass(frozen=True, slots=True)
class TextToSend:
    """What would go to another machine, word for word, and the consent that a person may give to it."""

    text: str
    server: str
    consent: Consent


class ModelWriter:
    """Lets a model write, and holds what it writes to proof."""

    def __init__(self, model: LanguageModel, prompt: Prompt, server: str, on_this_machine: bool) -> None:
        self.model, self.prompt, self.server = model, prompt, server
        self._on_this_machine = on_this_machine

    @property
    def needs_consent(self) -> bool:
        """Whether text would leave this machine."""
        return not self._on_this_machine

    @property
    def name(self) -> str:
        """Model and prompt, for the page and for receipts."""
        return f"{self.model.name}, prompt {self.prompt.name} {self.prompt.version}"

    def compose(self, inquiry: Inquiry) -> Inquiry:
        """The model's draft when enough of it is proven; else extracts, with a notice that says why."""
        if not writes(inquiry) or not self._may_send(inquiry.consent):
            return compose(inquiry)
        seed = inquiry.consent.seed if inquiry.consent else secrets.token_hex(16)
        try:
            read = self._read(request_for(inquiry.question, inquiry.chosen, self.prompt, seed))
        except EngineUnavailable:
            return _noted(compose(inquiry), NoticeKind.MODEL_UNAVAILABLE)
        except ReplyRejected:
            return _noted(compose(inquiry), NoticeKind.MACHINE_DRAFT_DROPPED)
        return self._judged(inquiry, read)

    def text_to_send(self, inquiry: Inquiry) -> TextToSend:
        """What would be sent for an inquiry whose passages are chosen."""
        consent = Consent(self.server, secrets.token_hex(16))
        request = request_for(inquiry.question, inquiry.chosen, self.prompt, consent.seed)
        return TextToSend(request.text, self.server, consent)

    def _may_send(self, consent: Consent | None) -> bool:
        return self._on_this_machine or (consent is not None and consent.server == self.server)

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
    if not settings.llm_base_url or not settings.llm_model:
        return None
    # Loaded only when a model is wanted: the client takes a tenth of a second that nobody else should pay.
    from nrm.adapters.language_model import is_on_this_machine, open_language_model, server_name

    model = open_language_model(settings)
    prompt = load_prompt(_PROMPT, settings.prompts_dir)
    base_url = settings.llm_base_url
    return ModelWriter(model, prompt, server_name(base_url), is_on_this_machine(base_url))


def writes(inquiry: Inquiry) -> bool:
    """Whether there is something for a model to write: only answers, never refusals."""
    return inquiry.outcome in _WRITTEN and bool(inquiry.chosen)


def _noted(inquiry: Inquiry, kind: NoticeKind) -> Inquiry:
    return replace(inquiry, notices=(*inquiry.notices, Notice(kind)))
