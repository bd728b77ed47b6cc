"""What Streamlit is started with: the reviewed file of options, and what the operator has set."""

import tomllib
from collections.abc import Mapping
from typing import Any

from nrm.settings import PROJECT_DIR, Settings

OPTIONS_FILE = PROJECT_DIR / ".streamlit" / "config.toml"


def reviewed_options() -> dict[str, Any]:
    """The options of the file by dotted name, such as ``server.address``."""
    return dict(_flat(tomllib.loads(OPTIONS_FILE.read_text(encoding="utf-8"))))


def start_options(settings: Settings, port: int) -> dict[str, Any]:
    """All options of one start; where they differ, the operator's settings win."""
    return {
        **reviewed_options(),
        "server.port": port,
        "server.allowedHosts": hosts_of(settings),
        "server.maxUploadSize": settings.max_file_megabytes,
        "logger.hideWelcomeMessage": True,
    }


def hosts_of(settings: Settings) -> list[str]:
    """The Host headers that are accepted."""
    return [host.strip() for host in settings.allowed_hosts.split(",") if host.strip()]


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for name, value in table.items():
        dotted = f"{prefix}{name}"
        pairs += _flat(value, f"{dotted}.") if isinstance(value, Mapping) else [(dotted, value)]
    return pairs
