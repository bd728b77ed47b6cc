import errno
import socket
from pathlib import Path

import pytest

from nrm.domain.errors import WrongUse
from nrm.settings import Settings
from ui.options import reviewed_options, start_options
from ui.serve import serve


def test_the_reviewed_options_bind_to_this_machine_and_report_nothing() -> None:
    options = reviewed_options()

    assert options["server.address"] == "127.0.0.1"
    assert options["browser.gatherUsageStats"] is False
    assert options["client.showErrorDetails"] == "none"
    assert options["server.enableAgentApi"] is False
    assert set(options["server.allowedHosts"]) == {"127.0.0.1", "localhost"}


def test_settings_win_over_the_file(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, allowed_hosts="nrm.example.org, localhost", max_file_megabytes=7)

    options = start_options(settings, 8600)

    assert options["server.port"] == 8600
    assert options["server.allowedHosts"] == ["nrm.example.org", "localhost"]
    assert options["server.maxUploadSize"] == 7
    assert options["server.address"] == "127.0.0.1"


def test_a_taken_port_is_said_before_anything_is_loaded(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(WrongUse, match=f"Port {port} is taken") as caught:
            serve(Settings(data_dir=tmp_path), port)

    assert "--port" in caught.value.remedy
    assert getattr(caught.value.__cause__, "errno", None) == errno.EADDRINUSE
