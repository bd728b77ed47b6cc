"""From the settings to a model, and what a person must know before anything is sent to it."""

import ipaddress
from urllib.parse import SplitResult, urlsplit

from nrm.adapters.language_model.client import OpenAICompatibleModel, Server
from nrm.domain.errors import WrongUse
from nrm.settings import Settings


def open_language_model(settings: Settings) -> OpenAICompatibleModel:
    """The model that ``llm_base_url`` and ``llm_model`` name. Nothing is sent yet.

    :raises WrongUse: for an address that cannot be used, or one that would carry the key unencrypted.
    """
    address = _address(settings.llm_base_url)
    key = settings.llm_api_key.get_secret_value()
    on_this_machine = is_on_this_machine(settings.llm_base_url)
    if key and address.scheme == "http" and not on_this_machine:
        raise WrongUse(
            "NRM_LLM_API_KEY would travel unencrypted to another machine.",
            "Use an https address in NRM_LLM_BASE_URL, or unset NRM_LLM_API_KEY.",
        )
    return OpenAICompatibleModel(
        Server(
            url=f"{settings.llm_base_url.rstrip('/')}/chat/completions",
            shown_as=server_name(settings.llm_base_url),
            model=settings.llm_model,
            key=key,
            timeout_seconds=settings.llm_timeout_seconds,
            use_proxy_settings=not on_this_machine,
        )
    )


def is_on_this_machine(base_url: str) -> bool:
    """Whether an address is a loopback address; a name other than ``localhost`` never is.

    >>> is_on_this_machine("http://127.0.0.1:11434/v1"), is_on_this_machine("http://127.0.0.1.example.org/v1")
    (True, False)
    """
    host = urlsplit(base_url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def server_name(base_url: str) -> str:
    """The server as it may be shown: host and port, without user names, paths or keys."""
    address = _address(base_url)
    host = f"[{address.hostname}]" if ":" in (address.hostname or "") else address.hostname
    return f"{host}:{address.port}" if address.port else str(host)


def _address(base_url: str) -> SplitResult:
    try:
        address = urlsplit(base_url)
        usable = address.scheme in ("http", "https") and bool(address.hostname) and address.port != 0
    except ValueError:
        usable = False
    if not usable or address.username or address.password or address.query or address.fragment:
        raise WrongUse(
            "NRM_LLM_BASE_URL is not the address of a server.",
            "Give one such as http://127.0.0.1:11434/v1, without a user name, password or query.",
        )
    return address
