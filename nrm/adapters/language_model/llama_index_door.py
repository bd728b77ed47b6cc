"""Our client offered as a LlamaIndex LLM, so that it fits into people's own pipelines.

Imported only by whoever wants it: LlamaIndex takes seconds to load.
"""

from collections.abc import Sequence
from typing import Any

from llama_index.core.base.llms.types import (
    ChatMessage,
    ChatResponse,
    ChatResponseGen,
    CompletionResponse,
    CompletionResponseGen,
    LLMMetadata,
    MessageRole,
)
from llama_index.core.llms.callbacks import llm_chat_callback, llm_completion_callback
from llama_index.core.llms.custom import CustomLLM
from pydantic import PrivateAttr

from nrm.adapters.language_model.client import OpenAICompatibleModel
from nrm.prompts import Message

_CONTEXT_WINDOW = 8192  # tokens; LlamaIndex shortens what it sends to this


class GuideLLM(CustomLLM):
    """A LlamaIndex LLM with our timeouts, retries and circuit breaker.

    What it writes is not proven: proof is made by ``nrm.answering.verify`` only.
    """

    context_window: int = _CONTEXT_WINDOW
    _model: OpenAICompatibleModel = PrivateAttr()

    def __init__(self, model: OpenAICompatibleModel, **values: Any) -> None:
        super().__init__(**values)
        self._model = model

    @classmethod
    def class_name(cls) -> str:
        """The name under which LlamaIndex keeps it."""
        return "GuideLLM"

    @property
    def metadata(self) -> LLMMetadata:
        """What LlamaIndex asks of a model."""
        return LLMMetadata(model_name=self._model.name, context_window=self.context_window, is_chat_model=True)

    @llm_completion_callback()
    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        """The whole reply to one text.

        :raises EngineUnavailable: when there is none.
        """
        return CompletionResponse(text="".join(self._model.reply((Message("user", prompt),))))

    @llm_completion_callback()
    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponseGen:
        """The reply, longer with each piece."""
        text = ""
        for piece in self._model.reply((Message("user", prompt),)):
            text += piece
            yield CompletionResponse(text=text, delta=piece)

    @llm_chat_callback()
    def chat(self, messages: Sequence[ChatMessage], **kwargs: Any) -> ChatResponse:
        """The whole reply to a conversation."""
        text = "".join(self._model.reply(_ours(messages)))
        return ChatResponse(message=ChatMessage(role=MessageRole.ASSISTANT, content=text))

    @llm_chat_callback()
    def stream_chat(self, messages: Sequence[ChatMessage], **kwargs: Any) -> ChatResponseGen:
        """The reply to a conversation, longer with each piece."""
        text = ""
        for piece in self._model.reply(_ours(messages)):
            text += piece
            yield ChatResponse(message=ChatMessage(role=MessageRole.ASSISTANT, content=text), delta=piece)


def _ours(messages: Sequence[ChatMessage]) -> tuple[Message, ...]:
    return tuple(Message(message.role.value, message.content or "") for message in messages)
