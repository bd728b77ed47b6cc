"""What a model is asked: reviewed Markdown of ``prompts/``, loaded and filled, never written in code."""

from nrm.prompts.loading import Message, Prompt, load_prompt

__all__ = ["Message", "Prompt", "load_prompt"]
