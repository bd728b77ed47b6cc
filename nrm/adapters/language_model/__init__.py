"""A language model behind any OpenAI-compatible server; everything works without one."""

from nrm.adapters.language_model.opening import is_on_this_machine, open_language_model, server_name

__all__ = ["is_on_this_machine", "open_language_model", "server_name"]
