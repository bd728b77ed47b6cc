"""Starting the app on this machine only."""

import errno
import socket
import sys

from nrm.domain.errors import WrongUse
from nrm.settings import PROJECT_DIR, Settings
from ui.options import start_options


def serve(settings: Settings, port: int) -> None:
    """Serve the app on 127.0.0.1 until Ctrl-C; the address is printed first.

    :raises WrongUse: if the port is taken or may not be used.
    """
    _check_port(port)
    from ui.shell import browser_app  # Streamlit takes a second to import

    app = browser_app(PROJECT_DIR / "app.py", settings)
    sys.stdout.write(f"NRM Guide: http://127.0.0.1:{port}  (this machine only; Ctrl-C ends it)\n")
    sys.stdout.flush()
    app.run(config=start_options(settings, port))


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            raise WrongUse(f"Port {port} is taken or not allowed.", "Choose another: nrm serve --port 8502") from error
