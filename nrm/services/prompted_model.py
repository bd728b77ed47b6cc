"""A model with its prompt at a server: what it is called, and when text may go to it."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

from nrm.answering.consent import Consent
from nrm.answering.model_draft import LanguageModel
from nrm.prompts import Message, Prompt, load_prompt
from nrm.settings import Settings


@dataclass(frozen=True, slots=True)
class TextToSend:
    """What would go to another machine, word for word, and the consent that a person may give to it."""

    text: str
    server: str
    consent: Consent


class PromptedModel:
    """What all that ask a model share: without consent for its server nothing leaves this machine."""

    def __init__(self, model: LanguageModel, prompt: Prompt, server: str, on_this_machine: bool) -> None:
        self.model, self.prompt, self.server = model, prompt, server
        self._on_this_machine = on_this_machine

    @classmethod
    def opened(cls, settings: Settings, prompt_name: str) -> Self | None:
        """The model that the settings name with one of their prompts; ``None`` when they name no model.

        :raises WrongUse: for an address that cannot be used.
        :raises CorpusInvalid: when the prompt breaks a rule.
        """
        if not settings.llm_base_url or not settings.llm_model:
            return None
        # Loaded only when a model is wanted: the client takes a tenth of a second that nobody else should pay.
        from nrm.adapters.language_model import is_on_this_machine, open_language_model, server_name

        model = open_language_model(settings)
        prompt = load_prompt(prompt_name, settings.prompts_dir)
        base_url = settings.llm_base_url
        return cls(model, prompt, server_name(base_url), is_on_this_machine(base_url))

    @property
    def needs_consent(self) -> bool:
        """Whether text would leave this machine."""
        return not self._on_this_machine

    @property
    def name(self) -> str:
        """Model and prompt, for the page and for receipts."""
        return f"{self.model.name}, prompt {self.prompt.name} {self.prompt.version}"

    def _may_send(self, consent: Consent | None) -> bool:
        return self._on_this_machine or (consent is not None and consent.server == self.server)

    def _shown(self, messages_dealt: Callable[[str], Sequence[Message]]) -> TextToSend:
        """The text of the messages that a new seed deals, with the consent that holds the seed."""
        consent = Consent(self.server, secrets.token_hex(16))
        text = "\n\n".join(message.content for message in messages_dealt(consent.seed))
        return TextToSend(text, self.server, consent)


def seed_of(consent: Consent | None) -> str:
    """The seed of the text that was shown; a new one where nothing had to be shown."""
    return consent.seed if consent else secrets.token_hex(16)
